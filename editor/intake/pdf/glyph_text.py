"""Characters of a page as runs of a text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from editor.document.pdf_contents import Face, Glyph
from editor.model.body import ANCHOR, Run, Script, Text, plain
from editor.model.runs import normal, part
from editor.text.characters import is_han, join
from editor.text.sanitise import sanitise

SOFT_HYPHEN = "\u00ad"
# where the baseline of a Chinese square is above its foot, em (see `pages.page_glyphs`)
_BELOW = 0.12
# of the size of the text: smaller type is raised or lowered; a baseline this far away is another line's
_SMALL, _ANOTHER_LINE = 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one link, or a footnote's words in place of its number."""

    glyphs: tuple[Glyph, ...] = ()
    link: str = ""
    footnote: str = ""


def runs_of(pieces: Iterable[Piece], faces: Sequence[Face]) -> Text:
    """Return pieces as runs with their looks. Blanks that are only distances are left out."""
    made = tuple(pieces)
    sizes = [faces[glyph.face].size for piece in made for glyph in piece.glyphs if not glyph.text.isspace()]
    body = max(sizes, key=sizes.count, default=0.0)
    runs: list[Run] = []
    base = None
    for piece in made:
        if piece.footnote:
            runs.append(Run(text=ANCHOR, footnote=piece.footnote))
        for glyph in (one for one in piece.glyphs if not one.gap):
            face = faces[glyph.face]
            if face.size >= _SMALL * body:
                base = _baseline(glyph, face)
            runs.append(
                Run(
                    text=glyph.text,
                    bold=face.bold,
                    italic=face.italic,
                    script=_script(glyph, face, body, base),
                    link=piece.link,
                )
            )
    return normal(tuple(_clean(run) for run in normal(tuple(runs))))


def _clean(run: Run) -> Run:
    if run.footnote:
        return run
    text = sanitise(run.text)
    return replace(run, text=text + SOFT_HYPHEN if run.text.endswith(SOFT_HYPHEN) else text)


def _baseline(glyph: Glyph, face: Face) -> float:
    return glyph.bottom - _BELOW * face.size


def _script(glyph: Glyph, face: Face, body: float, base: float | None) -> Script:
    if base is None or face.size >= _SMALL * body or glyph.text.isspace():
        return Script.BASE
    shift = _baseline(glyph, face) - base
    if abs(shift) < 0.05 * body or abs(shift) > _ANOTHER_LINE * body:
        return Script.BASE
    return Script.SUPER if shift < 0 else Script.SUB


def lines_of(glyphs: Iterable[Glyph], faces: Sequence[Face]) -> list[tuple[Glyph, ...]]:
    """Return characters by printed lines, in the order in which they were set."""
    lines: list[list[Glyph]] = []
    base = 0.0
    for glyph in glyphs:
        face = faces[glyph.face]
        here = _baseline(glyph, face)
        if not lines or abs(here - base) > _ANOTHER_LINE * max(face.size, faces[lines[-1][-1].face].size):
            lines.append([])
            base = here
        lines[-1].append(glyph)
    return [tuple(line) for line in lines]


def plain_text(glyphs: Iterable[Glyph]) -> str:
    """Return characters without their looks, distances left out."""
    return sanitise("".join(glyph.text for glyph in glyphs if not glyph.gap)).strip()


def unmarked(text: Text) -> Text:
    """Return a text without the bold or italic type that all of it has: the look of its kind, not a mark in it.

    Figures and marks among hanzi may come from another font, so that only the hanzi decide.
    """
    shown = [run for run in text if run.text.strip() and not run.footnote]
    decisive = [run for run in shown if any(map(is_han, run.text))] or shown
    bold, italic = all(run.bold for run in decisive), all(run.italic for run in decisive)
    return normal(tuple(_dropped(run, bold=bold, italic=italic) for run in text))


def _dropped(run: Run, *, bold: bool, italic: bool) -> Run:
    if run.footnote:
        return run
    return replace(run, bold=run.bold and not bold, italic=run.italic and not italic)


def stripped(text: Text) -> Text:
    """Return a text without blanks at its ends."""
    whole = plain(text)
    left, right = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    return part(text, left, right) if left < right else ()


def joined(before: Text, after: Text) -> Text:
    """Return two lines of a text as one: a hyphen at the first one's end goes, Latin words get a blank between them."""
    left, right = plain(before), plain(after)
    if not left or not right:
        return before or after
    if left.endswith(SOFT_HYPHEN):
        return normal((*part(before, 0, len(left) - 1), *after))
    blank = join(left, right)[len(left) :].startswith(" ") and not _in_address(left)
    return normal((*before, *((Run(text=" "),) if blank else ()), *after))


def _in_address(left: str) -> bool:
    """Return whether a line ends inside an address, which has no blanks."""
    return "://" in left.rsplit(maxsplit=1)[-1]
