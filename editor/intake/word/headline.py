"""Finds the title of a Word file: by its style, by a heading above all others, by its look, else the first line."""

import re
from dataclasses import dataclass
from itertools import takewhile

from editor.intake.byline import is_issuer
from editor.intake.word.forms import DOCUMENT_NUMBER
from editor.intake.word.lines import Item, Line, Role, body_size, parted
from editor.model.article import NO_TITLE, Title, title_of
from editor.model.body import Text
from editor.text.characters import ends_sentence
from editor.text.dates import find_date
from editor.text.line_forms import heading_level

# how far down a title is looked for, lines, and how many lines it may have
_TOP, _MOST_LINES = 12, 6
_LONGEST, _LONGEST_PLAIN = 100, 60
# half-points
_NEAR = 4
_ADDRESSEE = re.compile(r".*[：:]\s*$")
_BESIDE = re.compile(
    r"(?:投稿|来稿|稿件|新闻稿|送审稿|征求意见稿|初稿|定稿)|附\s*件\s*\d{0,3}\s*[：:]?|(?:绝密|机密|秘密|特急|加急|急件)(?:[★☆]?\S{0,6})?|\d{6}|内部资料.{0,12}"
)
_LETTERHEAD = re.compile(r".{2,40}(?:文\s*件|函|公报|命\s*令|令)\s*")
_ISSUED = re.compile(r"(?:文件|函|公报|命令|令)$")
_SUBTITLE = re.compile(r"\s*(?:—{1,2}|--|――|──).+")
_BRACKETED = re.compile(r"\s*[（(].{1,40}[）)]\s*")
_META = re.compile(r"(?:来源|作者|发布|日期|时间|信息|责任编辑|撰稿|供稿|文/|文 /).{0,6}[：:/]")
# who sends a piece, above its title
_CONTACT = re.compile(r"\s*(?:供稿|投稿|来稿|报送|作者|联系|电话|手机|单位|邮箱|地址).{0,4}[：:]")
_LATIN_END = re.compile(r"[a-z]{2}\.$")
# a heading after which there is no title any more
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十\d]+[章条节])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What stands above a text. declared: the title has the style of one; level: of the heading that it was, or 0.

    notes: anchors of footnotes that stood in it.
    """

    title: Title = NO_TITLE
    subtitle: str = ""
    declared: bool = False
    level: int = 0
    notes: Text = ()


def take_headline(items: list[Item]) -> tuple[Headline, list[Item]]:
    """Return the headline and the items without it."""
    at, count, declared = _place(items)
    if not count:
        return Headline(), items
    lines = [item for item in items[at : at + count] if isinstance(item, Line)]
    rest = [*items[:at], *items[at + count :]]
    subtitle, rest = _subtitle(rest, at)
    texts = [parted(line.runs) for line in lines]
    below = parted(subtitle.runs) if subtitle else ("", ())
    return (
        Headline(
            title=title_of(*(words.strip() for words, _ in texts)),
            subtitle=below[0].strip(),
            declared=declared,
            level=lines[0].level if lines[0].role is not Role.TITLE else 0,
            notes=(*(note for _, notes in texts for note in notes), *below[1]),
        ),
        rest,
    )


def take_letterhead(items: list[Item]) -> tuple[str, list[Item]]:
    """Return the body that the red letterhead of a document names, empty without one, and the items without it."""
    for at, item in enumerate(items[:_TOP]):
        if isinstance(item, Line) and _is_letterhead(items, at):
            return _ISSUED.sub("", re.sub(r"\s", "", item.text)), [*items[:at], *items[at + 1 :]]
    return "", items


def _place(items: list[Item]) -> tuple[int, int, bool]:
    """Return where the title begins, its number of lines, 0 for none, and whether it has the style of one."""
    styled = next((at for at, item in enumerate(items) if isinstance(item, Line) and item.role is Role.TITLE), None)
    if styled is not None:
        return styled, _same_role(items, styled), True
    headed = _by_heading(items)
    if headed[1]:
        return *headed, False
    looked = _by_look(items)
    return (*looked, False) if looked[1] else (*_first_line(items), False)


def _same_role(items: list[Item], at: int) -> int:
    return len(list(takewhile(lambda item: isinstance(item, Line) and item.role is Role.TITLE, items[at:])))


def _by_heading(items: list[Item]) -> tuple[int, int]:
    """Find the one heading above all others, near the top."""
    headings = [(at, item) for at, item in enumerate(items) if isinstance(item, Line) and item.level]
    if not headings or headings[0][0] >= _TOP:
        return 0, 0
    at, first = headings[0]
    same = list(takewhile(lambda one: one[1].level == first.level, headings))
    together = [place for place, _ in same] == list(range(at, at + len(same)))
    above_all = all(one.level > first.level for _, one in headings[len(same) :])
    unnumbered = not _NUMBERED.match(first.text) and not first.numbered
    fits = together and above_all and unnumbered and len(same) <= _MOST_LINES
    # a file of headings alone, or one whose only heading is one of its parts
    fits = fits and (len(same) < len(headings) or all(not isinstance(one, Line) for one in items[:at]))
    return (at, len(same)) if fits else (0, 0)


def _by_look(items: list[Item]) -> tuple[int, int]:
    """Find the first lines that are centred or larger than the text; lines of one look belong together."""
    size = body_size(items)
    for at, item in enumerate(items[:_TOP]):
        if not isinstance(item, Line):
            continue
        if _stands_out(item, size) and not _is_beside(items, at):
            return at, _lines_alike(items, at, size)
        if ends_sentence(item.text) and len(item.text) > _SENTENCE:
            break
    return 0, 0


_SENTENCE = 40


def _stands_out(line: Line, size: int) -> bool:
    larger = line.size > size
    return (line.centred or (larger and not line.right)) and _may_be_title(line.text, _LONGEST)


def _may_be_title(text: str, most: int) -> bool:
    return bool(text.strip()) and len(text) <= most and not (_ends(text) or _META.match(text.strip()))


def _ends(text: str) -> bool:
    """Return whether a title has ended before this line: a document's number, an addressee, a sentence, a date."""
    bare = text.strip()
    return bool(
        DOCUMENT_NUMBER.fullmatch(bare)
        or _ADDRESSEE.fullmatch(bare)
        or bare[-1:] in "。；"
        or _LATIN_END.search(bare)
        or _NUMBERED.match(bare)
        or (find_date(bare) and len(bare) <= _SHORT)
    )


