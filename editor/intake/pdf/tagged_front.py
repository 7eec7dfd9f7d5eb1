"""Cover, credits page, contents and back matter of our own PDF."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from editor.document.pdf_contents import Tag
from editor.intake.past_issue.names import contact_kind
from editor.intake.pdf.tagged_pages import TaggedPages
from editor.model.credits import Credit, Name, NameKind
from editor.model.publication import Contact, ContactKind
from editor.text.characters import fold
from editor.text.dates import find_date

_FOLIO = re.compile(r"[\d ]{1,4}")
_ISSUED = "印发"
_LATIN = re.compile(r"[\x20-\x7e\u00a0-\u024f\u2018-\u201d\u2013\u2014·]+")


@dataclass(slots=True)
class TaggedFront:
    """What stands before the articles and behind them. codes: pictures by uid of the contact."""

    slogan: str = ""
    masthead: str = ""
    strapline: str = ""
    headline: tuple[str, ...] = ()
    secondary: list[str] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    codes: dict[str, bytes] = field(default_factory=dict)
    notice_label: str = ""
    notice: str = ""


@dataclass(slots=True)
class TaggedContents:
    """heading: as printed; sections: names with the titles of their articles; official: the folio stands behind."""

    heading: str = ""
    sections: list[tuple[str, list[str]]] = field(default_factory=list)
    official: bool = False


@dataclass(slots=True)
class TaggedPublisher:
    """A publisher of the back matter. logo: its bytes, empty without one."""

    name: str
    english_name: str = ""
    paragraphs: list[str] = field(default_factory=list)
    logo: bytes = b""


def leaves(tag: Tag) -> Iterator[Tag]:
    """Yield the elements that hold characters or pictures themselves."""
    if not any(True for _ in tag.tags()) or any(not isinstance(child, Tag) for child in tag.children):
        yield tag
    else:
        for child in tag.tags():
            yield from leaves(child)


# --- cover


def read_cover(pages: TaggedPages, tags: Sequence[Tag]) -> TaggedFront:
    """Return the front with what the cover says."""
    front = TaggedFront()
    at = next((at for at, tag in enumerate(tags) if tag.kind == "Title"), -1)
    front.slogan = "".join(pages.plain(tag) for tag in tags[: max(at, 0)])
    front.masthead = pages.plain(tags[at]) if at >= 0 else ""
    for tag in tags[at + 1 :]:
        if tag.kind == "Link":
            front.headline = pages.lines(tag)
        elif tag.has("Link"):
            words = [pages.plain(link) for link in leaves(tag)]
            front.secondary = words[1::3]
        elif not front.strapline:
            front.strapline = _strapline(pages, tag)
    return front


def _strapline(pages: TaggedPages, tag: Tag) -> str:
    """Return the line beside date and number, or the one below them; the publisher beside the date alone is none."""
    texts = list(filter(None, (pages.plain(leaf) for leaf in leaves(tag))))
    dated = [text for text in texts if find_date(text)]
    if dated and "期" not in dated[0] and "增刊" not in dated[0]:
        return ""
    numbered = re.compile(r"^第.+期|^（?总第|增刊")
    return next((text for text in texts if text not in dated and not numbered.match(text)), "")


# --- credits page


def read_credits(pages: TaggedPages, front: TaggedFront, tags: Sequence[Tag]) -> None:
    """Add rows, contacts and notice. tags: of the credits page, the first being its head."""
    for tag in tags[1:]:
        if tag.kind in ("P", "Span"):
            _read_notice(pages, front, tag)
        elif tag.has("Figure") or _are_contacts(pages, tag):
            _read_contacts(pages, front, tag)
        else:
            _read_rows(pages, front, tag)


def _read_notice(pages: TaggedPages, front: TaggedFront, tag: Tag) -> None:
    glyphs = pages.glyphs(tag)
    bold = [glyph for glyph in glyphs if pages.faces[glyph.face].bold]
    label = "".join(glyph.text for glyph in bold).strip()
    front.notice_label = label.removesuffix("：")
    front.notice = pages.plain(tag).removeprefix(label)


def _are_contacts(pages: TaggedPages, tag: Tag) -> bool:
    """Return whether a grid has the contacts: it holds one grid for rows and perhaps one for codes."""
    cells = list(tag.tags())
    return len(cells) <= 2 and any(sum(1 for _ in cell.tags()) == 1 for cell in cells) and bool(pages.plain(tag))


def _read_rows(pages: TaggedPages, front: TaggedFront, tag: Tag) -> None:
    cells = list(tag.tags())
    for role, names in zip(cells[::2], cells[1::2], strict=False):
        people = any(child.kind == "Div" for child in names.tags())
        values = [pages.plain(leaf) for leaf in leaves(names)] if people else list(pages.lines(names))
        kind = NameKind.PERSON if people else NameKind.ORGANISATION
        front.credits.append(
            Credit(role=pages.plain(role), kind=kind, names=tuple(Name(text=value) for value in values if value))
        )


def _read_contacts(pages: TaggedPages, front: TaggedFront, tag: Tag) -> None:
    for part in tag.tags():
        for grid in part.tags():
            cells = list(grid.tags())
            if grid.has("Figure"):
                for cell in cells:
                    _read_code(pages, front, cell)
            else:
                for label, value in zip(cells[::2], cells[1::2], strict=False):
                    words = pages.plain(label), pages.plain(value)
                    front.contacts.append(Contact(label=words[0], value=words[1], kind=contact_kind(*words)))


def _read_code(pages: TaggedPages, front: TaggedFront, cell: Tag) -> None:
    figure = next((one for one in cell.all_tags() if one.kind == "Figure"), None)
    caption = "".join(pages.plain(one) for one in leaves(cell) if one is not figure)
    contact = Contact(label=caption or "二维码", kind=ContactKind.CODE, caption=caption)
    picture = pages.picture(figure) if figure else None
    if picture and picture.data:
        front.codes[contact.uid] = picture.data
    front.contacts.append(contact)


# --- contents


def read_contents_tags(pages: TaggedPages, heading: Tag | None, toc: Tag) -> TaggedContents:
    """Return the sections and entries of the table of contents."""
    made = TaggedContents(heading=pages.plain(heading) if heading else "")
    for tag in toc.tags():
        if tag.kind == "TOCI":
            made.sections.append((pages.plain(tag), []))
        elif tag.kind == "TOC" and made.sections:
            for entry in tag.tags():
                words = [pages.plain(leaf) for leaf in leaves(entry)]
                words = list(filter(None, words))
                made.official |= len(words) > 1 and not _FOLIO.fullmatch(words[0])
                made.sections[-1][1].append(_entry(words))
    return made


def _entry(words: list[str]) -> str:
    """Return an entry's title: what is no folio, or the longer of two numbers."""
    named = [word for word in words if not _FOLIO.fullmatch(word)]
    return "".join(named) if named else max(words, key=len, default="")


