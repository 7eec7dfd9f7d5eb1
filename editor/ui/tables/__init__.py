"""A table under edit."""
