"""Options of one rendering: for the printer, as a galley proof, as a draft."""

import datetime as dt

from editor.model.dataclass import dataclass

PAPER_SHEET = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleyProof:
    """A paper proof (校样). number: from 1; at: when it was made; code: identifies the content it shows."""

    number: int
    at: dt.datetime
    code: str

    @property
    def stamp(self) -> str:
        """The line on every page."""
        return f"校样 第 {self.number} 次　{self.at:%Y-%m-%d %H:%M}　内容码 {self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """duplex: covers and first page on the right, folios outside; of_four: blank pages up to a multiple of four.

    bleed: the cover 3 mm larger on every side; watermark: across every page, empty for none; proof: line numbers,
    a wide margin and a stamp. Line and page breaks of the text are those of the plain issue.
    """

    duplex: bool = False
    of_four: bool = False
    bleed: bool = False
    watermark: str = ""
    proof: GalleyProof | None = None


PLAIN = PrintOptions()


def blank_pages(sheets: int) -> int:
    """Return how many pages are missing to a multiple of four."""
    return -sheets % PAPER_SHEET
