"""The correction notice (更正启事) of a 修订版: printed and corrected texts, as blocks for an article."""

from collections.abc import Iterator
from itertools import zip_longest

from editor.desk.ports import Library
from editor.desk.review.block_contrasts import block_contrasts, new_pictures
from editor.desk.review.changes import printed_changes
from editor.desk.review.held import held
from editor.desk.review.steps import reason_of
from editor.document.issue_document import issue_line
from editor.interchange.codec import decode
from editor.model.approval import Approval
from editor.model.article import Article
from editor.model.block_texts import block_texts
from editor.model.body import Block, ItemList, Paragraph, text_of
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED
from editor.model.language import in_chinese, tr
from editor.text.quotes import within_title

_AROUND, _FAR = 8, 24
_MARKS = frozenset("，。；：！？、\n")


def correction_notice(before: Issue, after: Issue, *, reason: str) -> tuple[Block, ...]:
    """Return the notice over two values of an issue; without a difference it only gives the reason."""
    which = "".join(issue_line(after)[1:])
    opening = f"本刊{which}（{issue_line(after)[0]}）已出修订版，请以修订版为准。更正原因：{reason.rstrip('。')}。"
    with in_chinese():
        items = tuple(map(text_of, _items(before, after)))
    listed: tuple[Block, ...] = (ItemList(ordered=len(items) > 1, items=items),) if items else ()
    return (Paragraph(runs=text_of(opening)), *listed)


def notice_of(library: Library, issue: Issue) -> tuple[Block, ...]:
    """Return the notice of the correction in progress, else of the last one. Raises UserError for none."""
    approvals = held(library.review.approvals(issue.uid))
    begun = reason_of(library, issue.uid)
    last = approvals[-1].approval if approvals else None
    if last is None or not (begun or last.reason):
        raise UserError(tr("这一期没有更正过，没有更正启事可写。"))
    if issue.archive.state in CLOSED or not begun:
        before = [one.approval for one in approvals if one.approval.revision < last.revision][-1]
        return correction_notice(_content(library, before), issue, reason=last.reason)
    return correction_notice(_content(library, last), issue, reason=begun)


def notice_text(blocks: tuple[Block, ...]) -> str:
    """Return a notice as plain text, a line a paragraph or item."""
    return "\n".join(text for block in blocks for text in block_texts(block))


def _content(library: Library, approval: Approval) -> Issue:
    data = library.review.released(approval.content)
    if data is None:
        raise UserError(tr("上一版签发的内容不在刊库里了，写不出更正启事。"))
    return decode(Issue, data)


def _items(before: Issue, after: Issue) -> Iterator[str]:
    old = {article.uid: article for article in before.articles()}
    both = [(old[article.uid], article) for article in after.articles() if article.uid in old]
    worded = {new.uid: tuple(_article(one, new)) for one, new in both}
    for change in printed_changes(before, after):
        yield from worded.get(change.where) or (f"{change.title}：{'、'.join(change.what)}有更正。",)


def _article(before: Article, after: Article) -> Iterator[str]:
    name = f"《{within_title(after.title.text)}》"
    for field, one, other in _texts(before, after):
        if one != other:
            yield f"{name}{field}{_contrast(one, other)}"
    yield from (f"{name}{place}换了图片。" for place in new_pictures(before.blocks, after.blocks))


def _texts(before: Article, after: Article) -> Iterator[tuple[str, str, str]]:
    yield "标题", before.title.text, after.title.text
    yield "副题", before.subtitle, after.subtitle
    yield from block_contrasts(before.blocks, after.blocks)
    yield "来源", before.source, after.source
    yield "链接", before.link, after.link


def _contrast(one: str, other: str) -> str:
    """Return the words around the difference, as printed and as they should read."""
    if not one or not other:
        return f"增加“{_short(other)}”。" if other else f"删去“{_short(one)}”。"
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    before = _clause(one[:start][::-1])
    after = _clause(one[len(one) - end :])
    was, now = (_short(text[start - before : len(text) - end + after]) for text in (one, other))
    return f"“{was}”应为“{now}”。"


def _clause(text: str) -> int:
    """Return how many characters come before the next punctuation mark, limited where it is far."""
    length = next((at for at, char in enumerate(text) if char in _MARKS), len(text))
    return length if length <= _FAR else _AROUND


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts share at their beginning."""
    pairs = enumerate(zip_longest(one, other))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:40]}……{text[-16:]}"
