"""What the finished pages show. Pending until there are any."""

from collections.abc import Iterator

from editor.checks.context import ArticleTexts, Sheets
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.rule import PageRule
from editor.document.copyfit import characters_to_cut
from editor.model.language import tr
from editor.model.page_facts import ArticlePages

_FEW_LINES = 3
_NEARLY_EMPTY = 0.15


def overflow(sheets: Sheets) -> Iterator[RuleHit]:
    """Yield articles of which at most three lines stand on a page more."""
    for pages in sheets.facts.alone_at_end():
        over = sheets.facts.lines - pages.free_lines
        reading = sheets.reading(pages.article)
        if reading and pages.last > pages.first and over <= _FEW_LINES:
            yield _of(pages, _saving(reading, over), tr("{n} 行在第 {last:02} 页。", n=over, last=pages.last))


def near_empty(sheets: Sheets) -> Iterator[RuleHit]:
    """Yield articles whose last page is nearly empty, though too many lines stand on it to be cut."""
    for pages in sheets.facts.alone_at_end():
        used = sheets.facts.lines - pages.free_lines
        if pages.last > pages.first and _FEW_LINES < used <= _NEARLY_EMPTY * sheets.facts.lines:
            yield _of(pages, tr("末页只有 {n} 行", n=used), tr("第 {last:02} 页几乎是空的。", last=pages.last))


def borderline(sheets: Sheets) -> Iterator[RuleHit]:
    """Yield articles that fill their last page to its last line."""
    for pages in sheets.facts.alone_at_end():
        if pages.free_lines == 0:
            yield _of(pages, tr("末页临界：一行不余"), tr("再多一行就多一页；在另一台电脑的 Word 里页码可能相差一页。"))


def _saving(reading: ArticleTexts, lines: int) -> str:
    setting = reading.setting
    cut = characters_to_cut(reading.article.blocks, lines, chars=setting.chars, indent=setting.indent)
    return tr("超出 {n} 行，删 {cut} 字可省一页", n=lines, cut=cut) if cut else tr("超出 {n} 行", n=lines)


def _of(pages: ArticlePages, message: str, detail: str) -> RuleHit:
    subject = f"{pages.last - pages.first} {pages.free_lines}"
    return RuleHit(
        place=FindingLocation(where=pages.article, field=FindingField.PAGES),
        message=message,
        detail=detail,
        subject=subject,
    )


RULES = (
    PageRule(id="pages.overflow", title=tr("超出几行"), level=Level.WARNING, check=overflow),
    PageRule(id="pages.near-empty", title=tr("末页几乎是空的"), level=Level.INFO, check=near_empty),
    PageRule(id="pages.borderline", title=tr("末页临界"), level=Level.INFO, check=borderline),
)
