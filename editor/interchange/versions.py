"""Fields added to the model after version 1 of its files: older files lack them and get the defaults.

Rows of a library are read by the same rule, so that a new field needs no migration.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from editor.model.article import Article, ArticleArchive
from editor.model.body import Figure, Run, Table
from editor.model.credits import Credit
from editor.model.issue import Issue, IssueArchive
from editor.model.notes import Note
from editor.model.publication import Defaults, NumberingRule, Publication, Publisher
from editor.model.registers import Person
from editor.model.review import Signoff
from editor.model.uid import derived_uid
from editor.model.waiver import Waiver

LATER: dict[type, frozenset[str]] = {
    ArticleArchive: frozenset({"proofreader", "signoffs", "tracking"}),
    Credit: frozenset({"filling", "rota"}),
    Defaults: frozenset({"steps"}),
    IssueArchive: frozenset({"steps"}),
    NumberingRule: frozenset({"combined"}),
    Person: frozenset({"rank"}),
    Publisher: frozenset({"dark_logo"}),
    Publication: frozenset(
        {"approvers", "file_name", "gate", "proof_steps", "review_steps", "second_pair", "skipping", "waiting"}
    ),
    Signoff: frozenset({"proofreader", "word"}),
}
NEWER: dict[type, frozenset[str]] = {
    Article: frozenset({"tight"}),
    ArticleArchive: frozenset({"guesses", "origin", "receipt"}),
    Figure: frozenset({"chart", "chart_kind", "original"}),
    Issue: frozenset({"cover_articles"}),
    Publication: frozenset({"cleaning_off", "points", "rule_levels", "rule_set", "waivers"}),
    IssueArchive: frozenset({"ticks"}),
    Run: frozenset({"footnote"}),
    Table: frozenset({"alignments", "header_rows", "spans"}),
    Waiver: frozenset({"words"}),
}
"""Fields added after the first release whose files are kept (tests/corpus): left out where they hold the default.

So values written and signed before keep their bytes and hashes. A field of LATER is always written. What holds one of
them says so by its version (`mirror.has_newer`): programs of before could not read it.
"""
_UNKNOWN = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def noted(notes: tuple[Note | str, ...]) -> tuple[Note, ...]:
    """Return notes; older ones are stored as bare text and become notes without author and date."""
    return tuple(_note(one) if isinstance(one, str) else one for one in notes)


_NOTES: Mapping[str, tuple[Any, Callable[[Any], Any]]] = {"notes": (tuple[Note | str, ...], noted)}
OLDER: Mapping[type, Mapping[str, tuple[Any, Callable[[Any], Any]]]] = {ArticleArchive: _NOTES, IssueArchive: _NOTES}
"""Fields that were of another type: the type in which both are read, and what makes it the model's."""


def _note(words: str) -> Note:
    return Note(author="", at=_UNKNOWN, text=words, uid=derived_uid("note", words))
