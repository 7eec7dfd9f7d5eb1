"""What an import left to be looked at."""
