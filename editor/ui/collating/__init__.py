"""核红 in the window: what changed since a galley, word by word, ticked or turned back by key."""
