"""A library whose file is replaced while it is open: nothing of the session reaches the other file."""

import gc
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.library import open_library
from editor.model.errors import UserError
from tests.db.crashes import BESIDE, aside, mastheads, publication, snapshot, whole, write

SAVED = ["一", "三", "二"]


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "刊" / "library.db"
    write(path, "一", "二")
    return path


@pytest.fixture
def other(place, tmp_path):
    """A colleague's later state of the same library."""
    path = tmp_path / "other.db"
    shutil.copy(place, path)
    write(path, *"甲乙丙丁")
    return path


@pytest.fixture
def older(place, tmp_path):
    path = tmp_path / "older.db"
    shutil.copy(place, path)
    return path


def copied(other, place):
    shutil.copy(other, place)


def renamed(other, place):
    other.replace(place)


def emptied(_other, place):
    place.write_bytes(b"")


def removed(_other, place):
    place.unlink()


def moved(_other, place):
    place.rename(place.with_name("moved.db"))


def all_synchronised(other, place):
    """A sync client that takes what lies beside the file for files of its own."""
    other.replace(place)
    for suffix in BESIDE[1:]:
        Path(f"{place}{suffix}").unlink(missing_ok=True)
    Path(f"{place}-wal").write_bytes(b"")


WAYS = [copied, renamed, emptied, removed, moved, all_synchronised]
SAID = {removed: "不见了", moved: "不见了"}


def read_on(library):
    """Return what the session still reads, None where it is refused: never what the other file holds."""
    try:
        return sorted(one.profile.masthead for one in library.publications())
    except UserError as error:
        assert "换成了另一个文件" in str(error)  # noqa: PT017 - both are right
        return None


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("which", ["other", "older"])
@pytest.mark.parametrize("noticed", [True, False], ids=["noticed", "at the end only"])
def test_nothing_of_the_session_reaches_another_file(place, request, way, which, noticed):
    source = request.getfixturevalue(which)
    with open_library(place) as library:
        library.save_publication(publication("三"))
        way(source, place)
        before = place.read_bytes() if place.exists() else None
        if noticed:
            with pytest.raises(UserError, match=SAID.get(way, "换成了另一个文件")):
                library.save_publication(publication("四"))
            assert read_on(library) in (SAVED, None)
            gc.collect()
    after = place.read_bytes() if place.exists() else None
    assert after == before
    if after:
        assert whole(place)
        expected = ["一", "二", *("丁丙乙甲" if which == "other" else "")]
        assert mastheads(place) == sorted(expected)
    assert {path.name for path in place.parent.iterdir()} >= {"library.db.lock"}
    assert not Path(f"{place}-shm").exists()


def test_what_the_session_had_saved_is_kept_aside(place, other):
    with open_library(place) as library:
        library.save_publication(publication("三"))
        state = snapshot(place, place.with_name("state.db"))
        shutil.copy(other, place)
        with pytest.raises(UserError) as error:
            library.save_publication(publication("四"))
    (log,) = aside(place)
    assert log.name in str(error.value)
    shutil.copy(log, f"{state}-wal")
    assert mastheads(state) == SAVED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows renames nothing over an open file")
def test_a_file_without_any_name_is_kept_whole(place, other):
    with open_library(place) as library:
        library.save_publication(publication("三"))
        other.replace(place)
        with pytest.raises(UserError, match="另存"):
            library.save_publication(publication("四"))
    (kept,) = place.parent.glob("library 换掉之前的内容 *.db")
    assert mastheads(kept) == SAVED
    assert kept.stat().st_mode & 0o77 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no open file")
def test_a_file_that_is_put_back_is_written_on(place, other):
    away = place.with_name("away.db")
    with open_library(place) as library:
        library.save_publication(publication("三"))
        place.rename(away)
        other.rename(place)
        for _ in range(2):
            with pytest.raises(UserError, match="原来的文件里"):
                library.save_publication(publication("四"))
        place.rename(other)
        away.rename(place)
        library.save_publication(publication("五"))
    assert mastheads(place) == sorted([*SAVED, "五"])
    assert mastheads(other) == sorted("一二甲乙丙丁")


def test_the_bytes_put_back_without_what_was_saved_since_are_not_written_on(place, other):
    with open_library(place) as library:
        library.save_publication(publication("三"))
        base = place.read_bytes()
        library.save_publication(publication("四"))
        shutil.copy(other, place)
        with pytest.raises(UserError, match="换成了"):
            library.save_publication(publication("五"))
        place.write_bytes(base)
        with pytest.raises(UserError, match="换成了"):
            library.save_publication(publication("五"))
    assert whole(place)
    assert aside(place)


KILLED = """
import os, shutil, sys
from pathlib import Path
from db.library import open_library
from tests.db.crashes import publication
place, other, how = sys.argv[1:]
opened = open_library(Path(place))
library = opened.__enter__()
library.save_publication(publication("三"))
(shutil.copy if how == "copied" else os.replace)(other, place)
if how == "noticed":
    try:
        library.save_publication(publication("四"))
    except Exception as error:
        print(type(error).__name__)
os._exit(1)
"""


@pytest.mark.parametrize("how", ["copied", "renamed", "noticed"])
def test_a_kill_after_the_replacement_mixes_nothing(place, other, how):
    before = other.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(place), str(other), how], check=False, capture_output=True, text=True
    )
    assert done.stdout.strip() == ("UserError" if how == "noticed" else "")
    assert place.read_bytes() == before
    assert mastheads(place) == sorted("一二甲乙丙丁")
    assert whole(place)


def test_a_long_session_moves_its_log_into_the_file_and_goes_on(place):
    with open_library(place) as library:
        for number in range(30):
            library.files.add_original(f"{number}.txt", bytes([number]) * 400_000)
        assert Path(f"{place}-wal").stat().st_size < 9_000_000
        assert place.stat().st_size > 4_000_000
    assert not Path(f"{place}-wal").exists()
    assert whole(place)
