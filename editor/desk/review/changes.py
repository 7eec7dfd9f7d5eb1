"""Changes of the printed content in words for the editor: which article, which field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from editor.desk.block_ordinals import block_places, place_words
from editor.interchange.canonical import printed, printed_article
from editor.model.article import Article
from editor.model.body import Block
from editor.model.issue import Issue, Section
from editor.model.language import mark_tr, tr, tr_marked
from editor.model.publication import Profile
from editor.text.quotes import within_title

_ISSUE: Mapping[str, str] = MappingProxyType(
    {
        "publication": mark_tr("所属刊物"),
        "number": mark_tr("期号"),
        "date": mark_tr("日期"),
        "headline": mark_tr("头条标题"),
        "cover_picture": mark_tr("封面图"),
        "cover_articles": mark_tr("封面上的其他文章"),
        "credits": mark_tr("角色与名字"),
        "contacts": mark_tr("联系方式"),
        "look": mark_tr("版式"),
        "uid": mark_tr("身份"),
    }
)
_PROFILE: Mapping[str, str] = MappingProxyType(
    {
        "masthead": mark_tr("刊名"),
        "masthead_picture": mark_tr("刊名图"),
        "slogan": mark_tr("口号"),
        "strapline": mark_tr("刊头语"),
        "contents_heading": mark_tr("要目标题"),
        "back_heading": mark_tr("封底标题"),
        "notice_label": mark_tr("声明标题"),
        "notice": mark_tr("声明"),
        "publishers": mark_tr("封底单位"),
        "link_captions": mark_tr("链接说明"),
        "link_label": mark_tr("链接前的字"),
        "source_label": mark_tr("来源前的字"),
        "accent": mark_tr("主色"),
    }
)
_ARTICLE: Mapping[str, str] = MappingProxyType(
    {
        "title": mark_tr("标题"),
        "contents_title": mark_tr("目录标题"),
        "subtitle": mark_tr("副题"),
        "source": mark_tr("来源"),
        "link": mark_tr("链接"),
        "link_caption": mark_tr("链接说明"),
        "page_start": mark_tr("起页"),
        "tight": mark_tr("收紧"),
    }
)
_SECTION: Mapping[str, str] = MappingProxyType(
    {"name": mark_tr("名称"), "colour": mark_tr("颜色"), "page_start": mark_tr("起页")}
)
_FRONT = mark_tr("封面与版权页")


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueChange:
    """What changed at a place. where: uid of an article or section, empty for the issue itself; what: in words."""

    where: str
    title: str
    what: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The change in one sentence."""
        return tr("{title}：{what}改过。", title=self.title, what=tr("、").join(self.what))


def printed_changes(before: Issue, after: Issue) -> tuple[IssueChange, ...]:
    """Return what is printed differently, in printed order; none where both print the same."""
    before, after = printed(before), printed(after)
    if before == after:
        return ()
    found = (*_front(before, after), *_sections(before, after), *_articles(before, after))
    return found or (IssueChange(where="", title=tr_marked(_FRONT), what=(tr("内容"),)),)


def _front(before: Issue, after: Issue) -> Iterator[IssueChange]:
    what = [*_differing(before, after, _ISSUE), *_differing(before.profile, after.profile, _profile_names())]
    if what:
        yield IssueChange(where="", title=tr_marked(_FRONT), what=tuple(what))


def _profile_names() -> Mapping[str, str]:
    return {field.name: _PROFILE.get(field.name, mark_tr("刊物文字")) for field in fields(Profile)}


def _sections(before: Issue, after: Issue) -> Iterator[IssueChange]:
    old = {section.uid: section for section in before.sections}
    new = {section.uid: section for section in after.sections}
    for section in after.sections:
        what = _differing(old[section.uid], section, _SECTION) if section.uid in old else [tr("整栏（新增）")]
        if what:
            yield _of_section(section, *what)
    yield from (_of_section(section, tr("整栏（删去）")) for section in before.sections if section.uid not in new)
    if _common(old, new) != _common(new, old):
        yield IssueChange(where="", title=tr("栏目"), what=(tr("次序"),))


def _of_section(section: Section, *what: str) -> IssueChange:
    return IssueChange(where=section.uid, title=tr("栏目“{name}”", name=section.name), what=what)


def _articles(before: Issue, after: Issue) -> Iterator[IssueChange]:
    old = {article.uid: (section.uid, article) for section in before.sections for article in section.articles}
    new = {article.uid: (section.uid, article) for section in after.sections for article in section.articles}
    for uid, (section, article) in new.items():
        what = _article(old[uid][1], article) if uid in old else [tr("整篇（新增）")]
        if uid in old and old[uid][0] != section:
            what = [*what, tr("所在栏目")]
        if what:
            yield _of_article(article, *what)
    yield from (_of_article(article, tr("整篇（删去）")) for uid, (_, article) in old.items() if uid not in new)
    if _common(old, new) != _common(new, old):
        yield IssueChange(where="", title=tr("文章"), what=(tr("次序"),))


def _of_article(article: Article, *what: str) -> IssueChange:
    return IssueChange(
        where=article.uid, title=f"《{within_title(article.title.text) or tr('（没有标题）')}》", what=what
    )


def _article(before: Article, after: Article) -> list[str]:
    what = [*_differing(before, after, _ARTICLE), *_blocks(before.blocks, after.blocks)]
    return what if what or printed_article(before) == printed_article(after) else [tr("内容")]


def _blocks(before: tuple[Block, ...], after: tuple[Block, ...]) -> Iterator[str]:
    old, new = ({block.uid: block for block in blocks} for blocks in (before, after))
    then, now = ({uid: place_words(one) for uid, one in block_places(blocks).items()} for blocks in (before, after))
    for uid, block in new.items():
        if uid not in old:
            yield tr("正文{place}（新增）", place=now[uid])
        elif old[uid] != block:
            yield tr("正文{place}", place=now[uid])
    yield from (tr("正文原{place}（删去）", place=then[uid]) for uid in old if uid not in new)
    if _common(old, new) != _common(new, old):
        yield tr("正文各段次序")


def _differing(before: object, after: object, names: Mapping[str, str]) -> list[str]:
    return [tr_marked(name) for field, name in names.items() if getattr(before, field) != getattr(after, field)]


def _common(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return [uid for uid in one if uid in other]
