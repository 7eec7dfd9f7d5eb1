"""Find and replace in the open article, the issue and the library."""
