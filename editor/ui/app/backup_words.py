"""How old the newest backup of a library is, for the status line."""

import datetime as dt
from pathlib import Path

from editor.desk.ports import LibraryShelf
from editor.desk.starting.keeping import age_words
from editor.model.language import tr


def backup_words(shelf: LibraryShelf, place: Path) -> str:
    """Return the age in words, or that there is none."""
    last = next(iter(shelf.backups_of(place)), None)
    return tr("备份 {age}", age=age_words(last.at, dt.datetime.now().astimezone())) if last else tr("还没有备份")
