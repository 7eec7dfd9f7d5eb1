"""Folios of the Word file: the PDF's, except where that cannot be, or where another renderer may set a line more."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from editor.document.issue_document import issue_document
from editor.document.parts import ArticlePart, Document
from editor.model.dataclass import dataclass
from editor.model.language import tr
from editor.model.page_facts import PageFacts
from editor.text.quotes import within_title

if TYPE_CHECKING:
    from editor.desk.printable_issue import PrintableIssue
    from editor.export.word.page_plan import WordPages

_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FolioRemark:
    """A sentence about folios in Word that are not, or may not be, the PDF's. places: uids of the articles meant."""

    words: str
    places: tuple[str, ...]


def folio_remarks(document: Document, pages: "WordPages", facts: PageFacts) -> tuple[FolioRemark, ...]:
    """Return at most one sentence on folios that differ, and one on those that may differ on another computer."""
    return tuple(_remarks(document, pages, facts))


def _remarks(document: Document, pages: "WordPages", facts: PageFacts) -> Iterator[FolioRemark]:
    rows = [(one, facts.folio(one.anchor), pages.first[one.anchor]) for one in document.articles()]
    differing = [(one, pdf, word) for one, pdf, word in rows if pdf is not None and pdf != word]
    if differing:
        said = tr("；").join(
            tr("《{bare}》PDF {pdf:02}、Word {word:02}", bare=within_title(one.title), pdf=pdf, word=word)
            for one, pdf, word in differing[:_MOST]
        )
        words = tr("{n} 篇的页码在 PDF 和 Word 里不同：{said}", n=len(differing), said=_cut(said, len(differing)))
        yield FolioRemark(words=words, places=tuple(one.anchor for one, _, _ in differing))
    unsure = tuple(one for one in document.articles() if one.anchor in pages.unsure)
    if unsure:
        yield FolioRemark(words=_said_unsure(unsure), places=tuple(one.anchor for one in unsure))


def _said_unsure(unsure: tuple[ArticlePart, ...]) -> str:
    said = tr("、").join(tr("《{title}》", title=within_title(one.title)) for one in unsure[:_MOST])
    return tr("Word 换一台电脑打开，{n} 篇的页码可能差一页：{said}", n=len(unsure), said=_cut(said, len(unsure)))


def _cut(said: str, count: int) -> str:
    return tr("{said} 等", said=said) if count > _MOST else said


def issue_folio_remarks(printable: "PrintableIssue", facts: PageFacts) -> tuple[FolioRemark, ...]:
    """Return the remarks on an issue. facts: of its pages; costs some hundredths of a second."""
    # loaded when it is asked for: the start of window and command line needs no Word
    from editor.export.word.page_plan import word_pages

    look = printable.look
    document = issue_document(printable.issue, title_width=look.title_width, edition=printable.edition)
    return folio_remarks(document, word_pages(document, look, facts), facts)
