"""Tracked changes of a Word file: who made how many, and the article at each author's turn."""

import datetime as dt
from dataclasses import dataclass

from editor.intake.manuscript import TrackedChanges
from editor.intake.word.comments import NO_DATE, instant
from editor.intake.word.markup import attribute, qn
from editor.intake.word.package import Element
from editor.intake.word.session import REVISIONS
from editor.model.language import tr
from editor.text.sanitise import sanitise

# each author's turn is one more reading; the others share the last
_MOST_AUTHORS = 6


@dataclass(frozen=True, slots=True)
class Hand:
    """Authors whose changes count as one turn. names: as the file has them; at: of the first change."""

    names: frozenset[str]
    at: dt.datetime

    @property
    def author(self) -> str:
        """What to call them."""
        known = [sanitise(name).strip() or "佚名" for name in sorted(self.names)]
        return "、".join(known)


def hands_of(body: Element) -> tuple[Hand, ...]:
    """Return who made tracked changes, in the order of their first ones; nobody where there are none."""
    first: dict[str, dt.datetime] = {}
    for one in body.iter(*map(qn, sorted(REVISIONS))):
        author, at = attribute(one, "w:author"), instant(attribute(one, "w:date"))
        known = first.get(author)
        first[author] = at if known is None else min(known, at, key=_undated_last)
    order = sorted(first, key=lambda author: (_undated_last(first[author]), author))
    alone, rest = order[: _MOST_AUTHORS - 1], order[_MOST_AUTHORS - 1 :]
    hands = [Hand(frozenset((author,)), first[author]) for author in alone]
    return (*hands, *([Hand(frozenset(rest), first[rest[0]])] if rest else []))


def _undated_last(at: dt.datetime) -> tuple[bool, dt.datetime]:
    return at == NO_DATE, at


def changes_in(body: Element) -> int:
    """Return how many tracked changes of the text there are."""
    return sum(1 for _ in body.iter(*map(qn, sorted(REVISIONS))))


def revision_message(body: Element, changes: TrackedChanges) -> str:
    """Return a sentence on how tracked changes were read; empty where there are none, or where they are kept."""
    count = changes_in(body)
    if not count or changes is TrackedChanges.KEPT:
        return ""
    if changes is TrackedChanges.ACCEPTED:
        return tr("文件里有 {n} 处修订，按全部接受读入。", n=count)
    return tr("文件里有 {n} 处修订，按修订以前的样子读入。", n=count)
