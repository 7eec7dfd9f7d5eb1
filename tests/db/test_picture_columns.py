"""Libraries lose three columns of their pictures that nothing read, and no picture."""

import sqlite3
from contextlib import closing

import pytest

from db.backup_names import backups_of
from db.engine import library_engine
from db.library import open_library
from db.reader import open_reader
from db.shelf import back_up
from db.upgrade import upgrade
from editor.model.damage import Record
from tests.fakes import picture

MADE = [picture(width, 8) for width in (8, 9, 10)]
WHOLE = {one.sha256: data[one.sha256] for one, data in MADE}
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
SPOILT = {"1" * 64: b"\x00\xffnot what it is named by", "2" * 64: "text in place of bytes"}


@pytest.fixture
def place(tmp_path):
    """A library of the revision before, with whole and damaged pictures."""
    path = tmp_path / "library.db"
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision="0017")
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection, connection:
        for sha256, data in stored().items():
            connection.execute("INSERT INTO pictures VALUES (?, 'image/png', 8, 8, ?)", (sha256, data))
    return path


def stored():
    return WHOLE | {EMPTY: b""} | SPOILT


def test_every_picture_is_there_as_it_was_and_in_its_order(place):
    with open_library(place) as library:
        # the copy from before the change is kept, and called damaged
        assert "图片 11111111、图片 22222222" in "".join(library.notices)
        assert [one.damaged for one in backups_of(place)] == [True]
        assert library.files.pictures(stored()) == WHOLE | {EMPTY: b""}
        damaged = [one.uid for one in library.mending.damages(files=True) if one.record is Record.PICTURE]
        assert sorted(damaged) == sorted(SPOILT)
        another, data = picture(11, 8)
        library.files.add_picture(another, data[another.sha256])
        assert library.files.picture(another.sha256) == data[another.sha256]
    with closing(sqlite3.connect(place)) as connection:
        assert [name for _, name, *_ in connection.execute("PRAGMA table_info(pictures)")] == ["sha256", "data"]
        rows = connection.execute("SELECT sha256, data FROM pictures ORDER BY rowid").fetchall()
    assert rows[:-1] == list(stored().items())


def test_the_quick_reader_and_a_backup_take_it_then(place):
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.executemany("DELETE FROM pictures WHERE sha256 = ?", [(name,) for name in SPOILT])
    with open_library(place):
        pass
    with open_reader(place) as reader:
        assert reader.files.pictures(WHOLE) == WHOLE
    assert not back_up(place).damaged
