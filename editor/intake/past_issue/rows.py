"""Rows of credits: on the credits page, beside date and number, and at the end of an issue."""

import re
from dataclasses import dataclass, field, replace

from editor.intake.past_issue.labels import is_contact_label, is_label, split_label
from editor.intake.past_issue.lines import Lines, SourceLine, groups
from editor.intake.past_issue.names import ORGANISATION, contact_kind, credit_names
from editor.intake.past_issue.reading_types import LineRole
from editor.model.credits import Credit, Name, NameKind
from editor.model.publication import Contact
from editor.text.characters import is_han, join

NOTICE = re.compile(r"^((?:版权|特别|免责|郑重)?声\s*明|启\s*事|版权说明)\s*[:：]\s*(.*)$")
REMARK = re.compile(
    r"^[※★*（(【]?\s*(?:本(?:刊|简报|期|报|专报|信息|内参|件|材料|资料)|此件|此页|内部(?:资料|刊物|参考|材料|使用|文件)|欢迎(?:投稿|来稿|订阅|提出|赐稿|批评)"
    r"|未经|如有|如需|转载|请勿|注意保存|阅后|版权所有|仅供)"
)
"""How sentences to the reader begin that stand below the last article."""
INTERNAL = re.compile(r"^[【（(]?\s*内部(?:资料|刊物|参考|材料|交流)[\s，,、·：:]*[^。]{0,16}$")
_MADE = re.compile(r"^(\S.{1,38}?)\s*[（(]?(编印|编发|编制|编辑|主办|承办|印发|编)[）)]?$")
_LABELLED = re.compile(r"(?:^|(?<=[\s\u3000；;（(|｜]))([^\s:：；;（(|｜]{1,8})\s*[:：]")
_SPREAD = re.compile(r"(?<!\S)(\S)[ \u3000]+(\S)(?=\s*[:：])")
_COPY = (
    r"[（(]?\s*(共印|印数|印制份数|份数|印制|印刷|印发|印|本期(?:共)?(?:印制|印发|发送|编印|印|发行))\s*[:：]?"
    r"\s*(\d[\d,，]*\s*[份册本])\s*[）)。]?"
)
_COPIES = re.compile(rf"^{_COPY}$")
_COPIES_BESIDE = re.compile(rf"(?:^|(?<=[\s\u3000；;。]))(?:{_COPY})(?=$|[\s\u3000；;])")
_PRINTED = re.compile(r"^(\S.{1,38}?)\s+(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*(印发|印)$")
_SENT = re.compile(
    r"^(主送|报送|抄报|抄送|分送|呈报|呈送|阅送|寄送|发至|发送(?:范围|对象|单位)?|印发范围|发行范围|加发|增发|存档|报|送|发|呈|抄|存)"
    r"\s*[:：]\s*(\S.*?)[。]?$"
)
_LONGEST_VALUE, _LONGEST_NAME = 12, 4
_SPLIT = re.compile(r"[，,、；;](?![^（(]{0,40}[）)])\s*")


@dataclass(slots=True)
class Rows:
    """Credits, contacts and notice in their order. roles: what each line was taken for, by its number."""

    credits: list[Credit] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    notice_label: str = "声明"
    notice: str = ""
    roles: dict[int, LineRole] = field(default_factory=dict)


def read_rows(rows: Rows, lines: Lines) -> None:
    """Add what the lines say: a row may go on in the lines below, and several may stand in one."""
    for group in _grouped(lines):
        notice = NOTICE.match(group[0].text)
        if not notice and REMARK.match(group[0].text) and not is_row(group[0].text):
            rows.notice = _joined([rows.notice, *(line.text for line in group)])
            _mark(rows, group, LineRole.NOTICE)
        elif notice:
            rows.notice_label = re.sub(r"\s", "", notice[1])
            rows.notice = _joined([notice[2], *(line.text for line in group[1:])])
            _mark(rows, group, LineRole.NOTICE)
        elif rows.notice and not is_row(group[0].text):
            rows.notice = _joined([rows.notice, *(line.text for line in group)])
            _mark(rows, group, LineRole.NOTICE)
        elif not _read_known(rows, group[0], alone=len(group) == 1):
            _read_row(rows, group)


def is_row(text: str) -> bool:
    """Return whether a line begins with a label that credits or contacts have."""
    return bool(_COPIES.match(text) or _SENT.match(text)) or is_label(split_label(text)[0])


def is_sent(text: str) -> bool:
    """Return whether a line says to whom the issue goes."""
    return bool(_SENT.match(text))


def ends_issue(text: str) -> bool:
    """Return whether a line is a row as it stands below the last article: roles, recipients, copies, who printed."""
    text, beside = _without_copies(text)
    known = bool(parts_of_row(text))
    return bool(beside or _SENT.match(text) or _PRINTED.match(text)) or known or made_by(text) is not None


def made_by(text: str, *, bare: bool = False) -> Credit | None:
    """Return who made an issue of a line like 云州市数据局办公室编, None for another one. bare: the name is enough."""
    match = _MADE.match(text)
    if match is None and not bare:
        return None
    name = match[1].strip() if match else text.strip()
    if not ORGANISATION.search(name) or len(name) > 40:
        return None
    return _credit(match[2] if match else "编印", NameKind.ORGANISATION, (name,))


