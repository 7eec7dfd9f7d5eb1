"""The back matter of a past issue: publishers."""

import re
from dataclasses import dataclass, field

from editor.intake.past_issue.lines import Lines, SourceLine
from editor.model.publication import Publisher
from editor.text.characters import ends_sentence, join

HEADINGS = frozenset(
    (
        "主编简介",
        "主办单位简介",
        "主编单位简介",
        "关于我们",
        "单位简介",
        "机构简介",
        "编者简介",
        "出品单位简介",
        "主办方简介",
    )
)
_LONGEST_NAME = 36
_LATIN = re.compile(r"^[\x20-\x7e\u2019’]+$")


@dataclass(slots=True)
class _Draft:
    name: str
    english_name: str = ""
    paragraphs: list[str] = field(default_factory=list)


def find_back(lines: Lines) -> int | None:
    """Return the index of the back matter's heading, below what an editor named; None for a text without."""
    last = max((at for at, line in enumerate(lines) if line.told is not None), default=-1)
    return next((at for at in range(len(lines) - 1, last, -1) if lines[at].key in HEADINGS), None)


def read_back(lines: Lines) -> tuple[list[Publisher], list[SourceLine]]:
    """Return the publishers and the lines that belong to none."""
    drafts: list[_Draft] = []
    rest: list[SourceLine] = []
    for line in lines:
        if len(line.text) <= _LONGEST_NAME and not ends_sentence(line.text) and not _LATIN.match(line.text):
            drafts.append(_Draft(name=line.text))
        elif not drafts:
            rest.append(line)
        elif _LATIN.match(line.text) and not drafts[-1].paragraphs:
            drafts[-1].english_name = join(drafts[-1].english_name, line.text) if drafts[-1].english_name else line.text
        else:
            _add_paragraph(drafts[-1].paragraphs, line.text)
    return [_publisher(draft) for draft in drafts], rest


def _add_paragraph(paragraphs: list[str], text: str) -> None:
    if paragraphs and not ends_sentence(paragraphs[-1]):
        paragraphs[-1] = join(paragraphs[-1], text)
    else:
        paragraphs.append(text)


def _publisher(draft: _Draft) -> Publisher:
    return Publisher(name=draft.name, english_name=draft.english_name, paragraphs=tuple(draft.paragraphs))
