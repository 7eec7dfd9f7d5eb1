"""Exporting an issue: the same document to PDF, Word and JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.desk.files import make_folder, write_file
from editor.desk.pictures import missing_pictures
from editor.document.faces import dress, said_missing
from editor.document.issue_document import issue_document
from editor.document.look import LookTable, look_table
from editor.document.parts import Document
from editor.document.print_options import PLAIN, PrintOptions
from editor.document.printed_pictures import at_print_size
from editor.interchange.issue_file import write_issue
from editor.interchange.package import Original, Package, write_package
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.page_facts import PageFacts
from editor.model.publication import Publication
from editor.model.used_pictures import publication_pictures, used_pictures

if TYPE_CHECKING:
    from editor.export.word.page_map import WordPageMap

_MAIL_BYTES = 10_000_000  # what most mail servers still take
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Where each form goes; None leaves it out."""

    pdf: Path | None = None
    word: Path | None = None
    json: Path | None = None
    package: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What an export made. facts: of the PDF's pages, None without a PDF; warnings: sentences for the editor."""

    written: tuple[Path, ...]
    warnings: tuple[str, ...]
    facts: PageFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """printed: the pictures at print size, for the pages; a package takes them as they are."""

    issue: Issue
    publication: Publication
    document: Document
    look: LookTable
    pictures: Mapping[str, bytes]
    printed: Mapping[str, bytes]
    fonts: tuple[FontFile, ...]
    originals: tuple[tuple[str, bytes], ...]
    options: PrintOptions
    progress: Progress


def export_issue(
    issue: Issue,
    publication: Publication,
    *,
    pictures: Mapping[str, bytes],
    targets: Targets,
    fonts: tuple[FontFile, ...] = (),
    originals: tuple[tuple[str, bytes], ...] = (),
    options: PrintOptions = PLAIN,
    progress: Progress = lambda _step: None,
) -> Export:
    """Write the issue to the targets. Every form is made before the first file is written.

    fonts: the office's own that the look asks for (see `fonts.look_fonts`); without them shipped ones stand in.
    options: of the PDF alone; originals: files that go into the package.
    progress is told each step before it begins; what it raises stops the export before anything is written.
    Raises UserError for characters without a glyph and for a place that cannot be written; old files stay then.
    """
    look = dress(look_table(issue.look), tuple(file.font for file in fonts))
    document = issue_document(issue, title_width=look.title_width)
    job = _Job(
        issue=issue,
        publication=publication,
        document=document,
        look=look,
        pictures=pictures,
        printed=at_print_size(document, look, pictures) if targets.pdf or targets.word else {},
        fonts=fonts,
        originals=originals,
        options=options,
        progress=progress,
    )
    made, facts, warnings = _make(job, targets)
    progress("写入文件")
    for path, data in made:
        make_folder(path.parent)
        write_file(path, data)
    return Export(written=tuple(path for path, _ in made), warnings=(*warnings, *_too_large(made)), facts=facts)


def _make(job: _Job, targets: Targets) -> tuple[list[tuple[Path, bytes]], PageFacts | None, tuple[str, ...]]:
    made: list[tuple[Path, bytes]] = []
    facts: PageFacts | None = None
    warnings = said_missing(job.look) if targets.pdf or targets.word else ()
    if targets.pdf:
        job.progress("排版 PDF")
        rendering, more = _pdf(job)
        warnings = (*warnings, *more)
        made.append((targets.pdf, rendering[0]))
        facts = rendering[1]
    if targets.word:
        job.progress("生成 Word 文件")
        data, more = _word(job, facts)
        made.append((targets.word, data))
        warnings = (*warnings, *more)
    if targets.json:
        made.append((targets.json, write_issue(job.issue, job.publication)))
    if targets.package:
        job.progress("打包")
        made.append((targets.package, write_package(_package(job))))
    return made, facts, (*missing_pictures(job.issue, job.pictures), *warnings)


def _too_large(made: list[tuple[Path, bytes]]) -> tuple[str, ...]:
    large = [(path.name, len(data) / 1_000_000) for path, data in made if len(data) > _MAIL_BYTES]
    return tuple(
        f"“{name}”有 {size:.0f} MB，邮件可能发不出去；照片另存为 JPEG 再放入，文件会小得多。" for name, size in large
    )


def _package(job: _Job) -> Package:
    # what an edit has left behind is at hand as well, and refused by whoever reads the package
    used = {one.sha256 for one in (*used_pictures(job.issue), *publication_pictures(job.publication))}
    pictures = {digest: data for digest, data in job.pictures.items() if digest in used}
    originals = tuple(Original(name=name, data=data) for name, data in job.originals)
    return Package(issue=job.issue, publication=job.publication, pictures=pictures, originals=originals)


def _pdf(job: _Job) -> tuple[tuple[bytes, PageFacts], tuple[str, ...]]:
    # loaded when a PDF is wanted: it costs the other formats a tenth of a second
    from editor.pages.typesetter import Typesetter

    with Typesetter(job.fonts) as typesetter:
        rendering = typesetter.render(job.document, job.look, job.printed, final=True, options=job.options)
    return (rendering.pdf, rendering.facts), rendering.warnings


def _word(job: _Job, facts: PageFacts | None) -> tuple[bytes, tuple[str, ...]]:
    from editor.export.word import export_word
    from editor.export.word.page_map import word_page_map

    pages = word_page_map(job.document, job.look)
    data = export_word(job.document, job.look, job.printed, pages.first)
    return data, (*_borderline(job.document, pages), *_differences(job.document, pages, facts))


def _borderline(document: Document, pages: "WordPageMap") -> tuple[str, ...]:
    titles = [article.title for article in document.articles() if article.anchor in pages.borderline]
    return tuple(f"Word：《{_bare(title)}》末页临界，换一台电脑打开时页码可能相差一页。" for title in titles)


def _differences(document: Document, pages: "WordPageMap", facts: PageFacts | None) -> tuple[str, ...]:
    if facts is None:
        return ()
    rows = [
        (article.title, facts.folio(article.anchor), pages.first[article.anchor]) for article in document.articles()
    ]
    return tuple(
        f"《{_bare(title)}》在 PDF 第 {pdf:02} 页，在 Word 第 {word:02} 页。"
        for title, pdf, word in rows
        if pdf is not None and pdf != word
    )


def _bare(title: str) -> str:
    return title.replace("《", "〈").replace("》", "〉")
