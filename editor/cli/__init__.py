"""The command line: thin, the same desk as the window."""
