"""Where the rows begin that end an issue without back matter: roles, recipients, copies, a word to the reader."""

import re

from editor.intake.past_issue.labels import is_contact_label, is_label, split_label
from editor.intake.past_issue.lines import Lines
from editor.intake.past_issue.rows import REMARK, ends_issue, is_sent
from editor.intake.past_issue.sources import editor_line

# lines from the end that may stand below the last rule; letters of one of them, and of a sentence to the reader
_MOST, _LONGEST, _LONGEST_REMARK = 16, 90, 120
# lines that a row of recipients takes
_WRAPPED = 4
_OFFICE = re.compile(r"编辑部|投稿|来稿|本刊|订阅|联系我们")
_BRACKETS = re.compile(r"[（(【]")


def tail_start(lines: Lines) -> int:
    """Return where the rows begin that end an issue without back matter; the number of lines where there are none.

    Contacts alone belong to the article: they count where a role or a recipient stands with them.
    """
    many = sum(bool(editor_line(line.text)[0] and _BRACKETS.match(line.text)) for line in lines) > 1
    at = len(lines)
    while at and _is_row(lines, at - 1, many=many):
        at -= 1
    at = _below_rule(lines, at)
    while at < len(lines) and _is_contact(lines[at].text) and not lines[at].ruled and not _OFFICE.match(lines[at].text):
        at += 1
    only = all(REMARK.match(line.text) and not ends_issue(line.text) for line in lines[at:])
    return len(lines) if only and at < len(lines) and not lines[at].ruled and not lines[at].gap else at


def _is_row(lines: Lines, at: int, *, many: bool) -> bool:
    """Return whether a line is a row; many: editors in brackets stand below every article."""
    line = lines[at]
    if line.told is not None or (many and editor_line(line.text)[0] and _BRACKETS.match(line.text)):
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
