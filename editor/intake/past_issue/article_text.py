"""An article's text while it is read, and as it was read."""

from dataclasses import dataclass, field

from editor.intake.past_issue.reading_types import LineRole
from editor.model.body import Block, Paragraph
from editor.text.joining import Whole


@dataclass(slots=True)
class ArticleText:
    """An article's text. parts: its blocks, unfinished paragraphs among them while reading; link_label: as printed.

    roles: what each line was taken for, by its number; objects: uids of the file's own pictures and tables.
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
