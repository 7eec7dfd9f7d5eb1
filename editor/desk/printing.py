"""The printed forms of an issue, in memory: the same document as PDF and as Word file."""

from collections.abc import Callable, Mapping

from editor.desk.wide_tables import said_wide
from editor.document.drawings import drawing_keys, with_pictures
from editor.document.faces import said_missing
from editor.document.issue_document import issue_document
from editor.document.look import LookTable
from editor.document.look_settings import printable_look
from editor.document.missing_glyphs import said_missing_glyphs
from editor.document.parts import Document
from editor.document.print_options import PLAIN, PrintOptions
from editor.document.printed_pictures import at_print_size
from editor.document.substitutes import printable_document
from editor.model.dataclass import dataclass
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.issue_state import FIRST_EDITION
from editor.model.language import tr
from editor.model.page_facts import PageFacts

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
    """Make the wanted forms; see `exporting.export_issue`.

    edition: see `review.editions`.
    """
    look = printable_look(issue.look, tuple(file.font for file in fonts))
    document = issue_document(issue, title_width=look.title_width, edition=edition)
    printable = printable_document(document, look)
    # where nothing is replaced nothing is missing
    missing = () if printable is document else said_missing_glyphs(document, look)
    warnings = (*said_missing(look), *missing, *said_wide(document, look))
    document = printable
    printed = at_print_size(document, look, pictures, small=word)
    job = _Job(document=document, look=look, pictures=printed, fonts=fonts, options=options)
    if not (pdf or word):
        return PrintFiles(pdf=None, word=None, facts=None, warnings=warnings)
    progress(tr("排版 PDF"))
    pages = _set(job, drawing_keys(document, look, printed) if word else (), pdf=pdf)
    warnings = (*warnings, *pages.warnings, *_said_codes(job, pages, pictures, word=word))
    if not word:
        return PrintFiles(pdf=pages.pdf, word=None, facts=pages.facts, warnings=warnings)
    progress(tr("生成 Word 文件"))
    data, more = _word(job, pages)
    return PrintFiles(pdf=pages.pdf, word=data, facts=pages.facts, warnings=(*warnings, *more))


@dataclass(frozen=True, slots=True, kw_only=True)
class _SetPages:
    """pdf: None where it is not wanted; drawings: for Word, by key."""

    pdf: bytes | None
    facts: PageFacts
    drawings: Mapping[str, bytes]
    warnings: tuple[str, ...]


def _set(job: _Job, keys: tuple[str, ...], *, pdf: bool) -> _SetPages:
    """Set the pages: also for a Word file alone, which follows the PDF's."""
    # imported only where it sets: it would cost other formats a tenth of a second
    from editor.pages.typesetter import Typesetter

    with Typesetter(job.fonts) as typesetter:
        made: bytes | None = None
        warnings: tuple[str, ...] = ()
        if pdf:
            rendering = typesetter.render(job.document, job.look, job.pictures, final=True, options=job.options)
            made, facts, warnings = rendering.pdf, rendering.facts, rendering.warnings
        else:
            facts = typesetter.facts(job.document, job.look, job.pictures)
        drawings = typesetter.drawings(keys, job.document, job.look, job.pictures)
    return _SetPages(pdf=made, facts=facts, drawings=drawings, warnings=warnings)


def _said_codes(job: _Job, pages: _SetPages, pictures: Mapping[str, bytes], *, word: bool) -> tuple[str, ...]:
    """Return what is wrong with the codes on the pages, and with their pictures in the Word file.

    pictures: as they came, since one at print size may have lost its code already.
    """
    from editor.desk.printed_codes import said_long_links, said_page_codes, said_word_codes

    return (
        *said_long_links(job.document, pages.facts),
        *(said_page_codes(job.document, job.look, pictures, pages.pdf, pages.facts) if pages.pdf else ()),
        *(said_word_codes(job.document) if word else ()),
    )


def _word(job: _Job, pages: _SetPages) -> tuple[bytes, tuple[str, ...]]:
    from editor.desk.folios import folio_remarks
    from editor.export.word import export_word
    from editor.export.word.page_plan import word_pages

    document, charts = with_pictures(job.document, pages.drawings)
    planned = word_pages(document, job.look, pages.facts)
    pictures, after = {**job.pictures, **charts}, pages.facts.imprint_after
    data = export_word(document, job.look, pictures, planned, pages.drawings, imprint_after=after)
    return data, tuple(one.words for one in folio_remarks(document, planned, pages.facts))
