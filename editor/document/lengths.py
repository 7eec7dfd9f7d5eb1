"""Limits on the length of each printed text: far above what anybody prints, low enough to be set in seconds.

The time to set a line without good breaks grows with a power of its length, a PDF string has at most 32,767
characters, and a label as wide as the page would leave no room beside it. The texts are read off the fields of the
model (see `_text_fields`): a new field is limited as a line until `_LIMITS` says otherwise.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, assert_never, get_args, get_origin, get_type_hints

from editor.document.printed_texts import NEVER_PRINTED
from editor.model.article import Article, Title
from editor.model.block_texts import footnotes_of
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain
from editor.model.credits import Credit, Name
from editor.model.errors import UserError
from editor.model.issue import Issue, Section
from editor.model.language import mark_tr, tr, tr_marked
from editor.model.publication import Contact, Profile, Publication, Publisher, SectionRule

_LABEL, _NAME, _LINE, _NOTE, _PROSE = 60, 200, 500, 10_000, 100_000
_MOST_COLUMNS = 100
_SHOWN = 20
# name of a field (marked), the most characters
_Limit = tuple[str, int]
# name of a field (marked), its text, the most characters
_Measured = tuple[str, str, int]

_OTHERS: _Limit = (mark_tr("文字"), _LINE)
# by class and field, in the order in which they are looked at
_LIMITS: Mapping[type, Mapping[str, _Limit]] = {
    Article: {
        "title": (mark_tr("标题"), _LINE),
        "contents_title": (mark_tr("目录标题"), _LINE),
        "subtitle": (mark_tr("副题"), _LINE),
        "source": (mark_tr("来源"), _LINE),
        "link": (mark_tr("链接"), _NOTE),
        "link_caption": (mark_tr("链接说明"), _LINE),
    },
    Section: {"name": (mark_tr("栏目名"), _NAME)},
    SectionRule: {"name": (mark_tr("栏目名"), _NAME)},
    Profile: {
        "masthead": (mark_tr("刊名"), _NAME),
        "slogan": (mark_tr("口号"), _LINE),
        "strapline": (mark_tr("刊头语"), _LINE),
        "contents_heading": (mark_tr("要目标题"), _NAME),
        "back_heading": (mark_tr("封底标题"), _NAME),
        "notice_label": (mark_tr("声明的名称"), _LABEL),
        "notice": (mark_tr("声明"), _NOTE),
        "link_label": (mark_tr("链接前的字"), _LABEL),
        "source_label": (mark_tr("来源前的字"), _LABEL),
        "link_captions": (mark_tr("链接说明"), _LINE),
    },
    Publisher: {
        "name": (mark_tr("封底单位的名称"), _LINE),
        "english_name": (mark_tr("封底单位的英文名"), _LINE),
        "paragraphs": (mark_tr("封底单位的简介"), _NOTE),
    },
    Credit: {"role": (mark_tr("编委会的角色"), _LABEL)},
    Name: {"text": (mark_tr("编委会的姓名"), _NAME)},
    Contact: {
        "label": (mark_tr("联系方式的名称"), _LABEL),
        "value": (mark_tr("联系方式"), _LINE),
        "caption": (mark_tr("联系方式的说明"), _LINE),
    },
}
_FIGURE: Mapping[str, _Limit] = {
    "caption": (mark_tr("图题"), _LINE),
    "source": (mark_tr("图的来源"), _LINE),
    "alt": (mark_tr("图的替代文字"), _LINE),
}
_TABLE: Mapping[str, _Limit] = {"caption": (mark_tr("表题"), _LINE), "note": (mark_tr("表注"), _NOTE)}


def check_lengths(issue: Issue) -> None:
    """Raise UserError, naming the field and its place, for a text that is too long to be set."""
    fault = issue_fault(issue)
    if fault:
        raise UserError(tr("{fault}排不出来，内容都还在，请改短后再试。", fault=fault))


def issue_fault(issue: Issue) -> str:
    """Return which printed text of an issue is too long, in a sentence; empty where none is."""
    front = _first(_front(issue), "") or _profile_fault(issue.profile, issue.credits, issue.contacts)
    return front or next(filter(None, map(article_fault, issue.articles())), "")


def publication_fault(publication: Publication) -> str:
    """Return which text of a publication is too long for its issues."""
    names = (text for rule in publication.sections for text in _own_texts(rule))
    return _first(names, "") or _profile_fault(publication.profile, publication.credits, publication.contacts)


def article_fault(article: Article) -> str:
    """Return which text of an article is too long."""
    # printed as a name of a role that is filled from the articles
    editor = (mark_tr("责任编辑"), article.archive.editor, _NAME)
    heads = (*_own_texts(article), editor)
    return _first(heads, article.title.text) or blocks_fault(article.blocks, article.title.text)


def blocks_fault(blocks: Iterable[Block], title: str = "") -> str:
    """Return which text of blocks is too long. title: of their article."""
    return next(filter(None, (_block_fault(block, title) for block in blocks)), "")


def _front(issue: Issue) -> Iterator[_Measured]:
    yield mark_tr("头条标题"), issue.headline.text, _LINE
    yield mark_tr("专刊主题"), issue.number.subject, _NAME
    for section in issue.sections:
        yield from _own_texts(section)


def _profile_fault(profile: Profile, credits: Iterable[Credit], contacts: Iterable[Contact]) -> str:  # noqa: A002
    return _first((text for value in (profile, *credits, *contacts) for text in _texts_of(value)), "")


def _texts_of(value: object) -> Iterator[_Measured]:
    """Yield the texts of a value of the model, then those of the values in its tuples."""
    kind: Any = type(value)
    yield from _own_texts(value)
    for name in _values_within(kind):
        for one in getattr(value, name):
            yield from _texts_of(one)


def _own_texts(value: object, limits: Mapping[str, _Limit] | None = None) -> Iterator[_Measured]:
    """Yield the texts of a value's own fields, those with limits first. limits: those of a block."""
    kind: Any = type(value)
    known = _LIMITS.get(kind, {}) if limits is None else limits
    for field in (*known, *(name for name in _text_fields(kind) if name not in known)):
        name, most = known.get(field, _OTHERS)
        found = getattr(value, field)
        if isinstance(found, tuple):
            yield from ((name, text, most) for text in found)
        else:
            yield name, found.text if isinstance(found, Title) else found, most


