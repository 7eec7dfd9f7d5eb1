"""How often the Word file's contents numbers are right in LibreOffice: python -m tests.benchmarks.bench_word_folios [N]

Needs soffice and pdftotext, and fonts that stand for 宋体, 黑体, 楷体 (FONTCONFIG_FILE may name a configuration).
Prints the share of whole issues and the articles that are wrong without being flagged 临界.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from editor.export.word.page_map import WordPageMap, word_page_map

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.document.parts import Document
from editor.export.word import export_word
from tests.benchmarks.random_issues import random_issue

BATCH = 25


def main(count: int) -> None:
    """Export, convert and compare so many issues."""
    whole = wrong = flagged = total = 0
    for first in range(0, count, BATCH):
        for seed, document, pages, folios in rendered(range(first, min(count, first + BATCH))):
            bad = {anchor for anchor, folio in pages.first.items() if folios.get(anchor) != folio}
            unflagged = bad - pages.borderline
            total, whole = total + len(pages.first), whole + (not bad)
            wrong, flagged = wrong + len(unflagged), flagged + len(pages.borderline)
            if bad:
                print(
                    seed,
                    [
                        (at, pages.first[a.anchor], folios.get(a.anchor), a.anchor in pages.borderline)
                        for at, a in enumerate(document.articles())
                        if a.anchor in bad
                    ][:3],
                    flush=True,
                )
    print(f"issues wholly right {whole}/{count} = {whole / count:.1%}")
    print(f"articles wrong and not flagged {wrong}/{total}; flagged {flagged}")


def rendered(seeds: range) -> list[tuple[int, Document, WordPageMap, dict[str, int]]]:
    """Return for each seed the document, its page map and the folios that LibreOffice gives."""
    results = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        made = {seed: written(seed, place) for seed in seeds}
        convert(place)
        for seed, (document, pages) in made.items():
            results.append((seed, document, pages, real_folios(place / f"{seed}.pdf", document)))
    return results


def written(seed: int, place: Path) -> tuple[Document, WordPageMap]:
    """Write one issue's Word file."""
    issue = random_issue(seed)
    look = look_table(issue.look)
    document = issue_document(issue, title_width=look.title_width)
    pages = word_page_map(document, look)
    (place / f"{seed}.docx").write_bytes(export_word(document, look, {}, pages.first))
    return document, pages


def convert(place: Path) -> None:
    """Turn every Word file into a PDF in one call."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to", "pdf"]
    files = [str(path) for path in sorted(place.glob("*.docx"))]
    subprocess.run([*command, "--outdir", str(place), *files], check=True, capture_output=True)


def real_folios(pdf: Path, document: Document) -> dict[str, int]:
    """Return the printed folio of the page on which each title stands, looked for in order behind the contents."""
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    pages = [re.sub(r"\s", "", page) for page in text.split("\f")]
    front = next(at for at, page in enumerate(pages) if "本期要目" in page) + 1
    folios, at = {}, front
    for article in document.articles():
        key = re.sub(r"\s", "", article.title)
        at = next((place for place in range(at, len(pages)) if key in pages[place]), len(pages))
        folios[article.anchor] = at - front + 1
    return folios


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
