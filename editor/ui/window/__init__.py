"""The main window: bars, columns, commands."""
