"""Writes a publication's settings to a file, and reads them from a file into an existing publication."""

from dataclasses import replace
from pathlib import Path

from editor.desk.files import read_file, write_file
from editor.desk.formats import PROFILE_FILES
from editor.desk.naming import legal
from editor.desk.ports import Library
from editor.desk.profile.faults import publication_fault
from editor.desk.profile.reach import settings_of
from editor.interchange.cleaning import cleaned
from editor.interchange.codec import LARGEST
from editor.interchange.profile_file import ProfileFile, read_profile, write_profile
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.used_pictures import publication_pictures


def file_name(publication: Publication) -> str:
    """Return the suggested name of a publication's file."""
    return legal(f"{publication.profile.masthead} 刊物设置") + PROFILE_FILES.ending


def save_profile(path: Path, publication: Publication, library: Library) -> None:
    """Write a publication's settings with their pictures. Raises UserError with the reason."""
    pictures = {picture.sha256: library.files.picture(picture.sha256) for picture in publication_pictures(publication)}
    write_file(path, write_profile(replace(publication, waiting=None, waivers=()), pictures))


def load_profile(path: Path, publication: Publication, library: Library) -> Publication:
    """Return a publication with the settings of a file; its identity stays.

    The pictures are stored in the library. Raises UserError for a file with any fault; nothing changes then.
    """
    file = _read(path)
    fault = publication_fault(file.publication)
    if fault:
        raise UserError(tr("“{name}”里的设置不能用：{fault}没有读入，原来的设置未变。", name=path.name, fault=fault))
    _check_pictures(file, path.name, library)
    for one in file.pictures:
        library.files.add_picture(one.picture, one.data)
    # who may approve and what was waived is this library's own affair
    return replace(
        file.publication,
        uid=publication.uid,
        waiting=publication.waiting,
        approvers=publication.approvers,
        second_pair=publication.second_pair,
        waivers=publication.waivers,
    )


def _read(path: Path) -> ProfileFile:
    file = read_profile(read_file(path, most=LARGEST))
    return replace(file, publication=cleaned(file.publication)[0])


def give_profile(path: Path, library: Library, masthead: str = "") -> Publication:
    """Write a publication's settings for its next issue to a file; return it. masthead: empty for the only one."""
    publication, _ = _settings(library, masthead)
    save_profile(path, publication, library)
    return publication


def take_profile(path: Path, library: Library, masthead: str = "") -> Publication:
    """Give a publication the settings of a file from its next issue on; return it. Raises UserError (see load_profile).

    masthead: which publication; empty where there is one only.
    """
    begun, waits = _settings(library, masthead)
    loaded = load_profile(path, begun, library)
    made = replace(loaded, waiting=begun.waiting or begun.defaults) if waits else loaded
    library.save_publication(made)
    return made


def _settings(library: Library, masthead: str) -> tuple[Publication, bool]:
    """Return a publication as its next issue begins, and whether it has issues already."""
    publication = find_publication(library, masthead)
    newest = next((one for one in library.issues() if one.publication == publication.uid), None)
    return settings_of(publication, library.issue(newest.uid) if newest else None), newest is not None


def find_publication(library: Library, masthead: str = "") -> Publication:
    """Return the publication of a name, empty for the only one. Raises UserError for none or several."""
    found = [one for one in library.publications() if masthead in ("", one.profile.masthead)]
    if len(found) == 1:
        return found[0]
    names = tr("、").join(one.profile.masthead for one in library.publications())
    raise UserError(
        tr("请用 --publication 写明刊物，刊库里有：{names}。", names=names)
        if names
        else tr("刊库里还没有刊物，请先导入一期。")
    )


def _check_pictures(file: ProfileFile, name: str, library: Library) -> None:
    # imported only for reading a file: the picture library takes time
    from editor.intake.pictures import check_picture

    inside = {one.picture.sha256: one for one in file.pictures}
    used = publication_pictures(file.publication)
    sound = all(_is(one.picture.sha256, one.data) and check_picture(one.picture, one.data) for one in file.pictures)
    wanted = {picture.sha256 for picture in used} - inside.keys()
    if not sound or wanted - library.files.pictures(wanted).keys():
        raise UserError(tr("“{name}”里有一张图片缺失或已损坏，没有读入，原来的设置未变。请重新索取。", name=name))


def _is(sha256: str, data: bytes) -> bool:
    import hashlib

    return hashlib.sha256(data).hexdigest() == sha256
