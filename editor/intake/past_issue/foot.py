"""Where the rows begin that end an issue without back matter: roles, recipients, copies, a word to the reader."""

import re
from collections import Counter

from editor.intake.past_issue.heads import head_of
from editor.intake.past_issue.labels import is_contact_label, is_label, split_label
from editor.intake.past_issue.lines import Lines
from editor.intake.past_issue.rows import REMARK, ends_issue, is_sent

# lines from the end that may stand below the last rule; letters of one of them, and of a sentence to the reader
_MOST, _LONGEST, _LONGEST_REMARK = 16, 90, 120
# lines that a row of recipients takes
_WRAPPED = 4
_OFFICE = re.compile(r"编辑部|投稿|来稿|本刊|订阅|联系我们")
_HEADINGS = frozenset(("编辑部", "编委会", "版权信息", "刊物信息", "编辑信息", "本期编辑", "联系我们", "版权页"))
_LABEL = re.compile(r"[（(【]?[^\s:：（(]{2,6}[:：]")
# lines with one label, e.g. （责任编辑：, that stand below articles
_OFTEN = 2


def tail_start(lines: Lines) -> int:
    """Return where the rows begin that end an issue without back matter; the number of lines where there are none.

    Contacts alone belong to the article: they count where a role or a recipient stands with them.
    """
    labels = Counter(_label(line.text) for line in lines)
    often = {label for label, many in labels.items() if label and many >= _OFTEN}
    at = len(lines)
    while at and _label(lines[at - 1].text) not in often and _is_row(lines, at - 1):
        at -= 1
    while 0 < at < len(lines) and lines[at - 1].told is None and head_of(lines[at - 1].text).text in _HEADINGS:
        at -= 1
    at = _below_rule(lines, at)
    while at < len(lines) and _is_contact(lines[at].text) and not lines[at].ruled and not _OFFICE.match(lines[at].text):
        at += 1
    only = all(REMARK.match(line.text) and not ends_issue(line.text) for line in lines[at:])
    return len(lines) if only and at < len(lines) and not lines[at].ruled and not lines[at].gap else at


def _label(text: str) -> str:
    """Return the label that a line begins with, its bracket too; one that several lines have belongs to articles."""
    match = _LABEL.match(text)
    return match[0] if match else ""


def _is_row(lines: Lines, at: int) -> bool:
    line = lines[at]
    if line.told is not None:
        return False
    if ends_issue(line.text) or (len(line.text) <= _LONGEST_REMARK and REMARK.match(line.text)):
        return True
    return _goes_on(lines, at)


def _goes_on(lines: Lines, at: int) -> bool:
    """Return whether a line goes on with the recipients above it."""
    for above in range(at - 1, max(at - _WRAPPED, -1), -1):
        if lines[above + 1].gap or lines[above].text.endswith("。"):
            return False
        if is_sent(lines[above].text):
            return len(lines[at].text) <= _LONGEST
    return False


def _below_rule(lines: Lines, at: int) -> int:
    """Return where the lines below the last rule begin, where rows stand among them and no article."""
    for start in range(len(lines) - 1, max(len(lines) - _MOST, 0), -1):
        if not lines[start].ruled:
            continue
        below = lines[start:]
        short = all(len(line.text) <= _LONGEST and line.told is None for line in below)
        return min(at, start) if short and any(ends_issue(line.text) for line in below[:2]) else at
    return at


def _is_contact(text: str) -> bool:
    label, _ = split_label(text)
    return is_contact_label(label) and is_label(label)
