"""Reading for approval: marks of what was read, and what is open before an issue is approved."""
