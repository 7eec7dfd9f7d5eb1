"""Libraries of every schema get checksums that fit, and nothing in them counts as damaged."""

import pytest

from db.library import open_library
from tests.corpus.make import PROGRAMS
from tests.corpus.saying import unpacked


@pytest.mark.parametrize("name", [*PROGRAMS, "today", "leftover"])
def test_nothing_in_it_is_damaged(tmp_path, name):
    with open_library(unpacked(f"{name}.db.xz", tmp_path)) as library:
        assert library.mending.damages(files=True) == ()
        assert not any(entry.damage for entry in library.issues())
