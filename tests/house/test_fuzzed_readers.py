"""Damaged files from outside are read or refused by a sentence; the long form is tests/benchmarks/campaign_fuzz.py."""

import random
from itertools import islice

import pytest

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