_SHORT = 16


def _is_beside(items: list[Item], at: int) -> bool:
    """Return whether a line at the top stands beside the title: 附件1, a mark of secrecy, the red letterhead."""
    item = items[at]
    text = item.text.strip() if isinstance(item, Line) else ""
    return bool(_BESIDE.fullmatch(text)) or _is_letterhead(items, at)


def _is_letterhead(items: list[Item], at: int) -> bool:
    item = items[at]
    text = item.text.strip() if isinstance(item, Line) else ""
    below = [one.text for one in items[at + 1 : at + 4] if isinstance(one, Line)]
    return bool(_LETTERHEAD.fullmatch(text)) and any(map(DOCUMENT_NUMBER.fullmatch, below))


def _lines_alike(items: list[Item], at: int, size: int) -> int:
    """Return how many lines from one on look like it and go on with its title. size: of the text."""
    first = items[at]
    count = 1
    for item in items[at + 1 : at + _MOST_LINES]:
        if not (isinstance(item, Line) and isinstance(first, Line) and _alike(first, item, size)):
            break
        text = item.text
        if _is_complete(items[at : at + count]) and is_issuer(text):
            # 关于…的汇报, and below it who reports
            break
        if not _may_be_title(text, _LONGEST) or _SUBTITLE.fullmatch(text) or _BRACKETED.fullmatch(text):
            break
        count += 1
    return count


_KINDS = re.compile(r".{4,}(?:汇报|报告|通知|通报|意见|方案|办法|规定|总结|要点|纪要|简报|批复|函|决定|公告|通告|讲话)")


def _is_complete(items: list[Item]) -> bool:
    """Return whether lines end in the kind of a document, after which no title goes on."""
    return _KINDS.fullmatch("".join(item.text.strip() for item in items if isinstance(item, Line))) is not None


def _alike(first: Line, line: Line, size: int) -> bool:
    if line.numbered or first.level != line.level:
        return False
    if first.centred and line.centred and min(first.size, line.size) > size:
        # lines of a long title are often set a little smaller
        return abs(first.size - line.size) <= _NEAR
    return (first.centred, first.size, first.strong) == (
        line.centred,
        line.size,
        line.strong,
    )


def _first_line(items: list[Item]) -> tuple[int, int]:
    """Return the first line where it may be a title: short, no sentence, and text follows."""
    lines = [(at, item) for at, item in enumerate(items[:_TOP]) if isinstance(item, Line)]
    for at, line in lines:
        text = line.text.strip()
        if _is_beside(items, at) or DOCUMENT_NUMBER.fullmatch(text) or _CONTACT.match(text):
            continue
        fits = _may_be_title(text, _LONGEST_PLAIN) and line.role is Role.TEXT and not line.numbered
        fits = fits and not heading_level(text) and text[-1:] not in "。；！？：，、"
        return (at, 1) if fits and len(items) > 1 else (0, 0)
    return 0, 0


def _subtitle(items: list[Item], at: int) -> tuple[Line | None, list[Item]]:
    """Take the line after the title where it is a subtitle: by its style, after a dash, in brackets in the middle."""
    line = items[at] if at < len(items) else None
    if not isinstance(line, Line) or line.numbered or not line.text.strip():
        return None, items
    dashed = _SUBTITLE.fullmatch(line.text) and len(line.text) <= _LONGEST_PLAIN and not ends_sentence(line.text)
    bracketed = line.centred and _BRACKETED.fullmatch(line.text)
    if line.role is Role.SUBTITLE or dashed or bracketed:
        return line, [*items[:at], *items[at + 1 :]]
    return None, items
