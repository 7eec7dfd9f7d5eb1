"""Exporting an issue from the window."""
