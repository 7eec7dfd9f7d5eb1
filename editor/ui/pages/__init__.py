"""The true pages beside the text."""
