"""What the desk asks of libraries as files: this module is its Shelf."""

from db.backup import back_up, backups_of, check_backup, copy_library, restore_copy
from db.glance import glance
from db.library import open_library

__all__ = ["back_up", "backups_of", "check_backup", "copy_library", "glance", "open_library", "restore_copy"]
