"""What a power cut leaves: the order in which bytes and names reach the disk."""

import errno
import os
import sys
from pathlib import Path

import pytest

from editor.desk.files import write_file, write_new_file
from editor.desk.review.keys import make_key
from editor.model.errors import UserError
from editor.system.lasting import make_folders, settle_new, sync_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows syncs names by itself")


@pytest.fixture
def synced(monkeypatch):
    """Names of what was synced, in order; a folder ends with a slash."""
    names, sync = [], os.fsync

    def note(handle):
        place = Path(f"/proc/self/fd/{handle}").readlink()
        names.append("part" if place.suffix == ".part" else place.name + "/" * place.is_dir())
        sync(handle)

    monkeypatch.setattr(os, "fsync", note)
    return names


@pytest.mark.parametrize("write", [write_file, write_new_file])
def test_the_bytes_reach_the_disk_before_the_name_and_the_name_before_it_is_reported(tmp_path, synced, write):
    folder = tmp_path / "备份"
    folder.mkdir()
    write(folder / "a.db", b"one")
    assert synced == ["part", "备份/"]
    assert [path.name for path in folder.iterdir()] == ["a.db"]


def test_a_new_folder_is_named_on_the_disk_as_well(tmp_path, synced):
    make_folders(tmp_path / "刊" / "备份")
    assert synced == ["刊/", f"{tmp_path.name}/"]
    make_folders(tmp_path / "刊" / "备份")
    assert len(synced) == 2


def test_a_key_is_whole_private_and_lasting(tmp_path, synced):
    make_key(tmp_path / "王.key", name="王", passphrase="一句只有自己知道的话")
    assert synced == ["part", f"{tmp_path.name}/"]
    assert (tmp_path / "王.key").stat().st_mode & 0o777 == 0o600
    with pytest.raises(UserError, match="已经有了"):
        make_key(tmp_path / "王.key", name="王", passphrase="一句只有自己知道的话")
    assert [path.name for path in tmp_path.iterdir()] == ["王.key"]


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP])
def test_a_stick_without_hard_links_takes_a_new_file_and_keeps_an_old_one(tmp_path, monkeypatch, number):
    def refuse(*_names, **_how):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    for name in ("part", "other"):
        (tmp_path / name).write_bytes(name.encode())
    settle_new(tmp_path / "part", tmp_path / "a")
    with pytest.raises(FileExistsError):
        settle_new(tmp_path / "other", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"part"


@pytest.mark.parametrize(("number", "stops"), [(errno.EINVAL, False), (errno.EIO, True), (errno.ENOSPC, True)])
def test_a_share_that_cannot_sync_names_is_borne_a_disk_that_fails_is_not(tmp_path, monkeypatch, number, stops):
    def refuse(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    if stops:
        with pytest.raises(OSError, match=os.strerror(number)):
            sync_folder(tmp_path)
    else:
        sync_folder(tmp_path)
