"""What the rules say of clean real texts.

    python -m tests.benchmarks.bench_findings TEXTS [--level L] [--rule ID] [--most N] [--reader]

TEXTS: JSON lines with title, body_paragraphs and perhaps published, an article each; twelve of about one time make an
issue, dated by the last of them. Prints every finding that is asked
for, then how often each rule spoke and how often each level did in 10,000 characters: which of them are true, somebody
has to read. What belongs to an article's own fields (source, link) is left out, as the texts have none.
"""

import argparse
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from editor.checks.finding import Finding
from editor.desk.checking import check_issue, check_whole
from editor.desk.printable_issue import PrintableIssue
from editor.model.article import Article, ArticleArchive, Title
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from editor.model.uid import derived_uid
from editor.text.sanitise import sanitise

OWN_FIELDS = ("sources.", "titles.", "structure.no", "numbers.weekday", "contacts.", "credits.", "publication.")
LEVELS = ("error", "warning", "info")


def main() -> None:
    """Print findings, then counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", type=Path)
    parser.add_argument("--level", choices=LEVELS, action="append")
    parser.add_argument("--rule", action="append")
    parser.add_argument("--most", type=int, default=10_000)
    parser.add_argument("--reader", action="store_true", help="what the reader of typing errors says, too")
    call = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    characters = 0
    for title, findings, length in checked(call.texts, reader=call.reader):
        characters += length
        for one in findings:
            counts[one.level, one.rule] += 1
            asked = (not call.level or one.level in call.level) and (not call.rule or one.rule in call.rule)
            if asked and counts[one.level, one.rule] <= call.most:
                print(f"{one.level:7} {one.rule:24} {title[:14]} | {one.message} | {marked(one)}")
    for (level, rule), count in sorted(counts.items(), key=lambda row: (LEVELS.index(row[0][0]), -row[1])):
        print(f"{count:5} {level:7} {rule}")
    for level in LEVELS:
        count = sum(found for (of, _), found in counts.items() if of == level)
        print(f"{level}: {count} findings on {characters} characters = {count / characters * 10_000:.2f} in 10,000")


def checked(path: Path, *, reader: bool = False) -> Iterator[tuple[str, list[Finding], int]]:
    """Yield title, findings and characters of every text."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows.sort(key=lambda row: row.get("published") or "")
    for at in range(0, len(rows), AN_ISSUE):
        group = rows[at : at + AN_ISSUE]
        day = dt.date.fromisoformat((group[-1].get("published") or "2026-01-05")[:10])
        articles = tuple(article_of(row, at + number) for number, row in enumerate(group))
        printable = PrintableIssue(issue=issue_of(*articles, day=day), publication=PUBLICATION, pictures={})
        findings = (check_whole(printable, facts=None) if reader else check_issue(printable)).findings
        for article, row in zip(articles, group, strict=True):
            own = [one for one in findings if one.place.where == article.uid and not one.rule.startswith(OWN_FIELDS)]
            yield row["title"], own, sum(len(text) for text in row["body_paragraphs"])


def article_of(row: dict[str, Any], number: int) -> Article:
    """Return a text as an article."""
    blocks = tuple(
        Paragraph(runs=text_of(text), uid=derived_uid(str(number), str(at)))
        for at, text in enumerate(map(sanitise, row["body_paragraphs"]))
        if text.strip()
    )
    day = dt.date.fromisoformat(row["published"][:10]) if row.get("published") else None
    return Article(
        title=Title(text=sanitise(row["title"])),
        blocks=blocks,
        archive=ArticleArchive(published=day),
        uid=derived_uid("text", str(number)),
    )


AN_ISSUE = 12
PUBLICATION = Publication(profile=Profile(masthead="基准"), uid=derived_uid("findings"))


def issue_of(*articles: Article, day: dt.date) -> Issue:
    """Return an issue of one section."""
    section = Section(name="要闻", articles=articles, uid=derived_uid("section"))
    return Issue(
        publication=PUBLICATION.uid,
        number=Number(year=day.year, number=1, total=1),
        date=day,
        profile=PUBLICATION.profile,
        sections=(section,),
        uid=derived_uid("issue"),
    )


def marked(finding: Finding) -> str:
    """Return the evidence with its faulty spans in brackets of their own."""
    text = finding.evidence
    for start, end in reversed(finding.marks[:6]):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text.replace("\n", "⏎")


if __name__ == "__main__":
    main()
