"""Line breaks that a screen or a page made are mended: the lines of a paragraph are joined."""

import itertools
import re
from dataclasses import replace

from editor.intake.word.forms import DATE_LINE, DOCUMENT_NUMBER
from editor.intake.word.lines import SOFT, Item, Line, Role, split_runs
from editor.intake.word.losses import Account, Loss
from editor.model.body import Run, Text, plain
from editor.model.runs import normal
from editor.model.uid import derived_uid
from editor.text.characters import is_full_width, join
from editor.text.joining import Whole
from editor.text.line_forms import bullet, heading_level, is_row, typed_number

# characters: the shortest screen line, and the shortest of a line that is joined whatever the others are like
_SHORTEST, _BROKEN_LENGTH = 20, 30
_LONGEST = 80
_FULL = 0.8
_PAUSES = "：:；;，,、"
_LABEL = re.compile(r"[^，。；：:\s]{1,10}[：:]")
# how many paragraphs without an end are taken for printed lines: at least four, one in five, most equally wide
_FEWEST, _RAREST, _ALIKE = 4, 5, 0.6
_UNEVEN, _SURELY_FULL = 0.15, 0.97


def mended(items: list[Item], account: Account) -> list[Item]:
    """Return lines without line breaks in them: broken lines joined, others as lines of their own."""
    made: list[Item] = []
    for item in items:
        if isinstance(item, Line):
            made.extend(_pieces(item, account))
        else:
            made.append(item)
    return _printed_paragraphs(made, account)


def _pieces(line: Line, account: Account) -> list[Line]:
    if SOFT not in plain(line.runs):
        return [line]
    pieces = [piece for piece in split_runs(line.runs, SOFT) if piece]
    if not pieces:
        return []
    if line.level and line.role is Role.TEXT:
        return [line.with_runs(_whole(pieces))]
    if line.centred or line.right or line.role in (Role.TITLE, Role.SUBTITLE):
        return _lines(line, pieces)
    grouped = _grouped([line.with_runs(piece) for piece in pieces])
    account.note(Loss.BROKEN_LINES, sum(len(group) > 1 for group in grouped))
    return _lines(line, [_whole([one.runs for one in group]) for group in grouped])


def _lines(line: Line, pieces: list[Text]) -> list[Line]:
    """Return the pieces as lines that look like the whole; the first one is what the whole was."""
    first, *rest = pieces
    return [
        line.with_runs(first),
        *(
            replace(line.with_runs(one), uid=derived_uid(f"{line.uid}/{at}"), numbered=None)
            for at, one in enumerate(rest)
        ),
    ]


def _whole(pieces: list[Text]) -> Text:
    """Return pieces as one text, with a blank between Latin words."""
    made: list[Run] = []
    for piece in pieces:
        before, after = made[-1].text[-1:] if made else "", plain(piece[:1])[:1]
        blank = before and join(before, after) != before + after
        made.extend(((Run(text=" "),) if blank else ()) + piece)
    return normal(tuple(made))


def _grouped(lines: list[Line]) -> list[list[Line]]:
    """Return the lines that belong together."""
    texts = [line.text for line in lines]
    full = max(map(len, texts)) * _FULL if _is_printed(texts) else 0
    made: list[list[Line]] = []
    whole: Whole | None = None
    for line, text in zip(lines, texts, strict=True):
        if whole and _continues(whole, made[-1][-1].text, text, full):
            whole.add(text)
            made[-1].append(line)
        else:
            whole = Whole(text)
            made.append([line])
    return made


def _is_printed(texts: list[str]) -> bool:
    """Return whether lines end where a screen's or a page's edge was: all but those that end sentences are long."""
    inner, longest = texts[:-1], max(map(len, texts))
    if not _SHORTEST <= longest <= _LONGEST:
        return False
    open_ends = [text for text in inner if not Whole(text).ends_sentence]
    return bool(open_ends) and all(len(text) >= longest * _FULL for text in open_ends)


def _continues(whole: Whole, before: str, line: str, full: float) -> bool:
    if _begins(line) or heading_level(before.strip()) or is_row(line) or is_row(before):
        return False
    if full:
        return len(before) >= full and not (whole.ends_sentence and len(before) < full)
    return not whole.ends_sentence and (len(before) >= _BROKEN_LENGTH or whole.is_open)


def _begins(line: str) -> bool:
    """Return whether a line begins something: a heading, an item, a label, a date, a document's number."""
    typed = heading_level(line) or bullet(line) or typed_number(line)[0]
    return bool(typed or _LABEL.match(line) or DATE_LINE.fullmatch(line) or DOCUMENT_NUMBER.fullmatch(line))


def _printed_paragraphs(items: list[Item], account: Account) -> list[Item]:
    """Join paragraphs that are printed lines, as copied from a page: most without an end of sentence equally wide."""
    plain_lines = [item for item in items if isinstance(item, Line) and _is_plain(item)]
    width = _printed_width([item.text for item in plain_lines]) or _width_of_few(items)
    if not width:
        return items
    made: list[Item] = []
    group: list[Line] = []
    for item in (*items, None):
        if group and not (isinstance(item, Line) and _goes_on(group[-1], item, width)):
            account.note(Loss.BROKEN_LINES, len(group) > 1)
            made.append(group[0].with_runs(_whole([one.runs for one in group])))
            group = []
        if isinstance(item, Line):
            group.append(item)
        elif item is not None:
            made.append(item)
    return made


def _printed_width(texts: list[str]) -> float:
    """Return how wide printed lines are, in hanzi; 0 where paragraphs are whole."""
    widths = sorted(_width(text) for text in texts if len(text) >= _SHORTEST and not Whole(text).ends_sentence)
    if len(widths) < _FEWEST or len(widths) * _RAREST < len(texts):
        return 0
    median = widths[len(widths) // 2]
    alike = sum(abs(width - median) <= median * _UNEVEN for width in widths)
    return median if alike >= len(widths) * _ALIKE else 0


def _is_cut_off(text: str) -> bool:
    return len(text) >= _SHORTEST and text[-1] not in _PAUSES and not Whole(text).ends_sentence


def _width_of_few(items: list[Item]) -> float:
    """Return how wide two or three printed lines are, all alike and each with text below that ends it; 0 for none."""
    found = [
        (_width(item.text), below)
        for item, below in itertools.pairwise(items)
        if isinstance(item, Line) and _is_plain(item) and not item.strong and _is_cut_off(item.text.rstrip())
    ]
    widths = sorted(width for width, _ in found)
    if len(widths) < _FEWEST // 2 or widths[0] < _BROKEN_LENGTH * _FULL:
        return 0
    goes_on = all(
        isinstance(one, Line) and _is_plain(one) and not (one.strong or _begins(one.text)) for _, one in found
    )
    median = widths[len(widths) // 2]
    return median if goes_on and widths[-1] - widths[0] <= 2 * _UNEVEN * median else 0


def _goes_on(before: Line, line: Line, width: float) -> bool:
    if not (_is_plain(before) and _is_plain(line) and before.size == line.size):
        return False
    text = before.text.rstrip()
    if heading_level(text) or _begins(line.text) or is_row(text) or is_row(line.text):
        return False
    full = _width(text)
    if text[-1:] in "；”）;":
        return full >= width * _SURELY_FULL
    return full >= width * (1 - _UNEVEN) and not Whole(text).ends_sentence


def _width(text: str) -> float:
    """Return a text's width in hanzi."""
    return sum(1 if is_full_width(char) else 0.5 for char in text)


def _is_plain(line: Line) -> bool:
    return line.role is Role.TEXT and not (line.level or line.numbered or line.centred or line.right)
