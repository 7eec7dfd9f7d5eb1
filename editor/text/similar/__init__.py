"""似已刊: whether two articles tell of the same, by their text, their link and the document they are about."""
