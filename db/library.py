"""Opening a library, and the library as the desk sees it."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from db.beside import WAL, beside
from db.closed_file import closed_connections
from db.connections import Connections
from db.header import APPLICATION_ID, check_header, head_version, header_of, read_header
from db.leftovers import foreign_leftovers, founds, mixed_refusal, put_aside
from db.library_lock import LibraryLock
from db.main_file import read_main
from db.migrating import upgrade_file
from db.new_library import found, refuse_lost, unfinished
from db.own_file import OwnFile
from db.place import default_library, real_place
from db.presence import check_absence, closed_words, naming_backups
from db.refusals import REFUSALS, refused
from db.schema import refuse_odd_schema
from db.sessions import Access
from db.store import Store
from db.wal import read_wal
from editor.desk.files import reason_of
from editor.model.errors import UserError
from editor.model.language import tr
from editor.system.lasting import make_folders

_LOG = logging.getLogger(__name__)


@contextmanager
def open_library(path: Path | None = None) -> Iterator[Store]:
    """Open a library, making or upgrading it where needed; read-only while another program has it.

    A library in a place without write permission is opened read-only. Raises UserError for a file that is no library,
    one of a newer version, or a place that cannot be used.
    """
    given = path or default_library()
    place = real_place(given)
    with naming_backups(place):
        found_whole = _is_whole(place)
    if not found_whole:
        check_absence(given)
    closed = closed_words(place) if found_whole else ""
    with _closed(place, closed) if closed else _open(place, anew=not found_whole) as store:
        _LOG.info("opened %s, read-only %s", place, store.read_only)
        yield store


@contextmanager
def _open(place: Path, *, anew: bool) -> Iterator[Store]:
    holder = LibraryLock(place)
    writable = _take(holder, place)
    try:
        opened = _writable(place, anew=anew) if writable else _read_only(place, holder.who())
    except BaseException:
        holder.release()
        raise
    try:
        yield opened
    finally:
        opened.close()
        holder.release()


@contextmanager
def _closed(place: Path, closed: str) -> Iterator[Store]:
    with ExitStack() as stack:
        try:
            connections = stack.enter_context(closed_connections(place))
            with connections.idle() as raw:
                refuse_odd_schema(raw, tr("刊库“{name}”", name=place))
        except OSError as error:
            raise _unusable(place, error, reading=True) from error
        except REFUSALS as error:
            raise _not_opened(place, error) from error
        holder = LibraryLock(place)
        yield Store(connections, place, Access(holder=holder.who() if holder.taken() else "", closed=closed))


def _is_whole(place: Path) -> bool:
    """Return whether there is a library, not just an unfinished one. Raises UserError for what is no library of ours.

    The file is read before anything is created beside it.
    """
    header = read_header(place)
    if header is None:
        return False
    if header.application_id == 0:
        try:
            if unfinished(place, read_main(place)):
                return False
            if _all_in_log(place):
                return True
        except OSError as error:
            raise _unusable(place, error) from error
    check_header(place, header, head_version())
    return True


def _all_in_log(place: Path) -> bool:
    wal = read_wal(beside(place, WAL))
    return wal is not None and wal.complete and founds(wal)


def _take(holder: LibraryLock, place: Path) -> bool:
    try:
        make_folders(place.parent)
        return holder.take()
    except OSError as error:
        raise _unusable(place, error) from error


def _read_only(place: Path, holder: str) -> Store:
    try:
        header, mixed = read_header(place), foreign_leftovers(place, in_use=True)
        if mixed:
            raise mixed_refusal(place)
        if header is None or (header.application_id, header.version) != (APPLICATION_ID, head_version()):
            raise UserError(tr("刊库正在被另一个程序升级，请稍后再打开。"))
        connections = Connections(place, read_only=True)
    except OSError as error:
        raise _unusable(place, error) from error
    with _refusing(place, connections):
        with connections.idle() as raw:
            refuse_odd_schema(raw, tr("刊库“{name}”", name=place))
        return Store(connections, place, Access(holder=holder))


def _writable(place: Path, *, anew: bool) -> Store:
    try:
        if anew:
            refuse_lost(place)
        notices = put_aside(place, foreign_leftovers(place))
        if anew and not _all_in_log(place):
            found(place)
        wal = read_wal(beside(place, WAL))
        if wal and wal.firsts:
            # the log may hold the upgrade by a newer version
            check_header(place, header_of(wal.firsts[-1]), head_version())
        own = OwnFile(place, wal.values if wal else frozenset())
        connections = Connections(place, read_only=False, watch=own)
    except OSError as error:
        raise _unusable(place, error) from error
    except REFUSALS as error:
        raise _not_opened(place, error) from error
    with _refusing(place, connections, own):
        notices += _bring_up(connections, place)
        own.watch(connections)
        return Store(connections, place, Access(own=own, notices=notices))


def _bring_up(connections: Connections, place: Path) -> tuple[str, ...]:
    """Upgrade an older library to the head revision, and return messages for its user. Raises UserError."""
    with connections.idle() as raw:
        version = int(raw.execute("PRAGMA user_version").fetchone()[0])
        refuse_odd_schema(raw, tr("刊库“{name}”", name=place))
    if version == head_version():
        return ()
    from db.backup import DamagedRowsError, back_up

    notices: tuple[str, ...] = ()
    try:
        back_up(place)
    except DamagedRowsError as error:
        # the backup of the damaged library exists, so the upgrade goes on: only the damaged row is lost
        notices = (str(error),)
    upgrade_file(connections)
    return notices


@contextmanager
def _refusing(place: Path, connections: Connections, own: OwnFile | None = None) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        if own:
            own.close(connections)
        else:
            connections.dispose()
        if isinstance(error, REFUSALS):
            raise _not_opened(place, error) from error
        raise


def _not_opened(place: Path, error: BaseException) -> UserError:
    return refused(tr("没有打开刊库“{place}”", place=place), place, error)


def _unusable(place: Path, error: OSError, *, reading: bool = False) -> UserError:
    return UserError(tr("无法打开刊库“{place}”：{reason}。", place=place, reason=reason_of(error, reading=reading)))
