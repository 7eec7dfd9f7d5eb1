"""Sentences with one wrong character each, made by sound and shape with a seed, and clean ones, split by document."""

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pypinyin import Style, pinyin

from editor.text.segments import words_of
from editor.text.typing.confusable import near
from resources import resource

HAN = re.compile("[\u4e00-\u9fff]+")
_SENTENCE = re.compile(r"(?<=[。；！？])|\n")
_SHORTEST, _LONGEST = 20, 120
# of ten characters seven are taken for others by sound, three by shape; those taken stand in the texts so often
_BY_SOUND, _COMMON = 0.7, 20


class Sentence(NamedTuple):
    """A sentence and the document that it is from."""

    text: str
    document: str


class Planted(NamedTuple):
    """A sentence with one wrong character. at: its place; right: what stood there."""

    text: str
    document: str
    at: int
    right: str


def documents(file: Path) -> list[str]:
    """Return the documents of a file of JSON lines with body_paragraphs."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return ["\n".join(json.loads(line)["body_paragraphs"]) for line in lines]


def sentences(texts: Sequence[str], seed: int) -> list[Sentence]:
    """Return the sentences of documents in an order of the seed."""
    found = {one.strip(): text for text in texts for one in _SENTENCE.split(text)}
    kept = [Sentence(one, text) for one, text in found.items() if _SHORTEST < len(one) < _LONGEST]
    random.Random(seed).shuffle(kept)
    return kept


def planted(pool: Sequence[Sentence], count: int, seed: int) -> list[Planted]:
    """Return sentences of a pool, each with one character of a word of two or more replaced."""
    chance = random.Random(seed)
    made: list[Planted] = []
    sounds, shapes = _by_sound([one.text for one in pool]), _by_shape()
    for text, document in pool:
        places = _places(text)
        if not places or len(made) == count:
            continue
        at = chance.choice(places)
        alike, shaped = sounds.get(text[at], []), shapes.get(text[at], "")
        taken = alike if (chance.random() < _BY_SOUND and alike) or not shaped else list(shaped)
        if taken:
            wrong = text[:at] + chance.choice(taken) + text[at + 1 :]
            made.append(Planted(wrong, document, at, text[at]))
    return made


def _places(text: str) -> list[int]:
    found, at = [], 0
    for word in words_of(text):
        if len(word) > 1 and HAN.fullmatch(word):
            found += range(at, at + len(word))
        at += len(word)
    return found


def _by_sound(pool: Sequence[str]) -> dict[str, list[str]]:
    """Return the characters of the texts that sound alike: exactly so often, nearly so seldom."""
    counts = Counter(char for text in pool for char in text if HAN.fullmatch(char))
    syllables = {char: set(pinyin(char, style=Style.NORMAL, heteronym=True)[0]) for char in counts}
    common: dict[str, set[str]] = defaultdict(set)
    for char, count in counts.items():
        for syllable in syllables[char] if count >= _COMMON else ():
            common[syllable].add(char)
    found: dict[str, list[str]] = {}
    for char in counts:
        same = {one for syllable in syllables[char] for one in common[syllable]}
        nearly = {one for syllable in syllables[char] for other in near(syllable) for one in common.get(other, ())}
        # exactly alike ones count thrice: a name typed by its sound is the usual way
        found[char] = sorted(same - {char}) * 3 + sorted(nearly - same)
    return found


def _by_shape() -> dict[str, str]:
    rows = resource("typing/confusable.tsv").read_text(encoding="utf-8").partition("\n\n")[2].splitlines()
    return dict(row.split("\t") for row in rows)
