"""Opening a library, and the library as the desk sees it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from db.backup import back_up
from db.closed_file import closed_engine
from db.engine import library_engine
from db.header import check_header, head_version, read_header
from db.holder import Holder
from db.place import default_library
from db.presence import check_absence, closed_words, naming_backups
from db.refusals import REFUSALS, refused
from db.store import Store
from db.upgrade import upgrade
from editor.desk.files import reason_of
from editor.model.errors import UserError
from editor.model.language import tr
from editor.system.lasting import make_folders


@contextmanager
def open_library(path: Path | None = None) -> Iterator[Store]:
    """Open a library, making or upgrading it where needed; read-only while another program has it.

    Raises UserError for a file that is no library, a newer one, or a place that cannot be used.
    """
    place = path or default_library()
    with naming_backups(place):
        header = read_header(place)
        if header is None:
            check_absence(place)
        else:
            check_header(place, header, head_version())
    closed = closed_words(place)
    if header and closed:
        with _read_only(place, header.version, closed) as library:
            yield library
        return
    holder = Holder(place)
    writable = _take(holder, place)
    try:
        engine = _prepared(place, None if header is None else header.version, read_only=not writable)
    except BaseException:
        holder.release()
        raise
    try:
        yield Store(engine, place, holder="" if writable else holder.who())
    finally:
        engine.dispose()
        holder.release()


@contextmanager
def _read_only(place: Path, version: int, closed: str) -> Iterator[Store]:
    with ExitStack() as stack:
        try:
            engine = stack.enter_context(closed_engine(place, version))
        except OSError as error:
            raise _unusable(place, error, reading=True) from error
        except (DBAPIError, *REFUSALS) as error:
            raise _not_opened(place, error) from error
        holder = Holder(place)
        yield Store(engine, place, holder=holder.who() if holder.is_taken() else "", closed=closed)


def _take(holder: Holder, place: Path) -> bool:
    try:
        make_folders(place.parent)
        return holder.take()
    except OSError as error:
        raise _unusable(place, error) from error


def _prepared(place: Path, version: int | None, *, read_only: bool) -> Engine:
    engine = _engine(place, read_only=read_only)
    try:
        if version != head_version():
            _bring_up(engine, place, version, read_only=read_only)
    except (DBAPIError, *REFUSALS) as error:
        engine.dispose()
        raise _not_opened(place, error) from error
    except UserError:
        engine.dispose()
        raise
    return engine


def _engine(place: Path, *, read_only: bool) -> Engine:
    try:
        return library_engine(place, read_only=read_only)
    except OSError as error:
        raise _unusable(place, error) from error


def _bring_up(engine: Engine, place: Path, version: int | None, *, read_only: bool) -> None:
    if read_only:
        raise UserError(tr("刊库正在被另一个程序升级，请稍后再打开。"))
    if version is not None:
        back_up(place)
    upgrade(engine)


def _unusable(place: Path, error: OSError, *, reading: bool = False) -> UserError:
    return UserError(tr("无法打开刊库“{place}”：{reason}。", place=place, reason=reason_of(error, reading=reading)))


def _not_opened(place: Path, error: Exception) -> UserError:
    return refused(tr("无法打开刊库“{place}”", place=place), place, getattr(error, "orig", None) or error)
