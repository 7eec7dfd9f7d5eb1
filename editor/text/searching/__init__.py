"""Words of a text as the index of the archive knows them, and where words stand in a text."""
