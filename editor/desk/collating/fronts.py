"""Changes of what stands before and behind the articles, and of the sections."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from editor.desk.collating.change import GalleyChange, GalleyPart
from editor.desk.collating.keys import key_of
from editor.desk.collating.wording import made, shortened
from editor.interchange.canonical import printed
from editor.model.front_changes import contact_words, credit_words, publisher_words
from editor.model.issue import Issue, Section
from editor.model.language import mark_tr, tr, tr_marked
from editor.model.number import date_label, label
from editor.model.publication import Profile
from editor.text.comparing import Piece, PieceKind

_Wording = Callable[[Any], str]
_FRONT = mark_tr("封面与版权页")


def _lines(one: _Wording) -> _Wording:
    return lambda values: "\n".join(map(one, values))


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ""


_ISSUE: Mapping[str, tuple[str, _Wording]] = MappingProxyType(
    {
        "number": (mark_tr("期号"), lambda value: " ".join(label(value))),
        "date": (mark_tr("日期"), date_label),
        "headline": (mark_tr("头条标题"), lambda value: str(value.text)),
        "cover_picture": (mark_tr("封面图"), _plain),
        "cover_articles": (mark_tr("封面上的其他文章"), _plain),
        "credits": (mark_tr("角色与名字"), _lines(credit_words)),
        "contacts": (mark_tr("联系方式"), _lines(contact_words)),
        "look": (mark_tr("版式"), lambda value: str(value.name)),
    }
)
_PROFILE: Mapping[str, tuple[str, _Wording]] = MappingProxyType(
    {
        "masthead": (mark_tr("刊名"), _plain),
        "masthead_picture": (mark_tr("刊名图"), _plain),
        "slogan": (mark_tr("口号"), _plain),
        "strapline": (mark_tr("刊头语"), _plain),
        "contents_heading": (mark_tr("要目标题"), _plain),
        "back_heading": (mark_tr("封底标题"), _plain),
        "notice_label": (mark_tr("声明标题"), _plain),
        "notice": (mark_tr("声明"), _plain),
        "publishers": (mark_tr("封底单位"), _lines(publisher_words)),
        "link_captions": (mark_tr("链接说明"), _lines(_plain)),
        "link_label": (mark_tr("链接前的字"), _plain),
        "source_label": (mark_tr("来源前的字"), _plain),
        "accent": (mark_tr("主色"), _plain),
    }
)
_BY_HAND = frozenset(("credits", "look"))
"""Fields that are not put back as a whole: names come from the articles, a look brings its fonts."""


def front_changes(then: Issue, now: Issue) -> Iterator[GalleyChange]:
    """Yield the changes of the issue's own fields, then of its profile's."""
    now = printed(now)
    for field, (name, words) in _ISSUE.items():
        part = GalleyPart.SECTION if field in _BY_HAND else GalleyPart.ISSUE_FIELD
        yield from _field(then, now, field, (name, words), part)
    for one in fields(Profile):
        found = _PROFILE.get(one.name, (mark_tr("刊物文字"), _plain))
        yield from _field(then.profile, now.profile, one.name, found, GalleyPart.PROFILE_FIELD)


def section_changes(then: Issue, now: Issue) -> Iterator[GalleyChange]:
    """Yield sections that were added, removed, renamed, coloured otherwise, or put into another order."""
    old, new = ({one.uid: one for one in issue.sections} for issue in (then, now))
    for uid, section in new.items():
        if uid not in old:
            yield _section(section, tr("新增"), made((PieceKind.ADDED, section.name)))
            continue
        was = old[uid]
        if was.name != section.name:
            yield _section(section, tr("改"), shortened(was.name, section.name))
        if (was.colour, was.page_start) != (section.colour, section.page_start):
            yield _section(section, tr("颜色或起页"), made((PieceKind.SAME, section.name)))
    for uid, section in old.items():
        if uid not in new:
            yield _section(section, tr("删去"), made((PieceKind.REMOVED, section.name)))
    orders = [[one.name for uid, one in new.items() if uid in old], [new[uid].name for uid in old if uid in new]]
    if orders[0] != orders[1]:
        words = [tr("、").join(order) for order in reversed(orders)]
        yield GalleyChange(
            key=key_of("sections", *words),
            where="",
            title=tr("本期"),
            part=GalleyPart.ORDER,
            place=tr("栏目次序"),
            done=tr("移动"),
            pieces=shortened(*words),
        )


def _field(
    then: object, now: object, field: str, said: tuple[str, _Wording], part: GalleyPart
) -> Iterator[GalleyChange]:
    old, new = getattr(then, field), getattr(now, field)
    if old == new:
        return
    name, words = said
    texts = [words(one) if one is not None else "" for one in (old, new)]
    yield GalleyChange(
        key=key_of("front", part, field, repr(old), repr(new)),
        where="",
        title=tr_marked(_FRONT),
        part=part,
        place=tr_marked(name),
        done=tr("改"),
        pieces=shortened(*texts) or made((PieceKind.SAME, tr("（换过）"))),
        field=field,
    )


def _section(section: Section, done: str, pieces: tuple[Piece, ...]) -> GalleyChange:
    return GalleyChange(
        key=key_of("section", done, section.name, section.colour, section.page_start, section.uid),
        where=section.uid,
        title=tr("栏目“{name}”", name=section.name),
        part=GalleyPart.SECTION,
        place=tr("栏目"),
        done=done,
        pieces=pieces,
    )