@functools.cache
def _text_fields(kind: type[Any]) -> tuple[str, ...]:
    """Return a class's fields of printed text: str, Title, tuple of str."""
    hints = get_type_hints(kind)
    names = (field.name for field in fields(kind) if hints[field.name] in (str, Title, tuple[str, ...]))
    return tuple(name for name in names if name not in NEVER_PRINTED)


@functools.cache
def _values_within(kind: type[Any]) -> tuple[str, ...]:
    """Return a class's fields that are tuples of values of one other class."""
    hints = {field.name: get_type_hints(kind)[field.name] for field in fields(kind)}
    return tuple(name for name, hint in hints.items() if get_origin(hint) is tuple and is_dataclass(get_args(hint)[0]))


def _block_fault(block: Block, title: str) -> str:
    notes = ((mark_tr("脚注"), words, _NOTE) for words in footnotes_of(block))
    return _first(notes, title) or _own_fault(block, title)


def _own_fault(block: Block, title: str) -> str:
    match block:
        case Heading():
            return _runs_fault(mark_tr("小标题"), (block.runs,), _LINE, title)
        case Paragraph() | Quote():
            return _runs_fault(mark_tr("段落"), (block.runs,), _PROSE, title)
        case ItemList():
            return _runs_fault(mark_tr("列表的一项"), block.items, _PROSE, title)
        case Figure():
            return _first(_own_texts(block, _FIGURE), title)
        case Table():
            return _table_fault(block, title)
        case _:
            assert_never(block)


def _table_fault(table: Table, title: str) -> str:
    if len(table.head) > _MOST_COLUMNS:
        return tr("{place}表格有 {n} 列，超过 {most} 列。", place=_place(title), n=len(table.head), most=_MOST_COLUMNS)
    cells = (cell for row in table.grid() for cell in row)
    return _first(_own_texts(table, _TABLE), title) or _runs_fault(mark_tr("表格的一格"), cells, _NOTE, title)


def _runs_fault(name: str, texts: Iterable[Text], most: int, title: str) -> str:
    """Return a sentence on runs that are too long; joined only then, since every change checks the whole issue."""
    long = next((text for text in texts if sum(len(run.text) for run in text) > most), None)
    return "" if long is None else _first(((name, plain(long), most),), title)


def _first(texts: Iterable[_Measured], title: str) -> str:
    """Return a sentence about the first text that is too long."""
    for name, text, most in texts:
        if len(text) > most:
            return tr(
                "{place}{name}“{text}…”有 {n} 个字，超过 {most} 个。",
                place=_place(title),
                name=tr_marked(name),
                text=text[:_SHOWN],
                n=len(text),
                most=most,
            )
    return ""


def _place(title: str) -> str:
    return tr("《{title}》的", title=title[:_SHOWN]) if title else ""
