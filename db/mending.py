"""Repairs damaged records: data that fits the checksum is the original; any other remedy a user must choose."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from db import rows, values
from db.archive_values import register_value
from db.candidates import SAME, Columns, at_place, candidates, hollow_of, put_place, standing_article, versions_of
from db.checks import CHECKS, Column, spoilt
from db.fronts import note_front_made
from db.review_values import member_value
from db.tables import (
    ArticleRow,
    Base,
    CheckpointRow,
    ContentRow,
    DrawerRow,
    GalleyRow,
    IssueRow,
    LogRow,
    MemberRow,
    PublicationRow,
    ReadingRow,
    RegisterRow,
    RevisionRow,
)
from db.versions import Occasion, note_mending
from editor.interchange.codec import encode
from editor.model.approval import STATE_AFTER
from editor.model.article import Article
from editor.model.damage import Damage, DamageError, Record, Remedy, Source
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import STATE_NAMES, IssueState
from editor.model.language import tr, tr_marked
from editor.model.revision import Reason

_TABLES: Mapping[Record, type[Base]] = {
    Record.PUBLICATION: PublicationRow,
    Record.ISSUE: IssueRow,
    Record.ARTICLE: ArticleRow,
    Record.DRAWER: DrawerRow,
    Record.REGISTER: RegisterRow,
    Record.MEMBER: MemberRow,
    Record.VERSION: RevisionRow,
    Record.CHECKPOINT: CheckpointRow,
    Record.READING: ReadingRow,
    Record.GALLEY: GalleyRow,
    Record.CONTENT: ContentRow,
}
_BY = {Record.ARTICLE: "issue", Record.DRAWER: "publication", Record.REGISTER: "register"}
_KEYS = {Record.VERSION: "id", Record.READING: "id", Record.GALLEY: "id", Record.CONTENT: "hash"}
# records that others depend on are not among them
_REMOVABLE = frozenset(
    (Record.REGISTER, Record.MEMBER, Record.VERSION, Record.CHECKPOINT, Record.READING, Record.GALLEY, Record.CONTENT)
)


@dataclass(frozen=True, slots=True)
class _Offer:
    """A remedy with the columns that it writes; None deletes the row."""

    remedy: Remedy
    columns: Columns | None


def remedies(session: Session, damage: Damage) -> tuple[Remedy, ...]:
    """Return the remedies for a record, the most certain first."""
    return tuple(offer.remedy for offer in _offers(session, damage))


def mend(session: Session, remedy: Remedy, *, author: str, at: dt.datetime) -> None:
    """Apply a remedy; an article is kept as a version before and after. at: UTC.

    Raises UserError where the record has changed, so that the remedy is no longer offered.
    """
    offer = next((one for one in _offers(session, remedy.damage) if one.remedy == remedy), None)
    row = _row(session, remedy.damage)
    if offer is None or row is None:
        raise UserError(tr("没有修复：这条记录在这期间变了。请重新查找一次。"))
    if offer.columns is None:
        session.execute(delete(type(row)).where(*_same_row(remedy.damage)))
        return
    is_article = isinstance(row, ArticleRow | DrawerRow)
    before = (
        standing_article({one.name: getattr(row, one.name) for one in row.__table__.columns}) if is_article else None
    )
    for name, value in offer.columns.items():
        setattr(row, name, value)
    # reset even where no column changes: the row is accepted as it is and gets new checksums
    for name in CHECKS[row.__tablename__]:
        setattr(row, name, None)
    session.flush()
    if isinstance(row, ArticleRow | DrawerRow):
        note_mending(session, before, rows.article_of(row), author=author, at=at)
    elif isinstance(row, IssueRow) and remedy.source is not Source.FITTING:
        # a restored original (FITTING) has no new author
        note_front_made(session, hollow_of(row), Occasion(reason=Reason.RESTORED, author=author, at=at))


def _offers(session: Session, damage: Damage) -> Iterator[_Offer]:
    row = _row(session, damage)
    if row is None:
        return
    known = {column.name: getattr(row, column.name) for column in row.__table__.columns}
    fitting = next((made for made in candidates(session, damage, known) if _fits(damage.record, known | made)), None)
    if fitting is not None and spoilt(damage.record, known.__getitem__):
        words = tr("恢复原样：按校验码算出来的，与存下时一致")
        yield _Offer(Remedy(damage=damage, source=Source.FITTING, words=words), fitting)
        return
    if damage.record in (Record.ARTICLE, Record.DRAWER):
        yield from _article_offers(session, damage, known)
    elif damage.record in SAME:
        yield from _standing_offers(session, damage, known)
    if damage.record in _REMOVABLE:
        yield _Offer(Remedy(damage=damage, source=Source.REMOVING, words=tr("去掉这条记录")), None)


def _fits(record: Record, known: Columns) -> bool:
    return not spoilt(record, known.__getitem__) and _readable(record, known)


def _readable(record: Record, known: Columns) -> bool:
    """Return whether columns can be read, regardless of their checksums."""
    plain = known | dict.fromkeys(CHECKS[record], None) if record in CHECKS else known
    value = _VALUES.get(record)
    try:
        if value:
            value(plain.__getitem__)
    except DamageError:
        return False
    return True


_VALUES: Mapping[Record, Callable[[Column], object]] = {
    Record.PUBLICATION: values.publication_value,
    Record.ISSUE: values.hollow_value,
    Record.ARTICLE: values.article_value,
    Record.DRAWER: values.drawer_value,
    Record.REGISTER: register_value,
    Record.MEMBER: member_value,
}


def _article_offers(session: Session, damage: Damage, known: Columns) -> Iterator[_Offer]:
    bad = set(spoilt(damage.record, known.__getitem__))
    if not bad and (made := standing_article(known)):
        # undamaged except for characters that earlier versions let through
        yield _Offer(
            Remedy(damage=damage, source=Source.STANDING, words=tr("去掉不能印的字符")), rows.article_columns(made)
        )
        return
    placed = {} if damage.record is Record.DRAWER else _standing_place(session, known)
    readable = standing_article(known)
    for key, (at, article) in enumerate(versions_of(session, damage)):
        words = tr("用存下的版本（{at}）：{text}", at=at, text=_preview(article))
        # undamaged parts are kept: facts and state of the work together with an earlier body
        facts = readable and "facts_check" not in bad and damage.record is Record.ARTICLE and "words_check" in bad
        made = replace(readable, blocks=article.blocks) if readable and facts else article
        yield _Offer(
            Remedy(damage=damage, source=Source.KEPT, words=words, key=key), placed | rows.article_columns(made)
        )
    if readable:
        words = tr("照现在的样子，请逐字核对：{text}", text=_preview(readable))
        yield _Offer(
            Remedy(damage=damage, source=Source.STANDING, words=words), placed | rows.article_columns(readable)
        )


def _standing_place(session: Session, known: Columns) -> Columns:
    """Return the place of an article whose section does not exist: the end of the last section."""
    issue = session.get(IssueRow, known["issue"])
    if issue is None:
        return {}
    uids = [section.uid for section in hollow_of(issue).sections]
    if not uids or known["section"] in uids:
        return {}
    return {"section": uids[-1], "position": session.scalar(select(func.count()).where(ArticleRow.section == uids[-1]))}


def _standing_offers(session: Session, damage: Damage, known: Columns) -> Iterator[_Offer]:
    """Offer the row as its JSON column has it; the state of an issue comes from the log."""
    try:
        data = json.loads(known["data"])
    except (TypeError, ValueError):
        return
    made: Columns = {}
    if damage.record is Record.ISSUE:
        logged = _logged_state(session, damage.uid)
        if logged:
            data = put_place(data, ("archive", "state"), logged)
        made["articles"] = session.scalar(select(func.count()).where(ArticleRow.issue == known["uid"]))
    made["data"] = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    repeated = {
        name: value for name, place in SAME[damage.record].items() if (value := at_place(data, place)) is not None
    }
    made |= {name: value for name, value in repeated.items() if name not in ("uid", "publication")}
    if _readable(damage.record, known | made):
        value = values.kept(_KINDS[damage.record], made["data"]) if damage.record in _KINDS else None
        if value is not None:
            # encoded anew, without unprintable characters
            made["data"] = encode(value).decode()
        words = tr("照现在的样子，请核对：{text}", text=_wording(made | {"data": ""}))
        yield _Offer(Remedy(damage=damage, source=Source.STANDING, words=words), made)


_KINDS: Mapping[Record, type] = {Record.ISSUE: Issue}


def _logged_state(session: Session, issue: str) -> str:
    """Return an issue's state after its last step in the log, empty without any."""
    query = select(LogRow.action).where(LogRow.issue == issue).order_by(LogRow.number.desc())
    known = {str(action): state for action, state in STATE_AFTER.items()}
    return next((known[action].value for action in session.scalars(query) if action in known), "")


def _wording(columns: Columns) -> str:
    shown = [str(columns[name]) for name in ("masthead", "name", "date") if columns.get(name)]
    return " ".join((*shown, *(tr_marked(STATE_NAMES[state]) for state in IssueState if state == columns.get("state"))))


def _preview(article: Article) -> str:
    text = rows.article_columns(article)["plain"]
    return tr(
        "《{title}》{n} 字，“{text}……”", title=article.title.text[:30], n=len(text), text=text[:20].replace("\n", " ")
    )


def _row(session: Session, damage: Damage) -> Base | None:
    table = _TABLES.get(damage.record)
    return session.scalars(select(table).where(*_same_row(damage))).first() if table else None


def _same_row(damage: Damage) -> list[Any]:
    table: Any = _TABLES[damage.record]
    found = [getattr(table, _KEYS.get(damage.record, "uid")) == damage.uid]
    if damage.record in _BY:
        found.append(getattr(table, _BY[damage.record]) == damage.place)
    return found
