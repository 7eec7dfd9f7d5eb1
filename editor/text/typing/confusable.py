"""Characters that are typed for each other: by sound (zh and z, n and l, ng and n taken for the same) and by shape."""

from collections import defaultdict
from functools import cache

from editor.text.typing.model import model
from resources import resource

_STARTS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f"))
_ENDS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
_RETROFLEX = ("zh", "ch", "sh")
# characters that texts seldom have are not proposed
_COMMON = 300


@cache
def taken_for(char: str) -> str:
    """Return the characters that may be meant by one, without itself; empty where none is known."""
    sounds, shapes = _tables()
    found = set(shapes.get(char, ""))
    for syllable in _syllables().get(char, ()):
        for other in near(syllable):
            found.update(sounds.get(other, ""))
    counts = model()
    return "".join(sorted(one for one in found - {char} if counts.count(one) >= _COMMON))


def near(syllable: str) -> set[str]:
    """Return a syllable of pinyin without its tone, and those that are taken for it."""
    found = {syllable}
    for long, short in _STARTS:
        if syllable.startswith(long):
            found.add(short + syllable.removeprefix(long))
        elif syllable.startswith(short) and not syllable.startswith(_RETROFLEX):
            found.add(long + syllable.removeprefix(short))
    for one in tuple(found):
        for long, short in _ENDS:
            if one.endswith(long):
                found.add(one.removesuffix(long) + short)
            elif one.endswith(short):
                found.add(one.removesuffix(short) + long)
    return found


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Return characters by syllable, and those that look like a character."""
    first, _, second = resource("typing/confusable.tsv").read_text(encoding="utf-8").partition("\n\n")
    sounds = dict(line.split("\t") for line in first.splitlines())
    shapes = dict(line.split("\t") for line in second.splitlines())
    # alike, and missing in the list that confusable.tsv was made from
    for group in resource("typing/alike.txt").read_text(encoding="utf-8").split():
        for char in group:
            shapes[char] = shapes.get(char, "") + group.replace(char, "")
    return sounds, shapes


@cache
def _syllables() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for syllable, chars in _tables()[0].items():
        for char in chars:
            found[char].append(syllable)
    return found


def are_alike(one: str, other: str) -> bool:
    """Return whether two characters sound or look alike, however common they are; does not read the counts."""
    syllables = _syllables()
    sounds = {near_one for syllable in syllables.get(one, ()) for near_one in near(syllable)}
    return other in _tables()[1].get(one, "") or not sounds.isdisjoint(syllables.get(other, ()))
