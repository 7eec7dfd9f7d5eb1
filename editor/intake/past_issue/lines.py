"""Lines of a text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from editor.intake.past_issue.heads import head_of
from editor.intake.past_issue.reading_types import Correction, LineRole
from editor.intake.past_issue.structure import FormedText, LineForm
from editor.text.characters import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line with text. number: from 1 in the file; gap: blank lines before it.

    told: what an editor said that it is, None where nothing was said; section: of a title, as the editor chose it.
    form: what it is in a file with structure, None in a text; shown: TITLE, SECTION or, for neither, TEXT, where its
    look says so, with bare: its words without marks. indent: blanks before it in a text, in halves of a hanzi; ruled:
    a rule is printed right above it; out_of_turn: numbered as titles are, though not as the next one; guessed:
    a section's name by where it stands; skips: a title whose number leaves one out.
    """

    number: int
    text: str
    gap: int
    told: LineRole | None = None
    section: str = ""
    form: LineForm | None = field(default=None, compare=False, repr=False)
    shown: LineRole | None = None
    bare: str = ""
    indent: int = 0
    ruled: bool = False
    out_of_turn: bool = False
    guessed: bool = False
    skips: bool = False

    @property
    def of_object(self) -> bool:
        """Whether it belongs to a picture or a table of its file."""
        return self.form is not None and self.form.of_object

    @property
    def key(self) -> str:
        """The text for comparison."""
        return _folded(self.text)

    @property
    def bare_key(self) -> str:
        """The text without the marks of a title or a section, for comparison."""
        return _folded(head_of(self.text).text)


@lru_cache(maxsize=1 << 15)
def _folded(text: str) -> str:
    return fold(text)


Lines = Sequence[SourceLine]


def split_lines(text: str) -> list[SourceLine]:
    """Return the lines that hold anything, each knowing how many blank ones stand before it."""
    lines: list[SourceLine] = []
    gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.strip(" \u3000\u00a0") if "\t" in raw else raw.strip()
        if stripped.strip():
            lines.append(SourceLine(number=number, text=stripped, gap=gap, indent=_indent(raw)))
            gap = 0
        else:
            gap += 1
    return lines


def _indent(raw: str) -> int:
    before = raw[: len(raw) - len(raw.lstrip())]
    return sum(2 if char == "\u3000" else 4 if char == "\t" else 1 for char in before)


def formed_lines(text: FormedText) -> list[SourceLine]:
    """Return the lines of a file with structure; none of them is empty."""
    return [SourceLine(number=at, text=one.text, gap=0, form=one.form) for at, one in enumerate(text.lines, 1)]


def told_lines(lines: Lines, corrections: Iterable[Correction]) -> list[SourceLine]:
    """Return lines with what an editor said about them; the last word about a line counts.

    What is said of a picture's line or a table's row is said of all of it: it is left out, or read as lines.
    """
    said = {one.line: one for one in corrections}
    made: list[SourceLine] = []
    for group in _objects(lines):
        roles = {said[line.number].role for line in group if line.number in said}
        gone = roles == {LineRole.LEFT_OUT}
        for line in group:
            told = said.get(line.number)
            if line.of_object and roles:
                line = replace(line, form=None, told=LineRole.LEFT_OUT if gone else None)  # noqa: PLW2901
            made.append(replace(line, told=told.role, section=told.section) if told else line)
    return made


def _objects(lines: Lines) -> Iterator[list[SourceLine]]:
    """Yield lines that belong to one object, other lines alone."""
    group: list[SourceLine] = []
    for line in lines:
        goes_on = line.form is not None and line.of_object and line.form.block is None
        if group and not goes_on:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def groups(lines: Lines) -> list[list[SourceLine]]:
    """Return lines that stand together without a blank one between them."""
    found: list[list[SourceLine]] = []
    for line in lines:
        if line.gap or not found:
            found.append([])
        found[-1].append(line)
    return found
