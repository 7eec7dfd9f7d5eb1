"""The command that cleans a text file or an issue: 整理."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from editor.cli.command import OpenLibrary
from editor.cli.looks import change_author
from editor.cli.output import show_json, show_message, warn
from editor.desk.cleaning import IssueCleaning, clean_issue, clean_lines, plan_library_issue
from editor.desk.files import read_file, write_file
from editor.desk.ports import Library
from editor.model.errors import UserError
from editor.model.number import date_label, label
from editor.text.cleaning import RULES, USUAL, Change, PieceKind
from editor.text.decode import decode_text

_MARKS = {
    PieceKind.SAME: ("", ""),
    PieceKind.REMOVED: ("[-", "-]"),
    PieceKind.ADDED: ("{+", "+}"),
    PieceKind.NOTE: (" → ", ""),
}


def clean(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Clean what is named, show what would change, or list the rules. Raises UserError."""
    off = _checked(call.off)
    if call.rules:
        _list_rules(as_json=call.json)
        return
    if not call.issue:
        raise UserError("请写明整理什么：文本文件，或一期的总期号、2024-50、latest。")
    path = Path(call.issue)
    if path.is_file():
        _clean_file(call, path, off)
        return
    if call.out or path.suffix:
        raise UserError(f"找不到文件“{call.issue}”，请检查文件名。")
    with open_library(call.library) as library:
        _clean_issue(call, library, off)


def _checked(off: Iterable[str]) -> frozenset[str]:
    unknown = [one for one in off if one not in {rule.id for rule in RULES}]
    if unknown:
        raise UserError(f"没有规则“{unknown[0]}”，用 clean --rules 列出全部规则。")
    return frozenset(off)


def _clean_file(call: argparse.Namespace, path: Path, off: frozenset[str]) -> None:
    made = clean_lines(decode_text(read_file(path), name=path.name), USUAL - off)
    if call.json:
        show_json({"changes": list(map(_row, made.changes)), "text": made.text})
    elif call.diff:
        _show(made.changes)
    elif call.out:
        write_file(call.out, made.text.encode())
        show_message(f"已写入 {call.out}，整理了 {len(made.changes)} 处")
    else:
        show_message(made.text.removesuffix("\n"))
    if not made.changes and (call.diff or call.out):
        warn("没有要整理的地方。")


def _clean_issue(call: argparse.Namespace, library: Library, off: frozenset[str]) -> None:
    if call.diff:
        _, cleaning = plan_library_issue(library, call.issue, off=off)
        _show_issue(cleaning, as_json=call.json)
        return
    made = clean_issue(library, call.issue, author=change_author(call, library), off=off)
    many = sum(len(one.changes) for one in made.cleaning.plans)
    if call.json:
        show_json({"issue": made.issue.uid, "changes": [_row(change) for _, change in made.cleaning.changes()]})
        return
    line = " ".join((made.issue.profile.masthead, date_label(made.issue.date), *label(made.issue.number)))
    undo = "，可在窗口里用“撤销刊库替换…”取消" if made.checkpoint else ""
    show_message(f"{line}：整理了 {many} 处{undo}" if many else f"{line}：没有要整理的地方")


def _show_issue(cleaning: IssueCleaning, *, as_json: bool) -> None:
    if as_json:
        show_json([_row(change) for _, change in cleaning.changes()])
        return
    for one in cleaning.plans:
        show_message(f"《{one.article.title.text}》")
        _show(one.changes)
    if not cleaning.plans:
        show_message("没有要整理的地方")


def _show(changes: Iterable[Change]) -> None:
    names = {rule.id: rule.name for rule in RULES}
    for change in changes:
        words = "".join(f"{_MARKS[one.kind][0]}{one.text}{_MARKS[one.kind][1]}" for one in change.pieces)
        show_message(f"  {names[change.rule]}：{words}".replace("\n", "⏎"))


def _row(change: Change) -> dict[str, str]:
    return {"rule": change.rule, "article": change.article, "before": change.before, "after": change.after}


def _list_rules(*, as_json: bool) -> None:
    if as_json:
        show_json([{"id": rule.id, "name": rule.name, "why": rule.why} for rule in RULES])
        return
    for rule in RULES:
        show_message(f"{rule.id:<18}{rule.name}：{rule.why}")
