"""The command that lists the issues, with as little as a list needs: nothing is imported that it may not use."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from editor.cli.command import OpenReader
from editor.cli.output import show_json, show_message, warn
from editor.cli.trusting import OpenTrust
from editor.desk.past_issues import past_issues
from editor.model.issue_state import CLOSED, EDITABLE, STATE_NAMES
from editor.model.number import date_label, label

if TYPE_CHECKING:
    from editor.desk.issue_entry import IssueEntry
    from editor.desk.ports import LibraryReader


def list_issues(call: argparse.Namespace, open_library: OpenReader, open_trust: OpenTrust) -> None:
    """List the issues, newest first; of closed ones also whether their approval counts here."""
    with open_library(call.library) as library:
        entries = library.issues()
        doubts = _doubts(library, entries, open_trust)
    if call.json:
        show_json([_entry_row(entry, doubts.get(entry.uid, ())) for entry in entries])
        return
    if not entries:
        show_message("刊库里还没有期刊。用 bulletin-desk import 文件 导入往期。")
    past = past_issues(entries)
    for entry in entries:
        line = (entry.masthead, date_label(entry.date), *label(entry.number), f"{entry.articles} 篇")
        doubtful = ("不作数",) if entry.uid in doubts else ()
        show_message("  ".join((*line, _state_words(entry, past=entry.uid in past), *doubtful)))
    for entry in entries:
        if entry.damage:
            warn(entry.damage)
    for words, uids in _by_words(doubts).items():
        named = "、".join("".join(label(entry.number)[-1:]) for entry in entries if entry.uid in uids)
        warn(f"{named} 的签发不作数：{words}")


def _state_words(entry: "IssueEntry", *, past: bool) -> str:
    """Return what an issue is; nobody is editing one that later issues have followed."""
    if entry.damage:
        return "已损坏"
    return "往期" if past and entry.state in EDITABLE else STATE_NAMES[entry.state]


def _doubts(
    library: "LibraryReader", entries: "Sequence[IssueEntry]", open_trust: OpenTrust
) -> dict[str, tuple[str, ...]]:
    if not any(entry.state in CLOSED for entry in entries):
        return {}
    from editor.desk.review.approved_issues import doubtful_issues
    from editor.desk.review.office import ReadingOffice

    return doubtful_issues(ReadingOffice(library=library, trust=open_trust()))


def _by_words(doubts: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Return the issues' uids by message, so that a fault of the whole library is printed once."""
    found: dict[str, list[str]] = {}
    for uid, remarks in doubts.items():
        for words in remarks:
            found.setdefault(words, []).append(uid)
    return found


def _entry_row(entry: "IssueEntry", doubts: tuple[str, ...]) -> dict[str, object]:
    return {
        "uid": entry.uid,
        "masthead": entry.masthead,
        "year": entry.number.year,
        "number": entry.number.number,
        "total": entry.number.total,
        "date": entry.date.isoformat(),
        "state": entry.state,
        "articles": entry.articles,
        "doubts": doubts,
        "damage": entry.damage,
    }
