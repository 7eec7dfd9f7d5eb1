"""The library: one SQLite file through SQLAlchemy. Implements the desk's ports."""
