"""The list of documented wrong forms, and where a text has one of them. Read and compiled on first use."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from editor.text.characters import is_han
from editor.text.segments import way_through, words_of
from resources import resource

# longer forms stand for themselves; shorter ones may lie across two words: 逾期|未完成 is no 期末
_SURE = 4
# what is read around a short form to tell words apart
_REACH = 14
_SENTENCE = re.compile(r"[^。！？；\n]*")


class Neighbours(NamedTuple):
    """What must or must not stand beside a form. words: any of them; refused: none of them may stand there.

    A word that begins with … stands anywhere in the rest of the sentence.
    """

    words: tuple[str, ...]
    refused: bool

    def allow_before(self, text: str) -> bool:
        """Return whether what goes before fits."""
        return not self.words or text.endswith(self.words) != self.refused

    def allow_after(self, text: str, at: int) -> bool:
        """Return whether what follows from a place on fits."""
        if not self.words:
            return True
        rest = _SENTENCE.match(text, at)
        there = any(word[0] == "…" and rest and word[1:] in rest[0] for word in self.words)
        return (there or text.startswith(self.words, at)) != self.refused


_ANY = Neighbours((), refused=False)
# key of the source of what near.tsv has; how far the words around are read, and by how much their cost has to fall
NEAR = "near"
_AROUND, _BETTER = 4, 60


class WrongForm(NamedTuple):
    """A form, what is written instead, where it is wrong, the key of its source and how sure that is.

    level: error, warning or info, as in `checks.finding.Level`.
    """

    wrong: str
    right: str
    before: Neighbours
    after: Neighbours
    source: str
    level: str


class Slip(NamedTuple):
    """A wrong form in a text. start, end: the characters that are wrong; becomes: those in their place."""

    start: int
    end: int
    becomes: str
    form: WrongForm


@lru_cache(maxsize=512)
def slips(text: str) -> tuple[Slip, ...]:
    """Return the wrong forms of a text in order; where two overlap, the first and longer one."""
    found: list[Slip] = []
    table, near = _table(), _near()
    past = 0
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if at < past or not (pair in table or pair in near):
            continue
        listed = table.get(pair) or (_near_form(pair, near[pair]),)
        form = next((one for one in listed if _stands(one, text, at)), None)
        if form:
            past = at + len(form.wrong)
            found.append(_slip(form, at))
    return tuple(found)


@cache
def sources() -> dict[str, str]:
    """Return the names of the sources by key."""
    return dict(line.split("\t") for line in _lines("sources"))


@cache
def notes() -> dict[str, str]:
    """Return what tells two characters apart, by the pair of them."""
    return dict(line.split("\t") for line in _lines("notes"))


def note_on(slip: Slip) -> str:
    """Return what is said about the characters of a slip, empty where nothing is."""
    start = slip.form.right.find(slip.becomes)
    wrong = slip.form.wrong[start : start + len(slip.becomes)]
    return notes().get(wrong + slip.becomes, "")


def forms() -> Iterator[WrongForm]:
    """Yield the whole list in the order of the file."""
    for line in _lines("forms")[1:]:
        wrong, right, before, after, source, level = line.split("\t")
        yield WrongForm(wrong, right, _neighbours(before), _neighbours(after), source, level)


def _lines(name: str) -> list[str]:
    return resource(f"typing/{name}.tsv").read_text(encoding="utf-8").splitlines()


@cache
def _table() -> dict[str, tuple[WrongForm, ...]]:
    """Return the forms by their first two characters, longer ones first."""
    table: dict[str, list[WrongForm]] = {}
    for form in sorted(forms(), key=lambda one: -len(one.wrong)):
        table.setdefault(form.wrong[:2], []).append(form)
    return {key: tuple(row) for key, row in table.items()}


@cache
def _near() -> dict[str, str]:
    """Return usual words by what is typed for them: pairs of hanzi that no text of the model has."""
    found: dict[str, str] = {}
    for line in _lines("near")[1:]:
        word, first, second = line.split("\t")
        found.update(dict.fromkeys([char + word[1] for char in first], word))
        found.update(dict.fromkeys([word[0] + char for char in second], word))
    return found


def _near_form(wrong: str, right: str) -> WrongForm:
    return WrongForm(wrong, right, _ANY, _ANY, NEAR, "info")


def _reads_better(form: WrongForm, text: str, at: int) -> bool:
    """Return whether the words around become much more usual, and the right form is one of them."""
    start, end = at, at + len(form.wrong)
    left, right = start, end
    while start - left < _AROUND and left > 0 and is_han(text[left - 1]):
        left -= 1
    while right - end < _AROUND and right < len(text) and is_han(text[right]):
        right += 1
    now = way_through(text[left:right])
    then = way_through(text[left:start] + form.right + text[end:right])
    return now.cost - then.cost >= _BETTER and form.right in then.words


def _neighbours(field: str) -> Neighbours:
    return Neighbours(words=tuple(field.removeprefix("!").split()), refused=field.startswith("!"))


def _stands(form: WrongForm, text: str, at: int) -> bool:
    end = at + len(form.wrong)
    return (
        text.startswith(form.wrong, at)
        and form.before.allow_before(text[max(0, at - _REACH) : at])
        and form.after.allow_after(text, end)
        and (len(form.wrong) >= _SURE or not lies_across(text, at, end))
        and (form.source != NEAR or _reads_better(form, text, at))
    )


def lies_across(text: str, start: int, end: int) -> bool:
    """Return whether the words of the text begin or end inside of a form."""
    left, right = start, end
    while left and start - left < _REACH and is_han(text[left - 1]):
        left -= 1
    while right < len(text) and right - end < _REACH and is_han(text[right]):
        right += 1
    at = left
    for word in words_of(text[left:right]):
        if at < start < at + len(word) or at < end < at + len(word):
            return True
        at += len(word)
    return False


def _slip(form: WrongForm, at: int) -> Slip:
    """Return the slip of a form without the characters that are right at both its ends."""
    differ = [number for number, (one, other) in enumerate(zip(form.wrong, form.right, strict=True)) if one != other]
    start, end = differ[0], differ[-1] + 1
    return Slip(at + start, at + end, form.right[start:end], form)
