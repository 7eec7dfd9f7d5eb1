"""A publication's settings to a file, and from one into a publication that is there."""

from dataclasses import replace
from pathlib import Path

from editor.desk.files import read_file, write_file
from editor.desk.naming import legal
from editor.desk.ports import Library
from editor.desk.profile.faults import publication_fault
from editor.interchange.codec import LARGEST
from editor.interchange.profile_file import ProfileFile, read_profile, write_profile
from editor.model.errors import UserError
from editor.model.publication import Publication
from editor.model.used_pictures import publication_pictures

ENDING = ".bulletin-profile"


def file_name(publication: Publication) -> str:
    """Return the name that a publication's file gets unless another is wished."""
    return legal(f"{publication.profile.masthead} 刊物设置") + ENDING


def save_profile(path: Path, publication: Publication, library: Library) -> None:
    """Write a publication's settings with their pictures. Raises UserError with the reason."""
    pictures = {picture.sha256: library.picture(picture.sha256) for picture in publication_pictures(publication)}
    write_file(path, write_profile(publication, pictures))


def load_profile(path: Path, publication: Publication, library: Library) -> Publication:
    """Return a publication with the settings of a file; it stays the publication it is.

    The pictures are kept in the library. Raises UserError for a file that is not wholly right; nothing changes then.
    """
    file = read_profile(read_file(path, most=LARGEST))
    fault = publication_fault(file.publication)
    if fault:
        raise UserError(f"“{path.name}”里的设置不能用：{fault}没有读入，原来的设置未变。")
    _check_pictures(file, path.name, library)
    for one in file.pictures:
        library.add_picture(one.picture, one.data)
    # who may approve is this library's own affair
    approvers, second_pair = publication.approvers, publication.second_pair
    return replace(file.publication, uid=publication.uid, approvers=approvers, second_pair=second_pair)


def _check_pictures(file: ProfileFile, name: str, library: Library) -> None:
    # loaded for what comes in: the picture library costs time
    from editor.intake.pictures import check_picture

    inside = {one.picture.sha256: one for one in file.pictures}
    used = publication_pictures(file.publication)
    sound = all(_is(one.picture.sha256, one.data) and check_picture(one.picture, one.data) for one in file.pictures)
    wanted = {picture.sha256 for picture in used} - inside.keys()
    if not sound or wanted - library.pictures(wanted).keys():
        raise UserError(f"“{name}”里有一张图片缺失或已损坏，没有读入，原来的设置未变。请重新索取。")


def _is(sha256: str, data: bytes) -> bool:
    import hashlib

    return hashlib.sha256(data).hexdigest() == sha256