# --- back


def read_publishers(pages: TaggedPages, tags: Sequence[Tag]) -> list[TaggedPublisher]:
    """Return the publishers: a name in bold, its English name, paragraphs."""
    made: list[TaggedPublisher] = []
    for tag in tags:
        if tag.kind == "Div" or tag.has("Figure"):
            _take_head(pages, made, tag)
        else:
            _take_line(pages, made, tag)
    return made


def _take_head(pages: TaggedPages, made: list[TaggedPublisher], tag: Tag) -> None:
    figure = next((one for one in tag.all_tags() if one.kind == "Figure"), None)
    for leaf in leaves(tag):
        if leaf is not figure:
            _take_line(pages, made, leaf)
    picture = pages.picture(figure) if figure else None
    if picture and made:
        made[-1].logo = picture.data


def _take_line(pages: TaggedPages, made: list[TaggedPublisher], tag: Tag) -> None:
    text = pages.plain(tag)
    glyphs = [glyph for glyph in pages.glyphs(tag) if not glyph.text.isspace()]
    if not text:
        return
    if not made or all(pages.faces[glyph.face].bold for glyph in glyphs):
        made.append(TaggedPublisher(name=text))
    elif not made[-1].paragraphs and not made[-1].english_name and _LATIN.fullmatch(text):
        made[-1].english_name = text
    else:
        made[-1].paragraphs.append(text)


def read_imprint(pages: TaggedPages, tag: Tag) -> list[Credit] | None:
    """Return the recipients that a 版记 names, None for an element that is none."""
    texts = [text for leaf in leaves(tag) if (text := pages.plain(leaf))]
    if len(texts) < 2 or not texts[-1].endswith(_ISSUED) or not find_date(texts[-1]):
        return None
    rows = zip(texts[:-2:2], texts[1:-2:2], strict=False)
    return [_recipients(label.removesuffix("："), names) for label, names in rows]


def _recipients(role: str, names: str) -> Credit:
    words = tuple(Name(text=name) for name in re.split("[，。]", names) if name)
    return Credit(role=role, kind=NameKind.ORGANISATION, names=words)


def same(one: str, other: str) -> bool:
    """Return whether two texts are alike apart from width and blanks."""
    return fold(one) == fold(other)
