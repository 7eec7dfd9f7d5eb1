"""Limits on the length of each printed text: far above what anybody prints, low enough to be set in seconds.

The time to set a line without good breaks grows with a power of its length, a PDF string has at most 32,767
characters, and a label as wide as the page would leave no room beside it.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain
from editor.model.credits import Credit
from editor.model.errors import UserError
from editor.model.issue import Article, Issue
from editor.model.language import mark_tr, tr, tr_marked
from editor.model.publication import Contact, Profile, Publication, Publisher

_LABEL, _NAME, _LINE, _NOTE, _PROSE = 60, 200, 500, 10_000, 100_000
_MOST_COLUMNS = 100
_SHOWN = 20
# name of a field (marked), its text, the most characters
_Measured = tuple[str, str, int]


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
    names = ((mark_tr("栏目名"), rule.name, _NAME) for rule in publication.sections)
    return _first(names, "") or _profile_fault(publication.profile, publication.credits, publication.contacts)


def article_fault(article: Article) -> str:
    """Return which text of an article is too long."""
    heads = (
        (mark_tr("标题"), article.title.text, _LINE),
        (mark_tr("目录标题"), article.contents_title, _LINE),
        (mark_tr("副题"), article.subtitle, _LINE),
        (mark_tr("来源"), article.source, _LINE),
        (mark_tr("链接"), article.link, _NOTE),
        (mark_tr("链接说明"), article.link_caption, _LINE),
        # printed as a name of a role that is filled from the articles
        (mark_tr("责任编辑"), article.archive.editor, _NAME),
    )
    return _first(heads, article.title.text) or blocks_fault(article.blocks, article.title.text)


def blocks_fault(blocks: Iterable[Block], title: str = "") -> str:
    """Return which text of blocks is too long. title: of their article."""
    return next(filter(None, (_block_fault(block, title) for block in blocks)), "")


def _front(issue: Issue) -> Iterator[_Measured]:
    yield mark_tr("封面标题"), issue.headline.text, _LINE
    yield mark_tr("专刊主题"), issue.number.subject, _NAME
    for section in issue.sections:
        yield mark_tr("栏目名"), section.name, _NAME


def _profile_fault(profile: Profile, credits: Iterable[Credit], contacts: Iterable[Contact]) -> str:  # noqa: A002
    texts = (
        *_texts_of(profile),
        *(text for one in profile.publishers for text in _publisher(one)),
        *(text for credit in credits for text in _credit(credit)),
        *(text for contact in contacts for text in _contact(contact)),
    )
    return _first(texts, "")


def _texts_of(profile: Profile) -> Iterator[_Measured]:
    yield mark_tr("刊名"), profile.masthead, _NAME
    yield mark_tr("口号"), profile.slogan, _LINE
    yield mark_tr("刊头语"), profile.strapline, _LINE
    yield mark_tr("目录页标题"), profile.contents_heading, _NAME
    yield mark_tr("主办单位页标题"), profile.back_heading, _NAME
    yield mark_tr("声明的名称"), profile.notice_label, _LABEL
    yield mark_tr("声明"), profile.notice, _NOTE
    yield mark_tr("链接前的字"), profile.link_label, _LABEL
    yield mark_tr("来源前的字"), profile.source_label, _LABEL
    for caption in profile.link_captions:
        yield mark_tr("链接说明"), caption, _LINE


def _publisher(publisher: Publisher) -> Iterator[_Measured]:
    yield mark_tr("主办单位的名称"), publisher.name, _LINE
    yield mark_tr("主办单位的英文名"), publisher.english_name, _LINE
    for paragraph in publisher.paragraphs:
        yield mark_tr("主办单位的介绍"), paragraph, _NOTE


def _credit(credit: Credit) -> Iterator[_Measured]:
    yield mark_tr("编委会的角色"), credit.role, _LABEL
    for name in (*credit.names, *credit.rota):
        yield mark_tr("编委会的姓名"), name.text, _NAME


def _contact(contact: Contact) -> Iterator[_Measured]:
    yield mark_tr("联系方式的名称"), contact.label, _LABEL
    yield mark_tr("联系方式"), contact.value, _LINE
    yield mark_tr("联系方式的说明"), contact.caption, _LINE


def _block_fault(block: Block, title: str) -> str:
    match block:
        case Heading():
            return _runs_fault(mark_tr("小标题"), (block.runs,), _LINE, title)
        case Paragraph() | Quote():
            return _runs_fault(mark_tr("段落"), (block.runs,), _PROSE, title)
        case ItemList():
            return _runs_fault(mark_tr("列表的一项"), block.items, _PROSE, title)
        case Figure():
            texts = (
                (mark_tr("图注"), block.caption),
                (mark_tr("图片来源"), block.source),
                (mark_tr("图片说明"), block.alt),
            )
            return _first(((name, text, _LINE) for name, text in texts), title)
        case Table():
            return _table_fault(block, title)
        case _:
            assert_never(block)


def _table_fault(table: Table, title: str) -> str:
    if len(table.head) > _MOST_COLUMNS:
        return tr("{place}表格有 {n} 列，超过 {most} 列。", place=_place(title), n=len(table.head), most=_MOST_COLUMNS)
    texts = ((mark_tr("表题"), table.caption, _LINE), (mark_tr("表注"), table.note, _NOTE))
    cells = (cell for row in (table.head, *table.rows) for cell in row)
    return _first(texts, title) or _runs_fault(mark_tr("表格的一格"), cells, _NOTE, title)


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
