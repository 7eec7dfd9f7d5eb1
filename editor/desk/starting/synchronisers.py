"""Recognises folders that a program synchronises with a server, by their names or by files in them."""

import re
from pathlib import Path, PurePath

# names of a folder on the path, in lower case
_NAMES = (
    (re.compile(r"onedrive( ?-.*)?"), "OneDrive"),
    (re.compile(r"坚果云.*|我的坚果云|nutstore( files)?"), "坚果云"),
    (re.compile(r"dropbox( \(.*\))?|dropbox-.*"), "Dropbox"),
    (re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs"), "iCloud"),
    (re.compile(r"百度网盘同步空间|百度云同步盘|baidusyncdisk"), "百度网盘同步空间"),
    (re.compile(r"微云同步(盘|助手|文件夹)?|微云|weiyun.*"), "微云"),
    (re.compile(r"google ?drive( \(.*\))?|googledrive-.*|google 云端硬盘|我的云端硬盘|my drive"), "Google Drive"),
    (re.compile(r"nextcloud\d*"), "Nextcloud"),
    (re.compile(r"cloudstorage"), "云盘"),
)
# files in the top folder of each service
_FILES = (
    (".dropbox", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
)
_FOLDERS = (
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".stfolder", "Syncthing"),
)


def synchroniser_of(folder: PurePath, *, look: bool) -> str:
    """Return the service that synchronises a folder, empty for none. look: also search the disk for its files."""
    named = _by_name(str(folder))
    return named or (_by_marker(Path(folder)) if look else "")


def _by_name(path: str) -> str:
    # the innermost name is the most exact: OneDrive inside CloudStorage
    for part in reversed(re.split(r"[\\/]+", path.lower())):
        service = next((service for name, service in _NAMES if name.fullmatch(part)), "")
        if service:
            return service
    return ""


def _by_marker(folder: Path) -> str:
    for place in (folder, *folder.parents):
        for name, service in _FILES:
            if _is(place / name, folder=False):
                return service
        for name, service in _FOLDERS:
            if _is(place / name, folder=True):
                return service
    return ""


def _is(path: Path, *, folder: bool) -> bool:
    try:
        return path.is_dir() if folder else path.is_file()
    except OSError:
        return False
