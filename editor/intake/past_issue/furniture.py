"""What stands on every page of a printed issue and is none of its text: folios and running heads."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.number_line import has_numbering, numbering_rest
from editor.text.characters import ends_sentence, fold

_FOLIO = re.compile(r"[—–－\-·•~]+\s*\d{1,3}\s*[—–－\-·•~]+|第\s*\d{1,3}\s*页(?:\s*[，,/／]?\s*共\s*\d{1,3}\s*页)?")
_BARE = re.compile(r"\d{1,3}|\d{1,3}\s*[/／]\s*\d{1,3}")
_NUMBER = re.compile(r"第\s*[\d#〇零一二三四五六七八九十百]+\s*期")
_LONGEST_HEAD, _LEAST_PAGES = 40, 3
_RULE = re.compile(
    r"(?:[─━═＝=—–\-－_＿*＊~～·…⋯.．□■◆★☆▬▁▔╌┄┈┅]\s*){4,}|[─━═＝=—\-－_]{3,}|(?:[※*＊★☆◆◇●○]\s*){3,}|[─━═＝=—–\-－_＿]{2,}\s*[★☆◆※]+\s*[─━═＝=—–\-－_＿]{2,}"
)


def without_rules(lines: Lines) -> tuple[list[SourceLine], list[SourceLine]]:
    """Return the lines without rules typed of dashes, those below one marked as such, and the rules."""
    kept, gone = list[SourceLine](), list[SourceLine]()
    ruled = False
    for line in lines:
        if line.told is None and _RULE.fullmatch(line.text):
            gone.append(line)
            ruled = True
        else:
            kept.append(replace(line, ruled=True, gap=min(max(line.gap, 1), 2)) if ruled else line)
            ruled = False
    return kept, gone


def repeated_heads(lines: Lines, masthead: str) -> list[SourceLine]:
    """Return the lines that say nothing but the bulletin's name and its number, as the heads of pages do."""
    name = fold(masthead)
    return [
        line
        for line in lines
        if line.told is None and name and name in line.key and has_numbering(line.text) and _is_rest(line.text, name)
    ]


def _is_rest(text: str, name: str) -> bool:
    rest = fold(numbering_rest(text))
    return not rest.replace(name, "").strip("·|｜/—-–.,，") or rest == name


def without_furniture(lines: Lines, start: int) -> tuple[list[SourceLine], list[SourceLine]]:
    """Return the lines without folios and running heads, and those. start: index of the first line that may be one.

    A running head stands on three pages at least, beside a folio or with the issue's number in it. A page's edge is no
    gap in the text.
    """
    later = lines[start:]
    folios = _folios(later)
    heads = _heads(later, folios)
    kept, gone = list(lines[:start]), list[SourceLine]()
    for line in later:
        if line.told is None and (line.number in folios or _form(line.text) in heads):
            gone.append(line)
        else:
            kept.append(replace(line, gap=min(line.gap, 1)) if gone and _follows(gone[-1], kept, line) else line)
    return kept, gone


def _follows(furniture: SourceLine, kept: list[SourceLine], line: SourceLine) -> bool:
    """Return whether a line is the first after a piece of furniture."""
    return furniture.number < line.number and (not kept or kept[-1].number < furniture.number)


def _folios(lines: Lines) -> frozenset[int]:
    """Return the numbers of lines that are folios; bare figures count where there are several and they rise."""
    sure = {line.number for line in lines if _FOLIO.fullmatch(line.text)}
    bare = [line for line in lines if _BARE.fullmatch(line.text) and line.gap]
    rising = all(_first(one) < _first(two) for one, two in pairwise(bare))
    return frozenset(sure | ({line.number for line in bare} if rising and len(bare) >= _LEAST_PAGES else set()))


def _first(line: SourceLine) -> int:
    return int(re.split(r"\D", line.text, maxsplit=1)[0])


def _heads(lines: Lines, folios: frozenset[int]) -> frozenset[str]:
    short = [line for line in lines if len(line.text) <= _LONGEST_HEAD and not ends_sentence(line.text)]
    forms = Counter(_form(line.text) for line in short if line.number not in folios)
    beside = Counter(_form(line.text) for line in _beside(lines, folios))
    often = (form for form, count in forms.items() if count >= _LEAST_PAGES)
    return frozenset(form for form in often if beside[form] >= _LEAST_PAGES or _NUMBER.search(form))


def _beside(lines: Lines, folios: frozenset[int]) -> list[SourceLine]:
    found = []
    for one, two in pairwise(lines):
        if one.number in folios and two.number not in folios:
            found.append(two)
        elif two.number in folios and one.number not in folios:
            found.append(one)
    return found


def _form(text: str) -> str:
    """Return a line for comparison with those of other pages, whose figures differ."""
    return re.sub(r"\d+", "#", fold(text))
