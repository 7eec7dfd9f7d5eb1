"""审读: the pages as they will print, what changed since the last reading, and notes on their words."""
