"""Comments of a Word file: who wrote what, when, which answer which, and which are done."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from editor.intake.word.markup import attribute, once, qn, short
from editor.intake.word.package import Element, WordPackage
from editor.model.notes import Anchor, Note, Reply
from editor.text.sanitise import sanitise

# what a comment without a date gets: the year says that none is known
NO_DATE = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
_TEXTS = frozenset(("w:t", "w:tab", "w:br", "w:cr", "w:noBreakHyphen"))
_BLANKS = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_MOST = 65_535


@dataclass(slots=True)
class Comment:
    """A comment. number: for its marks in the text; parent: identity of the comment it answers; key: of its extras."""

    number: int
    author: str
    at: dt.datetime
    text: str
    key: str = ""
    parent: str = ""
    done: bool = False


@dataclass(slots=True)
class Comments:
    """The comments of a file by their identity in the text."""

    by_id: Mapping[str, Comment] = field(default_factory=dict)

    def number(self, identity: str) -> int | None:
        """Return the number of a comment, None for one that is not there or answers another."""
        found = self.by_id.get(identity)
        return found.number if found and not found.parent else None

    def notes(self, anchors: Mapping[int, Anchor]) -> tuple[Note, ...]:
        """Return the comments as notes, those whose words are gone too. anchors: by number."""
        replies = self._replies()
        return tuple(
            _note(one, anchors.get(one.number, Anchor(gone=True)), replies.get(one.key, ()))
            for one in self.by_id.values()
            if not one.parent
        )

    def _replies(self) -> dict[str, tuple[Reply, ...]]:
        parents = {one.key: one.parent for one in self.by_id.values() if one.parent}
        made: dict[str, tuple[Reply, ...]] = {}
        for one in self.by_id.values():
            if one.parent:
                # answers to answers belong to the first comment
                key, seen = one.parent, {one.key}
                while key in parents and key not in seen:
                    seen.add(key)
                    key = parents[key]
                made[key] = (*made.get(key, ()), Reply(author=one.author, at=one.at, text=one.text))
        return made


def read_comments(package: WordPackage) -> Comments:
    """Return the comments of a file. Raises TooLargeError."""
    root = next((found for name in package.related("comments") if (found := package.tree(name)) is not None), None)
    found = {} if root is None else {attribute(one, "w:id"): one for one in root.findall(qn("w:comment"))}
    made = {key: _comment(at, one) for at, (key, one) in enumerate(found.items()) if at < _MOST}
    extras = (package.tree(name) for name in package.related("commentsExtended"))
    _extend(made.values(), [one for root in extras if root is not None for one in root])
    return Comments(made)


def note_text(element: Element) -> str:
    """Return the words of a comment, its paragraphs as lines."""
    lines = [
        "".join(_BLANKS.get(short(one)) or one.text or "" for one in once(paragraph, _TEXTS))
        for paragraph in element.iter(qn("w:p"))
    ]
    return sanitise("\n".join(lines)).strip()


def _comment(number: int, element: Element) -> Comment:
    keys = [attribute(one, "w14:paraId") for one in element.iter(qn("w:p"))]
    return Comment(
        number=number,
        author=sanitise(attribute(element, "w:author")).strip() or "佚名",
        at=instant(attribute(element, "w:date")),
        text=note_text(element),
        key=keys[-1] if keys else "",
    )


def _extend(comments: Iterable[Comment], extras: list[Element]) -> None:
    by_key = {attribute(one, "w15:paraId"): one for one in extras}
    known = {one.key: one for one in comments if one.key}
    for comment in comments:
        extra = by_key.get(comment.key) if comment.key else None
        parent = attribute(extra, "w15:paraIdParent")
        comment.parent = parent if parent in known and parent != comment.key else ""
        comment.done = attribute(extra, "w15:done") == "1"
    _break_circles(known)


def _break_circles(known: Mapping[str, Comment]) -> None:
    for one in known.values():
        key, seen = one.parent, {one.key}
        while key:
            if key in seen:
                one.parent = ""
                break
            seen.add(key)
            key = known[key].parent


def _note(comment: Comment, anchor: Anchor, replies: tuple[Reply, ...]) -> Note:
    note = Note(author=comment.author, at=comment.at, text=comment.text, anchor=anchor, replies=replies)
    return replace(note, resolved_by=comment.author, resolved_at=comment.at) if comment.done else note


def instant(text: str) -> dt.datetime:
    """Return an instant that Word wrote. Word calls its local time UTC; nothing in the file says where it was."""
    try:
        made = dt.datetime.fromisoformat(text)
        return made.replace(tzinfo=dt.UTC) if made.tzinfo is None else made.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return NO_DATE
