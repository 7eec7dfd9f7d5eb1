"""Bulletin Desk: the editorial workstation. Rooms and import directions: CONTRIBUTING.md."""

import logging

# where no log is begun, nothing of it goes to the screen
logging.getLogger(__name__).addHandler(logging.NullHandler())

__version__ = "0.1.0"
