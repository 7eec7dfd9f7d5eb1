"""Rescue files: work that could not be saved in the library, kept until it is put back.

A rescue file is a package of the issue, which any copy of the program can import; what an issue does not contain (待编,
收件, trash, the value saved last, the files that articles came from and the pictures outside of the issue) is in it as
originals.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.desk.files import make_folder, read_file, reason_of, write_file
from editor.desk.formats import PACKAGE
from editor.desk.naming import file_stem
from editor.desk.pictures import checked_pictures
from editor.desk.ports import NO_FILES, Arrival, BroughtFiles, Library
from editor.desk.printable_issue import PrintableIssue
from editor.interchange.codec import decode, encode
from editor.model.article import Article
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.uid import new_uid
from editor.model.used_pictures import stored_article_pictures, stored_pictures
from editor.model.workspace import Drawer, Workspace

if TYPE_CHECKING:
    from editor.interchange.package import Original, Package


_INSIDE = "未存上的修改.json"
_NOTHING: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """Unsaved work. stored: the value that the library has; library: its path as text; at: UTC."""

    library: str
    author: str
    at: dt.datetime
    stored: Workspace
    space: Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """The contents of a rescue file."""

    path: Path
    unsaved: Unsaved
    package: "Package" = field(repr=False)

    @property
    def issue(self) -> Issue:
        """The issue with the unsaved work."""
        return self.unsaved.space.issue


def package_of(printable: PrintableIssue, *, originals: "tuple[Original, ...]" = ()) -> bytes:
    """Return an open issue as a package, with those pictures that it prints."""
    from editor.interchange.package import Package, write_package

    used = {one.sha256 for one in stored_pictures(printable.issue, printable.publication)}
    pictures = {digest: data for digest, data in printable.pictures.items() if digest in used}
    return write_package(
        Package(issue=printable.issue, publication=printable.publication, pictures=pictures, originals=originals)
    )


def write_rescue(folder: Path, printable: PrintableIssue, unsaved: Unsaved, brought: BroughtFiles = NO_FILES) -> Path:
    """Keep what could not be saved, in place of what was kept of this issue before. Raises UserError.

    brought: pictures and originals that came with articles and are not in the library either.
    """
    from editor.interchange.package import Original

    make_folder(folder, private=True)
    path = rescue_path(folder, printable.issue)
    inside = Original(name=_INSIDE, data=encode(unsaved))
    pictures = (Original(name=picture.sha256, data=data) for picture, data in brought.pictures)
    originals = (Original(name=name, data=data) for name, data in brought.originals)
    write_file(path, package_of(printable, originals=(inside, *pictures, *originals)), private=True)
    return path


def rescue_path(folder: Path, issue: Issue) -> Path:
    """Return the path of an issue's rescue file."""
    return folder / f"{file_stem(issue)} {issue.uid[:8]}{PACKAGE.ending}"


def rescues_for(folder: Path, library: Path) -> tuple[Rescue, ...]:
    """Return the rescue files to be put back into a library: its own, and those of libraries that no longer exist.

    Unreadable files are skipped and not deleted.
    """
    found = (_read(path) for path in sorted(folder.glob(f"*{PACKAGE.ending}")))
    return tuple(one for one in found if one and _belongs(one.unsaved, library))


def put_back(rescue: Rescue, library: Library) -> str:
    """Save the work in the library and return the issue's uid. Raises UserError; nothing is lost then.

    Later changes in the library are kept: of an article changed in both, the rescued one is added to 待编.
    """
    issue, author = rescue.issue, rescue.unsaved.author
    pictures = checked_pictures(stored_pictures(issue, rescue.package.publication), rescue.package.pictures)
    if all(entry.uid != issue.uid for entry in library.issues()):
        library.take_in(Arrival(issue=issue, publication=rescue.package.publication, pictures=pictures))
    for picture, data in pictures:
        library.files.add_picture(picture, data)
    now = library.workspace(issue.uid)
    after = merged(now, rescue.unsaved)
    if after != now:
        library.save_workspace(now, after, author=author, files=_brought(rescue, after))
    return issue.uid


def _brought(rescue: Rescue, after: Workspace) -> BroughtFiles:
    """Return the pictures and originals in a rescue file that articles of a workspace name."""
    known = {hashlib.sha256(one.data).hexdigest(): one for one in rescue.package.originals}
    articles = (*after.articles(), *(one.article for one in after.drawer.trash))
    data = {digest: one.data for digest, one in known.items()}
    named = {one.archive.origin.sha256 for one in articles if one.archive.origin}
    return BroughtFiles(
        pictures=checked_pictures(stored_article_pictures(articles), data),
        originals=tuple((known[digest].name, data[digest]) for digest in sorted(named & known.keys())),
    )


def merged(now: Workspace, unsaved: Unsaved) -> Workspace:
    """Return the library's workspace with unsaved changes in it."""
    stored, space = unsaved.stored, unsaved.space
    if now == stored:
        return space
    if now.issue in (stored.issue, space.issue):
        joined, clashes = replace(now, issue=space.issue), _NOTHING
    else:
        joined, clashes = _articles_into(now, stored, space)
    return replace(joined, drawer=_drawer(joined, space.drawer, clashes))


def forget(rescue: Rescue) -> None:
    """Delete a rescue file. Raises UserError."""
    try:
        rescue.path.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(
            tr("没能删去“{path}”：{strerror}。它还留在那里，不要紧。", path=rescue.path, strerror=reason_of(error))
        ) from error


def _articles_into(now: Workspace, stored: Workspace, space: Workspace) -> tuple[Workspace, tuple[Article, ...]]:
    """Return the workspace with the articles changed only in the rescue, and copies of those changed in both."""
    clashes = []
    for article in space.articles():
        theirs, base = now.article(article.uid), stored.article(article.uid)
        if article in (base, theirs):
            continue
        if theirs is not None and theirs == base:
            now = put_article(now, article)
        else:
            clashes.append(replace(article, uid=new_uid()))
    return now, tuple(clashes)


def _drawer(now: Workspace, ours: Drawer, clashes: tuple[Article, ...]) -> Drawer:
    """Return both drawers merged, without articles that are in the issue."""
    placed = {article.uid for article in now.issue.articles()}
    pending = {one.uid: one for one in (*now.drawer.pending, *ours.pending, *clashes) if one.uid not in placed}
    trash = {one.article.uid: one for one in (*ours.trash, *now.drawer.trash)}
    away = placed | pending.keys()
    return Drawer(pending=tuple(pending.values()), trash=tuple(one for uid, one in trash.items() if uid not in away))


def _read(path: Path) -> Rescue | None:
    from editor.interchange.package import read_package

    try:
        package = read_package(read_file(path))
        inside = next((one.data for one in package.originals if one.name == _INSIDE), None)
        return Rescue(path=path, unsaved=decode(Unsaved, inside), package=package) if inside else None
    except UserError:
        return None


def _belongs(unsaved: Unsaved, library: Path) -> bool:
    own = Path(unsaved.library)
    return own == library or not own.exists()
