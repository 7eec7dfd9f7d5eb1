"""Past issues before they are taken in: the text, what was understood of it, each line put right by a click."""
