"""Pure changes of the notes of a workspace. What does not change stays the same object."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from editor.model.article import Article
from editor.model.edits import put_article
from editor.model.issue import Issue
from editor.model.notes import Note, Reply
from editor.model.workspace import Workspace

_Notes = tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A note and the uid of its article, empty for one of the issue's."""

    article: str
    note: Note


def notes_of(issue: Issue) -> tuple[Noted, ...]:
    """Return the notes of an issue in printed order: its own first, then each article's by their places."""
    own = (Noted(article="", note=note) for note in issue.archive.notes)
    return (*own, *(Noted(article=article.uid, note=note) for article in issue.articles() for note in _sorted(article)))


def add_note(space: Workspace, article: str, note: Note) -> Workspace:
    """Return the workspace with one more note. article: uid, empty for the issue. Raises LookupError for none there."""
    if article and space.article(article) is None:
        raise LookupError(article)
    return _with_notes(space, article, lambda notes: (*notes, note))


def change_note(space: Workspace, uid: str, change: Callable[[Note], Note]) -> Workspace:
    """Return the workspace with a note changed; one that is not there changes nothing."""
    return _over_note(space, uid, lambda notes: tuple(change(one) if one.uid == uid else one for one in notes))


def drop_note(space: Workspace, uid: str) -> Workspace:
    """Return the workspace without a note."""
    return _over_note(space, uid, lambda notes: tuple(one for one in notes if one.uid != uid))


def replied(note: Note, *, author: str, at: dt.datetime, text: str) -> Note:
    """Return a note with one more reply. at: UTC."""
    return replace(note, replies=(*note.replies, Reply(author=author, at=at, text=text)))


def resolved(note: Note, *, by: str, at: dt.datetime) -> Note:
    """Return a note that somebody has resolved. at: UTC."""
    return replace(note, resolved_by=by, resolved_at=at)


def reopened(note: Note) -> Note:
    """Return a note that is open again."""
    return replace(note, resolved_by="", resolved_at=None)


def without_notes(space: Workspace) -> Workspace:
    """Return the workspace without any notes and ticks of 核红, which may change while nothing else may."""
    issue = space.issue
    sections = tuple(replace(one, articles=tuple(map(_bare, one.articles))) for one in issue.sections)
    bare = replace(issue, sections=sections, archive=replace(issue.archive, notes=(), ticks=()))
    return Workspace(issue=bare, drawer=replace(space.drawer, pending=tuple(map(_bare, space.drawer.pending))))


def _bare(article: Article) -> Article:
    return replace(article, archive=replace(article.archive, notes=())) if article.archive.notes else article


def _sorted(article: Article) -> Iterator[Note]:
    order = {block.uid: place for place, block in enumerate(article.blocks, 1)}
    yield from sorted(
        article.archive.notes, key=lambda note: (order.get(note.anchor.block, 0), note.anchor.start, note.at)
    )


def _over_note(space: Workspace, uid: str, change: Callable[[_Notes], _Notes]) -> Workspace:
    owners = [article.uid for article in space.articles() if any(one.uid == uid for one in article.archive.notes)]
    if any(one.uid == uid for one in space.issue.archive.notes):
        owners.append("")
    for owner in owners:
        space = _with_notes(space, owner, change)
    return space


def _with_notes(space: Workspace, article: str, change: Callable[[_Notes], _Notes]) -> Workspace:
    if not article:
        archive = space.issue.archive
        issue = replace(space.issue, archive=replace(archive, notes=change(archive.notes)))
        return replace(space, issue=issue)
    found = space.article(article)
    if found is None:
        return space
    archive_of = found.archive
    return put_article(space, replace(found, archive=replace(archive_of, notes=change(archive_of.notes))))
