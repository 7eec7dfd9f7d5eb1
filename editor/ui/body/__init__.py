"""The body of an article as a text document: shown, edited, read back."""
