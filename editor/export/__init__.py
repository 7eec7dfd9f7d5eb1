"""A document becomes files in the formats of other programs."""
