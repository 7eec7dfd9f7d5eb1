"""Disks that refuse: what is said, what became of the data, and what still works."""

import errno
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from db import shelf
from db.library import open_library
from db.refusals import reason_of_sqlite
from editor.desk.files import make_folder, read_file, write_file
from editor.desk.printable_issue import add_sample
from editor.model.errors import UserError
from editor.system.reasons import reason_of
from editor.system.scratch import scratch_folder

ROOT = Path(__file__).parents[2]
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="rights are dropped by a call of Linux")
# root may write anywhere as long as it has these
DROP = """
import ctypes
class Head(ctypes.Structure): _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]
class Data(ctypes.Structure): _fields_ = [(name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable")]
head, data = Head(0x20080522, 0), (Data * 2)()
libc = ctypes.CDLL(None, use_errno=True)
assert not libc.capset(ctypes.byref(head), data), ctypes.get_errno()
"""


def unprivileged(code, *arguments):
    """Run code in a child that may do no more than any user; return what it printed."""
    names = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", f"{DROP}\n{code}", *map(str, arguments)],
        env=names, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


DESK = """
import sys
from db import shelf
from db.library import open_library
from db.reader import open_reader
from editor.cli.main import run
def desk(*words):
    print("=>", run([*words, "--library", sys.argv[1]], open_library=open_library, open_reader=open_reader,
                    open_shelf=lambda: shelf), flush=True)
sys.stderr = sys.stdout
"""


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "刊" / "数据观察.db"
    with open_library(path) as library:
        add_sample(library)
    path.with_name(f"{path.name}.lock").unlink()
    return path


@pytest.fixture
def closed(place):
    """The library in a folder that takes no writes, on a file that takes none."""
    place.chmod(0o444)
    place.parent.chmod(0o555)
    yield place
    place.parent.chmod(0o755)


@linux_only
def test_a_read_only_library_is_listed_exported_and_shown_with_the_reason(closed, tmp_path):
    before = closed.read_bytes()
    message = unprivileged(
        DESK + "desk('list'); desk('export', 'latest', '--json', sys.argv[2]); desk('new'); desk('backup')",
        closed, tmp_path / "期.json",
    )  # fmt: skip
    listed, exported, new, backup, _ = message.split("=> ")
    assert "数据要素观察" in listed
    assert "这里只能看" in listed
    assert exported.startswith("0\n提示：刊库文件不能写入")
    assert "已写入" in exported
    assert "刊库文件不能写入（只读，或没有权限），这里只能看" in new
    assert backup.startswith("1\n")
    assert message.endswith("=> 1\n")
    assert "没有写入权限" in backup
    assert closed.read_bytes() == before
    assert [one.name for one in closed.parent.iterdir()] == [closed.name]


@linux_only
def test_what_still_waits_in_the_log_of_a_read_only_library_is_read_too(place):
    with open_library(place) as library:
        (publication,) = library.publications()
        profile = replace(publication.profile, masthead="云州动态")
        library.save_publication(replace(publication, profile=profile))
        held = {name: place.with_name(name).read_bytes() for name in (place.name, f"{place.name}-wal")}
    for name, data in held.items():
        place.with_name(name).write_bytes(data)
    place.with_name(f"{place.name}.lock").unlink()
    place.parent.chmod(0o555)
    code = """
import sys
from pathlib import Path
from sqlalchemy import text
from db.library import open_library
with open_library(Path(sys.argv[1])) as library, library._sessions.reading() as session:
    print(library.read_only, session.execute(text("SELECT masthead FROM publications")).scalar())
"""
    try:
        assert unprivileged(code, place) == "True 云州动态\n"
    finally:
        place.parent.chmod(0o755)
    assert {name: place.with_name(name).read_bytes() for name in held} == held


@linux_only
@pytest.mark.parametrize("what", ["file", "folder"])
def test_each_kind_of_read_only_says_which_it_is(place, what):
    (place if what == "file" else place.parent).chmod(0o444 if what == "file" else 0o555)
    code = "import sys; from pathlib import Path; from db import shelf\n"
    code += "with shelf.open_library(Path(sys.argv[1])) as library: print(library.why_read_only)"
    try:
        words = unprivileged(code, place)
    finally:
        place.parent.chmod(0o755)
    assert words.startswith("刊库文件不能写入" if what == "file" else "刊库所在的文件夹不能写入")


