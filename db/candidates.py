"""Candidates for the original columns of a damaged row: from its other columns, and from copies elsewhere."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import rows, values
from db.checks import spoilt
from db.contents import content_of
from db.row_damage import is_whole
from db.tables import ApprovalRow, ArticleRow, IssueRow, ReleasedFileRow, RevisionRow
from editor.interchange.codec import decode
from editor.interchange.statements import read_approval
from editor.model.article import Article, Title
from editor.model.block_texts import block_texts
from editor.model.body import Paragraph, text_of
from editor.model.damage import Damage, Record
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import IssueState
from editor.model.language import tr
from editor.model.review import Role
from editor.model.revision import Reason
from editor.text.sanitise import sanitise

Columns = dict[str, Any]

# by kind of record: columns that repeat a value of the row's JSON, with the path of that value
SAME: Mapping[Record, Mapping[str, tuple[str, ...]]] = {
    Record.PUBLICATION: {"uid": ("uid",), "masthead": ("profile", "masthead")},
    Record.ISSUE: {
        "uid": ("uid",),
        "publication": ("publication",),
        "masthead": ("profile", "masthead"),
        "date": ("date",),
        "number": ("number",),
        "state": ("archive", "state"),
    },
    Record.ARTICLE: {"uid": ("uid",), "title": ("title", "text")},
    Record.DRAWER: {"uid": ("uid",), "title": ("title", "text")},
    Record.REGISTER: {"uid": ("uid",), "name": ("name",)},
}


_CHOICES: Mapping[tuple[Record, str], Iterable[str]] = {
    (Record.MEMBER, "role"): Role,
    (Record.VERSION, "reason"): Reason,
    (Record.ISSUE, "state"): IssueState,
}


def candidates(session: Session, damage: Damage, known: Columns) -> Iterator[Columns]:
    """Yield possible original columns: what one column lost is taken from another that repeats it."""
    record = damage.record
    for (of, name), choices in _CHOICES.items():
        if of is record:
            yield from ({name: str(choice)} for choice in choices)
    for made in _said_twice(record, known):
        yield made
        if record in (Record.ARTICLE, Record.DRAWER):
            for other in _article_parts(session, damage, known | made):
                yield made | other
    if record is Record.ISSUE:
        many = func.count()
        yield {"articles": session.scalar(select(many).where(ArticleRow.issue == known["uid"]))}


def _said_twice(record: Record, known: Columns) -> Iterator[Columns]:
    yield {}
    places = SAME.get(record, {})
    try:
        data = json.loads(known["data"])
    except (KeyError, TypeError, ValueError):
        return
    message = {name: value for name, place in places.items() if (value := at_place(data, place)) is not None}
    for name, value in message.items():
        yield {name: value}
    for name in places:
        column = json.loads(known[name]) if name == "number" and _is_json(known[name]) else known[name]
        yield {
            "data": json.dumps(
                put_place(data, places[name], column), ensure_ascii=False, sort_keys=True, separators=(",", ":")
            )
        }


def at_place(data: Any, place: tuple[str, ...]) -> str | None:  # noqa: ANN401 - JSON
    """Return the text at a place of JSON, a value of several parts as its JSON; None for none."""
    for name in place:
        data = data.get(name) if isinstance(data, dict) else None
    if isinstance(data, dict):
        return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return data if isinstance(data, str) else None


def put_place(data: Any, place: tuple[str, ...], value: object) -> Any:  # noqa: ANN401 - JSON
    """Return JSON with a value at a place."""
    if not place:
        return value
    return data | {place[0]: put_place(data.get(place[0], {}), place[1:], value)} if isinstance(data, dict) else data


def _is_json(value: object) -> bool:
    try:
        json.loads(str(value))
    except ValueError:
        return False
    return True


def _article_parts(session: Session, damage: Damage, known: Columns) -> Iterator[Columns]:
    """Yield parts of an article from other copies in the library, if they fit the part's checksum."""
    bad = set(spoilt(damage.record, known.__getitem__))
    made: Columns = {}
    if "place_check" in bad:
        made |= _place(session, known)
    for body in _bodies(known):
        if set(spoilt(damage.record, (known | {"body": body}).__getitem__)) < bad:
            made["body"] = body
    for article in _others(session, damage, known):
        columns = rows.article_columns(article)
        for part in ({"plain", "body"}, {"title", "data"}, set(columns)):
            some = {name: columns[name] for name in part}
            now = set(spoilt(damage.record, (known | made).__getitem__))
            if now and set(spoilt(damage.record, (known | made | some).__getitem__)) < now:
                made |= some
    yield made


