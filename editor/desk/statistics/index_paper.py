"""年度总目录 of a publication: its paper, and the paper as PDF and Word."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from editor.desk.issue_entry import IssueEntry
from editor.desk.papers.heading import foot
from editor.desk.ports import Library
from editor.desk.statistics.counting import PrintedArticle, issue_order, region_order, regions_of
from editor.desk.statistics.folios import FolioReader, IssueFolios, Shares
from editor.desk.statistics.period import Period
from editor.document.annual_index import NO_FOLIO, AnnualIndex, IndexEntry, IndexGroup, IndexIssue, IndexPart
from editor.document.papers import PaperHeading
from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.number import label, span
from editor.model.publication import Publication

if TYPE_CHECKING:
    from editor.document.annual_index import IndexPages


# an index counts no characters
_NO_DAYS = Period(first=dt.date.min, last=dt.date.min)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexFiles:
    """An annual index as PDF and Word file. warnings: sentences for the user."""

    pdf: bytes
    word: bytes
    warnings: tuple[str, ...]


def year_articles(library: Library, publication: Publication, year: int) -> tuple[PrintedArticle, ...]:
    """Return the articles of a year's issues, by the year of their numbers. Raises UserError for a year without any."""
    every = [one for one in library.issues() if one.publication == publication.uid]
    entries = {one.uid: one for one in every if one.number.year == year}
    if not entries:
        years = tr("、").join(map(str, sorted({one.number.year for one in every})))
        name = publication.profile.masthead
        raise UserError(tr("“{name}”在{year}年没有出过期。有：{years}。", name=name, year=year, years=years))
    facts = library.article_facts(publication.uid, _NO_DAYS).articles
    found = (PrintedArticle(facts=one, entry=entries[one.issue]) for one in facts if one.issue in entries)
    articles = tuple(sorted(found, key=lambda one: (issue_order(one.entry), one.facts.place)))
    if not articles:
        raise UserError(tr("{year}年的各期里还没有文章，编不出总目录。", year=year))
    return articles


def annual_index(
    publication: Publication,
    year: int,
    articles: Sequence[PrintedArticle],
    folios: Mapping[str, IssueFolios],
    made: dt.datetime,
) -> AnnualIndex:
    """Return the paper. folios: of issues; made: local time."""
    lines = [(one, _entry(one, folios)) for one in articles]
    sections = IndexPart(
        name="栏目目录", lead="按栏目、期号排列，右边是页码。", groups=tuple(_sections(publication, lines))
    )
    parts = [sections]
    numbered = f"右边两栏是{'总期号' if _totals(articles) else '期号'}和页码。"
    for name, lead, groups in (
        ("地区索引", "按省、自治区、直辖市排列", _grouped(lines, _regions, region_order)),
        ("标签索引", "按篇数排列", _grouped(lines, _tags, lambda _name: 0)),
    ):
        if groups:
            parts.append(IndexPart(name=name, lead=f"{lead}，{numbered}", groups=groups))
    return AnnualIndex(
        heading=PaperHeading(
            masthead=publication.profile.masthead,
            name="总目录",
            line=(f"{year}年",),
            made=made,
            foot=foot(made),
            accent=publication.profile.accent,
        ),
        year=f"{year}年",
        facts=tuple(_facts(articles)),
        parts=tuple(parts),
        notes=tuple(_notes(folios)),
    )


def index_files(  # noqa: PLR0913
    library: Library, publication: Publication, year: int, made: dt.datetime, progress: Shares, *, word: bool = True
) -> IndexFiles:
    """Set whatever issue has no signed PDF, and return the index of a year. Raises UserError for a year without issues.

    progress: issues done and in all; what it raises stops the work. word: also as a Word file, else that is empty.
    """
    from editor.pages.papers import set_index

    articles = year_articles(library, publication, year)
    entries = tuple(dict.fromkeys(one.entry for one in articles))
    folios = FolioReader(library).folios(entries, tuple(one.facts for one in articles), progress)
    index = annual_index(publication, year, articles, folios, made)
    pdf, pages = set_index(index)
    return IndexFiles(
        pdf=pdf,
        word=index_docx(index, pages, publication) if word else b"",
        warnings=tuple(_warnings(entries, folios)),
    )


