"""The open work: its value, its one history, and when it is saved."""
