"""A first start: whole or not at all, and what a killed one left is begun anew."""

import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import shelf
from db.engine import library_engine
from db.library import open_library
from db.migrating import upgrade_file
from db.reader import open_reader
from db.upgrade import upgrade
from editor.model.errors import UserError
from tests.db.crashes import mastheads, publication, snapshot, whole, write


@pytest.fixture(autouse=True)
def made_by_the_program(monkeypatch):
    """Every new library gets its tables from the migrations, here where their making is tried."""
    monkeypatch.setattr("db.new_library.upgrade_file", upgrade_file)


def one_page(path):
    """What a killed first start of earlier versions left: a database with nothing in it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def own_tables_only(path):
    """A schema that was not finished: our tables, empty, and no number."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TABLE publications (uid TEXT PRIMARY KEY NOT NULL, masthead TEXT NOT NULL, data TEXT NOT NULL)"
        )


def all_in_the_log(path):
    """Killed after the commit, before the log was moved into the file."""
    target = path.with_name("founded.db")
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    engine = library_engine(target, read_only=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("db.upgrade.checkpoint", lambda _engine: True)
        upgrade(engine, revision="0014")
    snapshot(target, path)
    engine.dispose()


def part_left(path):
    """Killed while the new library was still being made under its other name."""
    path.with_name(f".{path.name}.new").write_bytes(b"half")
    path.with_name(f".{path.name}.new-wal").write_bytes(b"half")


def page_one_journal(path):
    """Killed while the first page was written with a journal."""
    one_page(path)
    header = bytes.fromhex("d9d505f920a163d7") + bytes(8) + bytes(4) + (512).to_bytes(4, "big") + b"\x00\x00\x10\x00"
    Path(f"{path}-journal").write_bytes(header.ljust(512, b"\x00"))


LEFT = [one_page, own_tables_only, all_in_the_log, part_left, page_one_journal]


@pytest.mark.parametrize("left", LEFT)
@pytest.mark.parametrize("opening", [open_library, open_reader])
def test_what_a_killed_first_start_left_is_a_new_library(tmp_path, left, opening):
    path = tmp_path / "刊" / "library.db"
    path.parent.mkdir()
    left(path)
    with opening(path) as library:
        assert library.issues() == ()
    write(path, "一")
    assert mastheads(path) == ["一"]
    assert whole(path)
    assert not list(path.parent.glob(".*"))


def test_an_empty_file_is_a_new_library(tmp_path):
    path = tmp_path / "library.db"
    path.touch(mode=0o640)
    write(path, "一")
    assert mastheads(path) == ["一"]
    assert stat.S_IMODE(path.stat().st_mode) == (0o640 if os.name != "nt" else stat.S_IMODE(path.stat().st_mode))


def test_an_empty_file_where_a_library_was_is_said(tmp_path):
    path = tmp_path / "library.db"
    write(path, "一")
    shelf.back_up(path)
    path.write_bytes(b"")
    for opening in (open_library, open_reader):
        with pytest.raises(UserError, match=r"0 字节.*1 份备份"), opening(path):
            pass
    assert path.read_bytes() == b""
    path.unlink()
    with pytest.raises(UserError, match=r"不见了.*1 份备份"), open_library(path):
        pass
    assert not path.exists()


def test_an_empty_file_beside_a_log_is_said(tmp_path):
    path, left = tmp_path / "library.db", tmp_path / "left.db"
    with open_library(path) as library:
        library.save_publication(publication("一"))
        snapshot(path, left)
    left.write_bytes(b"")
    with pytest.raises(UserError, match="0 字节"), open_library(left):
        pass


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE theirs (a)"],
        ["CREATE TABLE publications (a)"],
        ["CREATE VIEW publications AS SELECT 1"],
        [
            "CREATE TABLE publications (uid TEXT PRIMARY KEY NOT NULL, masthead TEXT NOT NULL, data TEXT NOT NULL)",
            "INSERT INTO publications VALUES ('a', 'b', 'c')",
        ],
    ],
)
def test_another_programs_database_stays_as_it_is(tmp_path, statements):
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    before = path.read_bytes()
    with pytest.raises(UserError, match="别的程序的数据库"), open_library(path):
        pass
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_first_start_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "library.db"

    def full(_engine):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("db.new_library.upgrade_file", full)
    with pytest.raises(UserError), open_library(path):
        pass
    assert {one.name for one in tmp_path.iterdir()} == {"library.db.lock"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_two_names_of_one_file_are_one_library(tmp_path):
    path, link = tmp_path / "刊" / "library.db", tmp_path / "桌面" / "library.db"
    link.parent.mkdir()
    path.parent.mkdir()
    with open_library(path):
        link.symlink_to(path)
    with open_library(link) as library:
        library.save_publication(publication("一"))
        with open_library(path) as second:
            assert second.read_only
    assert shelf.back_up(link)
    assert len(shelf.backups_of(path)) == len(shelf.backups_of(link)) == 1
    assert [one.name for one in link.parent.iterdir()] == ["library.db"]
    assert link.is_symlink()
    assert mastheads(path) == ["一"]
    with open_library(path), open_reader(link) as reader:
        assert reader.read_only


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_what_lies_beside_a_library_is_private(tmp_path):
    before = os.umask(0o022)
    try:
        path = tmp_path / "library.db"
        with open_library(path) as library:
            library.save_publication(publication("一"))
            shelf.back_up(path)
            modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.rglob("*") if one.is_file()}
        assert len(modes) == 5
        assert set(modes.values()) == {0o600}
        path.chmod(0o664)
        write(path, "二")
        assert stat.S_IMODE(shelf.back_up(path).path.stat().st_mode) == 0o664
        assert stat.S_IMODE(path.stat().st_mode) == 0o664
    finally:
        os.umask(before)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_lock_that_is_a_link_is_refused_and_what_it_leads_to_stays(tmp_path):
    path, precious = tmp_path / "library.db", tmp_path / "precious.txt"
    precious.write_text("字", encoding="utf-8")
    path.with_name("library.db.lock").symlink_to(precious)
    with pytest.raises(UserError, match="无法打开刊库"), open_library(path):
        pass
    assert precious.read_text(encoding="utf-8") == "字"


KILLED = """
import os, sys
from pathlib import Path
calls = int(sys.argv[2])
def count(event, _arguments):
    global calls
    if event in ("os.rename", "os.chmod", "os.mkdir", "sqlite3.connect", "sqlite3.connect/handle"):
        calls -= 1
        if not calls:
            os._exit(9)
sys.addaudithook(count)
from db.library import open_library
from db.migrating import upgrade_file
with open_library(Path(sys.argv[1])) as library:
    library.publications()
"""


def test_a_first_start_killed_at_any_step_is_followed_by_a_library(tmp_path):
    for number in range(1, 60):
        path = tmp_path / f"{number}" / "library.db"
        done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(number)], check=False)
        assert mastheads(path) == []
        assert whole(path)
        assert not list(path.parent.glob(".*"))
        if done.returncode == 0:
            break
        assert done.returncode == 9
    assert number > 6


def test_an_unchanged_library_gives_the_same_bytes_under_another_generation(tmp_path):
    path = tmp_path / "library.db"
    write(path, "一")
    made = shelf.back_up(path)
    os.utime(path)
    assert shelf.back_up(path) is None
    again = tmp_path / "again" / "library.db"
    again.parent.mkdir()
    again.write_bytes(path.read_bytes())
    assert (
        hashlib.sha256(shelf.back_up(again).path.read_bytes()).digest()
        == hashlib.sha256(made.path.read_bytes()).digest()
    )
