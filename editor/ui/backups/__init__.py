"""The dialog of a library's backups."""
