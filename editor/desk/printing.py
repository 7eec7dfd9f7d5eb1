"""The printed forms of an issue, in memory: the same document as PDF and as Word file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from editor.desk.wide_tables import said_wide
from editor.document.drawings import drawing_keys
from editor.document.faces import said_missing
from editor.document.issue_document import issue_document
from editor.document.look import LookTable
from editor.document.look_settings import printable_look
from editor.document.parts import Document
from editor.document.print_options import PLAIN, PrintOptions
from editor.document.printed_pictures import at_print_size
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.issue_state import FIRST_EDITION
from editor.model.language import tr
from editor.model.page_facts import PageFacts
from editor.text.quotes import within_title

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFiles:
    """PDF and Word file of an issue, None for one that was not wanted. warnings: sentences for the editor."""

    pdf: bytes | None
    word: bytes | None
    facts: PageFacts | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """pictures: at print size."""

    document: Document
    look: LookTable
    pictures: Mapping[str, bytes]
    fonts: tuple[FontFile, ...]
    options: PrintOptions


def print_files(
    issue: Issue,
    *,
    pictures: Mapping[str, bytes],
    fonts: tuple[FontFile, ...] = (),
    edition: int = FIRST_EDITION,
    options: PrintOptions = PLAIN,
    pdf: bool = True,
    word: bool = True,
    progress: Progress = lambda _step: None,
) -> PrintFiles:
    """Make the wanted forms. Raises UserError for characters without a glyph; see `exporting.export_issue`.

    edition: see `review.editions`.
    """
    look = printable_look(issue.look, tuple(file.font for file in fonts))
    document = issue_document(issue, title_width=look.title_width, edition=edition)
    printed = at_print_size(document, look, pictures, small=word)
    job = _Job(document=document, look=look, pictures=printed, fonts=fonts, options=options)
    made, facts, warnings = None, None, (*said_missing(look), *said_wide(document, look))
    drawings: Mapping[str, bytes] = {}
    keys = drawing_keys(document, look, printed) if word else ()
    if pdf or keys:
        if pdf:
            progress(tr("排版 PDF"))
        made, facts, drawings, more = _set(job, keys, pdf=pdf)
        warnings = (*warnings, *more)
    if not word:
        return PrintFiles(pdf=made, word=None, facts=facts, warnings=warnings)
    progress(tr("生成 Word 文件"))
    data, more = _word(job, facts, drawings)
    return PrintFiles(pdf=made, word=data, facts=facts, warnings=(*warnings, *more))


def _set(
    job: _Job, keys: tuple[str, ...], *, pdf: bool
) -> tuple[bytes | None, PageFacts | None, dict[str, bytes], tuple[str, ...]]:
    """Return the PDF with its facts, where it is wanted, drawings for Word, and warnings."""
    # imported only where it sets: it would cost other formats a tenth of a second
    from editor.pages.typesetter import Typesetter

    with Typesetter(job.fonts) as typesetter:
        if not pdf:
            return None, None, typesetter.drawings(keys, job.document, job.look, job.pictures), ()
        rendering = typesetter.render(job.document, job.look, job.pictures, final=True, options=job.options)
        drawings = typesetter.drawings(keys, job.document, job.look, job.pictures)
    return rendering.pdf, rendering.facts, drawings, rendering.warnings


def _word(job: _Job, facts: PageFacts | None, drawings: Mapping[str, bytes]) -> tuple[bytes, tuple[str, ...]]:
    from editor.desk.folios import borderline_articles, folio_differences
    from editor.export.word import export_word
    from editor.export.word.page_map import word_page_map

    pages = word_page_map(job.document, job.look)
    data = export_word(job.document, job.look, job.pictures, pages.first, drawings)
    differing = folio_differences(job.document, pages, facts)
    borderline = (_said_borderline(one.title) for one in borderline_articles(job.document, pages))
    return data, (*borderline, *(one.words for one in differing))


def _said_borderline(title: str) -> str:
    return tr("Word：《{bare}》的末页快满了或刚起头，换一台电脑打开，后面的页码可能差一页。", bare=within_title(title))
