"""Builds blocks: holds the open flows and the line being read."""

import re
from collections.abc import Mapping

from editor.intake.html.captions import close_figure
from editor.intake.html.flow import Cell, Flow, FlowKind, item_parts, one_text, plain_heading, quoted
from editor.intake.html.images import FindPicture, Image, no_picture
from editor.intake.html.known import own_chart
from editor.intake.html.line import HtmlLine
from editor.intake.html.lists import Marked, fold_list, is_bullet, numbered
from editor.intake.html.losses import Account, Loss
from editor.intake.html.tables import Grid, close_table, read_side, read_span
from editor.intake.manuscript import IncomingPicture
from editor.model.body import MISSING_PICTURE, Block, Figure, Heading, Paragraph, plain

# levels of nested flows; of deeper ones only the text is read
_DEEPEST = 40
_START = re.compile(r"[0-9]{1,9}")
_PLACES = {
    "ul": FlowKind.LIST,
    "ol": FlowKind.LIST,
    "menu": FlowKind.LIST,
    "dir": FlowKind.LIST,
    "table": FlowKind.TABLE,
    "blockquote": FlowKind.QUOTE,
    "figure": FlowKind.FIGURE,
}
_PLACES_IN = {
    ("li", FlowKind.LIST): FlowKind.ITEM,
    ("td", FlowKind.TABLE): FlowKind.CELL,
    ("th", FlowKind.TABLE): FlowKind.CELL,
    ("caption", FlowKind.TABLE): FlowKind.CAPTION,
    ("figcaption", FlowKind.FIGURE): FlowKind.CAPTION,
    ("cite", FlowKind.CAPTION): FlowKind.CITE,
}


class Builder:
    """Takes lines, images and the opening and closing of elements. ranks: levels of the headings h1 to h6, in order."""

    def __init__(self, ranks: tuple[int, ...], account: Account, find_picture: FindPicture = no_picture) -> None:
        """Begin with an empty body. find_picture: bytes of a picture by its address."""
        self.line = HtmlLine()
        self.pictures: list[IncomingPicture] = []
        self._account = account
        self._find_picture = find_picture
        self._ranks = ranks
        self._flows = [Flow(FlowKind.BODY)]
        self._grids: list[Grid] = []

    @property
    def blocks(self) -> list[Block]:
        """The body's blocks."""
        return self._flows[0].blocks

    @property
    def place(self) -> FlowKind:
        """What the innermost open flow is the inside of."""
        return self._flows[-1].place

    def open(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Open the flow of an element; return whether it has one."""
        place = _PLACES.get(tag) or _PLACES_IN.get((tag, self.place))
        if place is None or len(self._flows) >= _DEEPEST:
            return False
        flow = Flow(place)
        if place is FlowKind.LIST:
            start = attributes.get("start", "")
            flow.ordered, flow.start = tag == "ol", int(start) if _START.fullmatch(start) else 1
        elif place is FlowKind.TABLE:
            self._grids.append(Grid())
        elif place is FlowKind.FIGURE:
            flow.chart = own_chart(attributes)
        elif place is FlowKind.CELL:
            rows, columns = read_span(attributes.get("rowspan")), read_span(attributes.get("colspan"))
            side = read_side(attributes)
            flow.cell = self._grids[-1].add(Cell(head=tag == "th", rows=rows, columns=columns, side=side))
        self._flows.append(flow)
        return True

    def close(self) -> None:
        """Close the innermost flow: what it holds goes to the one around it."""
        flow = self._flows.pop()
        outer = self._flows[-1]
        match flow.place:
            case FlowKind.LIST:
                outer.parts.extend(fold_list(flow.parts, self._account, ordered=flow.ordered, start=flow.start))
            case FlowKind.ITEM:
                outer.parts.extend(item_parts(flow.blocks))
            case FlowKind.TABLE:
                outer.parts.extend((*flow.blocks, *close_table(self._grids.pop(), outer.cell, self._account)))
            case FlowKind.CELL if flow.cell:
                flow.cell.blocks = flow.blocks
            case FlowKind.QUOTE:
                outer.parts.extend(quoted(flow.blocks))
            case FlowKind.FIGURE:
                outer.parts.extend(close_figure(flow))
            case FlowKind.CITE:
                outer.source = plain(one_text(flow.blocks)).removeprefix("来源：")
            case FlowKind.CAPTION if outer.place is FlowKind.TABLE:
                self._grids[-1].caption = one_text(flow.blocks)
            case FlowKind.CAPTION:
                outer.caption, outer.source = one_text(flow.blocks), flow.source

    def row(self) -> None:
        """Begin a row of the innermost table."""
        self._grids[-1].rows.append([])

    def rows_of(self, part: str) -> None:
        """Begin a group of rows, thead, tbody or tfoot."""
        self._grids[-1].part = part

    def end_line(self, rank: int) -> None:
        """Make the line a block. rank: of the heading it is in, 0 for none."""
        marker, runs = self.line.marker, self.line.take()
        if not runs:
            return
        self.line.marker = ""
        parts = self._flows[-1].parts
        if rank:
            text = runs if not marker or is_bullet(marker) else numbered(marker, runs)
            parts.append(Heading(level=self._ranks[rank - 1], runs=plain_heading(text)))
        elif marker:
            parts.append(Marked(marker, runs))
        elif self.place is FlowKind.FIGURE and plain(runs) == MISSING_PICTURE:
            parts.append(Figure())
        else:
            parts.append(Paragraph(runs=runs))

    def figure(self, image: Image) -> None:
        """Put a figure where figures stand: not in a caption."""
        flow = next(flow for flow in reversed(self._flows) if flow.place not in (FlowKind.CAPTION, FlowKind.CITE))
        flow.parts.append(image.figure)
        found = (self._find_picture(address) for address in image.addresses)
        data = image.data or next(filter(None, found), b"")
        self._account[Loss.PICTURES] += not data
        uid = image.figure.uid
        self.pictures.append(IncomingPicture(figure=uid, name=image.name, address=image.address, data=data))
