"""Model values out of the columns of a library: what every reading shares, with a mapping or without."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from editor.desk.ports import IssueEntry
from editor.interchange.codec import decode
from editor.model.approval import LogAction, LogEntry, LogEvent
from editor.model.body import Block
from editor.model.errors import UserError
from editor.model.font import Font
from editor.model.issue import Article, Issue, Number
from editor.model.language import tr
from editor.model.numbering import reference
from editor.model.publication import Publication
from editor.model.review import IssueState
from editor.model.saying import said_number

LATEST = "latest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body column: versioned blocks."""

    v: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An article's columns. section: uid."""

    section: str
    data: str
    body: str


def publication_value(data: str) -> Publication:
    """Return the publication of its column."""
    return decode(Publication, data.encode())


def issue_value(data: str, articles: Iterable[Placed]) -> Issue:
    """Return the issue of its column and its articles' (in order)."""
    hollow = decode(Issue, data.encode())
    placed: dict[str, list[Article]] = {section.uid: [] for section in hollow.sections}
    for one in articles:
        placed[one.section].append(article_value(one.data, one.body))
    sections = tuple(replace(section, articles=tuple(placed[section.uid])) for section in hollow.sections)
    return replace(hollow, sections=sections)


def article_value(data: str, body: str) -> Article:
    """Return the article of its columns."""
    return replace(decode(Article, data.encode()), blocks=decode(Body, body.encode()).blocks)


def number_value(number: str) -> Number:
    """Return the number of its column."""
    return decode(Number, number.encode())


def font_value(about: str) -> Font:
    """Return the font that a column describes."""
    return decode(Font, about.encode())


def entry_value(columns: Sequence[str], articles: int) -> IssueEntry:
    """Return a line of the list of issues. columns: uid, publication, masthead, number, date, state."""
    uid, publication, masthead, number, date, state = columns
    return IssueEntry(
        uid=uid,
        publication=publication,
        masthead=masthead,
        number=number_value(number),
        date=dt.date.fromisoformat(date),
        state=IssueState(state),
        articles=articles,
    )


def entry_of_log(  # noqa: PLR0913, PLR0917 - the columns of a row
    number: int, action: str, name: str, at: str, issue: str, detail: str, before: str, own: str
) -> LogEntry:
    """Return the entry of a row's columns; own: its hash. Raises UserError for one that was spoilt."""
    try:
        moment = dt.datetime.fromisoformat(at)
        event = LogEvent(action=LogAction(action), name=name, at=moment, issue=issue, detail=detail)
    except (ValueError, TypeError) as error:
        raise UserError(
            tr("刊库的记录第 {number} 条被改动过，读不出来。请用改动之前的备份。", number=number)
        ) from error
    return LogEntry(number=number, event=event, before=before, hash=own)


def named_entry(entries: Sequence[IssueEntry], wanted: str) -> IssueEntry:
    """Return the issue named by total number, 2024-50, latest or uid; entries: newest first. Raises UserError."""
    if not entries:
        raise UserError(tr("刊库里还没有期刊，请先导入一期。"))
    match = next((entry for entry in entries if _is_named(entry, wanted)), None)
    if match is None:
        newest = tr("，").join(said_number(entries[0].number))
        raise UserError(tr("刊库里没有“{wanted}”这一期。最新一期是 {label}。", wanted=wanted, label=newest))
    return match


def no_publication() -> UserError:
    """Return what to say of a publication that is not there."""
    return UserError(tr("刊库里没有这个刊物，请先导入它的一期。"))


def no_issue() -> UserError:
    """Return what to say of an issue that is not there."""
    return UserError(tr("刊库里没有这一期，可能已被删除。"))


def no_font() -> UserError:
    """Return what to say of a font whose bytes are not there."""
    return UserError(tr("刊库里缺少一个字体文件，请重新添加。"))


def _is_named(entry: IssueEntry, wanted: str) -> bool:
    number = entry.number
    if wanted in (LATEST, reference(number), entry.uid):
        return True
    totals = range(number.total, (number.total_last or number.total) + 1) if number.total else ()
    return wanted.isdecimal() and int(wanted) in totals
