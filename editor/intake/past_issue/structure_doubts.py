"""What a past issue as read lacks: that every line found a place does not mean that it was understood."""

from collections.abc import Iterator

from editor.model.issue import Issue
from editor.model.language import tr
from editor.text.dates import find_date

_LONGEST_TITLE = 80
# section of a text whose contents were not found, see `reader`
_UNNAMED = ("正文",)


def doubts(issue: Issue) -> Iterator[str]:
    """Yield a sentence for contents, credits and titles that were not recognised."""
    if tuple(section.name for section in issue.sections) == _UNNAMED:
        yield tr(
            "没有认出要目：栏目和标题是按行猜的，很可能不对。请对照原件改正，"
            "或在文本里把要目写成“本期要目”一行、栏目名一行、“01 标题”各一行后重新导入。"
        )
    if not issue.credits:
        yield tr("没有认出版权页：主办、编委等栏目是空的，请在版权页表单里填写。")
    odd = [article.title.text for article in issue.articles() if _is_odd(article.title.text)]
    if odd:
        shown = "".join(f"“{title[:12]}”" for title in odd[:5])
        yield tr("有 {n} 个标题不像标题（{titles}），多半是页码、页眉或正文，请改正。", n=len(odd), titles=shown)


def _is_odd(title: str) -> bool:
    """Return whether a title is a folio, a date or number of an issue, or a sentence."""
    bare = title.strip()
    numbered = bare.replace(" ", "").isdigit() or (bare.startswith(("总第", "第")) and bare.endswith("期"))
    return len(bare) < 3 or numbered or len(bare) > _LONGEST_TITLE or (find_date(bare) is not None and len(bare) < 16)
