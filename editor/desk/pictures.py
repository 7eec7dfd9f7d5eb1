"""The pictures of an issue, collected from the library."""

from collections.abc import Iterator

from editor.desk.ports import Library
from editor.model.body import Figure
from editor.model.issue import Issue
from editor.model.picture import Picture


def used_pictures(issue: Issue) -> tuple[Picture, ...]:
    """Return every picture that the issue prints, once each, in printed order."""
    return tuple({picture.sha256: picture for picture in _pictures(issue)}.values())


def picture_bytes(issue: Issue, library: Library) -> dict[str, bytes]:
    """Return the bytes of every picture of the issue by sha256."""
    return {picture.sha256: library.picture(picture.sha256) for picture in used_pictures(issue)}


def _pictures(issue: Issue) -> Iterator[Picture]:
    profile = issue.profile
    front = (profile.masthead_picture, issue.cover_picture, *(contact.picture for contact in issue.contacts))
    figures = (block.picture for item in issue.articles() for block in item.blocks if isinstance(block, Figure))
    logos = (publisher.logo for publisher in profile.publishers)
    yield from (picture for picture in (*front, *figures, *logos) if picture is not None)
