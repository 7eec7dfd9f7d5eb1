"""Model values from the columns of a library, for reads with the mapping and without."""

import datetime as dt
import functools
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from db.checks import Column
from db.row_damage import agree, is_whole, naming_damage, short_words
from editor.desk.issue_entry import IssueEntry
from editor.interchange.codec import decode_kept
from editor.model.article import Article
from editor.model.body import Block
from editor.model.damage import Damage, DamageError, Record
from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.font import Font
from editor.model.issue import Issue
from editor.model.issue_state import IssueState
from editor.model.language import tr
from editor.model.number import IssueKind, Number
from editor.model.publication import Publication
from editor.model.saying import said_number
from editor.text.sanitise import sanitise

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body column: versioned blocks."""

    v: int
    blocks: tuple[Block, ...]


def publication_value(row: Column) -> Publication:
    """Return the publication of its row. Raises DamageError."""
    with naming_damage(Record.PUBLICATION, lambda: tr("刊物“{name}”的设置", name=short_words(row, "masthead")), row):
        publication = kept(Publication, row("data"))
        agree((publication.uid, publication.profile.masthead), (row("uid"), row("masthead")))
        return publication


def issue_value(row: Column, articles: Iterable[Column]) -> Issue:
    """Return the issue of its row and its articles' (in order). Raises DamageError that names all that is damaged."""
    hollow = hollow_value(row)
    damages: list[Damage] = []
    placed: dict[object, list[Article]] = {section.uid: [] for section in hollow.sections}
    found = tuple(articles)
    for one in found:
        try:
            with naming_damage(Record.ARTICLE, functools.partial(article_name, one), one, place="issue"):
                placed[one("section")].append(_article(one))
        except DamageError as error:
            damages += error.damages
    try:
        _check_count(row, len(found))
    except DamageError as error:
        damages += error.damages
    if damages:
        raise DamageError(damages)
    sections = tuple(replace(section, articles=tuple(placed[section.uid])) for section in hollow.sections)
    return replace(hollow, sections=sections)


def standing_issue(row: Column, articles: Iterable[Column]) -> Issue:
    """Return an issue without regard to its checksums: to be compared with what was signed, never printed.

    Raises UserError, KeyError, TypeError or ValueError where it cannot be read at all.
    """
    hollow = kept(Issue, row("data"))
    placed: dict[object, list[Article]] = {section.uid: [] for section in hollow.sections}
    for one in articles:
        article = kept(Article, one("data"))
        placed[one("section")].append(replace(article, blocks=kept(Body, one("body")).blocks))
    sections = tuple(replace(section, articles=tuple(placed[section.uid])) for section in hollow.sections)
    return replace(hollow, sections=sections)


def _check_count(row: Column, found: int) -> None:
    if row("articles") not in (None, found):
        name = tr(
            "{issue}（存过 {stored} 篇，现在找得到 {found} 篇）",
            issue=issue_name(row),
            stored=row("articles"),
            found=found,
        )
        raise DamageError([Damage(record=Record.ISSUE, name=name, uid=str(row("uid")))])


def hollow_value(row: Column) -> Issue:
    """Return the issue of its row, without articles. Raises DamageError."""
    with naming_damage(Record.ISSUE, lambda: issue_name(row), row):
        issue = kept(Issue, row("data"))
        agree(
            (issue.uid, issue.publication, issue.archive.state, issue.date.isoformat()),
            (row("uid"), row("publication"), row("state"), row("date")),
        )
        return issue


def drawer_value(row: Column) -> Article:
    """Return the article of its row in the drawer. Raises DamageError."""
    with naming_damage(Record.DRAWER, lambda: article_name(row), row, place="publication"):
        return _article(row)


def article_value(row: Column) -> Article:
    """Return the article of its row in an issue. Raises DamageError."""
    with naming_damage(Record.ARTICLE, lambda: article_name(row), row, place="issue"):
        return _article(row)


def number_value(number: object) -> Number:
    """Return the number of its column. Raises UserError."""
    return kept(Number, number)


def font_value(row: Column) -> Font:
    """Return the font that a row describes. Raises DamageError."""
    with naming_damage(Record.FONT, lambda: tr("字体文件“{name}”", name=short_words(row, "name")), row, uid="sha256"):
        return kept(Font, row("about"))


def number_of(row: Column) -> Number:
    """Return an issue's number by its columns; for a damaged one, of an issue without a number."""
    return _number(row, _date(row("date")))


def entry_value(row: Column, articles: int) -> IssueEntry:
    """Return a line of the list of issues; for a damaged issue with what its columns still hold."""
    date = _date(row("date"))
    return IssueEntry(
        uid=str(row("uid")),
        publication=str(row("publication")),
        masthead=str(row("masthead")),
        number=_number(row, date),
        date=date,
        # for a damaged column, the state that allows least
        state=_state(row("state")),
        articles=articles,
        damage=_entry_damage(row, articles),
    )


def issue_name(row: Column) -> str:
    """Return a name for an issue of which perhaps only the columns can be read."""
    number = " ".join(said_number(number_of(row)))
    return tr("{masthead}{number}的记录", masthead=short_words(row, "masthead"), number=number)


def article_name(row: Column) -> str:
    """Return a name for an article of which perhaps only the columns can be read."""
    return tr("文章《{title}》", title=short_words(row, "title"))


def font_bytes(sha256: str, name: object, data: object) -> bytes:
    """Return a font file's bytes. Raises DamageError where they do not fit the sha256."""
    if not isinstance(data, bytes) or not is_whole(sha256, data):
        message = tr("字体文件“{name}”（请重新添加）", name=sanitise(str(name))[:40])
        raise DamageError([Damage(record=Record.FONT, name=message, uid=sha256)])
    return data


def no_publication() -> UserError:
    """Return the error for a publication that does not exist."""
    return UserError(tr("刊库里没有这个刊物，请先导入它的一期。"))


def no_issue() -> UserError:
    """Return the error for an issue that does not exist."""
    return UserError(tr("刊库里没有这一期，可能已被删除。"))


def no_font() -> UserError:
    """Return the error for a font whose bytes are missing."""
    return UserError(tr("刊库里缺少一个字体文件，请重新添加。"))


def _entry_damage(row: Column, articles: int) -> str:
    try:
        _check_count(row, articles)
        if row("checksum") is None:
            # a row from before checksums: decode it to find damage
            hollow_value(row)
            return ""
        with naming_damage(Record.ISSUE, lambda: issue_name(row), row):
            number_value(row("number")), dt.date.fromisoformat(str(row("date"))), IssueState(str(row("state")))
    except DamageError as error:
        return str(error)
    return ""


def _article(row: Column) -> Article:
    article = kept(Article, row("data"))
    agree((article.uid, article.title.text), (row("uid"), row("title")))
    return replace(article, blocks=kept(Body, row("body")).blocks)


def kept(kind: type[T], data: object) -> T:
    """Return the value of a JSON column without regard to its checksum. Raises UserError, TypeError."""
    if not isinstance(data, str):
        raise TypeError("no text where JSON is kept")
    return decode_kept(kind, data.encode())


def _date(date: object) -> dt.date:
    try:
        return dt.date.fromisoformat(str(date))
    except ValueError:
        return dt.date.min


def _number(row: Column, date: dt.date) -> Number:
    try:
        return number_value(row("number"))
    except (UserError, ValueError):
        return Number(year=date.year, number=None, total=None, kind=IssueKind.SUPPLEMENT)


def _state(state: object) -> IssueState:
    try:
        return IssueState(str(state))
    except ValueError:
        return IssueState.PUBLISHED
