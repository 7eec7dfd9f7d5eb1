"""Folios in Word and PDF: python -m tests.benchmarks.bench_one_pagination TEXTS [N] [CONF …]

TEXTS: JSON lines of real texts (see `real_issues`); N issues in each look; CONF: configurations of fontconfig, one for
every set of fonts that stands for 宋体, 黑体, 楷体 (default: the environment's). Needs soffice. Printed for each look
and set: articles with the PDF's folio, issues whose contents are wholly right, issues with as many pages; then, for
every issue that is not right, where it first differs.
"""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pypdfium2

from editor.desk.printing import print_files
from tests.benchmarks.real_issues import read_texts, real_issue

LOOKS = ("house", "gongwen")
BATCH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One issue in one set of fonts. wrong: (place of the article, PDF's folio, Word's); pages: of PDF and Word."""

    name: str
    articles: int
    wrong: tuple[tuple[int, int, int], ...]
    pages: tuple[int, int]


def main(texts: Path, issues: int, fonts: tuple[str, ...]) -> None:
    """Export, convert, compare."""
    for look in LOOKS:
        found = {font: [] for font in fonts}
        for first in range(0, issues, BATCH):
            with tempfile.TemporaryDirectory() as folder:
                facts = written(texts, range(first, min(issues, first + BATCH)), look, Path(folder))
                for font in fonts:
                    convert(Path(folder), font)
                    found[font] += [outcome(Path(folder), name, folios) for name, folios in facts.items()]
        for font, outcomes in found.items():
            tell(f"{look}, {font or 'fonts of this machine'}", outcomes)


def tell(title: str, outcomes: list[Outcome]) -> None:
    """Print the figures of one look in one set of fonts."""
    articles = sum(one.articles for one in outcomes)
    wrong = sum(len(one.wrong) for one in outcomes)
    whole = sum(not one.wrong for one in outcomes)
    pages = sum(one.pages[0] == one.pages[1] for one in outcomes)
    print(f"{title}: articles {articles - wrong}/{articles} = {(articles - wrong) / articles:.2%},", end=" ")
    print(f"issues wholly right {whole}/{len(outcomes)}, as many pages {pages}/{len(outcomes)}")
    for one in outcomes:
        if one.wrong or one.pages[0] != one.pages[1]:
            print(f"  {one.name}: pages {one.pages}, {len(one.wrong)} articles, first {one.wrong[:2]}", flush=True)


def written(texts: Path, seeds: range, look: str, place: Path) -> dict[str, tuple[int, ...]]:
    """Write Word files and PDFs; return the folios of each one's articles."""
    made = {}
    for seed in seeds:
        issue, pictures = real_issue(read_texts(texts), seed, look=look)
        files = print_files(issue, pictures=pictures)
        assert files.word is not None
        assert files.facts is not None
        (place / f"{look}-{seed}.docx").write_bytes(files.word)
        (place / f"{look}-{seed}.typeset").write_bytes(files.pdf or b"")
        made[f"{look}-{seed}"] = tuple(one.first for one in files.facts.articles)
    return made


def convert(place: Path, font: str) -> None:
    """Turn every Word file into a PDF in one call."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to", "pdf"]
    files = [str(path) for path in sorted(place.glob("*.docx"))]
    environment = os.environ | ({"FONTCONFIG_FILE": font} if font else {})
    subprocess.run([*command, "--outdir", str(place), *files], check=True, capture_output=True, env=environment)


def outcome(place: Path, name: str, expected: tuple[int, ...]) -> Outcome:
    """Compare one converted file with what the PDF says."""
    folios = expected
    with pypdfium2.PdfDocument(place / f"{name}.typeset") as pdf:
        sheets = printed(pdf)
    with pypdfium2.PdfDocument(place / f"{name}.pdf") as pdf:
        marks = [mark for mark in pdf.get_toc() if mark.level == 1]
        labels = [page_folio(pdf, at, 92 if "gongwen" in name else 62) for at in range(len(pdf))]
        found = [labels[mark.get_dest().get_index()] for mark in marks]
        pages = printed(pdf)
    pairs = zip(count(), folios, found, strict=False)
    wrong = tuple((at, pdf_folio, word) for at, pdf_folio, word in pairs if pdf_folio != word)
    missing = tuple((at, folios[at], 0) for at in range(len(found), len(folios)))
    return Outcome(name=name, articles=len(folios), wrong=wrong + missing, pages=(sheets, pages))


def printed(pdf: pypdfium2.PdfDocument) -> int:
    """Return the number of pages that are not blank: LibreOffice leaves blank ones out of a PDF."""
    return sum(page.get_textpage().count_chars() > 0 for page in pdf)


def page_folio(pdf: pypdfium2.PdfDocument, at: int, height: int) -> int:
    """Return the folio printed at the foot of a page, 0 for none. height: of the foot, pt."""
    page = pdf[at]
    text = page.get_textpage().get_text_bounded(0, 0, page.get_width(), height)
    number = re.search(r"— (\d+) —|\b(\d\d+)\s*$", text)
    return int(number[1] or number[2]) if number else 0


if __name__ == "__main__":
    wanted = sys.argv[1:]
    main(Path(wanted[0]), int(wanted[1]) if len(wanted) > 1 else 100, tuple(wanted[2:]) or ("",))
