"""Folios of the Word file that differ from the PDF's or may on another machine, computed before either is made."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.document.issue_document import issue_document
from editor.document.parts import ArticlePart, Document
from editor.model.language import tr
from editor.model.page_facts import PageFacts
from editor.text.quotes import within_title

if TYPE_CHECKING:
    from editor.desk.printable_issue import PrintableIssue
    from editor.export.word.page_map import WordPageMap


@dataclass(frozen=True, slots=True, kw_only=True)
class FolioDifference:
    """An article that begins on another page in the Word file. article: uid; pdf, word: folios."""

    article: str
    title: str
    pdf: int
    word: int

    @property
    def words(self) -> str:
        """The difference in a sentence."""
        return tr(
            "《{bare}》在 PDF 第 {pdf:02} 页，在 Word 第 {word:02} 页。",
            bare=within_title(self.title),
            pdf=self.pdf,
            word=self.word,
        )


def folio_differences(document: Document, pages: "WordPageMap", facts: PageFacts | None) -> tuple[FolioDifference, ...]:
    """Return the differences between both files. facts: of the PDF, None without one."""
    if facts is None:
        return ()
    rows = ((one, facts.folio(one.anchor), pages.first[one.anchor]) for one in document.articles())
    return tuple(
        FolioDifference(article=one.anchor, title=one.title, pdf=pdf, word=word)
        for one, pdf, word in rows
        if pdf is not None and pdf != word
    )


def borderline_articles(document: Document, pages: "WordPageMap") -> tuple[ArticlePart, ...]:
    """Return the articles whose last page in Word is so full, or so empty, that the next may begin elsewhere."""
    return tuple(one for one in document.articles() if one.anchor in pages.borderline)


def word_pages(printable: "PrintableIssue") -> tuple[Document, "WordPageMap"]:
    """Return an issue as a document, and the pages that Word will give it: a hundredth of a second for 24."""
    # loaded when it is asked for: the start of window and command line needs no Word
    from editor.export.word.page_map import word_page_map

    look = printable.look
    document = issue_document(printable.issue, title_width=look.title_width, edition=printable.edition)
    return document, word_page_map(document, look)
