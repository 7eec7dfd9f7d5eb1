"""House words in an issue: python -m tests.benchmarks.bench_terms [WORDS], 20,000 of them where none is said.

15 articles of made-up text, 30,000 characters, one word of the list in a hundred characters. CPU, the median of runs:
the rule cold (the index is made), again, and after an edit of one article. Beside it, on the same text in the same run,
two peers that find the same words without knowing which of them overlap: str.count of every word, and one alternation
of the standard library's re, made of all of them. Reading the words from a library is said apart: it is done once.
"""

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from db.library import open_library
from editor.checks.context import read_article
from editor.checks.house_word_index import HouseWordIndex, index_of
from editor.checks.rules.house_words import house_words
from editor.desk.checking.check import setting_of
from editor.desk.printable_issue import PrintableIssue
from editor.model.article import Article
from editor.model.house_words import HouseWord, HouseWords
from tests.checks.issues import PUBLICATION, article, issue

_WORDS, _ARTICLES, _CHARACTERS, _SPACING, _RUNS = 20_000, 15, 2_000, 100, 7
_HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]


def main(arguments: list[str]) -> None:
    """Print a line a measure."""
    chance = random.Random(20)
    words = _words(chance, int(arguments[0]) if arguments else _WORDS)
    articles = [_article(chance, words, number) for number in range(_ARTICLES)]
    text = "\n".join(run.text for one in articles for block in one.blocks for run in block.runs)
    setting = setting_of(PrintableIssue(issue=issue(*articles), publication=PUBLICATION, pictures={}), words)
    readings = [read_article(one, setting) for one in articles]
    for reading in readings:
        # shared by all rules
        assert reading.whole.masked

    def check() -> int:
        return sum(1 for reading in readings for _ in house_words(reading))

    def cold() -> int:
        index_of.cache_clear()
        return check()

    print(f"{len(words.words)} words, {_ARTICLES} articles, {len(text)} characters, {check()} found")
    print(f"rule, cold:            {_median(cold):8.1f} ms")
    print(f"  the index alone:     {_median(lambda: HouseWordIndex(words)):8.1f} ms")
    print(f"rule, again:           {_median(check):8.1f} ms")
    print(f"rule, one article:     {_median(lambda: sum(1 for _ in house_words(readings[0]))):8.1f} ms")
    names = [one.name for one in words.words]
    print(f"peer, str.count:       {_median(lambda: sum(text.count(name) for name in names), runs=1):8.1f} ms")
    print(f"peer, re alternation:  {_median(lambda: _alternation(names, text), runs=1):8.1f} ms")
    _of_library(words)


def _words(chance: random.Random, many: int) -> HouseWords:
    names: set[str] = set()
    while len(names) < many:
        names.add("".join(chance.choice(_HAN) for _ in range(chance.randint(2, 6))))
    longer = {name: (f"{name}{chance.choice(_HAN)}",) if chance.random() < 0.2 else () for name in sorted(names)}
    return HouseWords(
        HouseWord(name=name, instead=(name[::-1] + "好",), exceptions=right, reason="体例", source="第三条")
        for name, right in longer.items()
    )


def _article(chance: random.Random, words: HouseWords, number: int) -> Article:
    text = [chance.choice(_HAN) for _ in range(_CHARACTERS)]
    for at in range(0, _CHARACTERS, _SPACING):
        text[at] = f"，{chance.choice(words.words).name}。"
    return replace(article("".join(text), title=f"第{number}篇"))


def _alternation(names: list[str], text: str) -> int:
    re.purge()
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return sum(1 for _ in pattern.finditer(text))


def _median(act: Callable[[], object], *, runs: int = _RUNS) -> float:
    """Return the CPU that an act takes, in ms."""
    took = []
    for _ in range(runs):
        before = time.process_time()
        act()
        took.append(time.process_time() - before)
    return 1000 * statistics.median(took)


def _of_library(words: HouseWords) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with open_library(path) as library:
            library.house_words.save(library.house_words.stored(), words, author="甲")
        with open_library(path) as library:
            print(f"read of a library:     {_median(library.house_words.stored, runs=1):8.1f} ms")
            print(f"  asked again:         {_median(library.house_words.stored):8.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
