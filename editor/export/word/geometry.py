"""The measures of the Word page in twips (1/20 pt), from the look. Heights are exact, so that all renderers agree."""

import math

from editor.document.look import LookTable
from editor.document.table_setting import TableRoom, table_room
from editor.model.dataclass import dataclass

TWIPS_PER_POINT = 20
TWIPS_PER_MM = 1440 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
SEPARATOR = 20
SLACK = 200
_ROUNDING = 6
_CODE_HEIGHT = 1560
# what stands above the baseline: of a line, in Word and LibreOffice; of the type, in the PDF
BASELINE, ASCENT = 0.8, 0.88


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """Twips throughout; sizes of type in half-points (Word's w:sz). unit: the baseline grid.

    advance: of a full-width character of the body; tracking: what that takes or adds to its size; opener_units: lines
    of the grid that a section's name takes; title_bar: whether a bar stands over titles; tables: what tables have.
    """

    unit: int
    area: int
    top: int
    left: int
    measure: int
    body_size: int
    title_size: int
    title_line: int
    opener_size: int
    note_size: int
    small_size: int
    advance: int
    tracking: int
    head_size: int
    credits_size: int
    back_size: int
    opener_units: int
    head_indent: int
    lines: int
    title_bar: bool
    tables: TableRoom

    @property
    def title_sink(self) -> int:
        """How much lower the words of a title stand in Word's line than in the PDF's."""
        return round(self.title_line * BASELINE - self.title_size * 10 * ASCENT)

    @property
    def code_width(self) -> int:
        """The most that a code and the gap beside it take of the measure."""
        return _CODE_HEIGHT + 160

    @property
    def right(self) -> int:
        """The right margin, a little narrower than in the look, so that rounding never breaks a full line."""
        return PAGE_WIDTH - self.left - self.measure - _ROUNDING

    @property
    def bottom(self) -> int:
        """The bottom margin; the separators after tables need a little room below the last line."""
        return PAGE_HEIGHT - self.top - self.area - SLACK

    @property
    def turned_margins(self) -> tuple[int, int, int]:
        """Left, right and bottom margin of a page turned sideways."""
        left = (PAGE_HEIGHT - self.tables.turned_measure) // 2
        right = PAGE_HEIGHT - left - self.tables.turned_measure - _ROUNDING
        return left, right, PAGE_WIDTH - self.top - self.tables.turned_area - SLACK

    @property
    def capacity(self) -> int:
        """Height of the text on a full page."""
        return self.area + SLACK

    @property
    def card_height(self) -> int:
        """Height of the row with source, code, caption and address."""
        return self.unit * math.ceil(_CODE_HEIGHT / self.unit)

    @property
    def opener_height(self) -> int:
        """Height of a section's name."""
        return self.opener_units * self.unit

    @property
    def opener_line(self) -> int:
        """Height of the line with a section's name; the rest follows it as space."""
        return (self.opener_units - 1) * self.unit


def geometry(look: LookTable) -> Geometry:
    """Return the measures of a look."""
    unit = round(look.points("grid.pitch") * TWIPS_PER_POINT)
    size = round(look.points("grid.body") * 2)
    tracking = math.floor(look.points("grid.body") * TWIPS_PER_POINT - size * 10)
    return Geometry(
        unit=unit,
        area=look.count("grid.lines") * unit,
        top=round(look.millimetres("page.top") * TWIPS_PER_MM),
        left=round(look.millimetres("page.left") * TWIPS_PER_MM),
        measure=round(look.measure * TWIPS_PER_POINT),
        body_size=size,
        title_size=round(look.points("type.title") * 2),
        title_line=round(look.points("type.title_pitch") * TWIPS_PER_POINT),
        opener_size=round(look.points("type.opener") * 2),
        note_size=round(look.points("type.note") * 2),
        small_size=round(look.points("type.small") * 2),
        advance=size * 10 + tracking,
        tracking=tracking,
        head_size=round(look.points("type.h3") * 2),
        credits_size=round(look.points("type.credits") * 2),
        back_size=round(look.points("type.back") * 2),
        head_indent=2 if look.settings.get("style.subhead") == "indented" else 0,
        lines=look.count("grid.lines"),
        title_bar=look.text("style.title_align") != "center",
        tables=table_room(look),
        opener_units=2 if look.text("style.opener") == "plain" else 3,
    )
