"""A small part of `tests.benchmarks.campaign_damage`: damaged copies are told, and never read as something else."""

import random

import pytest

from db.library import open_library
from tests.benchmarks.campaign_damage import Trial, cells
from tests.corpus.saying import unpacked

GOOD = ("told", "told by verify", "refused", "no difference", "not possible")


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    folder = tmp_path_factory.mktemp("copies")
    place = unpacked("today.db.xz", folder)
    with open_library(place):
        pass
    return Trial(place, folder / "copy.db", window=False)


def test_a_letter_of_every_kind_of_text_is_told(trial):
    kinds = {}
    for table, row, column in cells(trial.place):
        kinds.setdefault((table, column), []).append((table, row, column))
    chance = random.Random(15)
    some = [chance.choice(found) for found in chance.sample(list(kinds.values()), 24)]
    assert [one for one in (trial.letter(*cell) for cell in some) if one[0] not in GOOD] == []


def test_overwritten_bytes_are_told(trial):
    verdicts = [trial.overwritten(seed) for seed in range(10)]
    assert [one for one in verdicts if one[0] not in GOOD] == []
