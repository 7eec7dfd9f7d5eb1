"""Where a library lies, and what is said about it."""

from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

import pytest

from editor.desk.starting.disks import Mounts, linux_mounts, macos_mounts
from editor.desk.starting.places import StorageKind, StorageLocation, named_place, place_of, size_words

GIGABYTE = 1_000_000_000


@dataclass(frozen=True)
class FakeDisks:
    remote: bool = False
    removable: bool = False

    def is_remote(self, _folder):
        return self.remote

    def is_removable(self, _folder):
        return self.removable


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (r"C:\Users\yang\OneDrive\简报", "OneDrive"),
        (r"C:\Users\yang\OneDrive - 某某研究院\简报", "OneDrive"),
        (r"D:\坚果云\简报", "坚果云"),
        (r"D:\Nutstore Files\我的坚果云\简报", "坚果云"),
        ("/home/yang/Dropbox/bulletin", "Dropbox"),
        (r"C:\Users\yang\Dropbox (Personal)\x", "Dropbox"),
        (r"C:\Users\yang\iCloudDrive\x", "iCloud"),
        ("/Users/yang/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        (r"D:\百度网盘同步空间\x", "百度网盘同步空间"),
        (r"D:\BaiduSyncdisk\x", "百度网盘同步空间"),
        (r"D:\微云同步助手\12345\x", "微云"),
        ("/Users/yang/Library/CloudStorage/GoogleDrive-yang@example.org/My Drive", "Google Drive"),
        ("/Users/yang/Library/CloudStorage/Other-x/y", "云盘"),
    ],
)
def test_a_synced_folder_is_known_by_its_name(path, service):
    place = named_place(PureWindowsPath(path) if "\\" in path else Path(path))
    assert place == StorageLocation(kind=StorageKind.SYNCED, service=service)
    assert place.warning == f"在 {service} 里：同步会弄坏刊库"
    assert place.remedy == "移到本机…"
    assert not place.safe


@pytest.mark.parametrize("path", [r"C:\BaiduNetdiskDownload\x", r"C:\Users\x\Documents", "/home/onedriver/x", r"D:\云"])
def test_a_name_that_only_resembles_one_is_no_synced_folder(path):
    assert named_place(PureWindowsPath(path) if "\\" in path else Path(path)) is None


@pytest.mark.parametrize("path", [r"\\server\share\x", r"\\?\UNC\server\share\x", "//server/share/x"])
def test_a_share_is_a_network_place(path):
    assert named_place(PureWindowsPath(path)) == StorageLocation(kind=StorageKind.NETWORK)


def test_a_long_path_of_windows_is_no_share():
    assert named_place(PureWindowsPath("\\\\?\\C:\\简报")) is None


@pytest.mark.parametrize(("name", "service"), [(".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing")])
def test_a_renamed_synced_folder_is_known_by_what_lies_in_it(tmp_path, name, service):
    (tmp_path / "sync" / name).mkdir(parents=True)
    assert place_of(tmp_path / "sync" / "简报", disks=FakeDisks()).service == service


def test_the_settings_folder_of_a_synchroniser_at_home_marks_nothing(tmp_path):
    (tmp_path / ".dropbox").mkdir()
    assert place_of(tmp_path, disks=FakeDisks()).kind is StorageKind.LOCAL


def test_a_link_into_a_synced_folder_is_followed(tmp_path):
    (tmp_path / "Dropbox" / "简报").mkdir(parents=True)
    (tmp_path / "Documents").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    assert place_of(tmp_path / "Documents" / "简报", disks=FakeDisks()).service == "Dropbox"


def test_a_folder_that_is_not_there_yet_is_judged_by_the_one_above(tmp_path):
    place = place_of(tmp_path / "new" / "folder", disks=FakeDisks())
    assert (place.kind, place.safe) == (StorageKind.LOCAL, True)
    assert place.free > 0
    assert place.verdict.startswith("本机磁盘，")
    assert "备份" in place.verdict


def test_mapped_drives_and_sticks(tmp_path):
    assert place_of(tmp_path, disks=FakeDisks(remote=True)).kind is StorageKind.NETWORK
    stick = place_of(tmp_path, disks=FakeDisks(removable=True))
    assert stick.kind is StorageKind.REMOVABLE
    assert stick.safe
    assert "拔下前" in stick.verdict


def test_the_verdict_names_the_room_that_is_left():
    def said(free):
        return StorageLocation(kind=StorageKind.LOCAL, free=free).verdict

    assert said(182 * GIGABYTE) == "本机磁盘，余 182 GB；关闭时自动备份到旁边的“备份”文件夹"
    assert "只余 300.0 MB，请先腾出空间" in said(300_000_000)
    assert said(None).startswith("本机磁盘；")
    assert StorageLocation(kind=StorageKind.LOCAL, writable=False).verdict == "这个文件夹不能写入，请换一个。"


def test_the_innermost_mount_counts():
    table = "server:/a /mnt/our\\040share nfs4 rw 0 0\n/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/yang/U vfat rw 0 0\n"
    mounts = Mounts(tuple(linux_mounts(table)))
    assert mounts.is_remote(Path("/mnt/our share/简报"))
    assert not mounts.is_remote(Path("/mnt/our sharing"))
    assert mounts.is_removable(Path("/media/yang/U/简报"))
    assert not mounts.is_removable(Path("/home"))


def test_mounts_of_macos():
    text = "/dev/disk3s1 on / (apfs, sealed)\n//yang@nas._smb._tcp.local/office on /Volumes/our office (smbfs, nodev)\n"
    mounts = Mounts(tuple(macos_mounts(text)))
    assert mounts.is_remote(Path("/Volumes/our office/x"))
    assert not mounts.is_remote(Path("/Users"))


@pytest.mark.parametrize(
    ("size", "words"), [(182_000_000_000, "182 GB"), (3_400_000, "3.4 MB"), (40_960, "41 KB"), (2_000_000_000, "2 GB")]
)
def test_sizes_in_words(size, words):
    assert size_words(size) == words