@linux_only
def test_a_library_that_may_not_be_read_is_said(place):
    place.chmod(0)
    message = unprivileged(DESK + "desk('list')", place)
    assert "没有读取权限" in message or "权限" in message
    assert message.endswith("=> 1\n")


@linux_only
def test_a_disk_that_is_full_is_said_and_what_was_there_stays(place, tmp_path):
    """RLIMIT_FSIZE: the system refuses to let a file grow, as a full disk does."""
    code = (
        DESK
        + """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
desk("backup"); desk("export", "latest", "--package", sys.argv[2]); desk("import", sys.argv[3])
"""
    )
    past = ROOT / "resources" / "sample" / "past-issue.txt"
    before = place.read_bytes()
    message = unprivileged(code, place, tmp_path / "期.bulletin", past)
    backup, package, *_ = message.split("=> ")
    for one in (backup, package.removeprefix("1\n")):
        assert "放不下" in one or "磁盘已满" in one or "磁盘读写出错" in one, one
    assert message.count("=> 1") == 3
    assert "Traceback" not in message
    assert place.read_bytes() == before
    assert not (tmp_path / "期.bulletin").exists()
    assert not list(tmp_path.rglob("*.part*"))


NUMBERS = {
    errno.ENOSPC: "磁盘已满", errno.EDQUOT: "配额", errno.EIO: "磁盘读写出错", errno.ENODEV: "已拔出",
    errno.ENXIO: "已拔出", errno.ESTALE: "断线", errno.EROFS: "只读", errno.EACCES: "权限",
    errno.ENAMETOOLONG: "文件名太长", errno.EFBIG: "放不下",
}  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
def test_every_refusal_has_its_sentence_with_what_to_do(number):
    words = reason_of(OSError(number, os.strerror(number)))
    assert NUMBERS[number] in words
    assert "请" in words or "换" in words


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.ENODEV, errno.EROFS])
@pytest.mark.parametrize("work", ["a file", "a folder", "a backup", "a new library", "scratch"])
def test_a_disk_that_refuses_is_said_wherever_it_is_written(place, tmp_path, monkeypatch, number, work):
    def refuse(*_arguments, **_named):
        raise OSError(number, os.strerror(number))

    works = {
        "a file": lambda: write_file(tmp_path / "a.pdf", b"new"),
        "a folder": lambda: make_folder(tmp_path / "新"),
        "a backup": lambda: shelf.back_up(place),
        "a new library": lambda: open_library(tmp_path / "新" / "新.db").__enter__(),
        "scratch": lambda: scratch_folder("pages").__enter__(),
    }
    monkeypatch.setattr(os, "mkdir", refuse)
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UserError, match=NUMBERS[number]):
        works[work]()


def test_a_name_that_is_too_long_is_said(tmp_path):
    with pytest.raises(UserError, match="文件名太长"):
        write_file(tmp_path / ("长" * 90 + ".pdf"), b"new")
    with pytest.raises(UserError, match="文件名太长"):
        read_file(tmp_path / ("长" * 90 + ".pdf"))
    with pytest.raises(UserError, match="太长"), open_library(tmp_path / ("长" * 90 + ".db")):
        pass


def test_a_name_that_just_fits_a_file_fits_its_parts_too(tmp_path):
    name = "长" * 83 + ".db"  # 252 bytes of 255
    write_file(tmp_path / name, b"new")
    assert (tmp_path / name).read_bytes() == b"new"


def test_what_sqlite_refuses_is_said_by_its_code():
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
    assert "磁盘读写出错" in reason_of_sqlite(error)


def test_a_full_disk_is_told_at_the_opening_and_what_is_there_is_read(place, monkeypatch):
    monkeypatch.setattr("db.presence.shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 0}))
    with open_library(place) as library:
        assert "磁盘已满" in library.why_read_only
        assert len(library.issues()) == 1
        with pytest.raises(UserError, match="请腾出空间，再重新打开刊库"):
            library.files.add_original("来稿.txt", b"0")
    assert [one.name for one in place.parent.iterdir()] == [place.name]
