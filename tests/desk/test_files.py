import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from editor.desk.files import make_folder, read_file, write_file
from editor.model.errors import UserError


def test_a_new_file_holds_exactly_the_bytes(tmp_path):
    write_file(tmp_path / "a.pdf", b"one")
    assert (tmp_path / "a.pdf").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_failed_write_leaves_the_old_file_and_says_why(tmp_path, monkeypatch):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="磁盘已满"):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(("number", "word"), [(errno.EROFS, "只读"), (errno.EACCES, "权限")])
def test_a_folder_that_takes_no_files_is_said_and_keeps_the_old_one(tmp_path, monkeypatch, number, word):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def refuse(*_arguments, **_named):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UserError, match=word):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UserError, match="文件夹不存在"):
        write_file(tmp_path / "none" / "a.pdf", b"new")


def test_a_folder_in_place_of_the_file_is_refused(tmp_path):
    with pytest.raises(UserError, match="这是一个文件夹"):
        write_file(tmp_path, b"new")


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_file(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_reading_what_is_not_there_says_so(tmp_path):
    with pytest.raises(UserError, match="找不到这个文件"):
        read_file(tmp_path / "none.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind")
def test_a_private_file_is_its_owners_alone_even_where_it_was_not(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"")
    path.chmod(0o644)
    write_file(path, b"draft", private=True)
    assert path.stat().st_mode & 0o077 == 0
    make_folder(tmp_path / "b", private=True)
    assert (tmp_path / "b").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such files")
def test_what_never_ends_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(UserError, match="不是普通文件"):
            read_file(path)
