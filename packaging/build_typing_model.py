#!/usr/bin/env python3
"""build_typing_model.py LAWS REPORTS WORDS NAMES SHAPES [WITHOUT]: makes resources/typing/model.bin and confusable.tsv.

LAWS: folder with texts of laws and regulations as .md (LawRefBook/Laws; official texts are nobody's, 著作权法 第五条).
REPORTS: JSON lines with title and content, the reports on the work of the government (government_work_reports.jsonl of
aldohemsn/chinese-political-corpora; official texts too); those from the year FIRST_REPORT on count REPORTED times.
WORDS: dict.txt of jieba (MIT), a word and its frequency a line. NAMES: folder with the lists of THUOCL (MIT) that
NAMED_IN names. SHAPES: same_stroke.txt of pycorrector (Apache 2.0), characters that look alike a line.
WITHOUT: JSON lines with body_paragraphs; paragraphs of LAWS that share a sentence with them are left out, so that what
is measured on these was not built from them.

Counted are pairs and triples of characters; the format is read by editor/text/typing/model.py.
"""

import json
import re
import struct
import sys
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from pathlib import Path

from pypinyin import Style, pinyin

from editor.text.typing.model import folded, level_of

OUT = Path(__file__).resolve().parent.parent / "resources" / "typing"
HAN = re.compile("[\u4e00-\u9fff]+")
_SENTENCE = re.compile("[。；！？\n]")
_SHARED = 12
# pairs and triples of texts that are kept; a word counts as this share of its frequency in jieba's list
SEEN, SHARE, LONGEST = 2, 0.05, 6
NAMED = 2
NAMED_IN = ("diming", "lishimingren", "animal", "caijing", "chengyu", "food", "law", "medical")
FIRST_REPORT, REPORTED = 1993, 3
Counts = Counter[str]


def main(arguments: list[str]) -> int:
    """Write both files. Returns 2 for wrong use."""
    if len(arguments) not in (5, 6):
        print(__doc__)
        return 2
    laws, reports, words, names, shapes, *without = map(Path, arguments)
    shared = _sentences(without)
    single, pairs, triples = _counted(chain(_paragraphs(laws, shared), _reports(reports, shared)))
    for word, count in chain(_words(words), _names(names)):
        pairs.update(dict.fromkeys(_grams(word, 2), count))
        triples.update(dict.fromkeys(_grams(word, 3), count))
    single = _singles(single, pairs)
    data = _encoded(single, pairs, triples)
    OUT.joinpath("model.bin").write_bytes(data)
    known = sorted(filter(HAN.fullmatch, single))
    text = "".join(_confusable(known, shapes))
    OUT.joinpath("confusable.tsv").write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(pairs)} pairs, {len(triples)} triples, {len(data)} bytes; {len(known)} characters")
    return 0


def _sentences(files: Iterable[Path]) -> frozenset[str]:
    lines = (json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines())
    texts = (text for line in lines for text in line["body_paragraphs"])
    return frozenset(one for text in texts for one in _SENTENCE.split(text) if len(one) >= _SHARED)


def _paragraphs(folder: Path, without: frozenset[str]) -> Iterator[str]:
    for file in sorted(folder.rglob("*.md")):
        for line in file.read_text(encoding="utf-8").splitlines():
            text = line.strip(" #*->|")
            if text and without.isdisjoint(_SENTENCE.split(text)):
                yield folded(text)


def _reports(file: Path, without: frozenset[str]) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        year = report["title"][:4]
        if not year.isdigit() or int(year) < FIRST_REPORT:
            continue
        for text in map(str.strip, report["content"].splitlines()):
            if text and without.isdisjoint(_SENTENCE.split(text)):
                yield from [folded(text)] * REPORTED


def _counted(texts: Iterable[str]) -> tuple[Counts, Counts, Counts]:
    single, pairs, triples = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        line = f"\n{text}\n"
        single.update(line)
        pairs.update(map("".join, pairwise(line)))
        triples.update(map("".join, zip(line, line[1:], line[2:], strict=False)))
    return single, _often(pairs), _often(triples)


def _often(counts: Counts) -> Counts:
    return Counter({gram: count for gram, count in counts.items() if count >= SEEN})


def _words(file: Path) -> Iterator[tuple[str, int]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        word, frequency, *_ = line.split()
        if HAN.fullmatch(word) and len(word) <= LONGEST:
            yield word, 1 + int(int(frequency) * SHARE)


def _names(folder: Path) -> Iterator[tuple[str, int]]:
    for name in NAMED_IN:
        for line in folder.joinpath(f"THUOCL_{name}.txt").read_text(encoding="utf-8").splitlines():
            word = line.split("\t")[0].strip()
            if HAN.fullmatch(word) and len(word) <= LONGEST:
                yield word, NAMED


def _grams(word: str, size: int) -> list[str]:
    return [word[at : at + size] for at in range(len(word) - size + 1)]


def _singles(single: Counts, pairs: Counts) -> Counts:
    """Return how often characters stand, those of the word lists included."""
    first = Counter[str]()
    for pair, count in pairs.items():
        first[pair[0]] += count
    return Counter({char: max(first[char], single[char]) for char in first | single})


def _encoded(single: Counts, pairs: Counts, triples: Counts) -> bytes:
    """Return the tables: characters, the second ones of their pairs, the third ones of the pairs' triples."""
    seconds: dict[str, list[str]] = defaultdict(list)
    thirds: dict[str, list[str]] = defaultdict(list)
    for pair in sorted(pair for pair in pairs if max(pair) <= "\uffff"):
        seconds[pair[0]].append(pair[1])
    for triple in sorted(triple for triple in triples if max(triple) <= "\uffff"):
        thirds[triple[:2]].append(triple[2])
    chars = sorted(char for char in single if char <= "\uffff")
    ordered = [(first, second) for first in chars for second in seconds[first]]
    rows = [
        "".join(chars).encode("utf-16-le"),
        bytes(level_of(single[char]) for char in chars),
        _numbers(len(seconds[char]) for char in chars),
        "".join(second for _, second in ordered).encode("utf-16-le"),
        bytes(level_of(pairs[first + second]) for first, second in ordered),
        _numbers(len(thirds[first + second]) for first, second in ordered),
        "".join(third for first, second in ordered for third in thirds[first + second]).encode("utf-16-le"),
        bytes(level_of(triples[one + two + three]) for one, two in ordered for three in thirds[one + two]),
    ]
    sizes = struct.pack(f"<{len(rows)}I", *map(len, rows))
    return zlib.compress(sizes + b"".join(rows), 9)


def _numbers(values: Iterable[int]) -> bytes:
    made = array("H", values)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def _confusable(known: list[str], shapes: Path) -> Iterator[str]:
    """Yield lines: a syllable and its characters; after an empty line groups of characters that look alike."""
    syllables: dict[str, list[str]] = defaultdict(list)
    for char in known:
        for syllable in sorted(set(pinyin(char, style=Style.NORMAL, heteronym=True)[0])):
            syllables[syllable].append(char)
    yield from (f"{syllable}\t{''.join(chars)}\n" for syllable, chars in sorted(syllables.items()))
    yield "\n"
    kept = frozenset(known)
    alike: dict[str, set[str]] = defaultdict(set)
    for line in shapes.read_text(encoding="utf-8").splitlines():
        first, *others = line.split("\t")
        for one, other in ((first, other) for other in others):
            if {one, other} <= kept:
                alike[one].add(other)
                alike[other].add(one)
    yield from (f"{char}\t{''.join(sorted(others))}\n" for char, others in sorted(alike.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
