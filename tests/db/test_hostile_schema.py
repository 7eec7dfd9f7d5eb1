"""Libraries from elsewhere whose schema would run something when read."""

import sqlite3
from contextlib import closing

import pytest

from db import known_schema, shelf
from db.library import open_library
from db.reader import open_reader
from db.schema import objects
from editor.intake.font_file import read_font
from editor.model.errors import UserError
from editor.model.font import FontFile
from tests.db.crashes import write
from tests.db.known_schema import of_revision, revisions
from tests.font_files import font_bytes

_ENDLESS = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"
_NAMES = ("uid", "publication", "masthead", "date", "number", "state", "data")
_COLUMNS = ", ".join(f"{name} TEXT NOT NULL" for name in _NAMES)
HOSTILE = {
    "a view without end": [
        "DROP TABLE issues",
        f"CREATE VIEW issues AS {_ENDLESS}",
    ],
    "a view besides": [f"CREATE VIEW besides AS {_ENDLESS}"],
    "a trigger": [f"CREATE TRIGGER more AFTER INSERT ON publications BEGIN {_ENDLESS}; END"],
    "a trigger of a known name": [
        "DROP TRIGGER log_no_update",
        "CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN SELECT 1; END",
    ],
    "a computed column": [
        "ALTER TABLE readings ADD COLUMN more TEXT GENERATED ALWAYS AS (printf('%.*c', 999999999, 'x')) VIRTUAL"
    ],
    "a checked column": [
        "DROP TABLE issues",
        f"CREATE TABLE issues ({_COLUMNS}, CHECK (length(printf('%.*c', 999999999, 'x')) > 0))",
    ],
    "an index over an expression": [
        "CREATE INDEX more ON publications (printf('%.*c', 1000, masthead))",
    ],
    "a virtual table": ["CREATE VIRTUAL TABLE more USING fts4(a)"],
}


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE.keys())
def hostile(request, tmp_path):
    path = tmp_path / "library.db"
    write(path, "一")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in request.param:
            connection.execute(statement)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def test_a_schema_that_is_not_ours_is_refused_unread(hostile, tmp_path):
    before = hostile.read_bytes()
    for opening in (open_library, open_reader):
        with pytest.raises(UserError, match="从不写的东西"), opening(hostile) as library:
            library.issues()
    assert "从不写的东西" in shelf.glance(hostile).message
    with pytest.raises(UserError, match="从不写的东西"):
        shelf.copy_library(hostile, tmp_path / "copy.db")
    assert hostile.read_bytes() == before
    assert not (tmp_path / "copy.db").exists()


def inner_page(child):
    """An inner page of a table that has one page as every child."""
    pointer = child.to_bytes(4, "big")
    cells = b"".join(pointer + bytes([number % 128]) for number in range(400))
    start = 4096 - len(cells)
    pointers = b"".join((start + 5 * number).to_bytes(2, "big") for number in range(400))
    header = b"\x05\x00\x00" + (400).to_bytes(2, "big") + start.to_bytes(2, "big") + b"\x00" + pointer
    return (header + pointers).ljust(start, b"\x00") + cells


def test_a_table_of_endless_rows_ends(tmp_path, monkeypatch):
    """Eight levels of four hundred children that are all one page."""
    monkeypatch.setattr("db.connecting._MOST_SECONDS", 0.2)
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.files.add_font(FontFile(font=read_font(font_bytes(), name="fang.ttf"), data=font_bytes()))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        root, pages = connection.execute(
            "SELECT rootpage, (SELECT * FROM pragma_page_count) FROM sqlite_schema WHERE name = 'fonts'"
        ).fetchone()
    data = bytearray(path.read_bytes())
    leaf = data[(root - 1) * 4096 : root * 4096]
    data[(root - 1) * 4096 : root * 4096] = inner_page(pages + 1)
    for level in range(1, 8):
        data += inner_page(pages + level + 1)
    data += leaf
    data[28:32] = (len(data) // 4096).to_bytes(4, "big")
    path.write_bytes(data)
    with pytest.raises(UserError, match="读不出"), open_reader(path) as reader:
        reader.files.fonts()


def test_the_known_objects_are_those_of_the_migrations():
    found = set().union(*map(of_revision, revisions()))
    assert found <= known_schema.KNOWN, "write them with python -m tests.db.known_schema"


def test_no_function_with_effects_can_be_called_from_a_schema(tmp_path):
    path = tmp_path / "library.db"
    write(path)
    with open_library(path) as library, library._sessions.reading() as session:
        assert session.connection().exec_driver_sql("PRAGMA trusted_schema").scalar() == 0
        assert session.connection().exec_driver_sql("PRAGMA wal_autocheckpoint").scalar() == 0
        assert objects(session.connection().connection.driver_connection)