def index_docx(index: AnnualIndex, pages: "IndexPages", publication: Publication) -> bytes:
    """Return an index as a Word file on the pages of its PDF, in the look of its publication."""
    from editor.document.look_settings import printable_look
    from editor.export.word.annual_index import index_word

    return index_word(index, pages, printable_look(publication.look, ()))


_Line = tuple[PrintedArticle, IndexEntry]


def _entry(one: PrintedArticle, folios: Mapping[str, IssueFolios]) -> IndexEntry:
    known = folios.get(one.entry.uid)
    folio = known.by_article.get(one.facts.uid, "") if known else ""
    return IndexEntry(
        title=one.facts.title or "（无标题）",
        source=one.facts.source.strip(),
        number=_number(one.entry),
        folio=folio or NO_FOLIO,
    )


def _number(entry: IssueEntry) -> str:
    """Return how an issue is called in one word: its total number, else its number, of a 增刊 month and day."""
    number = entry.number
    if number.total is not None:
        return span(number.total, number.total_last)
    return span(number.number, number.last) if number.number else f"{entry.date.month}.{entry.date.day}"


def _totals(articles: Iterable[PrintedArticle]) -> bool:
    return all(one.entry.number.total is not None for one in articles)


def _sections(publication: Publication, lines: Sequence[_Line]) -> Iterator[IndexGroup]:
    """Yield sections in the publication's order, then those that only issues have, as they came."""
    found: defaultdict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        found[line[0].facts.section].append(line)
    order = [one.name for one in publication.sections]
    for name in sorted(found, key=lambda one: order.index(one) if one in order else len(order)):
        of_it = found[name]
        issues = tuple(
            _issue(entry, tuple(line for _, line in pairs))
            for entry, pairs in groupby(of_it, key=lambda line: line[0].entry)
        )
        yield IndexGroup(name=name or "（没有名称的栏目）", count=f"{len(issues)} 期 {len(of_it)} 篇", issues=issues)


def _issue(entry: IssueEntry, entries: tuple[IndexEntry, ...]) -> IndexIssue:
    name, *rest = label(entry.number)
    return IndexIssue(name=name, aside=rest[-1] if rest else f"{entry.date.month}月{entry.date.day}日", entries=entries)


def _regions(one: PrintedArticle) -> tuple[str, ...]:
    return regions_of(one.facts)


def _tags(one: PrintedArticle) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.facts.tags))


def _grouped(
    lines: Sequence[_Line], names_of: Callable[[PrintedArticle], tuple[str, ...]], order: Callable[[str], int]
) -> tuple[IndexGroup, ...]:
    """Return the entries of every name; articles without one are left out: the first part has them."""
    found: defaultdict[str, list[IndexEntry]] = defaultdict(list)
    for one, entry in lines:
        for name in names_of(one):
            found[name].append(entry)
    names = sorted(found, key=lambda name: (order(name), -len(found[name]), name))
    return tuple(IndexGroup(name=one, count=f"{len(found[one])} 篇", entries=tuple(found[one])) for one in names)


def _facts(articles: Sequence[PrintedArticle]) -> Iterator[str]:
    entries = list(dict.fromkeys(one.entry for one in articles))
    totals = [one.number.total for one in entries if one.number.total is not None]
    if totals:
        last = max(one.number.total_last or one.number.total or 0 for one in entries)
        yield f"总第{span(min(totals), last if last > min(totals) else None)}期"
    yield f"{len(entries)} 期　{len(articles)} 篇"


def _notes(folios: Mapping[str, IssueFolios]) -> Iterator[str]:
    many = sum(not one.signed and not one.why for one in folios.values())
    if any(one.signed for one in folios.values()):
        yield "页码取自签发的 PDF" + (f"；没有签发的 {many} 期按现在的版面排出，可能与印本不同。" if many else "。")
    elif many:
        yield f"这 {many} 期没有签发的 PDF，页码按现在的版面排出，可能与印本不同。"
    missing = sum(bool(one.why) for one in folios.values())
    if missing:
        yield f"有 {missing} 期排不出版面，页码写作“{NO_FOLIO}”。"
    yield "一篇文章涉及几个地区、有几个标签的，在各处都列；没有地区、标签的只列在栏目目录里。"


def _warnings(entries: Iterable[IssueEntry], folios: Mapping[str, IssueFolios]) -> Iterator[str]:
    for entry in entries:
        why = folios[entry.uid].why
        if why:
            name = " ".join(label(entry.number))
            yield tr("{name}没有页码：{why}", name=name, why=why)
