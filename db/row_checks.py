"""Checks of the rows of each table. Each takes a row's columns as bytes and raises for a faulty row."""

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from db.values import Body
from editor.interchange.codec import decode
from editor.interchange.statements import digest, link
from editor.model.approval import LogAction, LogEntry, LogEvent
from editor.model.article import Article
from editor.model.block_texts import block_texts
from editor.model.font import Font
from editor.model.house_words import HouseWord
from editor.model.issue import Issue
from editor.model.issue_state import IssueState
from editor.model.language import mark_tr
from editor.model.number import Number
from editor.model.publication import Publication
from editor.model.registers import Registers
from editor.model.review import Role
from editor.model.revision import Reason

REGISTERS: dict[str, Any] = {
    **{name: get_args(kind)[0] for name, kind in get_type_hints(Registers).items()},
    "house_words": HouseWord,
}
"""The type of each register's entries."""


class SpoiltError(Exception):
    """A row is not as it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The check of a table's rows. what: a marked word for the user; name: SQL of what tells a row from others.

    columns: SQL of what the check takes, read as bytes; json: those that hold JSON; check: raises for a faulty row;
    source: table or subquery; always: the check also applies to libraries of earlier revisions.
    """

    what: str
    name: str
    columns: tuple[str, ...]
    check: Callable[..., None]
    json: tuple[str, ...] = ()
    source: str = ""
    always: bool = False


def _same(*pairs: tuple[object, object]) -> None:
    if any(one != other for one, other in pairs):
        raise SpoiltError


def _text(data: bytes) -> str:
    # TypeError for another type: damage in a row's header can turn a text into a number
    return bytes.decode(data)


def _hashed(sha256: bytes, data: bytes) -> None:
    _same((hashlib.sha256(data).hexdigest(), _text(sha256)))


def _publication(uid: bytes, masthead: bytes, data: bytes) -> None:
    value = decode(Publication, data)
    _same((value.uid, _text(uid)), (value.profile.masthead, _text(masthead)))


def _issue(data: bytes, *columns: bytes) -> None:
    uid, publication, masthead, date, number, state = map(_text, columns)
    value = decode(Issue, data)
    _same(
        (value.uid, uid),
        (value.publication, publication),
        (value.profile.masthead, masthead),
        (value.date, dt.date.fromisoformat(date)),
        (value.number, decode(Number, number.encode())),
        (value.archive.state, IssueState(state)),
    )


def _article(uid: bytes, title: bytes, plain: bytes, body: bytes, data: bytes) -> None:
    value, blocks = decode(Article, data), decode(Body, body).blocks
    words = "\n".join(text for block in blocks for text in block_texts(block))
    _same((value.uid, _text(uid)), (value.title.text, _text(title)), (words, _text(plain)))


def _drawer(discarded: bytes, *columns: bytes) -> None:
    if discarded:
        _instant(discarded)
    _article(*columns)


def _register(register: bytes, uid: bytes, name: bytes, data: bytes) -> None:
    value = decode(REGISTERS[_text(register)], data)
    _same((value.uid, _text(uid)), (value.name, _text(name)))


def _font(sha256: bytes, name: bytes, about: bytes, data: bytes) -> None:
    _hashed(sha256, data)
    value = decode(Font, about)
    _same((value.sha256, _text(sha256)), (value.name, _text(name)))


def _content(name: bytes, data: bytes, base: bytes | None, beside: bytes | None) -> None:
    if base is not None and beside is None:
        raise SpoiltError
    known = zlib.decompress(beside) if beside else b""
    _hashed(name, zlib.decompressobj(zdict=known[-(1 << 15) :]).decompress(data))


def _revision(reason: bytes, at: bytes, content: bytes | None, there: int) -> None:
    Reason(_text(reason))
    _instant(at)
    if content is not None and not there:
        raise SpoiltError


def _change(article: bytes, before: bytes, after: bytes) -> None:
    kind: type[Article | Issue] = Article if article else Issue
    for data in (before, after):
        decode(kind, data)


def _tags(place: bytes, before: bytes, after: bytes) -> None:
    for data in (before, after):
        if not place:
            decode(Registers, data)
        elif not all(isinstance(tag, str) for tag in json.loads(_text(data))):
            raise SpoiltError


def _member(uid: bytes, name: bytes, role: bytes) -> None:
    _same((bool(uid), True), (bool(_text(name)), True))
    Role(_text(role))


def _signed(name: bytes, *parts: bytes) -> None:
    _same((digest("".join(map(_text, parts))), _text(name)))


def _log(*columns: bytes) -> None:
    number, action, name, at, issue, detail, before, hashed = (_text(one) for one in columns)
    event = LogEvent(action=LogAction(action), name=name, at=dt.datetime.fromisoformat(at), issue=issue, detail=detail)
    first = LogEntry(number=int(number) - 1, event=event, before="", hash=before)
    _same((link(event, first if int(number) > 1 else None).hash, hashed))


