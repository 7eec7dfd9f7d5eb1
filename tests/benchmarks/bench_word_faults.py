"""Errors of words found: python -m tests.benchmarks.bench_word_faults [FILE]

FILE: as word_faults.txt beside this, a kind and a sentence a line; in the sentence {right|wrong}. Each sentence is an
article of its own. Found is what a finding lies on that the right sentence doesn't have.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from editor.checks.finding import Finding, Level
from editor.desk.checking import check_whole
from editor.desk.printable_issue import PrintableIssue
from tests.benchmarks.bench_findings import OWN_FIELDS, PUBLICATION, article_of, issue_of

FAULTS = Path(__file__).with_name("word_faults.txt")
_CHOICE = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")


class Fault(NamedTuple):
    """A sentence with an error, and without it. start, end: the characters about the error."""

    kind: str
    right: str
    wrong: str
    start: int
    end: int


def main() -> None:
    """Print what was missed, what is said of right sentences, and shares by kind."""
    faults = tuple(read(Path(sys.argv[1]) if sys.argv[1:2] and sys.argv[1][0] != "-" else FAULTS))
    found, loud, all_of = Counter[str](), 0, Counter(one.kind for one in faults)
    for fault in faults:
        hits = findings_on(fault)
        found[fault.kind] += bool(hits)
        loud += any(one.level is not Level.INFO for one in hits)
        if not hits:
            print("missed:", fault.kind, fault.wrong)
        elif "--hits" in sys.argv:
            print("found:", fault.wrong, [(one.rule, one.message) for one in hits])
    for fault in faults:
        for one in findings(fault.right):
            print("on a right sentence:", one.level, one.rule, one.message, fault.right)
    for kind, count in all_of.items():
        print(f"{kind}: {found[kind]} of {count}")
    print(f"found {found.total()} of {len(faults)} = {found.total() / len(faults):.1%}, loud {loud}")


def read(file: Path) -> Iterator[Fault]:
    """Yield the faults of a file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, sentence = line.split("\t")
        right, wrong = _CHOICE.sub(r"\1", sentence), _CHOICE.sub(r"\2", sentence)
        codes = [
            code for code in SequenceMatcher(None, right, wrong, autojunk=False).get_opcodes() if code[0] != "equal"
        ]
        yield Fault(kind, right, wrong, codes[0][3] - 1, codes[-1][4] + 1)


def findings_on(fault: Fault) -> list[Finding]:
    """Return the findings that lie on an error."""
    known = {(one.rule, one.message) for one in findings(fault.right)}
    return [
        one
        for one in findings(fault.wrong)
        if (one.rule, one.message) not in known
        and one.place.span
        and one.place.span[0] < fault.end
        and fault.start < max(one.place.span[1], one.place.span[0] + 1)
    ]


def findings(text: str) -> list[Finding]:
    """Return what the rules and the reader say of a text."""
    article = article_of({"title": "云州市工作动态", "body_paragraphs": [text], "published": "2026-01-05"}, 0)
    day = article.archive.published
    assert day
    printable = PrintableIssue(issue=issue_of(article, day=day), publication=PUBLICATION, pictures={})
    said = check_whole(printable, facts=None).findings
    return [one for one in said if one.place.where == article.uid and not one.rule.startswith(OWN_FIELDS)]


if __name__ == "__main__":
    main()
