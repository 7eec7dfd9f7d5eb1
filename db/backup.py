"""Backups of a library: made, checked, thinned out. Their names: db/backup_names.py."""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from db.backup_names import backups_of, crc_of, folder_of, is_backup, new_name, read_name
from db.copying import checksum, write_copy
from db.inspection import Fault, content_faults, said_faults
from db.leftovers import has_log
from db.refusals import identity
from editor.desk.ports import Backup, Shares
from editor.desk.starting.keeping import kept
from editor.model.errors import UserError
from editor.model.language import tr

_KEPT_DAMAGED = 3


class DamagedRowsError(UserError):
    """Rows are damaged; the backup is kept nevertheless, under a name that says so."""


def back_up(library: Path, *, progress: Shares | None = None) -> Backup | None:
    """Make a checked backup, None where nothing has changed since the last; old ones are thinned out.

    Raises UserError where no trustworthy backup can be made; library and earlier backups are not changed then. Of a
    library with damaged rows, whose pages can be read, a backup is kept under a name that says so.
    """
    place = library.resolve()
    if is_backup(place):
        raise UserError(tr("“{name}”本身就是一份备份，不用再备份。", name=place.name))
    identity(place)
    before = backups_of(place)
    last = next((one for one in before if not one.damaged), None)
    if last and _same_moment(place, last.path):
        return None
    copying, checking = _halves(progress)
    faults: list[Fault] = []

    def name_of(part: Path) -> str:
        crc = checksum(part)
        faults.extend(content_faults(part, progress=checking))
        alike = (one for one in before if one.damaged == bool(faults) and crc_of(one.path) == crc)
        known = next(alike, None)
        return known.path.name if known else new_name(place, crc, before, now=_now(), damaged=bool(faults))

    copy = write_copy(place, folder_of(place), name_of, progress=copying)
    _keep_moment(place, copy)
    if faults:
        _thin_out_damaged(place)
        raise DamagedRowsError(_damage_words(copy, tuple(faults), before))
    if any(copy == one.path for one in before):
        return None
    _thin_out(place)
    return read_name(place, copy)


def _halves(progress: Shares | None) -> tuple[Shares, Shares]:
    """Return two progress functions: copying reports as the first half of the whole, checking as the second."""
    report = progress or (lambda _done, _total: None)
    return (lambda done, total: report(done, 2 * total)), (lambda done, total: report(total + done, 2 * total))


def _damage_words(copy: Path, faults: tuple[Fault, ...], before: tuple[Backup, ...]) -> str:
    sound = sum(not one.damaged for one in before)
    kept_words = tr("以前的 {n} 份都留着，没有动", n=sound) if sound else tr("以前还没有备份")
    return tr(
        "刊库里有内容损坏了：{rows}。这次的备份另存为“{name}”，不算完好；{kept}。"
        "请从完好的备份还原，或把这几处改好再备份。",
        rows=said_faults(faults),
        name=copy.name,
        kept=kept_words,
    )


def _same_moment(library: Path, copy: Path) -> bool:
    """Return whether the library was not written since the copy; a -wal that is not empty counts as written."""
    with suppress(OSError):
        return not has_log(library) and library.stat().st_mtime_ns == copy.stat().st_mtime_ns
    return False


def _keep_moment(library: Path, copy: Path) -> None:
    with suppress(OSError):
        moment = library.stat().st_mtime_ns
        os.utime(copy, ns=(moment, moment))


def _thin_out(library: Path) -> None:
    """Delete backups that others represent. A backup with changed bytes represents none and is never deleted."""
    sound = [one for one in backups_of(library) if not one.damaged]
    while True:
        stay = kept(one.at for one in sound)
        going = [one for one in sound if one.at not in stay]
        spoilt = {one.path for one in _standing_for(going, sound) if not _is_intact(one)}
        if not spoilt:
            break
        sound = [one for one in sound if one.path not in spoilt]
    _take_away(going)


def _standing_for(going: list[Backup], sound: list[Backup]) -> Iterator[Backup]:
    """Yield the backups that represent the deleted ones: the newest of the same day, else of the same month."""
    staying = [one for one in sound if one not in going]
    for gone in going:
        same_day = (one for one in staying if one.at.date() == gone.at.date())
        same_month = (one for one in staying if (one.at.year, one.at.month) == (gone.at.year, gone.at.month))
        found = next(same_day, None) or next(same_month, None)
        if found:
            yield found


def _is_intact(backup: Backup) -> bool:
    try:
        return checksum(backup.path) == crc_of(backup.path)
    except OSError:
        return False


def _thin_out_damaged(library: Path) -> None:
    _take_away([one for one in backups_of(library) if one.damaged][_KEPT_DAMAGED:])


def _take_away(backups: list[Backup]) -> None:
    for one in backups:
        with suppress(OSError):
            one.path.unlink()


def _now() -> dt.datetime:
    # local time without its zone: the file's name is read by the user
    return dt.datetime.now(tz=dt.UTC).astimezone().replace(microsecond=0, tzinfo=None)
