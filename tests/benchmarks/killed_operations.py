"""What campaign_kills kills: each operation with what must hold after it."""

import datetime as dt
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from db.backup import back_up, backups_of, check_backup
from db.library import open_library
from editor.__main__ import main
from editor.desk.exporting import Targets, export_issue
from editor.desk.importing import import_file
from editor.desk.open_issue import open_issue
from editor.desk.ports import Library
from editor.desk.review.approving import approve
from editor.desk.review.enrolling import enrol
from editor.desk.review.keys import open_key
from editor.desk.review.office import Office
from editor.desk.review.steps import By, submit
from editor.desk.review.trust import TrustFile
from editor.desk.review.verifying import verify_issue
from editor.desk.starting.founding import Founding, found_publication
from editor.interchange.issue_file import read_issue
from editor.interchange.package import read_package
from editor.interchange.statements import first_broken
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.issue import Issue, Title
from editor.model.review import IssueState
from tests.corpus.make import PROGRAMS
from tests.corpus.old_program import AT, CHIEF, EDITOR, HOUR, PASSPHRASE
from tests.corpus.saying import FILES, kept_answers, unpacked

Say = Callable[[str], None]
Faults = Iterator[tuple[str, str]]
_REVISIONS = tuple(PROGRAMS)
_SERIAL = "第{}次存下"


@dataclass(frozen=True, slots=True)
class Operation:
    """prepare: once, in a folder; begin: a kill's own folder, from 0, -1 to try; work: says begin, ack …, step …, end.

    check: the next start in a killed one's folder, with what was acknowledged; yields fault and words. first: name of
    the phase before the first step, empty where the span is quartered.
    """

    name: str
    prepare: Callable[[Path], None]
    begin: Callable[[Path, int], Path]
    work: Callable[[Path, Say], None]
    check: Callable[[Path, list[str]], Faults]
    first: str = ""

    def order(self, phase: str) -> tuple[int, str]:
        """Return where a phase stands in the table."""
        known = (self.first, *_STEPS)
        return (known.index(phase), "") if phase in known else (len(known) + (phase == "after its end"), phase)

    def belongs(self, path: Path) -> bool:
        """Return whether a file is one that the operation is to leave after the next start."""
        stays = (".db", ".db.lock", ".key", ".json", ".bulletin", ".pdf", ".docx")
        return path.name.endswith(stays) and not path.name.startswith(".")


_STEPS = ("排版 PDF", "生成 Word 文件", "存下各页的样子", "打包", "写入文件", "import", "export", "submit")


def _fresh(place: Path, number: int) -> Path:
    folder = place / f"{number}"
    shutil.rmtree(folder, ignore_errors=True)
    if number > 0:
        # nobody looks at an old one again
        shutil.rmtree(place / f"{number - 1}", ignore_errors=True)
    folder.mkdir()
    return folder


def _copied(place: Path, number: int) -> Path:
    folder = _fresh(place, number)
    shutil.copytree(place / "whole", folder, dirs_exist_ok=True)
    return folder


def _same(place: Path, _number: int) -> Path:
    return place / "whole"


def _nothing(_place: Path) -> None:
    return


def _opened(folder: Path) -> Library:
    return open_library(folder / "library.db")


def _read_all(library: Library) -> tuple[Issue, ...]:
    return tuple(library.issue(entry.uid) for entry in library.issues())


# first start


def _start(folder: Path, say: Say) -> None:
    say("begin")
    with _opened(folder) as library:
        library.save_publication(found_publication(Founding(masthead="云州观察")))
        say("ack founded")
    say("end")


def _started(folder: Path, acknowledged: list[str]) -> Faults:
    with _opened(folder) as library:
        names = [one.profile.masthead for one in library.publications()]
        if acknowledged and names != ["云州观察"]:
            yield "lost", f"publications: {names}"
        library.save_publication(found_publication(Founding(masthead="海州通讯")))


# saving


def _small(place: Path) -> None:
    whole = place / "whole"
    whole.mkdir(exist_ok=True)
    unpacked("today.db.xz", whole).rename(whole / "library.db")


def _save(folder: Path, say: Say) -> None:
    with _opened(folder) as library:
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
    with _opened(folder) as library:
        issues = _read_all(library)
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
        with _opened(folder) as library:
            uid = library.find("35").uid
            issue = library.issue(uid)
            article = next(iter(issue.articles()))
            title = Title(text=_SERIAL.format(_serial(issue) + 1))
            library.save_article(uid, replace(article, title=title), author=EDITOR)
        made = back_up(place)
        say(f"ack {made.path.name if made else ''}")
    say("end")


def _backed_up(folder: Path, acknowledged: list[str]) -> Faults:
    with _opened(folder) as library:
        _read_all(library)
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
    folder = _fresh(place, number)
    revision = _REVISIONS[number % len(_REVISIONS)]
    unpacked(f"{revision}.db.xz", folder).rename(folder / "library.db")
    folder.joinpath("revision.json").write_text(revision, encoding="ascii")
    return folder


def _migrate(folder: Path, say: Say) -> None:
    say("begin")
    with _opened(folder) as library:
        _read_all(library)
        say("ack read")
    say("end")


def _migrated(folder: Path, _acknowledged: list[str]) -> Faults:
    kept = kept_answers(folder.joinpath("revision.json").read_text(encoding="ascii"))
    with _opened(folder) as library:
        _read_all(library)
        if [one[0] for one in kept["list"]] != [one.uid for one in library.issues()]:
            yield "lost", "other issues than before"
        if kept["chain"] != [[one.number, one.before, one.hash] for one in library.review.log()]:
            yield "lost", "another log than before"
    for one in backups_of(folder / "library.db"):
        check_backup(one)


