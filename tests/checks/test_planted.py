"""Faults planted in invented texts: nearly all are found, and the texts without them are clean."""

from collections import Counter

from editor.checks.finding import Level
from tests.benchmarks.bench_planted import PLANTED, Text, findings, rows, scored


def test_nearly_all_planted_faults_are_found():
    kinds: Counter[str] = Counter()
    missed = []
    for _, fault, on in scored(PLANTED):
        kinds[fault.kind] += 1
        missed += [] if on else [fault]
    assert len(kinds) >= 80
    assert len(missed) <= 0.05 * kinds.total(), missed


def test_the_texts_without_faults_get_no_loud_finding():
    loud = []
    for row in rows(PLANTED / "texts.jsonl"):
        text = Text(**row | {"paragraphs": tuple(row["paragraphs"])})
        loud += [(text.id, one.rule, one.message) for one in findings(text) if one.level is not Level.INFO]
    # the texts have captions, but no pictures
    assert {rule for _, rule, _ in loud} <= {"figures.missing"}