def _read_known(rows: Rows, line: SourceLine, *, alone: bool) -> bool:
    """Read copies, recipients, several rows in one line and a maker; return whether it was one of them."""
    text, beside = _without_copies(line.text) if alone else (line.text, [])
    copies, sent, parts = _COPIES.match(line.text), _SENT.match(text), parts_of_row(text)
    for role, many in beside:
        rows.credits.append(_credit(role, NameKind.ORGANISATION, (many,)))
    if beside and not text:
        rows.roles[line.number] = LineRole.CREDIT
        return True
    line = replace(line, text=text) if beside else line
    if printed := _PRINTED.match(text):
        rows.credits.append(_credit(printed[3], NameKind.ORGANISATION, (printed[1].strip(),)))
    elif copies:
        rows.credits.append(_credit(copies[1], NameKind.ORGANISATION, (re.sub(r"\s", "", copies[2]),)))
    elif sent and alone:
        rows.credits.append(_credit(sent[1], NameKind.ORGANISATION, tuple(_SPLIT.split(sent[2]))))
    elif len(parts) > 1 and alone:
        for label, value in parts:
            _add(rows, line, label, [value] if value else [])
        return True
    elif alone and not is_label(split_label(text)[0]) and (maker := made_by(text)):
        rows.credits.append(maker)
    elif beside:
        _read_row(rows, [line])
    else:
        return False
    rows.roles[line.number] = LineRole.CREDIT
    return True


def _without_copies(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a row without how many were printed, and that."""
    found = [(match[1], re.sub(r"\s", "", match[2])) for match in _COPIES_BESIDE.finditer(text)]
    return _COPIES_BESIDE.sub("", text).strip(" \u3000；;"), found


def parts_of_row(text: str) -> list[tuple[str, str]]:
    """Return the labels of a line with what stands behind each, none where it begins with no known one."""
    text = _SPREAD.sub(lambda match: match[1] + match[2] if is_label(match[1] + match[2]) else match[0], text)
    labels = list(_LABELLED.finditer(text))
    if not labels:
        return _without_colons(text)
    known = sum(is_label(one[1]) for one in labels)
    if (
        not labels
        or text[: labels[0].start()].strip("（( ")
        or (2 * known < len(labels) and not _is_pairs(text, labels))
    ):
        return []
    ends = [*(one.start() for one in labels[1:]), len(text)]
    parts = [(one[1], text[one.end() : end].strip(" \u3000；;（(|｜")) for one, end in zip(labels, ends, strict=True)]
    return [(label, value.rstrip("）)") if "（" not in value and "(" not in value else value) for label, value in parts]


def _without_colons(text: str) -> list[tuple[str, str]]:
    """Return roles and names of a row without a colon, 编辑　甲　　校对　乙; none for another line."""
    parts: list[tuple[str, str]] = []
    for token in text.split():
        if len(token) > 1 and is_label(token):
            parts.append((token, ""))
        elif parts and len(token) <= _LONGEST_NAME and all(map(is_han, token)):
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {token}".strip())
        else:
            return []
    return parts if all(name for _, name in parts) else []


def _is_pairs(text: str, labels: list[re.Match[str]]) -> bool:
    """Return whether a line is but labels with names, whatever they are: 值班员：甲　带班领导：乙."""
    ends = [*(one.start() for one in labels[1:]), len(text)]
    values = [text[one.end() : end].strip(" \u3000") for one, end in zip(labels, ends, strict=True)]
    return len(values) > 1 and all(
        1 < len(value) <= _LONGEST_VALUE and not re.search("[，。；]", value) for value in values
    )


def _read_row(rows: Rows, group: list[SourceLine]) -> None:
    label, first = split_label(group[0].text)
    values = [value for value in (first, *(line.text for line in group[1:])) if value]
    waiting = rows.contacts and not rows.contacts[-1].value and not rows.contacts[-1].caption
    if waiting and not is_label(label):
        last = rows.contacts.pop()
        caption = _joined([line.text for line in group])
        rows.contacts.append(Contact(label=last.label, kind=last.kind, caption=caption, uid=last.uid))
        _mark(rows, group, LineRole.CONTACT)
        return
    _add(rows, group[0], label, values)
    _mark(rows, group, rows.roles[group[0].number])


def _add(rows: Rows, line: SourceLine, label: str, values: list[str]) -> None:
    contact = is_contact_label(label) or not values
    if contact:
        value = _joined(values).strip("<>＜＞ ")
        rows.contacts.append(Contact(label=label, value=value, kind=contact_kind(label, value)))
    else:
        kind, names = credit_names(values)
        rows.credits.append(Credit(role=label, kind=kind, names=names))
    rows.roles[line.number] = LineRole.CONTACT if contact else LineRole.CREDIT


def _grouped(lines: Lines) -> list[list[SourceLine]]:
    """Return lines without a gap as one row, unless a later one begins with its own label."""
    found: list[list[SourceLine]] = []
    for group in groups(lines):
        for place, line in enumerate(group):
            begins = is_row(line.text) or NOTICE.match(line.text) or REMARK.match(line.text) or ends_issue(line.text)
            if place == 0 or begins:
                found.append([])
            found[-1].append(line)
    return found


def _credit(role: str, kind: NameKind, names: tuple[str, ...]) -> Credit:
    return Credit(role=role, kind=kind, names=tuple(Name(text=name) for name in names if name))


def _mark(rows: Rows, lines: Lines, role: LineRole) -> None:
    rows.roles |= {line.number: role for line in lines}


def _joined(parts: list[str]) -> str:
    text = ""
    for part in parts:
        text = join(text, part) if text else part
    return text
