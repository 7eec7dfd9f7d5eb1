"""Cover and credits page in the text of our own PDF."""

import re
from collections.abc import Sequence

from editor.intake.past_issue.front import read_front
from editor.intake.past_issue.lines import SourceLine
from editor.intake.past_issue.number_line import read_number_line
from editor.intake.pdf.own_text_titles import FoundTitle
from editor.intake.pdf.tagged_front import TaggedFront
from editor.model.language import tr
from editor.text.characters import fold, is_han
from editor.text.dates import find_date

_DATED = re.compile(r"^(.*?)\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.*)$")
_NUMBERED = re.compile(r"^第\s*[\d—–-]+\s*期|^总第\s*[\d—–-]+\s*期$|^增刊")
_CODE = re.compile(r"^(.*\S)\s+(\S*(?:扫码|扫描|二维码|扫一扫)\S*)$")
_WIDE = re.compile(r"\s{2,}")
_GAP = re.compile(r"(?<=[\u3001-\u9fff\uff01-\uff60]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[\u3001-\u9fff\uff01-\uff60])")
# lines of one hanzi: names and roles that a tool tore apart
_TORN = 3


def read_text_front(
    lines: Sequence[SourceLine], titles: Sequence[FoundTitle]
) -> tuple[TaggedFront, list[str], list[SourceLine]]:
    """Return the front, doubts as whole sentences, and the lines that found no place."""
    front = TaggedFront()
    head = _credits_head(lines)
    cover = lines[: head if head is not None else len(lines)]
    front.masthead = _masthead(lines, head)
    _read_cover(front, cover, titles)
    rows = list(lines[head + 1 :]) if head is not None else []
    if sum(len(line.text) == 1 and is_han(line.text) for line in rows) >= _TORN:
        doubt = tr(
            "版权页的人名和栏目被抽取文字的软件拆散了，没有认出，请自己填写；"
            "用 PDF 原件导入，或用 pdftotext -layout 抽取的文字导入，就能认出。"
        )
        return front, [doubt], rows
    _read_rows(front, rows)
    return front, [], []


def _credits_head(lines: Sequence[SourceLine]) -> int | None:
    """Return the head of the credits page: the masthead again, with date and number or alone before them."""
    dated = [at for at, line in enumerate(lines) if _is_head(line.text)]
    if len(dated) > 1 or (dated and dated[0] > 0 and _is_first_repeat(lines, dated[0])):
        return dated[-1]
    known: dict[str, int] = {}
    for at, line in enumerate(lines):
        if line.key in known and len(line.key) > 1:
            return at
        known.setdefault(line.key, at)
    return None


def _is_head(text: str) -> bool:
    match = _DATED.match(text)
    return bool(match and match[1]) and read_number_line(match[2] if match else "") is not None


def _is_first_repeat(lines: Sequence[SourceLine], at: int) -> bool:
    match = _DATED.match(lines[at].text)
    name = fold(match[1]) if match else ""
    return any(line.key == name for line in lines[:at])


def _masthead(lines: Sequence[SourceLine], head: int | None) -> str:
    if head is not None:
        match = _DATED.match(lines[head].text)
        return match[1] if match else lines[head].text
    return ""


def _read_cover(front: TaggedFront, cover: Sequence[SourceLine], titles: Sequence[FoundTitle]) -> None:
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


def _apart(words: list[str], lead: str) -> tuple[str, tuple[str, ...]]:
    """Return strapline and headline: what the first article's title begins, else the first line and the rest."""
    for at in range(len(words)):
        for end in range(len(words), at, -1):
            if fold("".join(words[at:end])) == lead:
                return "".join(words[:at]), tuple(words[at:end])
    return (words[0] if words else ""), tuple(words[1:])


def _is_listed(titles: Sequence[FoundTitle]):  # type: ignore[no-untyped-def]  # noqa: ANN202
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


def _read_rows(front: TaggedFront, rows: Sequence[SourceLine]) -> None:
    """Read rows, contacts and notice as the reader of past issues does, after date and number."""
    number = "2000年1月1日 第1期"
    made = [SourceLine(number=0, text=text, gap=1) for text in (front.masthead or "刊", number, number)]
    codes: list[str] = []
    layout = any(_WIDE.search(line.text) for line in rows)
    for line in rows:
        code = _CODE.match(line.text)
        text = code[1] if code else line.text
        codes += [code[2]] if code else []
        if _has_number(text) or not text:
            continue
        made.append(SourceLine(number=line.number, text=text, gap=int(layout and line.gap == 0)))
    read = read_front([*made, *(SourceLine(number=0, text=code, gap=1) for code in ())])
    front.credits, front.contacts = read.credits, read.contacts
    front.notice_label, front.notice = read.notice_label, _GAP.sub("", read.notice)
    _tidy(front, codes)


def _tidy(front: TaggedFront, codes: Sequence[str]) -> None:
    from dataclasses import replace

    from editor.model.publication import Contact, ContactKind

    front.contacts = [replace(one, value=_GAP.sub("", one.value)) for one in front.contacts]
    for caption in codes:
        front.contacts.append(Contact(label=caption, kind=ContactKind.CODE, caption=caption))
