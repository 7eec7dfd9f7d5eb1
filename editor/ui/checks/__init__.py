"""The checks: what the rules found, one at a time."""
