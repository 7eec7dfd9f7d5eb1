"""A log that a crash left is applied to its own file and to no other."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import shelf
from db.engine import library_engine
from db.header import head_version
from db.library import open_library
from db.reader import open_reader
from db.upgrade import upgrade
from db.wal import read_wal
from editor.model.errors import UserError
from tests.db.crashes import aside, crash, mastheads, publication, snapshot, whole, write


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "云州观察.db"
    write(path, "一", "二")
    return path


def test_a_crashed_programs_own_log_is_applied(place):
    crash(place, "三", "四")
    assert mastheads(place) == ["一", "三", "二", "四"]
    assert not aside(place)


def _colleagues(place, other):
    shutil.copy(place, other)
    write(other, *"甲乙丙丁戊己")


def _older(place, other):
    shutil.copy(place, other)
    write(place, "其间")


def _strangers(_place, other):
    write(other, "别的")


def _backup(place, other):
    made = shelf.back_up(place)
    shutil.copy(made.path, other)


def _same_as_before(place, other):
    shutil.copy(place, other)


OTHERS = {
    "a colleague's newer one": (_colleagues, ["一", "丁", "丙", "乙", "二", "己", "戊", "甲"]),
    "an older one": (_older, ["一", "二"]),
    "another library": (_strangers, ["别的"]),
    "a backup": (_backup, ["一", "二"]),
    "a copy from before the session": (_same_as_before, ["一", "二"]),
}
PUT = {"copied over": shutil.copy, "renamed over": Path.replace}


@pytest.mark.parametrize(("make", "expected"), OTHERS.values(), ids=OTHERS.keys())
@pytest.mark.parametrize("put", PUT.values(), ids=PUT.keys())
def test_another_file_never_takes_a_crashed_programs_log(place, tmp_path, put, make, expected):
    other = tmp_path / "other" / "other.db"
    other.parent.mkdir()
    make(place, other)
    crash(place, "没了", "也没了")
    log = Path(f"{place}-wal").read_bytes()
    put(other, place)
    before = place.read_bytes()[4096:]
    with open_library(place) as library:
        assert sorted(one.profile.masthead for one in library.publications()) == sorted(expected)
        (notice,) = library.notices
        assert aside(place)[0].name in notice
    # the header says now that a log may lie beside the file
    assert place.read_bytes()[4096:] == before
    assert aside(place)[0].read_bytes() == log
    assert mastheads(place) == sorted(expected)
    write(place, "后来的")
    assert mastheads(place) == sorted([*expected, "后来的"])
    assert whole(place)


def test_a_backup_put_back_twice_takes_no_log(place):
    made = shelf.back_up(place)
    for name in ("第一次", "第二次"):
        crash(place, name)
        shutil.copy(made.path, place)
        assert mastheads(place) == ["一", "二"]
    assert len(aside(place)) == 2


def test_a_restored_copy_put_in_place_twice_takes_no_log(place, tmp_path):
    made = shelf.back_up(place)
    for number in range(2):
        crash(place, "没了")
        target = tmp_path / f"还原{number}.db"
        shelf.restore_copy(made, target)
        target.replace(place)
        assert mastheads(place) == ["一", "二"]


def test_readers_mix_nothing_either(place, tmp_path):
    other = tmp_path / "other.db"
    _strangers(place, other)
    crash(place, "没了")
    shutil.copy(other, place)
    assert shelf.glance(place).masthead == "别的"
    with pytest.raises(UserError, match="另一个文件"):
        shelf.back_up(place)
    with pytest.raises(UserError, match="另一个文件"):
        shelf.copy_library(place, tmp_path / "moved.db")
    assert not aside(place)
    with open_reader(place) as reader:
        assert reader.notices
        assert [one.masthead for one in reader.issues()] == []
    assert mastheads(place) == ["别的"]


def test_a_glance_shows_what_waits_in_the_files_own_log(place):
    crash(place, "三")
    with open_library(place) as library:
        library.save_publication(publication("四"))
        assert shelf.glance(place).message == ""
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT count(*) FROM publications").fetchone() == (4,)


def test_a_foreign_log_that_cannot_be_put_aside_keeps_the_library_closed(place, tmp_path, monkeypatch):
    other = tmp_path / "other.db"
    _strangers(place, other)
    crash(place, "没了")
    shutil.copy(other, place)
    before, log = place.read_bytes(), Path(f"{place}-wal").read_bytes()

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(UserError, match="没有移成"), open_library(place):
        pass
    assert (place.read_bytes(), Path(f"{place}-wal").read_bytes()) == (before, log)


def test_a_library_that_another_program_has_is_not_read_mixed(place, tmp_path):
    other = tmp_path / "other.db"
    _colleagues(place, other)
    with open_library(place) as library:
        library.save_publication(publication("三"))
        shutil.copy(other, place)
        for opening in (open_library, open_reader):
            with pytest.raises(UserError, match="另一个文件"), opening(place):
                pass
    assert len(mastheads(place)) == 8


def test_a_newer_programs_upgrade_that_waits_in_the_log_is_refused_untouched(place, tmp_path):
    with open_library(place) as library:
        library.save_publication(publication("三"))
        with closing(sqlite3.connect(place, isolation_level=None)) as newer:
            newer.execute("BEGIN")
            newer.execute(f"PRAGMA user_version = {head_version() + 1}")
            newer.execute("UPDATE generation SET mark = mark")
            newer.execute("COMMIT")
            left = snapshot(place, tmp_path / "left.db")
    before, log = left.read_bytes(), Path(f"{left}-wal").read_bytes()
    with pytest.raises(UserError, match="请升级程序"), open_library(left):
        pass
    assert (left.read_bytes(), Path(f"{left}-wal").read_bytes()) == (before, log)


def test_a_damaged_generation_is_written_anew(place):
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE generation SET mark = x'00'")
    write(place, "三")
    crash(place, "四")
    assert mastheads(place) == ["一", "三", "二", "四"]
    assert not aside(place)


# libraries of before generations


def old_library(path, *names):
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision="0014")
    with engine.begin() as connection:
        for name in names:
            connection.exec_driver_sql("INSERT INTO publications VALUES (?, ?, '{}')", (name, name))
    return engine


def old_mastheads(path):
    with open_library(path), closing(sqlite3.connect(path)) as connection:
        return sorted(name for (name,) in connection.execute("SELECT masthead FROM publications"))


def test_a_log_left_by_the_program_of_before_is_applied_to_its_own_file(tmp_path):
    path, left = tmp_path / "library.db", tmp_path / "left.db"
    engine = old_library(path)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO publications VALUES ('a', '旧的', '{}')")
    snapshot(path, left)
    engine.dispose()
    assert read_wal(Path(f"{left}-wal"))
    assert old_mastheads(left) == ["旧的"]
    assert whole(left)


def test_a_log_of_before_is_not_applied_to_a_library_of_today(tmp_path, place):
    path = tmp_path / "library.db"
    engine = old_library(path, "旧的")
    shutil.copy(f"{path}-wal", f"{place}-wal")
    engine.dispose()
    assert mastheads(place) == ["一", "二"]
    assert aside(place)


def test_a_log_of_before_is_not_applied_where_pages_would_be_missing(tmp_path):
    small, large = tmp_path / "small.db", tmp_path / "large.db"
    old_library(small).dispose()
    old_library(large, *(f"{number}" * 50 for number in range(200))).dispose()
    engine = old_library(large)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO publications VALUES ('a', 'a', '{}')")
    shutil.copy(f"{large}-wal", f"{small}-wal")
    engine.dispose()
    assert old_mastheads(small) == []
    assert aside(small)


# kills at every stage


def stages(path, change):
    """Yield the files as a kill would leave them while a log is moved into the file, page by page."""
    before = path.read_bytes()
    change()
    log, after = Path(f"{path}-wal").read_bytes(), None
    wal = read_wal(Path(f"{path}-wal"))
    yield before, log
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(FULL)")
        after = path.read_bytes()
    half = bytearray(before)
    for number in sorted(wal.pages):
        page = slice((number - 1) * 4096, number * 4096)
        half[page] = after[page]
        yield bytes(half), log
    yield after, log


def lay(folder, number, main, log):
    path = folder / f"stage{number}.db"
    path.write_bytes(main)
    Path(f"{path}-wal").write_bytes(log)
    return path


def test_a_kill_in_the_midst_of_a_checkpoint_loses_nothing(place, tmp_path):
    with open_library(place) as library:
        library.save_publication(publication("三"))

        def change():
            for name in ("四", "五"):
                library.save_publication(publication(name))

        found = list(stages(place, change))
    assert len(found) > 3
    for number, (main, log) in enumerate(found):
        path = lay(tmp_path, number, main, log)
        assert mastheads(path) == sorted("一二三四五")
        assert not aside(path)
        assert whole(path)


@pytest.mark.parametrize("revision", ["0001", "0007", "0014"])
def test_a_kill_in_the_midst_of_an_upgrade_loses_nothing(tmp_path, revision, monkeypatch):
    path = tmp_path / "library.db"
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision=revision)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO publications VALUES ('a', '旧的', '{}')")
    engine.dispose()
    engine = library_engine(path, read_only=False)
    monkeypatch.setattr("db.upgrade.checkpoint", lambda _engine: True)
    found = list(stages(path, lambda: upgrade(engine)))
    engine.dispose()
    monkeypatch.undo()
    for number, (main, log) in enumerate(found):
        stage = lay(tmp_path, number, main, log)
        assert old_mastheads(stage) == ["旧的"]
        assert not aside(stage)
        assert whole(stage)
    other = lay(tmp_path, 1000, *found[0])
    old_library(tmp_path / "other.db", "别的").dispose()
    shutil.copy(tmp_path / "other.db", other)
    assert old_mastheads(other) == ["别的"]
    assert aside(other)


@given(cut=st.integers(min_value=0, max_value=40_000), flipped=st.none() | st.integers(min_value=0, max_value=39_999))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_log_is_read_to_the_commit_that_sqlite_reads_it_to(tmp_path_factory, logged, cut, flipped):
    main, log = logged
    damaged = bytearray(log[:cut])
    if flipped is not None and flipped < len(damaged):
        damaged[flipped] ^= 1
    path = lay(tmp_path_factory.mktemp("log"), 0, main, bytes(damaged))
    wal = read_wal(Path(f"{path}-wal"))
    with closing(sqlite3.connect(path)) as connection:
        ours = connection.execute("SELECT count(*) FROM numbers").fetchone()[0]
    assert ours == (0 if wal is None else len(wal.firsts))


@pytest.fixture(scope="module")
def logged(tmp_path_factory):
    """A database, and a log of ten transactions each of which writes page 1."""
    path = tmp_path_factory.mktemp("log") / "numbers.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE numbers (number)")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        main = path.read_bytes()
        for number in range(10):
            connection.execute("BEGIN")
            connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("INSERT INTO numbers VALUES (?)", (number,))
            connection.execute("COMMIT")
        return main, Path(f"{path}-wal").read_bytes()
