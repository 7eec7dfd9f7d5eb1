"""The first view: the ways in, the libraries opened lately, where new ones are put."""
