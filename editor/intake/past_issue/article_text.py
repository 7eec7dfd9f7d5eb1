"""An article's text while it is read, and as it was read."""

import datetime as dt
from dataclasses import dataclass, field

from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.sources import SourceNote
from editor.model.body import Block, Paragraph
from editor.text.dates import read_date
from editor.text.joining import Whole


@dataclass(slots=True)
class ArticleText:
    """An article's text. parts: its blocks, unfinished paragraphs among them while reading; link_label: as printed.

    roles: what each line was taken for, by its number; objects: uids of the file's own pictures and tables. published:
    the day beside the source; left: such a day without its year, or an edition; byline: who is named under the title;
    author: whom the contents name; of_author: whether the source only says who the author is; from_contents: whether
    only the contents name it; said: paragraphs as printed that a source was taken out of; facts: numbers of lines that
    hold nothing else; unsure: lines to be looked at and why.
    """

    parts: list[Block | Whole] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    subtitle: str = ""
    source: str = ""
    link: str = ""
    link_label: str = ""
    link_caption: str = ""
    roles: dict[int, LineRole] = field(default_factory=dict)
    objects: set[str] = field(default_factory=set)
    published: dt.date | None = None
    left: str = ""
    byline: SourceNote | None = None
    author: str = ""
    of_author: bool = False
    from_contents: bool = False
    editor: str = ""
    proofreader: str = ""
    said: list[str] = field(default_factory=list)
    facts: set[int] = field(default_factory=set)
    unsure: list[tuple[int, str]] = field(default_factory=list)

    def take(self, note: SourceNote) -> None:
        """Take a source with its day."""
        self.source = note.name
        self.published = self.published or note.day
        self.left = note.left

    def published_in(self, year: int) -> dt.date | None:
        """Return the day of the source; one without a year lies in the given one."""
        return self.published or (read_date(self.left, year=year) if self.left else None)

    @property
    def open_text(self) -> Whole | None:
        """The paragraph that the next line may go on with, None where the last part is none."""
        last = self.parts[-1] if self.parts else None
        return last if isinstance(last, Whole) else None

    @property
    def last_block(self) -> Block:
        """The last part where it is finished, else an empty paragraph."""
        last = self.parts[-1] if self.parts else Paragraph()
        return Paragraph() if isinstance(last, Whole) else last
