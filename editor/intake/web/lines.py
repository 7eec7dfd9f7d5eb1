"""A page as the lines that a reader sees, each with its look, and the elements that hold them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from editor.intake.html import elements
from editor.intake.html.style import UNSTYLED, Style, read_style
from editor.intake.web.leftovers import PageLoss, left_out, ticker

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SQUEEZED = re.compile(r"\s+")
_SIZE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d+)?)\s*(px|pt|em|rem)")
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0}
# of the attribute of font elements, as browsers draw them (WHATWG HTML 15.3.4)
_FONT_SIZES = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_UNSEEN = (elements.UNSEEN | elements.EMBEDDED) - {"noframes"}
# elements that content systems invent for the parts of an article
_OWN_TAGS = ("ucap", "founder-", "publishtime")
_CELLS = frozenset(("td", "th"))


@dataclass(frozen=True, slots=True)
class Look:
    """How a line looks. rank: of the heading it is in, 0 for none; size: in pixels, 0 where nothing says so."""

    rank: int = 0
    size: float = 0.0
    centred: bool = False
    bold: bool = False


@dataclass(slots=True, eq=False)
class PageLine:
    """A line of a page. pieces: its texts, one an element; linked: characters in links; names: of its element.

    flags: places in Page.flagged of the elements around it that are no part of an article; cell: whether in a table;
    place: number of its element, the same for lines that only br parts;
    loss: what it is by itself, None for what may be the article's; edge: whether only where it stands says so.
    """

    pieces: list[str]
    linked: int
    look: Look
    names: str
    flags: tuple[int, ...]
    cell: bool
    place: int = 0
    text: str = ""
    squeezed: str = ""
    loss: PageLoss | None = None
    edge: bool = False

    def __post_init__(self) -> None:
        """Put the pieces together."""
        self.text = _BLANKS.sub(" ", "".join(self.pieces)).strip()
        self.squeezed = _SQUEEZED.sub("", self.text)

    @property
    def facts(self) -> str:
        """The text with a wide blank between the texts of its elements, which a style sheet sets apart."""
        return "\u2003".join(piece for piece in (_BLANKS.sub(" ", one).strip(" ") for one in self.pieces) if piece)


@dataclass(slots=True, eq=False)
class Region:
    """An element and its lines, from start to before end."""

    element: etree._Element
    start: int
    end: int
    names: str = ""


@dataclass(slots=True)
class Page:
    """A page taken apart. flagged: elements that are no part of an article, by tag or name, with what they are."""

    lines: list[PageLine] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    flagged: list[tuple[Region, PageLoss]] = field(default_factory=list)
    depth: int = 0
    frames: int = 0


def page_lines(root: etree._Element) -> Page:
    """Return the visible lines of a page in order."""
    reader = _Reader()
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            reader.start(element)
        elif event == "end":
            reader.end(element)
        else:
            reader.text(element.tail)
    reader.flush()
    page = reader.page
    for region in page.regions:
        # blanks that were pending when an element ended made no line
        region.start, region.end = min(region.start, len(page.lines)), min(region.end, len(page.lines))
    return page


@dataclass(slots=True)
class _Frame:
    look: Look
    names: str
    block: bool
    link: bool
    cell: bool
    flags: tuple[int, ...]
    region: Region | None = None
    place: int = 0


class _Reader:
    """Takes a tree's elements in order."""

    def __init__(self) -> None:
        self.page = Page()
        self._frames = [_Frame(Look(), "", block=True, link=False, cell=False, flags=())]
        self._pieces: list[str] = []
        self._linked = 0
        self._look: _Frame | None = None
        self._unseen = 0

    def start(self, element: etree._Element) -> None:
        tag, attributes = element.tag, element.attrib
        outer = self._frames[-1]
        if self._unseen or tag in _UNSEEN or _is_hidden(attributes):
            self.page.frames += tag in ("iframe", "frame") and not self._unseen
            self._unseen += 1
            return
        style = read_style(attributes["style"]) if "style" in attributes else UNSTYLED
        block = tag in elements.BLOCKS if style.block is None else style.block or tag in elements.ALWAYS_BLOCKS
        if block or tag == "br":
            self.flush()
        own_tag = tag if tag.startswith(_OWN_TAGS) else ""
        names = f"{attributes.get('class', '')} {attributes.get('id', '')} {own_tag}".strip()
        block = block or bool(own_tag)
        frame = _Frame(
            look=_look(outer.look, tag, attributes, style),
            names=(names if block else "") or outer.names,
            block=block,
            link=outer.link or tag == "a",
            cell=outer.cell or tag in _CELLS,
            flags=outer.flags,
            place=len(self.page.regions) + 1 if block else outer.place,
        )
        self._frames.append(frame)
        self._place(element, frame, names, left_out(tag, attributes) or ticker(tag, attributes, element.text))
        self.page.depth = max(self.page.depth, len(self._frames))
        self.text(element.text)

    def _place(self, element: etree._Element, frame: _Frame, names: str, loss: PageLoss | None) -> None:
        if not (frame.block or loss):
            return
        at = len(self.page.lines)
        frame.region = Region(element, at, at, names)
        self.page.regions.append(frame.region)
        if loss:
            frame.flags = (*frame.flags, len(self.page.flagged))
            self.page.flagged.append((frame.region, loss))

    def end(self, element: etree._Element) -> None:
        if self._unseen:
            self._unseen -= 1
            if not self._unseen:
                self.text(element.tail)
            return
        frame = self._frames.pop()
        if frame.block:
            self.flush()
        if frame.region:
            frame.region.end = len(self.page.lines) + bool(self._pieces and not frame.block)
        self.text(element.tail)

    def text(self, text: str | None) -> None:
        if text and not self._unseen:
            if self._look is None and not text.isspace():
                self._look = self._frames[-1]
            self._pieces.append(text)
            self._linked += len(text.strip()) if self._frames[-1].link else 0

    def flush(self) -> None:
        frame = self._look
        if frame is not None:
            self.page.lines.append(
                PageLine(self._pieces, self._linked, frame.look, frame.names, frame.flags, frame.cell, frame.place)
            )
        self._pieces, self._linked, self._look = [], 0, None


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    """Return whether an element is hidden; WeChat hides the whole article until a script has run."""
    if attributes.get("id") == "js_content":
        return False
    return "hidden" in attributes or ("style" in attributes and read_style(attributes["style"]).hidden)


def _look(outer: Look, tag: str, attributes: Mapping[str, str], style: Style) -> Look:
    rank = elements.HEADINGS.get(tag, outer.rank)
    size = _size(attributes.get("style", "")) or _FONT_SIZES.get(attributes.get("size", ""), 0) or outer.size
    side = style.side or attributes.get("align", "").lower()
    centred = side == "center" or tag == "center" if side or tag == "center" else outer.centred
    bold = outer.bold or tag in elements.BOLD if style.bold is None else style.bold
    if (rank, size, centred, bold) == (outer.rank, outer.size, outer.centred, outer.bold):
        return outer
    return Look(rank, size, centred, bold)


@lru_cache(maxsize=512)
def _size(style: str) -> float:
    match = _SIZE.search(style.lower())
    return float(match[1]) * _PIXELS[match[2]] if match else 0.0


def elements_of(page: Page) -> Iterator[etree._Element]:
    """Yield the elements that are no part of an article."""
    return (region.element for region, _ in page.flagged)
