"""Files handed to the system's viewer."""

import os
import tempfile
import time

import pytest

from editor.ui.kit.viewer import folder_to_view_from


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def age(path, hours):
    then = time.time() - hours * 3600
    os.utime(path, (then, then))


def test_only_its_own_old_folders_are_removed(place):
    old, young = folder_to_view_from(), folder_to_view_from()
    other = place / "其他程序"
    other.mkdir()
    for made in (old, young, other):
        (made / "a.pdf").write_bytes(b"%PDF")
    age(old, 25)
    age(young, 23)
    age(other, 1000)
    new = folder_to_view_from()
    assert set(place.iterdir()) == {young, other, new}
    assert (young / "a.pdf").read_bytes() == b"%PDF"