def _reading(at: bytes, content: bytes) -> None:
    _instant(at)
    decode(Issue, zlib.decompress(content))


def _scan(sha256: bytes, at: bytes, data: bytes) -> None:
    _hashed(sha256, data)
    _instant(at)


def _instruction(day: bytes, at: bytes) -> None:
    dt.date.fromisoformat(_text(day))
    _instant(at)


def _instant(at: bytes) -> None:
    dt.datetime.fromisoformat(_text(at))


CHECKS: dict[str, Check] = {
    "publications": Check(
        what=mark_tr("刊物“{name}”"),
        name="masthead",
        columns=("uid", "masthead", "data"),
        check=_publication,
        json=("data",),
    ),
    "issues": Check(
        what=mark_tr("一期 {name}"),
        name="date || ' ' || masthead",
        columns=("data", "uid", "publication", "masthead", "date", "number", "state"),
        check=_issue,
        json=("data", "number"),
    ),
    "articles": Check(
        what=mark_tr("《{name}》"),
        name="title",
        columns=("uid", "title", "plain", "body", "data"),
        check=_article,
        json=("body", "data"),
    ),
    "drawer": Check(
        what=mark_tr("待编或废稿箱里的《{name}》"),
        name="title",
        columns=("discarded", "uid", "title", "plain", "body", "data"),
        check=_drawer,
        json=("body", "data"),
    ),
    "registers": Check(
        what=mark_tr("名录里的“{name}”"),
        name="name",
        columns=("register", "uid", "name", "data"),
        check=_register,
        json=("data",),
    ),
    "pictures": Check(
        what=mark_tr("图片 {name}"), name="substr(sha256, 1, 8)", columns=("sha256", "data"), check=_hashed, always=True
    ),
    "originals": Check(
        what=mark_tr("原件“{name}”"), name="name", columns=("sha256", "data"), check=_hashed, always=True
    ),
    "fonts": Check(
        what=mark_tr("字体“{name}”"),
        name="name",
        columns=("sha256", "name", "about", "data"),
        check=_font,
        json=("about",),
    ),
    "contents": Check(
        what=mark_tr("旧版本 {name}"),
        name="substr(row.hash, 1, 8)",
        columns=("row.hash", "row.data", "row.base", "other.data"),
        check=_content,
        source="contents AS row LEFT JOIN contents AS other ON other.hash = row.base",
        always=True,
    ),
    "revisions": Check(
        what=mark_tr("版本记录 {name}"),
        name="row.id",
        columns=("row.reason", "row.at", "row.content", "other.hash IS NOT NULL"),
        check=_revision,
        source="revisions AS row LEFT JOIN contents AS other ON other.hash = row.content",
    ),
    "checkpoint_changes": Check(
        what=mark_tr("批量替换的记录 {name}"),
        name="checkpoint",
        columns=("article", "before", "after"),
        check=_change,
        json=("before", "after"),
    ),
    "checkpoint_tags": Check(
        what=mark_tr("批量替换的记录 {name}"),
        name="checkpoint",
        columns=("place", "before", "after"),
        check=_tags,
        json=("before", "after"),
    ),
    "members": Check(what=mark_tr("名单里的“{name}”"), name="name", columns=("uid", "name", "role"), check=_member),
    "introductions": Check(
        what=mark_tr("密钥登记 {name}"), name="id", columns=("digest", "statement", "key"), check=_signed, always=True
    ),
    "approvals": Check(
        what=mark_tr("签发 {name}"), name="id", columns=("digest", "statement"), check=_signed, always=True
    ),
    "released_files": Check(
        what=mark_tr("签发的文件 {name}"),
        name="substr(sha256, 1, 8)",
        columns=("sha256", "data"),
        check=_hashed,
        always=True,
    ),
    "scans": Check(
        what=mark_tr("签发单的扫描件“{name}”"), name="name", columns=("sha256", "at", "data"), check=_scan, always=True
    ),
    "log": Check(
        what=mark_tr("审批记录第 {name} 条"),
        name="number",
        columns=("CAST(number AS TEXT)", "action", "name", "at", "issue", "detail", "before", "hash"),
        check=_log,
    ),
    "readings": Check(what=mark_tr("审读记录 {name}"), name="id", columns=("at", "content"), check=_reading),
    "galleys": Check(what=mark_tr("清样记录 {name}"), name="id", columns=("at", "content"), check=_reading),
    "instructions": Check(what=mark_tr("{name} 的批示"), name="leader", columns=("day", "at"), check=_instruction),
}
"""The tables in the order in which they are read."""
