"""Our own PDF becomes the issue that it was made of, by its tags."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from editor.document.pdf_contents import PdfContents, Tag
from editor.intake.past_issue.number_line import NumberLine, read_number_line
from editor.intake.pdf.tagged_article import TaggedArticle
from editor.intake.pdf.tagged_blocks import ArticleTags
from editor.intake.pdf.tagged_front import (
    TaggedContents,
    TaggedFront,
    TaggedPublisher,
    read_contents_tags,
    read_cover,
    read_credits,
    read_imprint,
    read_publishers,
    same,
)
from editor.intake.pdf.tagged_pages import TaggedPages

_DATE = re.compile(r"\s\d{4}年\d{1,2}月\d{1,2}日")


@dataclass(slots=True)
class TaggedIssue:
    """What our own PDF says. sections: names with their articles; entries: titles of the contents, article by article.

    back_heading: empty without back matter.
    """

    number_line: NumberLine
    front: TaggedFront
    contents: TaggedContents
    sections: list[tuple[str, list[TaggedArticle]]] = field(default_factory=list)
    back_heading: str = ""
    publishers: list[TaggedPublisher] = field(default_factory=list)


def read_tagged(contents: PdfContents) -> TaggedIssue | None:
    """Return the issue of our own PDF, None for any other: its title names masthead, date and number."""
    number_line = read_number_line(_after_masthead(contents.title))
    if contents.tags is None or number_line is None or not contents.tags.has("H2"):
        return None
    tags = _top(contents.tags)
    return _Reader(contents, number_line).read(tags)


def masthead_in(title: str) -> str:
    """Return the masthead in the title of our own PDF."""
    match = _DATE.search(title)
    return title[: match.start()].strip() if match else ""


def _after_masthead(title: str) -> str:
    match = _DATE.search(title)
    return title[match.start() :].strip() if match else ""


def _top(tags: Tag) -> tuple[Tag, ...]:
    document = next((tag for tag in tags.tags() if tag.kind == "Document"), tags)
    return tuple(document.tags())


class _Reader:
    def __init__(self, contents: PdfContents, number_line: NumberLine) -> None:
        self._pages, self._title = TaggedPages(contents), contents.title
        self._number_line = number_line

    def read(self, tags: Sequence[Tag]) -> TaggedIssue | None:
        toc = next((at for at, tag in enumerate(tags) if tag.kind == "TOC"), None)
        body = self._body_start(tags, toc)
        if body is None:
            return None
        front = self._front(tags[: toc if toc is not None else body])
        front.masthead = masthead_in(self._title) or front.masthead
        heading = self._heading_before(tags, toc) if toc is not None else None
        listed = read_contents_tags(self._pages, heading, tags[toc]) if toc is not None else TaggedContents()
        made = TaggedIssue(number_line=self._number_line, front=front, contents=listed)
        self._read_body(made, tags[body:])
        return made

    def _body_start(self, tags: Sequence[Tag], toc: int | None) -> int | None:
        start = toc + 1 if toc is not None else 0
        return next((at for at in range(start, len(tags)) if _opener(tags[at]) or tags[at].kind == "H2"), None)

    def _heading_before(self, tags: Sequence[Tag], toc: int) -> Tag | None:
        return next((tag for tag in tags[toc - 1].all_tags() if tag.kind == "H1"), None) if toc else None

    def _front(self, tags: Sequence[Tag]) -> TaggedFront:
        cover = [tag for tag in tags if self._pages.page(tag) == 0]
        front = read_cover(self._pages, cover)
        rest = [tag for tag in tags if self._pages.page(tag) > 0 and not _opener(tag)]
        read_credits(self._pages, front, rest)
        return front

    def _read_body(self, made: TaggedIssue, tags: Sequence[Tag]) -> None:
        tags = self._without_imprint(made, tags)
        names = [name for name, _ in made.contents.sections]
        articles = ArticleTags(self._pages, official=made.contents.official)
        at = 0
        while at < len(tags):
            end = next((one for one in range(at + 1, len(tags)) if _divides(tags[one])), len(tags))
            opener = _opener(tags[at])
            if opener and len(made.sections) >= len(names) > 0:
                made.back_heading = opener.title or self._pages.plain(opener)
                made.publishers = read_publishers(self._pages, tags[at + 1 :])
                return
            if opener:
                made.sections.append((self._name(opener, names, len(made.sections)), []))
            elif tags[at].kind == "H2":
                if not made.sections:
                    made.sections.append((names[0] if names else "正文", []))
                made.sections[-1][1].append(articles.read(tags[at], tags[at + 1 : end]))
            at = end

    def _name(self, opener: Tag, names: Sequence[str], place: int) -> str:
        printed = opener.title or self._pages.plain(opener)
        return next((name for name in names[place : place + 1] if same(name, printed)), printed)

    def _without_imprint(self, made: TaggedIssue, tags: Sequence[Tag]) -> Sequence[Tag]:
        recipients = read_imprint(self._pages, tags[-1]) if tags else None
        if recipients is None:
            return tags
        made.front.credits += recipients
        return tags[:-1]


def _opener(tag: Tag) -> Tag | None:
    """Return the head of a section or of the back matter in an element."""
    if tag.kind == "H1":
        return tag
    if tag.kind not in ("Div", "P"):
        return None
    return next((one for one in tag.all_tags() if one.kind == "H1"), None)


def _divides(tag: Tag) -> bool:
    return tag.kind == "H2" or _opener(tag) is not None
