"""Reads the events of the HTML parser without building a tree, so that deep nesting costs nothing."""

from collections.abc import Mapping

from editor.intake.html import elements
from editor.intake.html.builder import Builder
from editor.intake.html.flow import FlowKind
from editor.intake.html.images import FindPicture, no_picture, read_image
from editor.intake.html.known import KnownFields, own_footnote
from editor.intake.html.losses import Account, Loss
from editor.intake.html.open_element import OpenElement, opened
from editor.intake.html.style import UNSTYLED, Style, read_style
from editor.model.body import Run
from editor.text.sanitise import clean, sanitise

_BULLET = "·"


class Walker:
    """Target of the parser. ranks: levels of the headings h1 to h6, in order."""

    def __init__(self, ranks: tuple[int, ...], *, find_picture: FindPicture = no_picture, page: bool = False) -> None:
        """Begin with an empty body.

        find_picture: bytes of a picture by its address; page: a whole page, where ornaments are told by their names.
        """
        self.account: Account = Account()
        self.known = KnownFields()
        self.builder = Builder(ranks, self.account, find_picture)
        self._page = page
        self._frames = [OpenElement(Run(text=""))]
        self._text: list[str] = []
        self._field_text: list[str] = []
        self._skipped = 0
        self._loss: Loss | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        self._take_text()
        if self._skipped:
            self._skipped += 1
            return
        words = own_footnote(attributes)
        if words is not None:
            self.builder.line.anchor(words, self._frames[-1].look)
            self._skipped, self._loss = 1, None
            return
        style = read_style(attributes["style"]) if "style" in attributes else UNSTYLED
        if self._skips(tag, attributes, style):
            self._skipped = 1
            return
        frame = opened(self._frames[-1], tag, attributes, style, self.account)
        if frame.block:
            self._end_line()
        self._frames.append(frame)
        self._open(tag, attributes, style)

    def end(self, _tag: str) -> None:
        """Close an element."""
        self._take_text()
        if self._skipped:
            self._skipped -= 1
            return
        if self._frames[-1].block or self._frames[-1].opened:
            self._end_line()
            self.builder.line.marker = ""
        frame = self._frames.pop()
        if frame.opened:
            self.builder.close()
        if frame.field and not self._frames[-1].field:
            self.known.put(frame.field, frame.value or "".join(self._field_text).strip())
            self._field_text = []

    def data(self, text: str) -> None:
        """Take text; it comes in pieces, each entity one of its own."""
        self._text.append(text)

    def close(self) -> "Walker":
        """End the last line and return the walker."""
        self._take_text()
        self._end_line()
        return self

    def _take_text(self) -> None:
        if not self._text:
            return
        text = "".join(self._text)
        self._text = []
        if self._skipped:
            self._count_lost(text)
            return
        cleaning = clean(text)
        self.account[Loss.CHARACTERS] += sum(count for _, count in cleaning.removed)
        frame = self._frames[-1]
        if frame.field:
            self._field_text.append(cleaning.text)
        elif frame.marker:
            self._add_marker(cleaning.text)
        elif frame.lines:
            self._add_lines(cleaning.text)
        else:
            self.builder.line.add(cleaning.text, frame.look)

    def _skips(self, tag: str, attributes: Mapping[str, str], style: Style) -> bool:
        """Return whether an element is skipped with its contents; count what a reader would miss as a loss."""
        self._loss = None
        if tag == "meta":
            self.known.meta(attributes)
        if tag in elements.UNSEEN or style.comment:
            return True
        if tag in elements.EMBEDDED:
            self.account[Loss.EMBEDDED] += 1
            return True
        if tag in elements.READINGS:
            self.account[Loss.RUBY] += 1
            return True
        # WeChat hides the whole article until a script has run
        hidden = (style.hidden or "hidden" in attributes) and attributes.get("id") != "js_content"
        self._loss = Loss.DELETED if tag == "del" else Loss.HIDDEN if hidden else None
        return self._loss is not None

    def _count_lost(self, text: str) -> None:
        if self._loss and not text.isspace():
            self.account[self._loss] += 1
            self._loss = None

    def _open(self, tag: str, attributes: Mapping[str, str], style: Style) -> None:
        in_table = self.builder.place is FlowKind.TABLE
        if tag == "br":
            self._break()
        elif tag == "img":
            self._image(attributes, style)
        elif tag == "li" and self.builder.place is not FlowKind.LIST:
            self.builder.line.marker = _BULLET
        elif tag == "tr" and in_table:
            self.builder.row()
        elif tag in ("thead", "tbody", "tfoot") and in_table:
            self.builder.rows_of(tag)
        elif self.builder.place is not FlowKind.CITE:
            if tag == "cite":
                self._end_line()
            self._frames[-1].opened = self.builder.open(tag, attributes)

    def _image(self, attributes: Mapping[str, str], style: Style) -> None:
        image = read_image(attributes, style, page=self._page)
        if image.spacer or self._frames[-1].field:
            return
        if image.icon and image.figure.alt:
            self.builder.line.add(sanitise(image.figure.alt), self._frames[-1].look)
        elif image.icon:
            self.account[Loss.ICONS] += 1
        else:
            self._end_line()
            self.builder.figure(image)

    def _add_marker(self, text: str) -> None:
        """Add to the marker what Word typed; an empty text was a bullet of a symbol font."""
        bare = text.strip("\u00a0 \n")
        line = self.builder.line
        line.marker += bare if text or line.marker else _BULLET

    def _add_lines(self, text: str) -> None:
        for place, line in enumerate(text.split("\n")):
            if place:
                self._break()
            self.builder.line.add(line, self._frames[-1].look)

    def _break(self) -> None:
        """End the line; inside a heading, add a line end to it instead."""
        if self._frames[-1].heading:
            self.builder.line.add("\n", self._frames[-1].look)
        else:
            self._end_line()

    def _end_line(self) -> None:
        self.builder.end_line(self._frames[-1].heading)
