"""Backups as their user needs them: there, readable, never in the way."""

import datetime as dt
import os
import sqlite3
from contextlib import closing

import pytest

from db import backup as module
from db import shelf
from editor.desk.ports import LibraryShelf
from editor.model.errors import UserError
from editor.model.publication import Profile, Publication

KEEPER: LibraryShelf = shelf


def publication(name):
    return Publication(profile=Profile(masthead=name))


def write(path, *names):
    with shelf.open_library(path) as library:
        for name in names:
            library.save_publication(publication(name))


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


def test_a_backup_holds_what_the_library_held(place, tmp_path):
    made = shelf.back_up(place)
    write(place, "后来的")
    shelf.check_backup(made)
    shelf.restore_copy(made, tmp_path / "副本.db")
    assert mastheads(tmp_path / "副本.db") == ["云州观察"]
    assert mastheads(place) == ["云州观察", "后来的"]


def test_a_backup_of_an_open_library_holds_what_was_written_last(place, tmp_path):
    with shelf.open_library(place) as library:
        library.save_publication(publication("后来的"))
        made = shelf.back_up(place)
    shelf.restore_copy(made, tmp_path / "副本.db")
    assert mastheads(tmp_path / "副本.db") == ["云州观察", "后来的"]


def test_backups_lie_beside_the_library_named_by_their_moment(place, clock):
    made = shelf.back_up(place)
    assert made.path.parent == place.parent / "备份"
    assert made.path.name.startswith("云州观察 2025-01-06 12.05.00 ")
    assert (made.at, made.size) == (clock[0], place.stat().st_size)
    assert sorted(path.name for path in place.parent.iterdir()) == ["云州观察.db", "云州观察.db.lock", "备份"]


def test_an_unchanged_library_makes_no_second_backup(place):
    made = shelf.back_up(place)
    assert shelf.back_up(place) is None
    with shelf.open_library(place) as library:
        library.issues()
    assert shelf.back_up(place) is None
    os.utime(place)
    assert shelf.back_up(place) is None
    assert shelf.backups_of(place) == (made,)
    write(place, "后来的")
    assert shelf.back_up(place) is not None
    assert len(shelf.backups_of(place)) == 2


def test_two_backups_in_a_second_both_stay_in_order(place, clock):
    first = shelf.back_up(place)
    write(place, "后来的")
    second = shelf.back_up(place)
    assert shelf.backups_of(place) == (second, first)
    assert second.at == clock[0] + dt.timedelta(seconds=1)


def test_old_backups_are_thinned_out(place, clock):
    for days in range(40):
        clock[0] = dt.datetime.fromisoformat("2025-01-01T12:00") + dt.timedelta(days=days)
        write(place, f"第{days}种")
        shelf.back_up(place)
    made = [one.at.date() for one in shelf.backups_of(place)]
    assert made[:14] == [clock[0].date() - dt.timedelta(days=days) for days in range(14)]
    assert made[14:] == [dt.date(2025, 1, 27)] or made[14:] == []
    assert {(day.year, day.month) for day in made} == {(2025, 1), (2025, 2)}


def test_backups_of_another_library_in_the_folder_are_left_alone(place):
    other = place.with_name("云州观察 内部.db")
    write(other, "内部")
    theirs = shelf.back_up(other)
    ours = shelf.back_up(place)
    assert shelf.backups_of(place) == (ours,)
    assert shelf.backups_of(other) == (theirs,)


def test_a_flipped_bit_is_found(place, tmp_path):
    made = shelf.back_up(place)
    data = bytearray(made.path.read_bytes())
    data[-3] ^= 1
    made.path.write_bytes(data)
    with pytest.raises(UserError, match="已损坏"):
        shelf.check_backup(made)
    with pytest.raises(UserError, match="已损坏"):
        shelf.restore_copy(made, tmp_path / "副本.db")
    assert not (tmp_path / "副本.db").exists()


def test_a_backup_that_is_gone_is_said(place):
    made = shelf.back_up(place)
    made.path.unlink()
    with pytest.raises(UserError, match="找不到"):
        shelf.check_backup(made)


def test_a_damaged_last_backup_is_replaced_by_a_good_one(place):
    made = shelf.back_up(place)
    made.path.write_bytes(b"")
    shelf.back_up(place)
    shelf.check_backup(made)


def test_a_damaged_library_gives_no_backup(place):
    write(place, *(f"第{count}种" for count in range(200)))
    data = bytearray(place.read_bytes())
    data[8192:12288] = b"\x07" * 4096
    place.write_bytes(data)
    with pytest.raises(UserError, match="已损坏"):
        shelf.back_up(place)
    assert place.read_bytes() == data
    assert shelf.backups_of(place) == ()
    assert list((place.parent / "备份").iterdir()) == []


def test_nothing_is_restored_over_a_file(place):
    made = shelf.back_up(place)
    before = place.read_bytes()
    with pytest.raises(UserError, match="已经有了"):
        shelf.restore_copy(made, place)
    assert place.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said(place):
    (place.parent / "备份").write_text("a file in the way", encoding="utf-8")
    before = place.read_bytes()
    with pytest.raises(UserError, match="刊库没有改动"):
        shelf.back_up(place)
    assert place.read_bytes() == before


def test_a_full_disk_is_said_and_leaves_no_half_copy(place, monkeypatch):
    def full(*_arguments):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("db.copying._take_pages", full)
    with pytest.raises(UserError, match="磁盘已满"):
        shelf.back_up(place)
    assert list((place.parent / "备份").iterdir()) == []


def test_a_writer_in_the_middle_does_not_hinder(place):
    with closing(sqlite3.connect(place, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM publications")
        made = shelf.back_up(place)
        writer.execute("ROLLBACK")
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT count(*) FROM publications").fetchone() == (1,)


def test_progress_reaches_the_end(place):
    message = []
    shelf.back_up(place, progress=lambda done, total: message.append((done, total)))
    assert message[-1][0] == message[-1][1] > 0


def test_stopping_leaves_nothing_behind(place):
    class StoppedError(Exception):
        pass

    def stop(_done, _total):
        raise StoppedError

    with pytest.raises(StoppedError):
        shelf.back_up(place, progress=stop)
    assert list((place.parent / "备份").iterdir()) == []


def test_a_library_moves_as_a_checked_copy(place, tmp_path):
    target = tmp_path / "本机" / place.name
    shelf.copy_library(place, target)
    assert mastheads(target) == ["云州观察"]
    assert place.exists()


def test_a_library_in_use_is_not_moved(place, tmp_path):
    with shelf.open_library(place), pytest.raises(UserError, match="打开着"):
        shelf.copy_library(place, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_glance_counts_without_touching(place):
    before = sorted((path.name, path.stat().st_mtime_ns) for path in place.parent.iterdir())
    assert shelf.glance(place).masthead == "云州观察"
    assert shelf.glance(place).issues == 0
    assert sorted((path.name, path.stat().st_mtime_ns) for path in place.parent.iterdir()) == before


def test_a_glance_at_an_open_library_sees_what_was_written_last(place):
    with shelf.open_library(place) as library:
        library.save_publication(publication("一号"))
        assert shelf.glance(place).masthead == "一号"


def test_a_glance_says_what_is_no_library(tmp_path):
    (tmp_path / "text.db").write_text("不是数据库" * 100, encoding="utf-8")
    assert "不是" in shelf.glance(tmp_path / "text.db").message
    assert shelf.glance(tmp_path / "none.db").message == "找不到这个文件"