# import


def _import(folder: Path, say: Say) -> None:
    with _opened(folder) as library:
        say("begin")
        for name in ("hand.bulletin", "scanned.bulletin", "signed.json", "0007.issue.bulletin", "0002.issue.json"):
            uid = import_file(FILES / name, library).issue.uid
            say(f"ack {uid}")
    say("end")


def _empty(place: Path) -> None:
    whole = place / "whole"
    whole.mkdir(exist_ok=True)
    with _opened(whole):
        return


def _imported(folder: Path, acknowledged: list[str]) -> Faults:
    with _opened(folder) as library:
        uids = {one.uid for one in _read_all(library)}
        if lost := set(acknowledged) - uids:
            yield "lost", " ".join(lost)
        if len(uids) > len(acknowledged) + 1:
            yield "half imported", str(uids)


# export


def _targets(folder: Path) -> Targets:
    return Targets(pdf=folder / "a.pdf", word=folder / "a.docx", json=folder / "a.json", package=folder / "a.bulletin")


def _export(folder: Path, say: Say) -> None:
    with _opened(folder) as library:
        opened = open_issue(library, library.find("35").uid)
    say("begin")
    export_issue(
        opened.issue,
        opened.publication,
        pictures=opened.pictures,
        targets=_targets(folder),
        progress=lambda step: say(f"step {step}"),
    )
    say("ack written")
    say("end")


def _exported(folder: Path, acknowledged: list[str]) -> Faults:
    targets = _targets(folder)
    made = [path for path in (targets.pdf, targets.word, targets.json, targets.package) if path and path.exists()]
    if acknowledged and len(made) != 4:
        yield "lost", f"{len(made)} of 4 files"
    for path in made:
        if not _is_whole(path):
            yield "half a file", path.name
    with _opened(folder) as library:
        issues = _read_all(library)
        if issues:
            publication = library.publication(issues[0].publication)
            # whoever writes into the folder next takes away what a dead program left there
            export_issue(issues[0], publication, pictures={}, targets=Targets(json=targets.json))


def _is_whole(path: Path) -> bool:
    data = path.read_bytes()
    try:
        match path.suffix:
            case ".pdf":
                return data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")
            case ".docx":
                return data.startswith(b"PK") and data[-22:-18] == b"PK\5\6"
            case ".json":
                read_issue(data)
            case _:
                read_package(data)
    except UserError:
        return False
    return True


# approving


def _submitted(place: Path) -> None:
    whole = place / "whole"
    whole.mkdir(exist_ok=True)
    with _opened(whole) as library:
        issue = import_file(FILES / "scanned.json", library).issue
        office = Office(library=library, trust=TrustFile(whole / "trust.json"))
        enrol(office, whole / "chief.key", name=CHIEF, passphrase=PASSPHRASE, at=AT)
        submit(library, issue.uid, By(name=EDITOR, at=AT + HOUR))


def _approve(folder: Path, say: Say) -> None:
    with _opened(folder) as library:
        key = open_key(folder / "chief.key", PASSPHRASE)
        office = Office(library=library, trust=TrustFile(folder / "trust.json"))
        uid = library.find("latest").uid
        say("begin")
        approve(office, uid, key, dt.datetime.now(tz=dt.UTC), progress=lambda step: say(f"step {step}"))
        say("ack signed")
    say("end")


def _approved(folder: Path, acknowledged: list[str]) -> Faults:
    with _opened(folder) as library:
        office = Office(library=library, trust=TrustFile(folder / "trust.json"))
        issue = library.issue(library.find("latest").uid)
        verdict = verify_issue(office, issue.uid)
        state = issue.archive.state
        if acknowledged and state is not IssueState.APPROVED:
            yield "lost", f"signed, and yet {state}"
        if (state is IssueState.APPROVED) != verdict.holds:
            yield "half signed", f"{state}: {[one.words for one in verdict.remarks]}"
        if first_broken(library.review.log()) is not None:
            yield "log broken", ""


# the command line, from its first line on


def _by_command(folder: Path, say: Say) -> None:
    library = ("--library", str(folder / "library.db"))
    out = ("--pdf", str(folder / "a.pdf"), "--word", str(folder / "a.docx"), "--json", str(folder / "a.json"))
    say("begin")
    for words in (
        ("import", str(FILES / "hand.bulletin")),
        ("export", "latest", *out, "--package", str(folder / "a.bulletin")),
        ("submit", "latest", "--as", EDITOR),
    ):
        say(f"step {words[0]}")
        sys.argv = ["bulletin-desk", *words, *library]
        code = main()
        if code:
            raise SystemExit(f"{words[0]} ended with {code}")
        say(f"ack {words[0]}")
    say("end")


def _commanded(folder: Path, acknowledged: list[str]) -> Faults:
    yield from _exported(folder, acknowledged if "export" in acknowledged else [])
    with _opened(folder) as library:
        entries = library.issues()
        if "import" in acknowledged and not entries:
            yield "lost", "the issue"
        if "submit" in acknowledged and entries[0].state is not IssueState.SUBMITTED:
            yield "lost", f"submitted, and yet {entries[0].state}"


OPERATIONS = (
    Operation("start", _nothing, _fresh, _start, _started),
    Operation("saving", _small, _same, _save, _saved),
    Operation("backup", _small, _same, _back_up, _backed_up),
    Operation("migration", _nothing, _old, _migrate, _migrated),
    Operation("import", _empty, _copied, _import, _imported),
    Operation("export", _small, _same, _export, _exported, "before the first step"),
    Operation("commands", _nothing, _fresh, _by_command, _commanded, "before the first step"),
    Operation("approving", _submitted, _copied, _approve, _approved, "before the first step"),
)
