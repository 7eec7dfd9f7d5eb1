"""What the desk asks of libraries as files: this module is its Shelf."""

from db.backup import back_up
from db.backup_names import backups_of
from db.glance import glance
from db.library import open_library
from db.place import default_library
from db.restoring import check_backup, copy_library, restore_copy, restore_library

__all__ = [
    "back_up",
    "backups_of",
    "check_backup",
    "copy_library",
    "default_library",
    "glance",
    "open_library",
    "restore_copy",
    "restore_library",
]
