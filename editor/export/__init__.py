"""A document becomes the bytes of other programs' formats."""
