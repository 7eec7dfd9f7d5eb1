"""What campaign_kills kills: each operation with what must hold after it."""

from dataclasses import replace
from pathlib import Path

from db.shelf import back_up, backups_of, check_backup
from editor.desk.importing import import_file
from editor.desk.starting.new_publication import NewPublication, found_publication
from editor.interchange.statements import first_broken
from editor.model.article import Title
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.issue import Issue
from tests.benchmarks.killed import Faults, Operation, Say, copied, fresh, nothing, opened, read_all, same, small
from tests.benchmarks.killed_printing import PRINTING
from tests.corpus.make import PROGRAMS
from tests.corpus.old_program import EDITOR
from tests.corpus.saying import FILES, kept_answers, unpacked
from tests.editing import save_article

_REVISIONS = tuple(PROGRAMS)
_SERIAL = "第{}次存下"


# first start


def _start(folder: Path, say: Say) -> None:
    say("begin")
    with opened(folder) as library:
        library.save_publication(found_publication(NewPublication(masthead="云州观察")))
        say("ack founded")
    say("end")


def _started(folder: Path, acknowledged: list[str]) -> Faults:
    with opened(folder) as library:
        names = [one.profile.masthead for one in library.publications()]
        if acknowledged and names != ["云州观察"]:
            yield "lost", f"publications: {names}"
        library.save_publication(found_publication(NewPublication(masthead="海州通讯")))


# saving


def _save(folder: Path, say: Say) -> None:
    with opened(folder) as library:
        uid = library.find("35").uid
        space = library.workspace(uid)
        first = _serial(space.issue)
        say("begin")
        for serial in range(first + 1, first + 101):
            article = next(iter(space.issue.articles()))
            after = put_article(space, replace(article, title=Title(text=_SERIAL.format(serial))))
            library.save_workspace(space, after, author=EDITOR)
            say(f"ack {serial}")
            space = after
    say("end")


def _serial(issue: Issue) -> int:
    digits = "".join(filter(str.isdecimal, next(iter(issue.articles())).title.text))
    return int(digits or 0)


def _saved(folder: Path, acknowledged: list[str]) -> Faults:
    with opened(folder) as library:
        issues = read_all(library)
        kept = _serial(next(one for one in issues if one.uid == library.find("35").uid))
        if acknowledged and kept < int(acknowledged[-1]):
            yield "lost", f"acknowledged {acknowledged[-1]}, kept {kept}"
        if first_broken(library.review.log()) is not None:
            yield "log broken", ""


# backup


def _back_up(folder: Path, say: Say) -> None:
    place = folder / "library.db"
    say("begin")
    for _ in range(3):
        with opened(folder) as library:
            uid = library.find("35").uid
            issue = library.issue(uid)
            article = next(iter(issue.articles()))
            title = Title(text=_SERIAL.format(_serial(issue) + 1))
            save_article(library, uid, replace(article, title=title), author=EDITOR)
        made = back_up(place)
        say(f"ack {made.path.name if made else ''}")
    say("end")


def _backed_up(folder: Path, acknowledged: list[str]) -> Faults:
    with opened(folder) as library:
        read_all(library)
    back_up(folder / "library.db")
    found = backups_of(folder / "library.db")
    names = {one.path.name for one in found}
    # old ones are thinned out: the newest that was acknowledged stays
    if acknowledged and acknowledged[-1] not in names:
        yield "lost", acknowledged[-1]
    for one in found[:3]:
        try:
            check_backup(one)
        except UserError as error:
            yield "backup damaged", str(error)


# migration


def _old(place: Path, number: int) -> Path:
    folder = fresh(place, number)
    revision = _REVISIONS[number % len(_REVISIONS)]
    unpacked(f"{revision}.db.xz", folder).rename(folder / "library.db")
    folder.joinpath("revision.json").write_text(revision, encoding="ascii")
    return folder


def _migrate(folder: Path, say: Say) -> None:
    say("begin")
    with opened(folder) as library:
        read_all(library)
        say("ack read")
    say("end")


def _migrated(folder: Path, _acknowledged: list[str]) -> Faults:
    kept = kept_answers(folder.joinpath("revision.json").read_text(encoding="ascii"))
    with opened(folder) as library:
        read_all(library)
        if [one[0] for one in kept["list"]] != [one.uid for one in library.issues()]:
            yield "lost", "other issues than before"
        if kept["chain"] != [[one.number, one.before, one.hash] for one in library.review.log()]:
            yield "lost", "another log than before"
    for one in backups_of(folder / "library.db"):
        check_backup(one)


# import


def _import(folder: Path, say: Say) -> None:
    with opened(folder) as library:
        say("begin")
        for name in ("hand.bulletin", "scanned.bulletin", "signed.json", "0007.issue.bulletin", "0002.issue.json"):
            uid = import_file(FILES / name, library).issue.uid
            say(f"ack {uid}")
    say("end")


def _empty(place: Path) -> None:
    whole = place / "whole"
    whole.mkdir(exist_ok=True)
    with opened(whole):
        return


def _imported(folder: Path, acknowledged: list[str]) -> Faults:
    with opened(folder) as library:
        uids = {one.uid for one in read_all(library)}
        if lost := set(acknowledged) - uids:
            yield "lost", " ".join(lost)
        if len(uids) > len(acknowledged) + 1:
            yield "half imported", str(uids)


OPERATIONS = (
    Operation("start", nothing, fresh, _start, _started),
    Operation("saving", small, same, _save, _saved),
    Operation("backup", small, same, _back_up, _backed_up),
    Operation("migration", nothing, _old, _migrate, _migrated),
    Operation("import", _empty, copied, _import, _imported),
    *PRINTING,
)
