"""What a copy is checked for before it may be called a backup: the rows, not only the pages."""

import datetime as dt
import sqlite3
import zlib
from contextlib import closing

import pytest

from db import shelf
from db.header import head_version
from db.inspection import content_faults
from editor.desk.fonts import add_font_file
from editor.desk.printable_issue import add_sample
from editor.model.approval import LogAction, LogEvent
from editor.model.errors import UserError
from editor.model.registers import Registers, Tag
from editor.model.review import Member, Role
from editor.model.revision import Reason
from tests.corpus.make import PROGRAMS
from tests.corpus.saying import unpacked
from tests.font_files import font_bytes

AT = dt.datetime.fromisoformat("2025-01-06T09:00:00+00:00")


@pytest.fixture
def place(tmp_path):
    """A library that has something in nearly every table."""
    path = tmp_path / "刊.db"
    with shelf.open_library(path) as library:
        issue = add_sample(library)
        library.files.add_original("来稿.txt", "原件".encode())
        (tmp_path / "仿宋.ttf").write_bytes(font_bytes())
        add_font_file(tmp_path / "仿宋.ttf", library)
        first = next(issue.articles())
        library.versions.keep([first.uid], Reason.NAMED, author="杨婷", name="初稿")
        library.registers.save(Registers(), Registers(tags=(Tag(name="数据"),)), author="杨婷")
        event = LogEvent(action=LogAction.MEMBER, name="杨婷", at=AT, issue="", detail="")
        library.review.save_member(Member(name="杨婷", role=Role.EDITOR), event)
    return path


def change(path, message, *values):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(message, values)


def test_a_sound_library_has_no_faults(place):
    assert content_faults(place) == ()


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("UPDATE articles SET body = replace(body, '\"v\":1', '\"v\":2x') WHERE title LIKE '%一%'", "《"),
        ("UPDATE articles SET plain = plain || '字'", "等"),
        ("UPDATE pictures SET data = zeroblob(length(data))", "图片"),
        ("UPDATE fonts SET data = zeroblob(length(data))", "字体“"),
        ("UPDATE originals SET data = zeroblob(length(data))", "原件“来稿.txt”"),
        ("UPDATE contents SET data = zeroblob(length(data))", "旧版本"),
        ("DELETE FROM contents", "版本记录"),
        ("UPDATE issues SET state = 'drafu'", "一期 "),
        ("UPDATE issues SET date = '2035-01-06'", "一期 2035-01-06"),
        ("UPDATE log SET name = '李雷'", "审批记录第 1 条"),
        ("UPDATE registers SET data = CAST(x'7b22ff22' AS TEXT)", "名录里的“数据”"),
        ("UPDATE members SET role = 7", "名单里的“杨婷”"),
        ("DELETE FROM publications", "失去所属"),
    ],
)  # fmt: skip
def test_a_damaged_row_is_said_and_its_backup_passes_for_no_sound_one(place, message, words):
    sound = shelf.back_up(place)
    change(place, message)
    with pytest.raises(UserError, match=words) as raised:
        shelf.back_up(place)
    assert "以前的 1 份都留着" in str(raised.value)
    damaged, kept = shelf.backups_of(place)
    assert (kept, damaged.damaged) == (sound, True)
    assert "有损" in damaged.path.name
    shelf.check_backup(kept)


def test_damaged_backups_never_push_out_sound_ones_nor_pile_up(place):
    sound = shelf.back_up(place)
    for count in range(15):
        change(place, "UPDATE articles SET plain = ?", f"{count}")
        with pytest.raises(UserError, match="损坏"):
            shelf.back_up(place)
    made = shelf.backups_of(place)
    assert [one.damaged for one in made] == [True, True, True, False]
    assert made[-1] == sound


def test_a_backup_of_before_that_holds_a_damaged_row_is_told_from_a_sound_one(place):
    made = shelf.back_up(place)
    change(made.path, "UPDATE pictures SET data = zeroblob(length(data))")
    crc = f"{zlib.crc32(made.path.read_bytes()):08x}"
    renamed = made.path.rename(made.path.with_stem(made.path.stem[:-8] + crc))
    (again,) = shelf.backups_of(place)
    assert again.path == renamed
    with pytest.raises(UserError, match="图片"):
        shelf.check_backup(again)


@pytest.mark.parametrize("name", [*PROGRAMS, "today"])
def test_a_library_of_any_revision_is_sound_as_it_is_and_upgraded(name, tmp_path):
    path = unpacked(f"{name}.db.xz", tmp_path)
    assert content_faults(path) == ()
    made = shelf.back_up(path)
    shelf.check_backup(made)
    with shelf.open_library(path) as library:
        library.issues()
    assert content_faults(path) == ()


def test_an_older_library_is_looked_at_by_the_rules_of_its_time(place):
    change(place, f"PRAGMA user_version = {head_version() - 1}")
    change(place, "UPDATE issues SET data = json_set(data, '$.of_before', 1)")
    assert content_faults(place) == ()
    change(place, "UPDATE pictures SET data = zeroblob(length(data))")
    assert {fault.table for fault in content_faults(place)} == {"pictures"}


def test_the_check_can_be_stopped_and_tells_how_far_it_is(place):
    message = []
    shelf.back_up(place, progress=lambda done, total: message.append(done / total))
    assert message == sorted(message)
    assert any(0.5 < share < 1 for share in message)
    assert message[-1] == 1
    change(place, "UPDATE articles SET plain = ''")

    class StoppedError(Exception):
        pass

    def stop(done, total):
        if done > total / 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        shelf.back_up(place, progress=stop)
    assert len(list((place.parent / "备份").iterdir())) == 1
