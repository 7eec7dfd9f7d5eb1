"""Words that sound like what was typed: with pinyin whole words are taken for others, 事实 for 实施."""

from functools import cache

from resources import resource

_OFFERED = 3


@cache
def homophones() -> dict[str, tuple[str, ...]]:
    """Return words of two by what may be meant by them, the most usual first; without what may stand for each other."""
    lines = resource("typing/homophones.tsv").read_text(encoding="utf-8").splitlines()
    both = _both_right()
    groups = [line.split("\t")[1].split(" ") for line in lines]
    return {
        word: tuple(one for one in group if one != word and one not in both.get(word, ()))
        for group in groups
        # an input method offers the usual ones first: who wrote 亟需 looked for it
        for word in group[:_OFFERED]
    }


@cache
def _both_right() -> dict[str, frozenset[str]]:
    """Return words that may stand for each other, of which the reader can't tell the right one: 其他, 其它."""
    lines = resource("typing/both_right.txt").read_text(encoding="utf-8").splitlines()
    groups = [line.split() for line in lines if not line.startswith("#")]
    return {word: frozenset(group) for group in groups for word in group}
