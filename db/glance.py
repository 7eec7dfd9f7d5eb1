"""A look into a library without opening it for work, upgrading or locking it."""

from contextlib import closing
from pathlib import Path

from db.connecting import STILL, bound_work, connect
from db.header import Header, check_header, head_version, read_header
from db.leftovers import has_log, would_mix
from db.library_lock import LibraryLock
from db.place import real_place
from db.presence import naming_backups
from db.refusals import REFUSALS
from db.schema import refuse_odd_schema
from editor.desk.ports import Glance
from editor.model.errors import UserError
from editor.model.language import tr

_BUSY_MS = 500
# bounded: counting in a hostile file, whose pages form a circle, would never end
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM issues LIMIT 1000000)"
_NAME = "SELECT masthead FROM issues ORDER BY date DESC, uid LIMIT 1"
_OTHER_NAME = "SELECT masthead FROM publications ORDER BY masthead LIMIT 1"


def glance(path: Path) -> Glance:
    """Return the newest issue's masthead and the number of issues, or why the file cannot be read."""
    place = real_place(path)
    try:
        if not place.exists() or not place.stat().st_size:
            return Glance(message=_absence_words(place))
        with naming_backups(place):
            # reading a file that this program has open would drop SQLite's locks on it (see main_file)
            header = _header_by_sqlite(place) if LibraryLock(place).taken() else read_header(place)
            if header:
                check_header(place, header, head_version())
        return _read(place)
    except UserError as error:
        return Glance(message=str(error))
    except (*REFUSALS, OSError):
        return Glance(message=tr("现在读不出来，可能正忙或已损坏"))


def _absence_words(path: Path) -> str:
    return tr("是空文件（0 字节），里面什么也没有") if path.exists() else tr("找不到这个文件")


def _header_by_sqlite(place: Path) -> Header:
    with closing(connect(place, STILL)) as connection:
        names = ("application_id", "user_version")
        numbers = [int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in names]
    return Header(application_id=numbers[0], version=numbers[1])


def _read(place: Path) -> Glance:
    # without a log the file is complete and is opened so that no -shm is created beside it
    how = "mode=ro" if has_log(place) and not would_mix(place) else STILL
    with closing(connect(place, how, busy_ms=_BUSY_MS)) as connection:
        bound_work(connection)
        refuse_odd_schema(connection, tr("刊库“{name}”", name=place.name))
        count = int(connection.execute(_COUNT).fetchone()[0])
        row = connection.execute(_NAME).fetchone() or connection.execute(_OTHER_NAME).fetchone()
    return Glance(masthead=str(row[0]) if row else "", issues=count)
