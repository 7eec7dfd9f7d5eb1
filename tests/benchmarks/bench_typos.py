"""Typing errors found and clean sentences flagged: python -m tests.benchmarks.bench_typos TEXTS [--read]

TEXTS: JSON lines with body_paragraphs, of which the model was not built. Every third document is for setting the
threshold, the others measure. --read: what is flagged in clean sentences, to be read one by one.
"""

import resource as machine
import sys
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

from editor.text.typing import reader
from editor.text.typing.forms import slips
from editor.text.typing.model import model
from tests.benchmarks.planted_typos import Planted, Sentence, documents, planted, sentences

CLEAN, CASES, SEED = 2000, 500, 20
THRESHOLDS = (14, 15, 16, 17, 18, 20, 22, 24, 27)
ISSUE = 18_500


def main() -> None:
    """Print shares found and flagged, loud findings in all texts, times and memory."""
    texts = documents(Path(sys.argv[1]))
    _memory()
    for name, part in (("threshold", texts[::3]), ("measure", [*texts[1::3], *texts[2::3]])):
        pool = sentences(part, SEED)
        clean = pool[: min(CLEAN, len(pool) // 2)]
        cases = planted(pool[len(clean) :], CASES, SEED)
        print(f"{name}: {len(part)} documents, {len(clean)} clean sentences, {len(cases)} with one wrong character")
        _shares(clean, cases)
    _loud(texts)
    _times(texts)
    if "--read" in sys.argv:
        _read(clean)


def _shares(clean: Sequence[Sentence], cases: Sequence[Planted]) -> None:
    chosen = reader.DOUBTFUL
    reader.DOUBTFUL = min(THRESHOLDS)
    flagged = [max((doubt.weight for doubt in reader.unusual(*one)), default=0) for one in clean]
    found = [{one.at: one for one in reader.unusual(case.text, case.document)} for case in cases]
    reader.doubts.cache_clear()
    reader.DOUBTFUL = chosen
    for least in sorted({*THRESHOLDS, chosen}):
        hits = [one[case.at] for one, case in zip(found, cases, strict=True) if case.at in one]
        hits = [one for one in hits if one.weight >= least]
        right = sum(one.becomes == case.right for one, case in _paired(found, cases) if one.weight >= least)
        wrong = sum(weight >= least for weight in flagged)
        mark = " <- in use" if least == chosen else ""
        print(
            f"  from {least:4}: found {len(hits) / len(cases):.1%}, put right {right / len(cases):.1%}, "
            f"clean sentences flagged {wrong / len(clean):.2%}{mark}"
        )
    listed = sum(any(slip.start <= case.at < slip.end for slip in slips(case.text)) for case in cases)
    both = sum(
        (case.at in one and one[case.at].weight >= chosen)
        or any(slip.start <= case.at < slip.end for slip in slips(case.text))
        for one, case in zip(found, cases, strict=True)
    )
    print(f"  by the list {listed / len(cases):.1%}, by either {both / len(cases):.1%}")


def _paired(found: Sequence[dict[int, reader.Doubt]], cases: Sequence[Planted]) -> list[tuple[reader.Doubt, Planted]]:
    return [(one[case.at], case) for one, case in zip(found, cases, strict=True) if case.at in one]


def _loud(texts: Sequence[str]) -> None:
    loud = [(slip, text) for text in texts for slip in slips(text) if slip.form.level != "info"]
    hints = sum(slip.form.level == "info" for text in texts for slip in slips(text))
    chars = sum(map(len, texts))
    print(f"list: {len(loud)} loud and {hints} hints in {chars} characters: {len(loud) / chars * 10_000:.3f} in 10,000")
    for slip, text in loud:
        print(f"  {slip.form.wrong} {text[max(0, slip.start - 8) : slip.end + 8]!r}")


def _times(texts: Sequence[str]) -> None:
    paragraphs = [one for text in texts for one in text.split("\n")]
    size = sum(map(len, paragraphs))
    for name, read in (("list", slips), ("reader", reader.doubts)):
        read.cache_clear()
        spent = []
        for one in paragraphs:
            start = time.process_time()
            read(one)
            spent.append(time.process_time() - start)
        longest = sorted(spent)[int(len(spent) * 0.99)] * 1000
        print(f"{name}: {sum(spent) / size * ISSUE * 1000:.0f} ms of CPU an issue, p99 of a paragraph {longest:.1f} ms")


def _memory() -> None:
    tracemalloc.start()
    start = time.process_time()
    model()
    spent = (time.process_time() - start) * 1000
    print(f"model: {tracemalloc.get_traced_memory()[0] / 1e6:.1f} MB, read in {spent:.0f} ms (traced)")
    tracemalloc.stop()
    print(f"process: {machine.getrusage(machine.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _read(clean: Sequence[Sentence]) -> None:
    for text, document in clean:
        for one in reader.unusual(text, document):
            print(f"{one.weight:.1f} {text[one.at]}>{one.becomes} {text[max(0, one.at - 9) : one.at + 9]}")


if __name__ == "__main__":
    main()
