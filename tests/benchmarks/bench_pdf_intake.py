"""How much of an issue is read back from its PDF and from its text: python -m tests.benchmarks.bench_pdf_intake [TEXTS]

Share of titles, sections, paragraphs, sources, links, credits and contacts that are equal, of the sample and of random
issues in both looks; TEXTS: JSON lines of real texts, see `real_issues`. By the PDF, and by its text as PDFium, pypdf
and, where it is installed, pdftotext give it. Widths and blanks aside; paragraphs with heads and quotations. Last:
processor time for the PDF of about 25 pages, child process included.
"""

import io
import resource
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdf

from editor.desk.issue_readers import read_text
from editor.desk.pdf_reading import read_pdf_issue
from editor.desk.printing import print_files
from editor.interchange.sample import sample_issue
from editor.model.article import Article
from editor.model.block_kinds import as_figure, as_items, as_table
from editor.model.block_texts import block_texts
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.publication import Look
from editor.pages.reading import read_pdf
from editor.text.characters import fold
from tests.benchmarks.random_issues import random_issue
from tests.benchmarks.real_issues import read_texts, real_issue

LOOKS, SEEDS, PAGES = ("house", "gongwen"), (1, 2, 3), 25
PARTS = ("titles", "sections", "paragraphs", "sources", "links", "credits", "contacts")


def by_pdfium(pdf: bytes) -> str:
    """Return the text as PDFium gives it."""
    return "\n".join(read_pdf(pdf).texts)


def by_pypdf(pdf: bytes) -> str:
    """Return the text as pypdf gives it."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def by_poppler(*options: str) -> Callable[[bytes], str]:
    """Return what takes the text with pdftotext."""

    def read(pdf: bytes) -> str:
        done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
        return done.stdout.decode()

    return read


TOOLS: dict[str, Callable[[bytes], str]] = {"text by PDFium": by_pdfium, "text by pypdf": by_pypdf}
if shutil.which("pdftotext"):
    TOOLS |= {
        "pdftotext": by_poppler(),
        "pdftotext -layout": by_poppler("-layout"),
        "pdftotext -raw": by_poppler("-raw"),
    }


def issues(texts: Path | None) -> Iterator[tuple[str, Issue, dict[str, bytes]]]:
    """Yield kind of issue, issue and pictures."""
    sample, _, pictures = sample_issue()
    known = read_texts(texts) if texts else []
    for look in LOOKS:
        yield f"sample, {look}", replace(sample, look=Look(name=look)), pictures
        for seed in SEEDS:
            yield f"random, {look}", replace(random_issue(seed), look=Look(name=look)), {}
            if known:
                yield f"real texts, {look}", *real_issue(known, seed, look=look)


def texts_of(article: Article) -> list[str]:
    """Return the texts of paragraphs, heads and quotations."""
    apart = (block for block in article.blocks if not (as_figure(block) or as_items(block) or as_table(block)))
    return [fold(text) for block in apart for text in block_texts(block)]


def facts(issue: Issue) -> dict[str, Counter[object]]:
    """Return what is compared, by its name."""
    articles = [(fold(one.title.text), one) for one in issue.articles()]
    return {
        "titles": Counter(
            (section.name, fold(one.title.text)) for section in issue.sections for one in section.articles
        ),
        "sections": Counter(section.name for section in issue.sections),
        "paragraphs": Counter((title, text) for title, one in articles for text in texts_of(one)),
        "sources": Counter((title, fold(one.source)) for title, one in articles),
        "links": Counter((title, one.link) for title, one in articles),
        "credits": Counter((one.role, tuple(name.text for name in one.names)) for one in issue.credits),
        "contacts": Counter(fold(one.value or one.caption) for one in issue.contacts),
    }


def main() -> None:
    """Print a line a kind of issue and way."""
    right: dict[tuple[str, str, str], int] = Counter()
    every: dict[tuple[str, str, str], int] = Counter()
    used: list[tuple[int, float]] = []
    for kind, issue, pictures in issues(Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        pdf = print_files(issue, pictures=pictures, word=False).pdf or b""
        wanted = facts(issue)
        for way, read in ways(pdf, used):
            found = read()
            for part in PARTS:
                right[kind, way, part] += sum((wanted[part] & found[part]).values()) if found else 0
                every[kind, way, part] += sum(wanted[part].values())
    for kind, way in dict.fromkeys((kind, way) for kind, way, _ in every):
        shares = (f"{part} {share(right[kind, way, part], every[kind, way, part])}" for part in PARTS)
        print(f"{kind:22} {way:18} {', '.join(shares)}")
    near = min(used, key=lambda one: abs(one[0] - PAGES))
    print(f"processor time of {near[0]} pages: {near[1]:.2f} s; of all, a page: {spread(used)}")


def spread(used: list[tuple[int, float]]) -> str:
    """Return least and most time a page."""
    each = sorted(seconds / pages for pages, seconds in used)
    return f"{each[0] * 1000:.0f} to {each[-1] * 1000:.0f} ms"


def share(right: int, every: int) -> str:
    """Return a share in per cent."""
    return f"{100 * right / every:.1f}" if every else "–"


def ways(
    pdf: bytes, used: list[tuple[int, float]]
) -> Iterator[tuple[str, Callable[[], dict[str, Counter[object]] | None]]]:
    """Yield each way with what reads by it. used: pages and seconds of the PDF's reading, added to."""

    def by_pdf() -> dict[str, Counter[object]]:
        before = spent()
        incoming = read_pdf_issue("a.pdf", pdf, None)
        used.append((len(read_pdf(pdf).texts), spent() - before))
        return facts(incoming.arrival.issue)

    def by_text(tool: Callable[[bytes], str]) -> Callable[[], dict[str, Counter[object]] | None]:
        def read() -> dict[str, Counter[object]] | None:
            try:
                return facts(read_text("a.txt", tool(pdf).encode(), None).arrival.issue)
            except UserError:
                return None

        return read

    yield "PDF", by_pdf
    for name, tool in TOOLS.items():
        yield name, by_text(tool)


def spent() -> float:
    """Return the processor time of this process and its children."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
