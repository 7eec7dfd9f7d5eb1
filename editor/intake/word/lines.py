"""What a Word file holds in order: its paragraphs as lines, with what their look says, and figures and tables."""

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from editor.intake.html.line import stripped
from editor.intake.html.lists import numbered
from editor.intake.word.marks import MARK, bare
from editor.intake.word.numbering import Numbered
from editor.model.body import Block, Run, Text, plain
from editor.model.runs import normal, part, with_text
from editor.model.uid import new_uid

SOFT, HARD = "\n", "\f"
"""A line break within a paragraph, and a page's or column's, which ends one."""


_BLANKS = " \u3000\u00a0\t"


class Role(Enum):
    """What the style of a paragraph says it is."""

    TEXT = auto()
    TITLE = auto()
    SUBTITLE = auto()
    QUOTE = auto()
    CAPTION = auto()
    TABLE_HEAD = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. level: of Word's heading, 0 for none; size: of most of its characters, half-points.

    strong: all of it is bold; uid: of the block it becomes, the same in every reading of a file.
    """

    runs: Text = ()
    role: Role = Role.TEXT
    level: int = 0
    centred: bool = False
    right: bool = False
    strong: bool = False
    size: int = 0
    numbered: Numbered | None = None
    uid: str = field(default_factory=new_uid)

    @property
    def text(self) -> str:
        """Its characters without the marks of notes."""
        return bare(plain(self.runs))

    def with_runs(self, runs: Text) -> "Line":
        """Return the line with other runs."""
        return replace(self, runs=normal(runs))


Item = Line | Block


def split_runs(runs: Text, mark: str) -> list[Text]:
    """Return the runs between the marks, without blanks at their ends; empty ones included."""
    made: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split(mark)
        made[-1].append(with_text(run, first))
        made.extend([with_text(run, piece)] for piece in rest)
    return [stripped(normal(tuple(piece))) for piece in made]


def parted(runs: Text) -> tuple[str, Text]:
    """Return the characters of runs without footnotes, and the footnotes' anchors."""
    words = "".join(run.text for run in runs if not run.footnote)
    return words, tuple(run for run in runs if run.footnote)


def without_front(runs: Text, count: int) -> Text:
    """Return runs without so many characters at their beginning and the blanks after them; marks of notes stay."""
    raw, at, marks = plain(runs), 0, ""
    while at < len(raw) and (count or raw[at] in _BLANKS or MARK.match(raw, at)):
        mark = MARK.match(raw, at)
        if mark:
            marks += mark[0]
            at = mark.end()
        else:
            count, at = max(count - 1, 0), at + 1
    return normal((Run(text=marks), *part(runs, at, len(raw))))


def with_marker(line: Line) -> Line:
    """Return a numbered line with its number as text; a bullet is left out."""
    if line.numbered is None or line.numbered.bullet or not line.numbered.marker:
        return replace(line, numbered=None)
    marker = line.numbered.marker
    # ① is a number to Python; only Latin ones are set off
    runs = numbered(marker, line.runs) if marker[-1:].isascii() else normal((Run(text=marker), *line.runs))
    return replace(line, runs=runs, numbered=None)


def body_size(items: list[Item]) -> int:
    """Return the type size of most characters, half-points; 0 where there is no text."""
    sizes: Counter[int] = Counter()
    for item in items:
        if isinstance(item, Line):
            sizes[item.size] += len(item.text)
    return sizes.most_common(1)[0][0] if sizes else 0
