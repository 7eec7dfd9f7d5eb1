"""Where articles come from, as bulletins write it without a label: in brackets, behind a dash, under the title."""

import datetime as dt
import re
from dataclasses import dataclass

from editor.intake.past_issue.bodies import DOES, is_body, is_person
from editor.text.characters import ends_sentence
from editor.text.dates import find_date
from editor.text.fact_lines import FIGURE_LABEL, SOURCE_LABEL

_LONGEST, _LONGEST_LINE = 60, 40
_DAY = (
    r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|\d{4}\s*年\s*\d{1,2}\s*月|(?<!\d)\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?"
)
_EDITION = (
    r"(?:(?:\d{4}\s*年\s*)?(?:总?第\s*\d{1,5}(?:\s*[—–\-]\s*\d{1,5})?\s*[期号辑卷版]|[A-Z]?\d{1,3}\s*版)"
    r"|\d{4}\s*年\s*\d{1,2}\s*月[号刊])"
)
_WHEN = re.compile(rf"[\s,，、;；]*(?:{_EDITION}|{_DAY})(?:\s*(?:讯|电|报道|{_EDITION}))?")
_BRACKETS = re.compile(
    r"[（(【\[［]\s*([^（()）【】\[\]［］]{2,60}(?:[（(][^（()）]{1,30}[）)][^（()）]{0,20})?)\s*[）)】\]］]\s*$"
)
_WHOLE = re.compile(r"[（(【\[［]\s*(.{2,60}?)\s*[）)】\]］]")
_DASH = re.compile(r"(?:[—–─]{1,3}|-{1,3})\s*(\S.{1,58})")
_FROM = re.compile(
    rf"(?:本文|原文|全文)?(?:{SOURCE_LABEL}|{FIGURE_LABEL}|摘编自|摘自|选自|转载自|转引自|转自|引自|原载于?|源自|载于|刊于|作者单位|作者(?:系|为)?|执笔人?|撰稿人?|撰写|撰文"
    r"|整理|报送单位|报送人?|上报单位|提供单位|信息员|(?:本刊|本报|特约|见习)?(?:记者|通讯员|评论员))\s*(?:[:：/／|｜]\s*|(?=[^\s:：]))"
)
_AFTER = re.compile(r"据(?=《)|据(?=\S{2,20}?(?:消息|报道|电|讯|网站)$)")
_MADE = re.compile(r"\s*(?:供稿|报送|提供|摘编|编辑整理|整理|编译|综合|上报|供图|消息|报道)$")
_EDITOR = re.compile(
    r"[（(【\[]?\s*(?:本文)?(责任?编辑|责编|编辑|责任校对|校对)\s*[:：/／]\s*([^（()）\s:：][^（()）:：]{1,15}?)\s*[）)】\]]?"
)
_NOTHING = re.compile(
    r"[见如即含占附指共含注约]|其中|下转|上接|完$|略$|未完|单位[:：]|以下|此处|简称|图[为片\d]|左|右|\d+[.\d]*[%％万亿]?$|同比|下同|暂定|试行|征求意见|第.{1,3}批"
)
_SOURCE = re.compile(SOURCE_LABEL)
_DAYS = re.compile(r"(?:发布|发表|刊发|更新|成文|发文)?(?:时间|日期)")
_FACTS = re.compile(
    rf"(?:^|(?<=[\s\u3000|｜,，;；]))({SOURCE_LABEL}|作者|编译|编辑|记者|栏目|版面|阅读|(?:发布|发表|刊发|更新|成文|发文)?(?:时间|日期))"
    rf"\s*[:：]\s*(.+?)(?=$|[\s\u3000|｜,，;；]+(?:{SOURCE_LABEL}|作者|编译|编辑|记者|栏目|版面|阅读|(?:发布|发表|刊发|更新|成文|发文)?(?:时间|日期))\s*[:：])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """A source as printed. name: without day and edition; day: None for none; start: where it begins in its text.

    sure: whether words or the name itself say that it is one; left: a day without year or an edition that went.
    """

    name: str
    day: dt.date | None = None
    start: int = 0
    sure: bool = True
    left: str = ""


def source_name(text: str) -> SourceNote:
    """Return a source without the day and the edition behind it."""
    found = [match for match in _WHEN.finditer(text) if not _is_name(text, match)]
    when = " ".join(match[0].strip(" \u3000,，、;；") for match in found)
    rest = text
    for match in reversed(found):
        rest = rest[: match.start()] + (" " if rest[match.end() :].strip() else "") + rest[match.end() :]
    day = find_date(when)
    return SourceNote(
        name=rest.strip(" \u3000,，、;；:：|｜/／"), day=day, left="" if day and len(found) == 1 else when
    )


def labelled_source(text: str) -> SourceNote | None:
    """Return the source of a line that has further facts beside it, 来源：X　作者：Y; None for another."""
    parts = [(match[1], match[2].strip(" \u3000|｜,，;；")) for match in _FACTS.finditer(text.strip("（()） "))]
    names = [value for label, value in parts if _SOURCE.fullmatch(label)]
    if len(parts) < 2 or not names:
        return None
    days = [found for label, value in parts if _DAYS.fullmatch(label) and (found := find_date(value))]
    others = [
        f"{label}：{value}" for label, value in parts if not _SOURCE.fullmatch(label) and not _DAYS.fullmatch(label)
    ]
    note = source_name(names[0])
    return SourceNote(
        name=note.name, day=note.day or next(iter(days), None), left="　".join(filter(None, (note.left, *others)))
    )


def source_in_brackets(text: str) -> SourceNote | None:
    """Return the source in brackets at a text's end, None where the brackets hold something else."""
    bare = text.rstrip()
    match = _BRACKETS.search(bare.removesuffix("。") if bare.endswith(("）。", ")。")) else bare)
    note = _of_words(match[1]) if match else None
    return _at(note, match.start()) if note and match else None


def source_line(text: str) -> SourceNote | None:
    """Return the source that a whole line is at an article's end: in brackets, behind a dash, 摘自 or 供稿."""
    bare = text.strip()
    match = _WHOLE.fullmatch(bare) or _DASH.fullmatch(bare)
    if match:
        # a section's name is framed so, too
        framed = bare[0] in "【[［" and not _FROM.match(match[1])
        note = None if framed else _of_words(match[1])
        return note if note and (note.sure or bare[0] in "（(") else None
    labelled = _FROM.match(text)
    if text.startswith("据") and is_body(text[1:]):
        return SourceNote(name=text[1:])
    note = _of_words(text) if labelled or _MADE.search(text) else None
    return note if note and note.sure and len(text) <= _LONGEST_LINE and not ends_sentence(text) else None


def editor_line(text: str) -> tuple[str, str]:
    """Return role and name of a line like （责任编辑：X）, empty for another line."""
    match = _EDITOR.fullmatch(text.strip())
    return (match[1], match[2].strip()) if match else ("", "")


def _of_words(words: str) -> SourceNote | None:
    if len(words) > _LONGEST or any(mark in words for mark in "。；！？") or editor_line(words)[0]:
        return None
    labelled, made = _FROM.match(words) or _AFTER.match(words), _MADE.search(words)
    if not labelled and _NOTHING.match(words):
        return None
    inner = words[labelled.end() :] if labelled else words
    note = source_name(_MADE.sub("", inner))
    made = made or _MADE.search(note.name)
    name = _MADE.sub("", note.name)
    if not re.search(r"[^\W\d_]", name) or len(name) < 2 or ("，" in name and not (labelled or made)):
        return None
    sure = bool(labelled or made or note.day or name.startswith("《") or _is_known(name))
    return SourceNote(name=name, day=note.day, sure=sure, left=note.left)


def _is_known(name: str) -> bool:
    first, *rest = re.split(r"[\s\u3000、，,]+", name)
    known = is_body(first) and all(is_person(one) or is_body(one) for one in rest)
    return known and len(name) <= 36 and not DOES.search(name)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Return whether what looks like an edition is part of a name, as in 云州第3版画院."""
    if not re.search("[期号辑卷版]", match[0]):
        return False
    return (
        match.start() == 0
        and match.end() < len(text)
        and not text[match.end() :][:1].isspace()
        and bool(re.match(r"[^\s,，、（(]", text[match.end() :]))
    )


def _at(note: SourceNote, start: int) -> SourceNote:
    return SourceNote(name=note.name, day=note.day, start=start, sure=note.sure, left=note.left)
