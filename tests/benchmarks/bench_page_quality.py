"""How well 1,000 random pages are set, in both looks: python -m tests.benchmarks.bench_page_quality [PAGES]

Read back from the finished PDF: characters that may not begin or end a line (clreq 3.1.3, 避头尾), titles whose last or
first line is one or two characters long, and the right edge of justified lines (within 1 pt of the measure's).
"""

import ctypes
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

import pypdfium2
import pypdfium2.raw as pdfium

from editor.document.issue_document import issue_document
from editor.document.look import LookTable, look_table, shipped_look, shipped_looks
from editor.pages.typesetter import Typesetter
from editor.text.characters import is_han
from tests.benchmarks.random_issues import random_issue

PAGES = 1000
NEVER_FIRST = frozenset("，。、；：？！》）”’」』】〉…—·%％,.;:?!)]}")
NEVER_LAST = frozenset("《（“‘「『【〈([{")
CLOSING = frozenset("，。、；：？！》）”’」』】〉")
TOLERANCE = 1.0
SHORTEST_TITLE_LINE = 3
SMALLEST_HEADLINE = 17.0
MOST_PITCH = 1.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A character with its box in pt from the page's left and foot; the box is the whole em of a full-width one."""

    char: str
    left: float
    right: float
    base: float
    size: float


def main() -> None:
    """Print the figures of each look."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    for name in shipped_looks():
        found = measured(name, wanted)
        print(
            f"{name}: {found['pages']} pages, {found['lines']} lines; begun wrongly {found['first']}, "
            f"ended wrongly {found['last']}; {found['titles']} titles, orphans {found['orphans']}; right edge within "
            f"{TOLERANCE:g} pt on {found['even']} of {found['justified']} justified lines = "
            f"{found['even'] / found['justified']:.2%}"
        )


def measured(name: str, wanted: int) -> Counter[str]:
    """Return the counts over at least so many pages of a look."""
    found: Counter[str] = Counter()
    seed = 0
    with Typesetter() as typesetter:
        while found["pages"] < wanted:
            issue = replace(random_issue(seed), look=shipped_look(name))
            look = look_table(issue.look)
            document = issue_document(issue, title_width=look.title_width)
            found += text_pages(typesetter.render(document, look, {}, final=False).pdf, look)
            seed += 1
    return found


def text_pages(pdf: bytes, look: LookTable) -> Counter[str]:
    """Count the lines of a PDF's pages and what is wrong with them."""
    found: Counter[str] = Counter()
    with pypdfium2.PdfDocument(pdf) as opened:
        for sheet, page in enumerate(opened):
            found["pages"] += 1
            shown = glyphs(page)
            for size in title_sizes(shown, look, on_cover=sheet == 0):
                found.update(titles(shown, size))
            for line, is_last in body_lines(shown, look):
                found.update(judged(line, look, is_last=is_last))
    return found


def title_sizes(shown: list[Glyph], look: LookTable, *, on_cover: bool) -> set[float]:
    """Return the sizes of titles: of articles, on the cover what its headline may shrink to."""
    if not on_cover:
        return {look.points("type.title")}
    return {round(one.size, 1) for one in shown if SMALLEST_HEADLINE <= one.size <= look.points("type.headline") + 0.1}


def titles(shown: list[Glyph], size: float) -> Counter[str]:
    """Count the titles of a size and those of several lines with one of one or two characters."""
    lines = by_line(shown, size)
    together = [one for one in pairwise(lines) if one[0][0].base - one[1][0].base < MOST_PITCH * size]
    short = [pair for pair in together if min(map(len, pair)) < SHORTEST_TITLE_LINE]
    return Counter(titles=len(lines) - len(together), orphans=len(short))


def judged(line: list[Glyph], look: LookTable, *, is_last: bool) -> Counter[str]:
    """Count one line. is_last: of its paragraph, so not justified."""
    found = Counter(lines=1, first=int(line[0].char in NEVER_FIRST), last=int(line[-1].char in NEVER_LAST))
    if not is_last:
        off = abs(edge(line[-1]) - right_of(look))
        found.update(justified=1, even=int(off <= TOLERANCE))
    return found


def edge(glyph: Glyph) -> float:
    """Return where a glyph ends to the eye: the blank half of a closing mark at the line's end does not count."""
    return glyph.left + glyph.size / 2 if glyph.char in CLOSING else glyph.right


def left_of(look: LookTable) -> float:
    """Return the left edge of the measure in pt."""
    return look.millimetres("page.left") * 72 / 25.4


def right_of(look: LookTable) -> float:
    """Return the right edge of the measure in pt."""
    return left_of(look) + look.measure


def body_lines(found: list[Glyph], look: LookTable) -> Iterator[tuple[list[Glyph], bool]]:
    """Yield lines of body text with whether each is its paragraph's last: the next one is indented, or far below."""
    body, pitch = look.points("grid.body"), look.points("grid.pitch")
    lines = [line for line in by_line(found, body) if is_body(line, look)]
    for line, after in zip_longest(lines, lines[1:]):
        goes_on = after is not None and abs(line[0].base - after[0].base - pitch) < 1
        is_last = not goes_on or after is None or after[0].left > left_of(look) + body / 2
        yield line, is_last


def by_line(found: list[Glyph], size: float) -> list[list[Glyph]]:
    """Return the glyphs of body size by their base line, from the top and from the left."""
    lines: dict[int, list[Glyph]] = {}
    for glyph in found:
        if abs(glyph.size - size) < 0.1:
            lines.setdefault(round(glyph.base), []).append(glyph)
    return [sorted(lines[base], key=lambda glyph: glyph.left) for base in sorted(lines, reverse=True)]


def is_body(line: list[Glyph], look: LookTable) -> bool:
    """Return whether a line is one of running text: it begins at the measure's edge or at a paragraph's indent."""
    indent = line[0].left - left_of(look)
    return len(line) > 1 and (indent < 1 or abs(indent - 2 * look.points("grid.body")) < 1)


def glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return the visible characters of a page."""
    text = page.get_textpage()
    made = []
    for at in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, at))
        if char.isspace() or not char.isprintable():
            continue
        made.append(glyph_at(text, at, char))
    return made


def glyph_at(text: pypdfium2.PdfTextPage, at: int, char: str) -> Glyph:
    """Return one character. PDFium gives the loose box of a Latin letter, for hanzi the origin and an em."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
    size = pdfium.FPDFText_GetFontSize(text, at)
    _, _, right, _ = text.get_charbox(at, loose=True)
    full = is_han(char) or char in CLOSING or char in NEVER_LAST
    return Glyph(char=char, left=x.value, right=x.value + size if full else right, base=y.value, size=size)


if __name__ == "__main__":
    main()
