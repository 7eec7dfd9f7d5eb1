"""A library seen from outside: neither opened for work, nor upgraded, nor locked."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from db.header import check_header, head_version, read_header
from db.presence import naming_backups
from db.refusals import REFUSALS
from editor.desk.ports import Glance
from editor.model.errors import UserError
from editor.model.language import tr

_BUSY_MS = 500
_NAME = "SELECT masthead FROM issues ORDER BY date DESC, uid LIMIT 1"
_OTHER_NAME = "SELECT masthead FROM publications ORDER BY masthead LIMIT 1"


def glance(path: Path) -> Glance:
    """Return the newest issue's masthead and the number of issues, or why the file cannot be read."""
    try:
        with naming_backups(path):
            header = read_header(path)
            if header is None:
                return Glance(said=_absence_words(path))
            check_header(path, header, head_version())
        return _read(path)
    except UserError as error:
        return Glance(said=str(error))
    except (*REFUSALS, OSError):
        return Glance(said=tr("现在读不出来，可能正忙或已损坏"))


def _absence_words(path: Path) -> str:
    return tr("是空文件（0 字节），里面什么也没有") if path.exists() else tr("找不到这个文件")


def _read(path: Path) -> Glance:
    # without a -wal nobody works on it: no -shm is left beside a file that is only looked at
    waiting = path.with_name(f"{path.name}-wal").exists()
    how = "mode=ro" if waiting else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"file:{quote(str(path.absolute()))}?{how}", uri=True)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        count = int(connection.execute("SELECT count(*) FROM issues").fetchone()[0])
        row = connection.execute(_NAME).fetchone() or connection.execute(_OTHER_NAME).fetchone()
    return Glance(masthead=str(row[0]) if row else "", issues=count)
