"""Cover and credits page in the text of our own PDF."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from editor.intake.past_issue.front import read_front
from editor.intake.past_issue.labels import is_label
from editor.intake.past_issue.lines import SourceLine
from editor.intake.past_issue.number_line import read_number_line
from editor.intake.pdf.own_text_titles import FoundTitle
from editor.intake.pdf.tagged_front import TaggedFront
from editor.model.language import tr
from editor.model.publication import Contact, ContactKind
from editor.text.characters import fold, is_han

_DATED = re.compile(r"^(.*?)\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.*)$")
_NUMBERED = re.compile(r"^第\s*[\d—–-]+\s*期|^总第\s*[\d—–-]+\s*期$|^增刊")
_CODE = re.compile(r"^(?:(.*\S)\s+)?(\S*(?:扫码|扫描|二维码|扫一扫)\S*)$")
_WIDE = re.compile(r"\s{2,}")
_GAP = re.compile(
    r"(?<=[\u3001-\u9fff\uff01-\uff60]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[\u3001-\u9fff\uff01-\uff60])"
)
# lines of one hanzi: names and roles that a tool tore apart
_TORN = 3
_NOTICE, _SHORTEST_NOTICE = re.compile(r"^([\u4e00-\u9fff]{2,6})：(.+)$"), 20


def read_text_front(
    lines: Sequence[SourceLine], titles: Sequence[FoundTitle], running: str
) -> tuple[TaggedFront, list[str], list[SourceLine]]:
    """Return the front, doubts as whole sentences, and the lines without a place. running: masthead of the heads."""
    front = TaggedFront()
    head = _credits_head(lines, running)
    cover = lines[: head if head is not None else len(lines)]
    front.masthead = running or _masthead(lines, head)
    _read_cover(front, cover, titles)
    rows = list(lines[head + 1 :]) if head is not None else []
    if sum(len(line.text) == 1 and is_han(line.text) for line in rows) >= _TORN:
        front.notice_label, front.notice = _notice(rows)
        doubt = tr(
            "版权页的人名和栏目被抽取文字的软件拆散了，没有认出，请自己填写；"
            "用 PDF 原件导入，或用保留版面的方式抽取的文字导入，就能认出。"
        )
        said = fold(front.notice_label + "：" + front.notice)
        return front, [doubt], [line for line in rows if line.key not in said]
    _read_rows(front, rows)
    return front, [], []


def _credits_head(lines: Sequence[SourceLine], running: str) -> int | None:
    """Return the head of the credits page: the masthead again, with date and number or alone before them."""
    dated = [at for at, line in enumerate(lines) if _is_head(line.text, running)]
    if dated:
        return dated[-1]
    known: set[str] = set()
    for at, line in enumerate(lines):
        if line.key in known and len(line.key) > 1 and (not running or line.key == fold(running)):
            return at
        known.add(line.key)
    return None


def _is_head(text: str, running: str) -> bool:
    match = _DATED.match(text)
    named = match is not None and bool(match[1]) and (not running or fold(match[1]) == fold(running))
    return named and match is not None and read_number_line(match[2]) is not None


def _masthead(lines: Sequence[SourceLine], head: int | None) -> str:
    if head is not None:
        match = _DATED.match(lines[head].text)
        return match[1] if match else lines[head].text
    return ""


def _read_cover(front: TaggedFront, cover: Sequence[SourceLine], titles: Sequence[FoundTitle]) -> None:
    cover = _with_whole_masthead(cover, front.masthead)
    at = next((at for at, line in enumerate(cover) if line.key == fold(front.masthead)), None)
    if at is None:
        at = next((at - 1 for at, line in enumerate(cover) if at and _has_number(line.text)), None)
    if at is None or at < 0:
        return
    front.masthead = front.masthead or cover[at].text
    front.slogan = "".join(line.text for line in cover[:at])
    rest = list(cover[at + 1 :])
    for place, line in enumerate(rest):
        match = _DATED.match(line.text)
        if match and "期" not in match[2] and not match[1] and place and not _has_number(rest[place - 1].text):
            # in an official document the publisher stands before the date
            rest[place - 1] = line
    words = [text for line in rest if (text := _without_number(line.text))]
    listed = _is_listed(titles)
    named = [text for text in words if not listed(text)]
    lead = fold(titles[0].title.text) if titles else ""
    front.strapline, front.headline = _apart(named, lead)


def _with_whole_masthead(cover: Sequence[SourceLine], masthead: str) -> list[SourceLine]:
    """Return the cover with a masthead whose characters a tool put among other lines as one line."""
    rest, torn = fold(masthead), list[SourceLine]()
    for line in cover:
        if rest and line.key and rest.startswith(line.key):
            torn.append(line)
            rest = rest[len(line.key) :]
    if rest or len(torn) < 2:
        return list(cover)
    whole = SourceLine(number=torn[0].number, text=masthead, gap=0)
    return [whole if line is torn[0] else line for line in cover if line is torn[0] or line not in torn]


def _apart(words: list[str], lead: str) -> tuple[str, tuple[str, ...]]:
    """Return strapline and headline: what the first article's title begins, else the first line and the rest."""
    for at in range(len(words)):
        for end in range(len(words), at, -1):
            if fold("".join(words[at:end])) == lead:
                return "".join(words[:at]), tuple(words[at:end])
    return (words[0] if words else ""), tuple(words[1:])


