import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.engine import library_engine
from db.header import APPLICATION_ID, head_version
from db.library import open_library
from db.upgrade import upgrade
from editor.intake.font_file import read_font
from editor.model.errors import UserError
from editor.model.font import FontFile
from editor.model.publication import Profile, Publication
from tests.font_files import font_bytes

ONE = Publication(profile=Profile(masthead="云州观察"))


def pragma(path, name):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def refused(path, message):
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(UserError, match=message), open_library(path):
        pass
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside


def test_a_new_library_is_made_where_it_is_wanted(tmp_path):
    path = tmp_path / "new" / "folder" / "library.db"
    with open_library(path) as library:
        library.save_publication(ONE)
    with open_library(path) as library:
        assert library.publications() == (ONE,)
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == head_version()
    assert pragma(path, "journal_mode") == "wal"


def test_a_text_file_is_refused_untouched(tmp_path):
    path = tmp_path / "library.db"
    path.write_text("不是数据库" * 100, encoding="utf-8")
    refused(path, "不是刊库文件")


def test_another_programs_database_is_refused_untouched(tmp_path):
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    refused(path, "别的程序的数据库")


def test_a_newer_library_is_refused_untouched(tmp_path):
    path = tmp_path / "library.db"
    with open_library(path):
        pass
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {head_version() + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    refused(path, "请升级程序")


@pytest.mark.parametrize("damage", [lambda data: data[:9000], lambda data: data[:4096] + b"x" * len(data[4096:])])
def test_a_damaged_library_is_said_and_left_as_it_is(tmp_path, damage):
    path = tmp_path / "library.db"
    with open_library(path):
        pass
    path.write_bytes(damage(path.read_bytes()))
    before = path.read_bytes()
    with pytest.raises(UserError, match="已损坏"), open_library(path) as library:
        library.issues()
    assert path.read_bytes() == before


def test_the_head_is_alembics_head():
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent.parent.parent / "db" / "migrations"))
    config.set_main_option("path_separator", "os")
    assert int(ScriptDirectory.from_config(config).get_current_head()) == head_version()


def test_a_filled_library_of_the_first_revision_is_backed_up_and_upgraded(tmp_path):
    path = tmp_path / "library.db"
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision="0001")
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO publications VALUES ('a', '云州观察', '{}')")
    engine.dispose()
    with open_library(path) as library:
        library.files.add_original("past.txt", b"text")
    (backup,) = (tmp_path / "备份").glob("library *.db")
    for file in (path, backup):
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("SELECT masthead FROM publications").fetchall() == [("云州观察",)]
    assert (pragma(path, "user_version"), pragma(backup, "user_version")) == (head_version(), 1)


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_a_library_of_an_earlier_revision_takes_fonts_after_its_upgrade(tmp_path, revision):
    path = tmp_path / "library.db"
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision=revision)
    engine.dispose()
    font = FontFile(font=read_font(font_bytes(), name="fang.ttf"), data=font_bytes())
    with open_library(path) as library:
        library.save_publication(ONE)
        assert library.files.fonts() == ()
        library.files.add_font(font)
    with open_library(path) as library:
        assert library.files.fonts() == (font.font,)
        assert library.publications() == (ONE,)


def test_a_second_program_reads_only_and_is_told_who_has_it(tmp_path):
    path = tmp_path / "library.db"
    with open_library(path) as first:
        first.save_publication(ONE)
        with open_library(path) as second:
            assert second.read_only
            assert str(os.getpid()) in second.holder
            assert second.publications() == (ONE,)
            with pytest.raises(UserError, match="只能看"):
                second.save_publication(ONE)
    with open_library(path) as third:
        assert not third.read_only


WRITER = """
import sys
from pathlib import Path
from db.library import open_library
from editor.model.publication import Profile, Publication
with open_library(Path(sys.argv[1])) as library:
    for count in range(1000000):
        library.save_publication(Publication(profile=Profile(masthead=f"第{count}种")))
        print(count, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no way to kill a program at once")
def test_a_killed_program_loses_nothing_that_was_committed(tmp_path):
    path = tmp_path / "library.db"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
        done = [int(writer.stdout.readline()) for _ in range(20)]
        writer.kill()
        done += [int(line) for line in writer.stdout.read().split()]
    with open_library(path) as library:
        assert not library.read_only
        mastheads = {one.profile.masthead for one in library.publications()}
    assert {f"第{count}种" for count in done} <= mastheads
    assert pragma(path, "integrity_check") == "ok"


def test_a_library_that_is_gone_is_not_written_and_none_is_put_in_its_place(tmp_path):
    path = tmp_path / "library.db"
    with open_library(path) as library:
        path.unlink()
        with pytest.raises(UserError, match="不见了"):
            library.save_publication(ONE)
        library._sessions._connections.dispose()
        with pytest.raises(UserError, match="原处"):
            library.publications()
    assert not path.exists()


def test_a_lock_of_another_program_is_waited_for_a_moment_then_said(tmp_path):
    path = tmp_path / "library.db"
    with open_library(path) as library, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="正被别的程序占用"):
            library.save_publication(ONE)
        other.execute("ROLLBACK")
        library.save_publication(ONE)
        assert library.publications() == (ONE,)
