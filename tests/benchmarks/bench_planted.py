"""How many planted faults of texts the rules find, by kind.

    python -m tests.benchmarks.bench_planted [FOLDER] [--missed]

FOLDER holds texts.jsonl (id, title, source, link, paragraphs) and faults.jsonl (text, kind, paragraph, start, length,
wrong, right), tests/planted by default. A paragraph that begins with #TABLE or #FIGURE is a block of such lines; places
count in what is printed of it. Each fault stands alone in its text. It is found where a finding that the clean text
doesn't have lies on it.
"""

import argparse
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from editor.checks.finding import Finding, FindingField, FindingLocation, Level
from editor.desk.checking import check_issue
from editor.desk.printable_issue import PrintableIssue
from editor.model.article import Article, Title
from editor.model.body import Block, Figure, Paragraph, Table, text_of
from editor.model.uid import derived_uid
from tests.benchmarks.bench_findings import PUBLICATION, issue_of

PLANTED = Path(__file__).parents[1] / "planted"
DAY = dt.date(2025, 3, 10)
FIELDS = {"title": FindingField.TITLE, "source": FindingField.SOURCE, "link": FindingField.LINK}


@dataclass(frozen=True)
class Text:
    """An article of few words. paragraphs: as printed, lines of a block parted by line feeds."""

    id: str
    title: str
    source: str
    link: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """Where wrong stands instead of right. paragraph: its number, or title, source, link."""

    text: str
    kind: str
    paragraph: int | str
    start: int
    length: int
    wrong: str
    right: str


def main() -> None:
    """Print the share of each kind and of all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=PLANTED)
    parser.add_argument("--missed", action="store_true")
    call = parser.parse_args()
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    loud = 0
    for text, fault, on in scored(call.folder):
        planted[fault.kind] += 1
        found[fault.kind] += bool(on)
        loud += any(one.level is not Level.INFO for one in on)
        if call.missed and not on:
            print(f"missed {fault.kind} | {around(faulty(text, fault), fault)}")
    for kind, count in sorted(planted.items(), key=lambda row: (found[row[0]] / row[1], row[0])):
        print(f"{found[kind]:3} of {count:3} {kind}")
    print(f"{sum(found.values())} of {sum(planted.values())} faults of {len(planted)} kinds found, {loud} loudly")


def scored(folder: Path) -> Iterator[tuple[Text, Fault, list[Finding]]]:
    """Yield every fault with its text and the findings that lie on it."""
    texts = {row["id"]: Text(**row | {"paragraphs": tuple(row["paragraphs"])}) for row in rows(folder / "texts.jsonl")}
    clean = {name: {key(one) for one in findings(text)} for name, text in texts.items()}
    for row in rows(folder / "faults.jsonl"):
        fault = Fault(**row)
        text = texts[fault.text]
        made = findings(faulty(text, fault))
        yield text, fault, [one for one in made if key(one) not in clean[fault.text] and lies_on(one, fault)]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the values of a file of JSON lines."""
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def key(finding: Finding) -> tuple[str, str, str]:
    """Return what makes two findings the same where text before them has changed."""
    return finding.rule, finding.message, finding.place.block


def faulty(text: Text, fault: Fault) -> Text:
    """Return the text with the fault in it."""
    end = fault.start + len(fault.right)
    if isinstance(fault.paragraph, str):
        whole = getattr(text, fault.paragraph)
        return replace(text, **{fault.paragraph: planted_in(whole, fault, 0, end)})
    paragraphs = list(text.paragraphs)
    whole = paragraphs[fault.paragraph]
    shift = whole.index("\n") + 1 if whole.startswith("#") else 0
    paragraphs[fault.paragraph] = planted_in(whole, fault, shift, end)
    return replace(text, paragraphs=tuple(paragraphs))


def planted_in(whole: str, fault: Fault, shift: int, end: int) -> str:
    """Return a text with what is wrong in place of what is right. Raises ValueError where that is not there."""
    here = whole[fault.start + shift : end + shift]
    if here.replace("|", "\n") != fault.right:
        raise ValueError(fault)
    return whole[: fault.start + shift] + fault.wrong + whole[end + shift :]


def findings(text: Text) -> tuple[Finding, ...]:
    """Return what the rules say of a text in an issue of its own."""
    blocks = tuple(block_of(line, derived_uid(text.id, str(at))) for at, line in enumerate(text.paragraphs))
    article = Article(
        title=Title(text=text.title), source=text.source, link=text.link, blocks=blocks, uid=derived_uid(text.id)
    )
    return check_issue(PrintableIssue(issue=issue_of(article, day=DAY), publication=PUBLICATION, pictures={})).findings


def block_of(line: str, uid: str) -> Block:
    """Return the block of a paragraph."""
    kind, _, rest = line.partition("\n")
    if kind == "#FIGURE":
        caption, source = rest.split("\n")
        return Figure(caption=caption, source=source, uid=uid)
    if kind == "#TABLE":
        caption, head, *body = rest.split("\n")
        cells = tuple(tuple(text_of(cell) for cell in row.split("|")) for row in body)
        return Table(caption=caption, head=tuple(map(text_of, head.split("|"))), rows=cells, uid=uid)
    return Paragraph(runs=text_of(line), uid=uid)


def lies_on(finding: Finding, fault: Fault) -> bool:
    """Return whether one of a finding's places touches the fault."""
    return any(touches(place, fault) for place in (finding.place, *finding.also))


def touches(place: FindingLocation, fault: Fault) -> bool:
    """Return whether a place is in the fault's text and on it; where something is missing, beside that."""
    if isinstance(fault.paragraph, str):
        if place.block or place.field is not FIELDS[fault.paragraph]:
            return False
    elif place.block != derived_uid(fault.text, str(fault.paragraph)):
        return False
    if place.span is None:
        return isinstance(fault.paragraph, str)
    start, end = place.span
    first, last = fault.start, fault.start + fault.length
    return start < last and first < end if fault.length else start <= first <= end


def around(text: Text, fault: Fault) -> str:
    """Return the words around a fault, which stands in ⟦⟧."""
    place = fault.paragraph
    whole = getattr(text, place) if isinstance(place, str) else text.paragraphs[place].replace("|", "\n")
    shift = whole.index("\n") + 1 if whole.startswith("#") else 0
    start = fault.start + shift
    end = start + fault.length
    shown = f"{whole[max(start - 12, 0) : start]}⟦{whole[start:end]}⟧{whole[end : end + 12]}"
    return shown.replace("\n", "⏎")


if __name__ == "__main__":
    main()
