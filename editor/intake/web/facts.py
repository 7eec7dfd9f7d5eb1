"""The table of facts of a policy page: 索引号, 发文机关, 成文日期, 标题, 发文字号, 发布日期."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from editor.intake.web.lines import PageLine

# 政府信息公开目录 of governments; blanks inside a label are only for the eye
_LABELS = {
    "title": "标题 名称 信息名称 文件名称 信息标题 公文标题",
    "source": "发文机关 发布机构 发文机构 制发机关 发文单位 公开主体 公开机构 公开责任部门 发布机关 制定机关 印发机关",
    "published": "发布日期 公开日期 发布时间 发文日期 公布日期 生成日期 印发日期",
    "written": "成文日期 成文时间 签署日期",
    "other": """索引号 信息索引号 主题分类 信息分类 组配分类 体裁分类 发文字号 文号 文件编号 规范性文件编号 统一编号
    登记号 有效性 效力状态 效力级别 时效 有效期 是否有效 生效日期 废止日期 失效日期 主题词 关键词 公文种类 文种
    服务对象""",
}
_FIELDS = {label: name for name, labels in _LABELS.items() for label in labels.split()}
_SPLIT = re.compile(rf"({'|'.join(sorted(_FIELDS, key=len, reverse=True))})[:：]")
_SURE = frozenset(("索引号", "发文字号", "信息索引号", "发文机关", "主题分类", "公开主体", "成文日期", "文号"))
_FEWEST = 3


@dataclass(slots=True)
class PolicyFacts:
    """Texts by field name, and the places of the lines that the table takes."""

    texts: dict[str, str] = field(default_factory=dict)
    places: frozenset[int] = frozenset()


def policy_facts(lines: Sequence[PageLine]) -> PolicyFacts:
    """Return the facts of a policy page; nothing where fewer than three labels stand there, or none that is sure."""
    pairs = list(_pairs(lines))
    labels = {label for label, _, _ in pairs}
    if len(labels) < _FEWEST or not labels & _SURE:
        return PolicyFacts()
    made = PolicyFacts(places=frozenset(place for _, _, places in pairs for place in places))
    for label, value, _ in pairs:
        if value.strip("-—无 "):
            made.texts.setdefault(_FIELDS[label], value)
    return made


def _pairs(lines: Sequence[PageLine]) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Yield label, value and the places of both."""
    at = 0
    while at < len(lines):
        squeezed = lines[at].squeezed
        label = squeezed.rstrip(":：")
        if label in _FIELDS and (squeezed != label or lines[at].cell):
            value = _value(lines, at + 1)
            yield label, value, (at, at + 1) if value else (at,)
            at += 1 + bool(value)
            continue
        if len(squeezed) < 300:
            for found, value in (*_inline(squeezed), *_side_by_side(lines[at].facts)):
                yield found, value, (at,)
        at += 1


def _side_by_side(facts: str) -> Iterator[tuple[str, str]]:
    """Yield label and value that stand in an element each, without a colon."""
    parts = facts.split("\u2003")
    label = "".join(parts[0].split())
    if len(parts) > 1 and label in _FIELDS:
        yield label, parts[1].strip()


def _value(lines: Sequence[PageLine], at: int) -> str:
    """Return the text of the line after a label, nothing where that is a label itself."""
    if at >= len(lines):
        return ""
    squeezed = lines[at].squeezed
    return "" if squeezed.rstrip(":：") in _FIELDS or _SPLIT.match(squeezed) else lines[at].text


def _inline(squeezed: str) -> Iterator[tuple[str, str]]:
    """Yield labels and values that stand on one line, which begins with a label."""
    if not _SPLIT.match(squeezed) or "来源" in squeezed:
        # 发布时间：… 来源：… is the line of an article, not of the table
        return
    parts = _SPLIT.split(squeezed)
    yield from zip(parts[1::2], parts[2::2], strict=True)
