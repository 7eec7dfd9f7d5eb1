"""Damage in a library and its repair."""
