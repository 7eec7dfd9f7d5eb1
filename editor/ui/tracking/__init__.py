"""修订: the list of tracked changes, and how they show in the text."""
