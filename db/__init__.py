"""The library: one SQLite file, written through SQLAlchemy. Implements the desk's ports."""
