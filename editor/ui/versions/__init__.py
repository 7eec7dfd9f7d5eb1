"""Versions of an article: listed, compared side by side, restored."""
