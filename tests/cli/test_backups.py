"""Backups on the command line, with a library that opens and with one that does not."""

import json
import re
import zlib
from pathlib import Path

import pytest

from db import shelf
from db.library import open_library
from db.reader import open_reader
from editor.cli.main import run
from editor.desk.printable_issue import add_sample


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "数据观察.db"
    with open_library(path) as library:
        add_sample(library)
    return path


@pytest.fixture
def desk(place, capsys):
    def call(*words):
        arguments = [*map(str, words), "--library", str(place)]
        code = run(arguments, open_library=open_library, open_reader=open_reader, open_shelf=lambda: shelf)
        return code, *capsys.readouterr()

    return call


def damage(path):
    data = bytearray(path.read_bytes())
    data[: len(data) // 2] = b"\x07" * (len(data) // 2)
    path.write_bytes(data)


def issues(path):
    with open_library(path) as library:
        return len(library.issues())


def test_a_backup_is_made_listed_and_restored_beside_the_library(desk, place):
    code, out, _ = desk("backup")
    assert code == 0
    made = Path(re.search(r"已备份 (.+\.db)（", out)[1])
    assert made.exists()
    assert "没有改动" in desk("backup")[1]
    code, out, _ = desk("backups")
    assert re.match(
        r"  1  \d{4}-\d\d-\d\d \d\d:\d\d:\d\d（今天 \d\d:\d\d）  [\d,.]+ [KM]B  数据观察 .*\.db  完好\n", out
    )
    code, out, _ = desk("restore")
    assert code == 0
    copy = next(place.parent.glob("数据观察 副本 *.db"))
    assert str(copy) in out
    assert "现在的刊库没有动" in out
    assert issues(copy) == 1


def test_a_copy_goes_where_it_is_wanted_and_over_nothing(desk, place, tmp_path):
    desk("backup")
    assert desk("restore", "1", "--to", tmp_path / "一.db")[0] == 0
    assert issues(tmp_path / "一.db") == 1
    before = place.read_bytes()
    code, _, errors = desk("restore", "latest", "--to", place)
    assert (code, place.read_bytes()) == (1, before)
    assert "已经有了" in errors


@pytest.mark.parametrize("left", [b"", None, b"\x07" * 4096], ids=["empty", "gone", "damaged"])
def test_a_library_that_does_not_open_names_the_way_back(desk, place, left):
    desk("backup")
    place.unlink() if left is None else place.write_bytes(left)
    code, _, errors = desk("list")
    assert code == 1
    assert "bulletin-desk restore" in errors
    if left:
        assert "副本" in desk("restore")[1]
        code, out, _ = desk("restore", "--replace")
        assert "还原前" in out
    else:
        code, out, _ = desk("restore")
    assert code == 0
    assert issues(place) == 1


def test_damage_inside_the_file_is_said_with_the_way_back(desk, place):
    desk("backup")
    data = bytearray(place.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 8] = b"\x07" * 8
    place.write_bytes(data)
    code, _, errors = desk("list")
    assert code == 1
    assert "已损坏" in errors
    assert "1 份备份" in errors
    code, _, errors = desk("backup")
    assert code == 1
    assert "以前的备份都留着" in errors


def test_the_latest_sound_backup_is_taken_and_damaged_ones_are_told(desk, place):
    desk("backup")
    for name in ("二", "三"):
        with open_library(place) as library:
            library.files.add_original(f"{name}.txt", name.encode())
        desk("backup")
    newest, older, _ = shelf.backups_of(place)
    damage(newest.path)
    listed = json.loads(desk("backups", "--json")[1])
    assert [row["sound"] for row in listed] == [False, True, True]
    code, out, errors = desk("restore")
    assert code == 0
    assert older.path.name in out
    assert newest.path.name in errors
    assert "已损坏" in errors
    code, _, errors = desk("restore", "1")
    assert (code, "已损坏" in errors) == (1, True)


def test_a_copy_of_a_damaged_library_is_restored_only_by_its_number(desk, place):
    with open_library(place) as library:
        library.files.add_original("来稿.txt", b"0")
    desk("backup")
    (sound,) = shelf.backups_of(place)
    damaged = sound.path.with_name(sound.path.name.replace(sound.path.stem[-8:], "").replace(" .db", ".db"))
    data = sound.path.read_bytes()
    damaged = sound.path.with_name(f"数据观察 2035-01-01 00.00.00-2 有损 {zlib.crc32(data):08x}.db")
    damaged.write_bytes(data)
    assert "有损：做成时" in desk("backups")[1].splitlines()[0]
    assert sound.path.name in desk("restore")[1]
    assert damaged.name in desk("restore", "1", "--to", place.with_name("有损.db"))[1]


def test_a_wrong_name_and_no_backup_are_said(desk, place):
    assert "没有备份" in desk("restore")[2]
    assert "还没有备份" in desk("backups")[1]
    desk("backup")
    assert "bulletin-desk backups 列出" in desk("restore", "昨天")[2]
    place.unlink()
    code, _, errors = desk("backup")
    assert (code, "bulletin-desk restore" in errors) == (1, True)
