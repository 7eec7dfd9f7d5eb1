"""Damaged files from outside are read or refused by a sentence; the long form is tests/benchmarks/campaign_fuzz.py."""

import random
from itertools import islice

import pytest

from tests.benchmarks.campaign_fuzz import outcomes
from tests.fuzzing.mutations import mutated
from tests.fuzzing.readers import READERS, damaged, refused

MANY = {"word": 40, "font": 10, "package": 40}


@pytest.mark.parametrize("name", READERS)
def test_a_sound_file_is_read(name):
    assert not refused(READERS[name], next(iter(READERS[name].seeds())))


@pytest.mark.parametrize("name", READERS)
def test_a_damaged_file_raises_nothing_but_a_sentence(name):
    for data in islice(damaged(READERS[name], random.Random(name), mutated), MANY.get(name, 100)):
        refused(READERS[name], data)


# a pattern that tries every beginning takes minutes over these; the child may take ten seconds of CPU
RUNS = [
    *(("html", page) for page in ('<p style="{}">甲', "<td style='{}'>甲", "<{}", "<p>{}", "<a href='{}'>甲")),
    *(
        ("page", page)
        for page in ("<h1>{}", "<p>来源：{}", "<meta name=pubdate content='{}'>甲", "<title>{}", "<p>甲</p>{}")
    ),
    *(("markdown", text) for text in ("# 甲\n\n{}", "**{}", "[{}", "|{}|\n|--|\n")),
    *(("text", text) for text in ("{}", "甲\n{}", "来源：{}")),
    *(("plain", text) for text in ("{}", "甲{}", "来源：{}", "一、{}")),
    *(("past", text) for text in ("{}", "甲{}", "第{}", "来源：{}", "编辑：{}")),
]


@pytest.mark.parametrize(("name", "frame"), RUNS)
def test_one_thing_over_and_over_is_read_in_seconds(name, frame):
    runs = [frame.format(piece * 60_000).encode() for piece in ("a", " ", "<a ", "1 ", "、", "：", ".")]
    assert [fault for _, fault in outcomes(name, runs) if fault not in ("", "refused")] == []
