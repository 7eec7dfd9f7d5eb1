"""How well past issues of many shapes are read: python -m tests.benchmarks.bench_past_issues

Every shape of `tests/intake/past_shapes` was written down with what should come out. Printed are the parts that came
out equal, and every one that did not.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from editor.intake.past_issue import ParsedIssue, read_past_issue
from editor.model.errors import UserError
from tests.intake.past_shapes import SHAPES, Shape
from tests.intake.past_shapes.wanted import Piece, number_of, piece_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One thing that was wanted. part: what kind of thing; got: empty where it is right."""

    part: str
    wanted: str
    got: str = ""


def main() -> None:
    """Print a line a part, then the misses of each shape."""
    every = {shape.name: tuple(outcomes(shape)) for shape in SHAPES}
    right, all_ = Counter[str](), Counter[str]()
    for one in (one for found in every.values() for one in found):
        all_[one.part] += 1
        right[one.part] += not one.got
    for part, many in all_.items():
        print(f"{part:12} {right[part]:4} of {many:4}  {right[part] / many:6.1%}")
    print(f"{'shapes':12} {sum(not any(one.got for one in found) for found in every.values()):4} of {len(SHAPES):4}")
    for name, found in every.items():
        for one in found:
            if one.got:
                print(f"- {name} · {one.part}: wanted {one.wanted!r}, got {one.got!r}")


def outcomes(shape: Shape) -> Iterator[Outcome]:
    """Yield what was wanted of a shape and what came instead."""
    try:
        reading = read_past_issue(shape.text.encode(), name="x.txt")
    except UserError as error:
        for part in ("masthead", "number", "date", "articles", "sections"):
            yield Outcome(part=part, wanted=shape.name, got=str(error))
        for piece in shape.pieces:
            yield from _compared(piece, None)
        return
    yield from _of_the_front(shape, reading)
    articles = [piece_of(article) for article in reading.issue.articles()]
    yield _equal("articles", str(len(shape.pieces)), str(len(articles)))
    wanted_sections = [(name, len(pieces)) for name, pieces in shape.sections]
    got = [(section.name, len(section.articles)) for section in reading.issue.sections]
    yield _equal("sections", str(wanted_sections), str(got))
    for piece in shape.pieces:
        yield from _compared(piece, next((one for one in articles if one.title == piece.title), None))
    yield from _doubts(shape, reading)


def _of_the_front(shape: Shape, reading: ParsedIssue) -> Iterator[Outcome]:
    issue = reading.issue
    yield _equal("masthead", shape.masthead, issue.profile.masthead)
    yield _equal("number", str(shape.number), str(number_of(issue)))
    yield _equal("date", str(shape.date), str(issue.date))
    credits_ = tuple((one.role, tuple(name.text for name in one.names)) for one in issue.credits)
    yield _equal("credits", str(shape.credits), str(credits_))
    yield _equal("contacts", str(shape.contacts), str(tuple((one.label, one.value) for one in issue.contacts)))


def _compared(piece: Piece, got: Piece | None) -> Iterator[Outcome]:
    yield _equal("titles", piece.title, got.title if got else "(no such article)")
    yield _equal("subtitles", piece.subtitle, got.subtitle if got else "(no such article)")
    yield _equal("sources", piece.source, got.source if got else "(no such article)")
    yield _equal("links", piece.link, got.link if got else "(no such article)")
    blocks = got.blocks if got else ()
    for block in piece.blocks:
        yield Outcome(part="paragraphs", wanted=block, got="" if block in blocks else "(not so)")
    for block in blocks:
        if block not in piece.blocks:
            yield Outcome(part="paragraphs", wanted="(nothing)", got=block)


def _doubts(shape: Shape, reading: ParsedIssue) -> Iterator[Outcome]:
    told = [one.text for one in (*getattr(reading, "doubts", ()), *reading.unplaced)]
    for words in shape.doubted:
        yield Outcome(part="doubts", wanted=words, got="" if words in told else "(not told)")
    for words in told:
        if words not in shape.doubted:
            yield Outcome(part="false doubts", wanted="(nothing)", got=words)


def _equal(part: str, wanted: str, got: str) -> Outcome:
    return Outcome(part=part, wanted=wanted, got="" if wanted == got else got or "(empty)")


if __name__ == "__main__":
    sys.exit(main())
