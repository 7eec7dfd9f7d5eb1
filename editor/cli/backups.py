"""The commands about backups. They work on files, so that they also help where a library cannot be opened."""

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path

from editor.cli.output import progress, show_json, show_message, warn
from editor.desk.ports import Backup, LibraryShelf, Shares
from editor.desk.starting.keeping import age_words
from editor.desk.starting.places import size_words
from editor.desk.starting.restoring import Restored, Restorer
from editor.model.errors import UserError

LATEST = "latest"
ShelfCommand = Callable[[argparse.Namespace, Restorer], None]


def back_up(call: argparse.Namespace, restorer: Restorer) -> None:
    """Make a backup."""
    shelf = restorer.shelf
    library = _library(call, shelf)
    if not library.exists():
        raise UserError(f"找不到刊库“{library}”，没有备份。请检查路径。{_hint(shelf, library)}")
    with progress("备份") as step:
        made = shelf.back_up(library, progress=_shares(step))
    if made is None:
        show_message("和最近一份备份相比没有改动，不用再备份。")
        return
    show_message(f"已备份 {made.path}（{size_words(made.size)}，逐条查过，完好）")


def list_backups(call: argparse.Namespace, restorer: Restorer) -> None:
    """List the backups, newest first, each read whole."""
    shelf = restorer.shelf
    library = _library(call, shelf)
    backups = shelf.backups_of(library)
    with progress("检查备份") as step:
        checked = [(one, _fault(shelf, one, step, backups)) for one in backups]
    if call.json:
        show_json([_row(one, fault) for one, fault in checked])
        return
    if not checked:
        show_message(f"“{library}”还没有备份。用 bulletin-desk backup 备份一次。")
    now = dt.datetime.now().astimezone().replace(tzinfo=None)
    for number, (one, fault) in enumerate(checked, 1):
        state = "已损坏" if fault else "有损：做成时刊库里已有损坏" if one.damaged else "完好"
        moment = f"{one.at:%Y-%m-%d %H:%M:%S}（{age_words(one.at, now)}）"
        show_message("  ".join((f"{number:3}", moment, size_words(one.size), one.path.name, state)))
    for _, fault in checked:
        if fault:
            warn(fault)


def restore(call: argparse.Namespace, restorer: Restorer) -> None:
    """Restore a backup to a copy, or into the library's place."""
    library = _library(call, restorer.shelf)
    backup = _chosen(call.backup, library, restorer.shelf)
    if call.to:
        _restore_copy(restorer, backup, call.to)
    elif call.replace or _is_lost(library):
        with progress("还原"):
            made = restorer.in_place(backup, library)
        show_message(f"已从 {backup.path.name} 还原到 {library}")
        if made.aside:
            show_message(f"原来的文件没有删，留在 {made.aside}")
        _say_beside(made)
    else:
        name = f"{library.stem} 副本 {backup.at:%Y-%m-%d %H.%M.%S}{library.suffix}"
        _restore_copy(restorer, backup, library.with_name(name))
        show_message("现在的刊库没有动；要用备份换掉它，加 --replace。")


SHELF_COMMANDS: dict[str, ShelfCommand] = {"backup": back_up, "backups": list_backups, "restore": restore}


def _library(call: argparse.Namespace, shelf: LibraryShelf) -> Path:
    place: Path = call.library or shelf.default_library()
    return place


def _restore_copy(restorer: Restorer, backup: Backup, target: Path) -> None:
    with progress("还原"):
        made = restorer.beside(backup, target)
    show_message(f"已从 {backup.path.name} 还原为 {target}")
    _say_beside(made)


def _say_beside(made: Restored) -> None:
    if made.message:
        warn(made.message)


def _is_lost(library: Path) -> bool:
    return not library.exists() or not library.stat().st_size


def _chosen(wanted: str, library: Path, shelf: LibraryShelf) -> Backup:
    backups = shelf.backups_of(library)
    if not backups:
        raise UserError(
            f"“{library}”没有备份，没有还原。备份在刊库旁边的“备份”文件夹里；刊库不在默认的地方时写明 --library。"
        )
    if wanted == LATEST:
        return _latest_sound(backups, shelf)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(backups):
        return backups[int(wanted) - 1]
    named = (one for one in backups if wanted in (one.path.name, one.path.stem, str(one.path)))
    found = next(named, None)
    if found is None:
        raise UserError(f"没有“{wanted}”这份备份。bulletin-desk backups 列出全部，可以写序号、文件名或 latest。")
    return found


def _latest_sound(backups: tuple[Backup, ...], shelf: LibraryShelf) -> Backup:
    for one in backups:
        if one.damaged:
            warn(f"{one.path.name} 做成时刊库里已有损坏，改用再早的一份。")
            continue
        try:
            shelf.check_backup(one)
        except UserError as error:
            warn(str(error))
            continue
        return one
    raise UserError("没有一份完好的备份，没有还原。要试试有损的一份，写明它的序号，并用 --to 另存。")


def _fault(shelf: LibraryShelf, backup: Backup, step: Callable[[str], None], backups: tuple[Backup, ...]) -> str:
    step(f"{backups.index(backup) + 1}/{len(backups)}")
    try:
        shelf.check_backup(backup)
    except UserError as error:
        return str(error)
    return ""


def _row(backup: Backup, fault: str) -> dict[str, object]:
    return {
        "file": str(backup.path),
        "at": backup.at.isoformat(),
        "size": backup.size,
        "sound": not (fault or backup.damaged),
        "fault": fault,
    }


def _hint(shelf: LibraryShelf, library: Path) -> str:
    return "它还有备份，可以用 bulletin-desk restore 还原。" if shelf.backups_of(library) else ""


def _shares(step: Callable[[str], None]) -> Shares:
    return lambda done, total: step(f"{100 * done // max(total, 1)}%")
