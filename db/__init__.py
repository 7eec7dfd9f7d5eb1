"""The library: one SQLite file, written through SQLAlchemy. Implements the desk's ports."""

import logging

# where no log is begun, nothing of it goes to the screen
logging.getLogger(__name__).addHandler(logging.NullHandler())
