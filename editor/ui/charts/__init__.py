"""Charts: their numbers typed, pasted or read from a file, beside the drawing as it will be printed."""
