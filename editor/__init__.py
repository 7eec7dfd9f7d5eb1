"""Bulletin Desk: the editorial workstation. Rooms and import directions: CONTRIBUTING.md."""

__version__ = "0.1.0"
