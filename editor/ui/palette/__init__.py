"""The command palette: every command and every article of the issue, by a few letters."""
