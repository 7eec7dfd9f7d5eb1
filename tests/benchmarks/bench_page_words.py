"""How many clicks lead to the exact character: python -m tests.benchmarks.bench_page_words [RANDOM_ISSUES]

Every character of every title, paragraph, heading, quote and list of the sample, and every 40th of random issues, is
clicked in its left part; what it should lead to is told by difflib, what it leads to and how long that takes by the
rasteriser.
"""

import difflib
import sys
import time
from collections.abc import Iterator
from itertools import islice

import pypdfium2

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.interchange.sample import sample_issue
from editor.model.block_texts import block_texts
from editor.model.body import Figure, Table
from editor.model.issue import Issue
from editor.model.page_facts import PageFacts, Spot
from editor.pages.printed_text import Printed, printed_between
from editor.pages.rasteriser import Rasteriser
from editor.pages.reports import WantedPlace
from editor.pages.typesetter import Typesetter
from tests.benchmarks.random_issues import random_issue

_EVERY = 40


def main(issues: int) -> None:
    """Print the share of exact places and how long finding one takes."""
    sample, _, pictures = sample_issue()
    _say("the sample", _measure(sample, pictures, every=1))
    if issues:
        _say(
            f"{issues} random issues",
            [one for n in range(issues) for one in _measure(random_issue(n), {}, every=_EVERY)],
        )


def _say(what: str, clicks: list[tuple[bool, float]]) -> None:
    exact, times = sum(right for right, _ in clicks), sorted(1000 * seconds for _, seconds in clicks)
    share, middle, high = exact / len(clicks), times[len(times) // 2], times[len(times) * 95 // 100]
    print(f"{what}: {exact} of {len(clicks)} clicks exact ({share:.2%}); p50 {middle:.0f} ms, p95 {high:.0f} ms")


def _measure(issue: Issue, pictures: dict[str, bytes], *, every: int) -> list[tuple[bool, float]]:
    """Return whether each click led to its character, and the seconds that took."""
    look, found = look_table(issue.look), []
    with Typesetter() as typesetter:
        made = typesetter.render(issue_document(issue, title_width=look.title_width), look, pictures, final=False)
    with Rasteriser(made.pdf) as pages, pypdfium2.PdfDocument(made.pdf) as pdf:
        for text, start, end in _texts(issue, made.facts):
            printed = printed_between(pdf, start, end)
            for at, place in islice(_pairs(text, printed), 0, None, every):
                begun = time.perf_counter()
                got = pages.place(_click(printed[at], text, start, end))
                found.append((got == place, time.perf_counter() - begun))
    return found


def _texts(issue: Issue, facts: PageFacts) -> Iterator[tuple[str, Spot, Spot]]:
    for article in issue.articles():
        pages = facts.of(article.uid)
        if pages is None:
            continue
        yield article.title.text, pages.start, pages.blocks[0].start if pages.blocks else pages.end
        for block in article.blocks:
            extent = pages.extent(block.uid)
            if extent and not isinstance(block, Figure | Table):
                yield "\n".join(block_texts(block)), *extent


def _pairs(text: str, printed: list[Printed]) -> Iterator[tuple[int, int]]:
    """Yield which printed character is which of the text."""
    kept = [place for place, char in enumerate(text) if not char.isspace()]
    words, bare = "".join(one.char for one in printed), "".join(text[place] for place in kept)
    for match in difflib.SequenceMatcher(None, words, bare, autojunk=False).get_matching_blocks():
        for step in range(match.size):
            yield match.a + step, kept[match.b + step]


def _click(one: Printed, text: str, start: Spot, end: Spot) -> WantedPlace:
    spot = Spot(sheet=one.sheet, y=round((one.top + one.bottom) / 2))
    x = round(one.left + (one.right - one.left) / 4)
    return WantedPlace(edition=0, spot=spot, x=x, start=start, end=end, text=text)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 0)
