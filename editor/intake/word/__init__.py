"""Somebody's Word file to text."""
