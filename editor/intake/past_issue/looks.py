"""Which lines stand out as titles and names of sections do: by their looks, their marks, or where they stand."""

import re
from collections import Counter
from typing import NamedTuple

from editor.intake.past_issue.bodies import is_body
from editor.intake.past_issue.bylines import byline
from editor.intake.past_issue.forms import CAPTION, TABLE_CAPTION, TABLE_NOTE, is_source, is_text_like
from editor.intake.past_issue.heads import head_of, is_numbered
from editor.intake.past_issue.lines import Lines
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.rows import is_row
from editor.intake.past_issue.sources import editor_line
from editor.intake.past_issue.structure import PLAIN_LOOK, LineLook
from editor.text.fact_lines import address_of_line, has_card_words

_LONGEST = 80
# of the size of the text: what is larger stands out, what is smaller is no head
_LARGER, _SMALLER = 1.06, 0.95
_ENDS = "。；;：:，,、"
# halves of a hanzi that a centred line is further in than a paragraph
_CENTRED = 4
_LONG, _MOSTLY = 30, 0.7
# halves of a hanzi that a line at the right is further in than a paragraph, and its letters
_RIGHT, _LONGEST_SIGNATURE = 12, 24
_MARKS = re.compile(r"[，。；：！？:;!?“”]")
_INSIDE = re.compile("[。；]")


class Place(NamedTuple):
    """How the paragraphs of a text are set: how far they are indented, in halves of a hanzi; 0 where they are not."""

    indent: int = 0


class HeadStyle(NamedTuple):
    """What heads of one rank have in common. kind: of their marks; place: centred, flush, or empty in other texts.

    out: whether their look is another than that of the text.
    """

    kind: str = ""
    look: LineLook = PLAIN_LOOK
    place: str = ""
    ruled: bool = False
    out: bool = False


def head_styles(lines: Lines) -> dict[int, HeadStyle]:
    """Return the lines that stand out, by their index."""
    look, place = _body_look(lines), _place(lines)
    found = {}
    for at in range(len(lines)):
        style = _style(lines, at, look, place)
        if style:
            found[at] = style
    return _without_numbers(found)


def _without_numbers(found: dict[int, HeadStyle]) -> dict[int, HeadStyle]:
    """Return styles of which a look with numbers of one kind is one: a title of such a rank may have none."""
    kinds: dict[LineLook, set[str]] = {}
    for style in found.values():
        if style.look != PLAIN_LOOK and is_numbered(style.kind):
            kinds.setdefault(style.look, set()).add(style.kind)
    return {
        at: style._replace(kind="") if kinds.get(style.look) == {style.kind} and style.out else style
        for at, style in found.items()
    }


def signatures(lines: Lines) -> frozenset[int]:
    """Return the lines of a text that stand at the right below a paragraph: whose article it was."""
    place = _place(lines)
    return frozenset(at for at in range(1, len(lines)) if _is_signature(lines, at, place))


def _is_signature(lines: Lines, at: int, place: Place) -> bool:
    line = lines[at]
    if line.told is not None or line.form is not None or line.indent < place.indent + _RIGHT:
        return False
    if not 1 < len(line.text) <= _LONGEST_SIGNATURE or not is_text_like(lines[at - 1].text) or _MARKS.search(line.text):
        return False
    return at + 1 == len(lines) or lines[at + 1].indent <= line.indent - _RIGHT // 2


def title_lines(lines: Lines, at: int) -> int:
    """Return how many lines the title takes that begins at a line whose look says so."""
    count, first = 1, lines[at]
    while at + count < len(lines) and lines[at + count].shown is LineRole.TITLE and lines[at + count].told is None:
        line = lines[at + count]
        if first.form is None or line.form is None or first.form.look != line.form.look or line.bare:
            break
        count += 1
    return count


def _body_look(lines: Lines) -> LineLook | None:
    looks: Counter[LineLook] = Counter()
    for line in lines:
        if line.form is not None and not line.of_object:
            looks[line.form.look] += len(line.text)
    return looks.most_common(1)[0][0] if looks else None


def _place(lines: Lines) -> Place:
    begun = [
        line.indent
        for at, line in enumerate(lines)
        if line.form is None and len(line.text) >= _LONG and (at == 0 or line.gap or _is_left(lines[at - 1].text))
    ]
    indents = Counter(indent for indent in begun if 0 < indent <= 8)
    usual = indents.most_common(1)
    return Place(usual[0][0]) if usual and usual[0][1] >= _MOSTLY * len(begun) else Place()


def _is_left(text: str) -> bool:
    """Return whether no paragraph goes on below a line."""
    return is_text_like(text) or len(text) < _LONG


def _style(lines: Lines, at: int, body: LineLook | None, place: Place) -> HeadStyle | None:
    line = lines[at]
    if line.told is not None or line.of_object or not 1 < len(line.text) <= _LONGEST or "\t" in line.text:
        return None
    head = head_of(line.text)
    if _is_other(lines, at, marked=bool(head.kind)):
        return None
    framed = line.ruled and at + 1 < len(lines) and lines[at + 1].ruled
    if line.form is not None and body is not None:
        return _formed(line.form.look, body, head.kind, framed=framed, level=line.form.declared is not None)
    if head.kind:
        return HeadStyle(kind=head.kind)
    where = _where(lines, at, place)
    return HeadStyle(place=where, ruled=framed) if where or framed else None


def _formed(look: LineLook, body: LineLook, kind: str, *, framed: bool, level: bool) -> HeadStyle | None:
    if level or (0 < look.size < _SMALLER * body.size and not look.level):
        return None
    out = look.declared or look.level or look.size > _LARGER * body.size
    out = out or (look.strong and not body.strong) or (look.centred and not body.centred)
    if not out and not kind and not framed:
        return None
    return HeadStyle(kind=kind, look=look, ruled=framed and not out, out=bool(out))


def _where(lines: Lines, at: int, place: Place) -> str:
    """Return where a line of a text stands otherwise than its paragraphs; empty for one that goes on, or doesn't."""
    line = lines[at]
    if line.indent >= place.indent + _CENTRED:
        return "centred"
    if not place.indent or line.indent or len(line.text) < 3:
        return ""
    above = lines[at - 1] if at else None
    goes_on = above is not None and not line.gap and not is_text_like(above.text) and above.indent == place.indent
    return "" if goes_on else "flush"


def _is_other(lines: Lines, at: int, *, marked: bool) -> bool:
    """Return whether a line is one of the others of an issue: a source, a caption, a row, a sentence."""
    line = lines[at]
    text = line.text
    if text.rstrip("）)”")[-1:] in _ENDS or _INSIDE.search(text) or is_source(line) or editor_line(text)[0]:
        return True
    if address_of_line(text)[1] or has_card_words(text) or is_row(text) or text.startswith(("——", "--", "|")):
        return not marked
    if any(form.match(text) for form in (CAPTION, TABLE_CAPTION, TABLE_NOTE)):
        return True
    if marked:
        return False
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    closed = at > 0 and (is_text_like(lines[at - 1].text) or is_source(lines[at - 1]))
    signed = closed and is_body(text) and not (len(below) >= _LONG or is_text_like(below))
    note = byline(text)
    # a name alone is one right above its article's text
    return signed or (note is not None and (note.sure or len(below) >= _LONG or is_text_like(below)))