def _bodies(known: Columns) -> Iterator[str]:
    """Yield bodies with one character corrected from the column `plain`, where both differ in only one."""
    try:
        blocks = values.kept(values.Body, known["body"]).blocks
    except (UserError, ValueError, TypeError):
        return
    found, kept = "\n".join(text for block in blocks for text in block_texts(block)), str(known["plain"])
    differing = [pair for pair in zip(found, kept, strict=False) if pair[0] != pair[1]]
    if len(found) == len(kept) and len(differing) == 1:
        wrong, right = differing[0]
        body = known["body"]
        yield from (f"{body[:at]}{right}{body[at + 1 :]}" for at, char in enumerate(body) if char == wrong)


def _place(session: Session, known: Columns) -> Columns:
    many = session.scalar(select(func.count()).where(ArticleRow.issue == known["issue"])) or 0
    issue = session.get(IssueRow, known["issue"])
    uids = [section.uid for section in hollow_of(issue).sections] if issue else []
    for section in (known["section"], *uids):
        for position in (known["position"], *range(many + 1)):
            made = {"section": section, "position": position}
            if "place_check" not in spoilt(Record.ARTICLE, (known | made).__getitem__):
                return made
    return {}


def _others(session: Session, damage: Damage, known: Columns) -> Iterator[Article]:
    """Yield the article as far as it can be read, then its other copies, the newest first."""
    readable = standing_article(known)
    if readable:
        yield readable
    for _, article in versions_of(session, damage):
        yield article


def versions_of(session: Session, damage: Damage) -> Iterator[tuple[str, Article]]:
    """Yield undamaged versions of an article with their times in words, the newest first."""
    query = select(RevisionRow).where(RevisionRow.article == damage.uid, RevisionRow.content.is_not(None))
    for row in session.scalars(query.order_by(RevisionRow.id.desc())):
        try:
            article = content_of(session, row.content or "")
        except UserError:
            continue
        if article and article.uid == damage.uid:
            yield row.at[:16].replace("T", " "), article
    for issue in _signed(session, damage.place):
        yield from ((tr("签发时"), one) for one in issue.articles() if one.uid == damage.uid)


def _signed(session: Session, issue: str) -> Iterator[Issue]:
    for statement in session.scalars(
        select(ApprovalRow.statement).where(ApprovalRow.issue == issue).order_by(ApprovalRow.id.desc())
    ):
        try:
            content = read_approval(statement).content
            data = session.scalar(select(ReleasedFileRow.data).where(ReleasedFileRow.sha256 == content))
            if data and is_whole(content, data):
                yield decode(Issue, data)
        except UserError:
            continue


def standing_article(known: Columns) -> Article | None:
    """Return the article in columns, as far as it can be read: with its body, else with the column `plain`."""
    try:
        article = values.kept(Article, known["data"])
    except (UserError, ValueError, TypeError):
        article = None
    try:
        blocks = values.kept(values.Body, known["body"]).blocks
    except (UserError, ValueError, TypeError):
        lines = sanitise(str(known["plain"])).split("\n")
        blocks = tuple(Paragraph(runs=text_of(line)) for line in lines if line)
    try:
        made = article or Article(title=Title(text=" ".join(sanitise(str(known["title"])).split())), uid=known["uid"])
        return replace(made, blocks=blocks, uid=known["uid"])
    except ValueError:
        return None


def hollow_of(row: IssueRow) -> Issue:
    """Return the issue of a row as far as it can be read, whatever its checksum says. Raises DamageError."""
    known = {column.name: getattr(row, column.name) for column in row.__table__.columns}
    return values.hollow_value((known | {"checksum": None}).__getitem__)
