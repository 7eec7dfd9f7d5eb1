"""Getting a library back: from what, to where, and what became of the file that was there."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from db import backup as module
from db import shelf
from db.engine import library_engine
from db.reader import open_reader
from db.upgrade import upgrade
from editor.model.errors import UserError
from editor.model.publication import Profile, Publication

ROOT = Path(__file__).parents[2]


def write(path, *names):
    with shelf.open_library(path) as library:
        for name in names:
            library.save_publication(Publication(profile=Profile(masthead=name)))


def mastheads(path):
    with shelf.open_library(path) as library:
        return [one.profile.masthead for one in library.publications()]


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "刊" / "云州观察.db"
    write(path, "云州观察")
    return path


@pytest.fixture
def clock(monkeypatch):
    times = [dt.datetime.fromisoformat("2025-01-06T12:05")]
    monkeypatch.setattr(module, "_now", lambda: times[0])
    return times


def beside(path):
    return sorted(one.name for one in path.iterdir())


# in the library's place


def test_a_damaged_library_is_replaced_and_kept_beside_with_its_log(place):
    made = shelf.back_up(place)
    place.write_bytes(b"\x07" * 5000)
    place.with_name("云州观察.db-wal").write_bytes(b"waiting")
    aside = shelf.restore_library(made, place)
    assert mastheads(place) == ["云州观察"]
    assert aside.name.startswith("云州观察 还原前 ")
    assert aside.read_bytes() == b"\x07" * 5000
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"waiting"
    assert not place.with_name("云州观察.db-wal").exists()


@pytest.mark.parametrize("left", [None, b""], ids=["gone", "empty"])
def test_a_library_that_is_gone_or_empty_is_said_and_comes_back(place, left):
    made = shelf.back_up(place)
    place.unlink()
    if left is not None:
        place.write_bytes(left)
    with pytest.raises(UserError, match=r"它有 1 份备份.*从备份还原"), shelf.open_library(place):
        pass
    with pytest.raises(UserError, match="从备份还原"), open_reader(place):
        pass
    shelf.restore_library(made, place)
    assert mastheads(place) == ["云州观察"]


def test_an_open_library_is_not_replaced(place):
    made = shelf.back_up(place)
    with shelf.open_library(place), pytest.raises(UserError, match="打开着"):
        shelf.restore_library(made, place)
    assert beside(place.parent) == ["云州观察.db", "云州观察.db.lock", "备份"]


def test_a_damaged_backup_replaces_nothing(place):
    made = shelf.back_up(place)
    data = bytearray(made.path.read_bytes())
    data[-3] ^= 1
    made.path.write_bytes(data)
    before = place.read_bytes()
    with pytest.raises(UserError, match="已损坏"):
        shelf.restore_library(made, place)
    assert place.read_bytes() == before
    assert beside(place.parent) == ["云州观察.db", "云州观察.db.lock", "备份"]


def test_a_disk_that_fills_up_leaves_the_library(place, monkeypatch):
    made = shelf.back_up(place)
    place.write_bytes(b"\x07" * 5000)

    def full(*_names):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.restoring.settle", full)
    with pytest.raises(UserError, match="磁盘已满"):
        shelf.restore_library(made, place)
    assert place.read_bytes() == b"\x07" * 5000


# a backup where it lies


def test_a_backup_opened_in_place_stays_as_it_is_and_says_what_it_is(place):
    made = shelf.back_up(place)
    before, names = made.path.read_bytes(), beside(made.path.parent)
    for _ in range(2):
        with shelf.open_library(made.path) as library:
            assert library.read_only
            assert "这是一份备份" in library.why_read_only
            assert [one.profile.masthead for one in library.publications()] == ["云州观察"]
            with pytest.raises(UserError, match="还原为副本"):
                library.save_publication(Publication(profile=Profile(masthead="新")))
            assert beside(made.path.parent) == names
        with open_reader(made.path) as reader:
            assert "这是一份备份" in reader.why_read_only
            assert reader.issues() == ()
    assert made.path.read_bytes() == before
    assert beside(made.path.parent) == names
    shelf.check_backup(made)


def test_a_backup_of_an_earlier_revision_is_read_from_an_upgraded_copy(tmp_path):
    older = tmp_path / "旧.db"
    engine = library_engine(older, read_only=False)
    upgrade(engine, revision="0008")
    engine.dispose()
    made = shelf.back_up(older)
    before, names = made.path.read_bytes(), beside(made.path.parent)
    with shelf.open_library(made.path) as library:
        assert library.publications() == ()
        assert library.read_only
    assert made.path.read_bytes() == before
    assert beside(made.path.parent) == names


# a link


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_to_a_library_has_the_librarys_backups_and_lock(place, tmp_path):
    link = tmp_path / "桌面.db"
    link.symlink_to(place)
    with shelf.open_library(link) as one:
        assert not one.read_only
        with shelf.open_library(place) as other:
            assert other.read_only
    made = shelf.back_up(link)
    assert made.path.parent == place.parent / "备份"
    assert made.path.name.startswith("云州观察 ")
    assert shelf.backups_of(link) == shelf.backups_of(place) == (made,)
    assert beside(tmp_path) == ["刊", "桌面.db"]
    place.unlink()
    with pytest.raises(UserError, match=r"不见了.*它有 1 份备份"), shelf.open_library(link):
        pass
    place.parent.rename(tmp_path / "拔出")
    with pytest.raises(UserError, match=r"它指向的.*不在"), shelf.open_library(link):
        pass
    assert beside(tmp_path) == ["拔出", "桌面.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_backups_that_an_older_version_put_beside_the_link_are_still_listed(place, tmp_path):
    link = tmp_path / "桌面.db"
    link.symlink_to(place)
    made = shelf.back_up(place)
    (tmp_path / "备份").mkdir()
    old = tmp_path / "备份" / made.path.name.replace("云州观察", "桌面")
    made.path.rename(old)
    assert [one.path for one in shelf.backups_of(link)] == [old]


# clocks


def test_a_backup_of_ten_years_ahead_hides_nothing_and_pushes_nothing_out(place, clock):
    clock[0] = dt.datetime.fromisoformat("2035-01-06T12:00")
    ahead = shelf.back_up(place)
    made = []
    for days in range(20):
        clock[0] = dt.datetime.fromisoformat("2025-01-06T12:00") + dt.timedelta(days=days)
        write(place, f"第{days}种")
        made.append(shelf.back_up(place))
    listed = shelf.backups_of(place)
    assert listed[:14] == tuple(reversed(made))[:14]
    assert listed[0].at == clock[0]
    assert ahead in listed


def test_a_clock_set_back_puts_new_backups_before_old_ones(place, clock):
    first = shelf.back_up(place)
    clock[0] = dt.datetime.fromisoformat("2015-01-06T12:00")
    write(place, "二")
    second = shelf.back_up(place)
    clock[0] = dt.datetime.fromisoformat("2025-01-07T12:00")
    write(place, "三")
    third = shelf.back_up(place)
    assert shelf.backups_of(place) == (third, second, first)
    assert [one.at.year for one in shelf.backups_of(place)] == [2025, 2015, 2025]


def test_a_sound_backup_is_not_thinned_out_for_one_that_has_rotted(place, clock):
    made = []
    for hours in (0, 1, *range(24, 36)):
        clock[0] = dt.datetime.fromisoformat("2025-01-06T10:00") + dt.timedelta(hours=hours)
        write(place, f"第{hours}种")
        made.append(shelf.back_up(place))
        if hours == 1:
            made[1].path.write_bytes(made[1].path.read_bytes()[:-1] + b"\x07")
    assert made[0] in shelf.backups_of(place)


# killed backups


def test_parts_of_killed_backups_go_with_the_next_one(place):
    folder = place.parent / "备份"
    code = (
        "import sys, os, signal; from pathlib import Path; from db import shelf\n"
        "shelf.back_up(Path(sys.argv[1]), progress=lambda *_: os.kill(os.getpid(), signal.SIGKILL))"
    )
    child = subprocess.run(
        [sys.executable, "-c", code, str(place)], env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )
    assert child.returncode
    assert [name for name in beside(folder) if ".part" in name]
    made = shelf.back_up(place)
    assert beside(folder) == [made.path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
def test_a_backup_is_as_private_as_its_library_and_a_copy_can_be_written(place, tmp_path):
    place.chmod(0o600)
    made = shelf.back_up(place)
    assert made.path.stat().st_mode & 0o777 == 0o600
    made.path.chmod(0o400)
    shelf.restore_copy(made, tmp_path / "副本.db")
    write(tmp_path / "副本.db", "新")
    assert mastheads(tmp_path / "副本.db") == ["云州观察", "新"]
