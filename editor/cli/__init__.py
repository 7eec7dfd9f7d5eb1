"""The command line: a thin layer over the same desk as the window."""