def _is_listed(titles: Sequence[FoundTitle]) -> Callable[[str], bool]:
    sections = [fold(title.section) for title in titles if title.section]
    entries = {fold(title.entry) for title in titles[1:]}

    def listed(text: str) -> bool:
        key = fold(text)
        named = any(key.startswith(name) for name in sections)
        return text.strip().isdigit() or named or key in entries or any(entry and entry in key for entry in entries)

    return listed


def _has_number(text: str) -> bool:
    return bool(_NUMBERED.match(text) or read_number_line(text))


def _without_number(text: str) -> str:
    """Return a line of the cover without date and number; nothing of one with the publisher before the date."""
    match = _DATED.match(text)
    if match:
        return match[1] if "期" in match[2] else ""
    return "" if _NUMBERED.match(text) else text


def _notice(rows: Sequence[SourceLine]) -> tuple[str, str]:
    """Return label and text of the notice at the foot of the credits page, which no tool tears apart."""
    for at, line in enumerate(rows):
        match = _NOTICE.match(line.text)
        text = match[2] + "".join(one.text for one in rows[at + 1 :]) if match else ""
        if match and len(text) > _SHORTEST_NOTICE:
            return match[1], _GAP.sub("", text)
    return "", ""


def _read_rows(front: TaggedFront, rows: Sequence[SourceLine]) -> None:
    """Read rows, contacts and notice as the reader of past issues does, after date and number."""
    number = "2000年1月1日 第1期"
    made = [SourceLine(number=0, text=text, gap=1) for text in (front.masthead or "刊", number, number)]
    codes: list[str] = []
    layout = any(_WIDE.search(line.text) for line in rows)
    for line in rows:
        code = _CODE.match(line.text)
        text = (code[1] or "") if code else line.text
        codes += [code[2]] if code else []
        if _has_number(text) or not text:
            continue
        made.append(SourceLine(number=line.number, text=_whole_label(text), gap=int(layout and line.gap == 0)))
    read = read_front(made).rows
    front.credits, front.contacts = read.credits, read.contacts
    front.notice_label, front.notice = read.notice_label, _GAP.sub("", read.notice)
    _tidy(front, codes)


def _whole_label(text: str) -> str:
    """Return a row whose label a tool cut before its last character with the label whole."""
    first, _, rest = text.partition(" ")
    last, _, words = rest.partition(" ")
    return f"{first}{last} {words}" if words and len(last) == 1 < len(first) and is_label(first + last) else text


def _tidy(front: TaggedFront, codes: Sequence[str]) -> None:
    front.contacts = [replace(one, value=_GAP.sub("", one.value)) for one in front.contacts]
    for caption in codes:
        front.contacts.append(Contact(label=caption, kind=ContactKind.CODE, caption=caption))
