"""What of the printed content is other than it was, in the editor's words: which article, which field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from editor.interchange.canonical import printed, printed_article
from editor.model.body import Block
from editor.model.issue import Article, Issue, Section
from editor.model.publication import Profile

_ISSUE: Mapping[str, str] = MappingProxyType(
    {
        "publication": "所属刊物",
        "number": "期号",
        "date": "日期",
        "headline": "封面标题",
        "cover_picture": "封面图",
        "credits": "名单",
        "contacts": "联系方式",
        "look": "版式",
        "uid": "身份",
    }
)
_PROFILE: Mapping[str, str] = MappingProxyType(
    {
        "masthead": "刊名",
        "masthead_picture": "刊名图",
        "slogan": "口号",
        "strapline": "副刊名",
        "contents_heading": "要目标题",
        "back_heading": "封底标题",
        "notice_label": "声明标题",
        "notice": "声明",
        "publishers": "主编简介",
        "link_captions": "二维码说明",
        "link_label": "链接标签",
        "source_label": "来源标签",
        "accent": "主色",
    }
)
_ARTICLE: Mapping[str, str] = MappingProxyType(
    {
        "title": "标题",
        "contents_title": "目录标题",
        "subtitle": "副标题",
        "source": "来源",
        "link": "链接",
        "link_caption": "链接说明",
        "page_start": "起页",
    }
)
_SECTION: Mapping[str, str] = MappingProxyType({"name": "名称", "colour": "颜色", "page_start": "起页"})
_FRONT = "封面与版权页"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed at a place. where: uid of an article or section, empty for the issue itself; what: in words."""

    where: str
    title: str
    what: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The change in one sentence."""
        return f"{self.title}：{'、'.join(self.what)}改过。"


def printed_changes(before: Issue, after: Issue) -> tuple[Change, ...]:
    """Return what is printed otherwise, in printed order; none where both print the same."""
    before, after = printed(before), printed(after)
    if before == after:
        return ()
    found = (*_front(before, after), *_sections(before, after), *_articles(before, after))
    return found or (Change(where="", title=_FRONT, what=("内容",)),)


def _front(before: Issue, after: Issue) -> Iterator[Change]:
    what = [*_differing(before, after, _ISSUE), *_differing(before.profile, after.profile, _profile_names())]
    if what:
        yield Change(where="", title=_FRONT, what=tuple(what))


def _profile_names() -> Mapping[str, str]:
    return {field.name: _PROFILE.get(field.name, "刊物文字") for field in fields(Profile)}


def _sections(before: Issue, after: Issue) -> Iterator[Change]:
    old = {section.uid: section for section in before.sections}
    new = {section.uid: section for section in after.sections}
    for section in after.sections:
        what = _differing(old[section.uid], section, _SECTION) if section.uid in old else ["整栏（新增）"]
        if what:
            yield _of_section(section, *what)
    yield from (_of_section(section, "整栏（删去）") for section in before.sections if section.uid not in new)
    if _common(old, new) != _common(new, old):
        yield Change(where="", title="栏目", what=("次序",))


def _of_section(section: Section, *what: str) -> Change:
    return Change(where=section.uid, title=f"栏目“{section.name}”", what=what)


def _articles(before: Issue, after: Issue) -> Iterator[Change]:
    old = {article.uid: (section.uid, article) for section in before.sections for article in section.articles}
    new = {article.uid: (section.uid, article) for section in after.sections for article in section.articles}
    for uid, (section, article) in new.items():
        what = _article(old[uid][1], article) if uid in old else ["整篇（新增）"]
        if uid in old and old[uid][0] != section:
            what = [*what, "所在栏目"]
        if what:
            yield _of_article(article, *what)
    yield from (_of_article(article, "整篇（删去）") for uid, (_, article) in old.items() if uid not in new)
    if _common(old, new) != _common(new, old):
        yield Change(where="", title="文章", what=("次序",))


def _of_article(article: Article, *what: str) -> Change:
    return Change(where=article.uid, title=f"《{article.title.text or '（没有标题）'}》", what=what)


def _article(before: Article, after: Article) -> list[str]:
    what = [*_differing(before, after, _ARTICLE), *_blocks(before.blocks, after.blocks)]
    return what if what or printed_article(before) == printed_article(after) else ["内容"]


def _blocks(before: tuple[Block, ...], after: tuple[Block, ...]) -> Iterator[str]:
    old, new = ({block.uid: block for block in blocks} for blocks in (before, after))
    for number, block in enumerate(after, 1):
        if block.uid not in old:
            yield f"正文第{number}段（新增）"
        elif old[block.uid] != block:
            yield f"正文第{number}段"
    yield from (f"正文原第{number}段（删去）" for number, block in enumerate(before, 1) if block.uid not in new)
    if _common(old, new) != _common(new, old):
        yield "正文各段次序"


def _differing(before: object, after: object, names: Mapping[str, str]) -> list[str]:
    return [name for field, name in names.items() if getattr(before, field) != getattr(after, field)]


def _common(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return [uid for uid in one if uid in other]
