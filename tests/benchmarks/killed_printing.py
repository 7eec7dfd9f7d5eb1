"""What campaign_kills kills of export, the command line and approving."""

import datetime as dt
import sys
from pathlib import Path

from editor.__main__ import main
from editor.desk.exporting import Targets, export_issue
from editor.desk.importing import import_file
from editor.desk.printable_issue import printable_issue
from editor.desk.review.approving import approve
from editor.desk.review.enrolling import enrol
from editor.desk.review.keys import open_key
from editor.desk.review.office import Office
from editor.desk.review.steps import By, submit
from editor.desk.review.trust import TrustFile
from editor.desk.review.verifying import verify_issue
from editor.interchange.issue_file import read_issue
from editor.interchange.package import read_package
from editor.interchange.statements import first_broken
from editor.model.errors import UserError
from editor.model.issue_state import IssueState
from tests.benchmarks.killed import Faults, Operation, Say, copied, fresh, nothing, opened, read_all, same, small
from tests.corpus.old_program import AT, CHIEF, EDITOR, HOUR, PASSPHRASE
from tests.corpus.saying import FILES

# export


def _targets(folder: Path) -> Targets:
    return Targets(pdf=folder / "a.pdf", word=folder / "a.docx", json=folder / "a.json", package=folder / "a.bulletin")


def _export(folder: Path, say: Say) -> None:
    with opened(folder) as library:
        work = printable_issue(library, library.find("35").uid)
    say("begin")
    export_issue(
        work.issue,
        work.publication,
        pictures=work.pictures,
        targets=_targets(folder),
        progress=lambda step: say(f"step {step}"),
    )
    say("ack written")
    say("end")


def _exported(folder: Path, acknowledged: list[str]) -> Faults:
    targets = _targets(folder)
    made = [path for path in targets.values() if path.exists()]
    if acknowledged and len(made) != 4:
        yield "lost", f"{len(made)} of 4 files"
    for path in made:
        if not _is_whole(path):
            yield "half a file", path.name
    with opened(folder) as library:
        issues = read_all(library)
        if issues:
            publication = library.publication(issues[0].publication)
            # whoever writes into the folder next takes away what a dead program left there
            export_issue(issues[0], publication, pictures={}, targets=Targets(json=targets["json"]))


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
    with opened(whole) as library:
        issue = import_file(FILES / "scanned.json", library).issue
        office = Office(library=library, trust=TrustFile(whole / "trust.json"))
        enrol(office, whole / "chief.key", name=CHIEF, passphrase=PASSPHRASE, at=AT)
        submit(library, issue.uid, By(name=EDITOR, at=AT + HOUR))


def _approve(folder: Path, say: Say) -> None:
    with opened(folder) as library:
        key = open_key(folder / "chief.key", PASSPHRASE)
        office = Office(library=library, trust=TrustFile(folder / "trust.json"))
        uid = library.find("latest").uid
        say("begin")
        approve(office, uid, key, dt.datetime.now(tz=dt.UTC), progress=lambda step: say(f"step {step}"))
        say("ack signed")
    say("end")


def _approved(folder: Path, acknowledged: list[str]) -> Faults:
    with opened(folder) as library:
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
    with opened(folder) as library:
        entries = library.issues()
        if "import" in acknowledged and not entries:
            yield "lost", "the issue"
        if "submit" in acknowledged and entries[0].state is not IssueState.SUBMITTED:
            yield "lost", f"submitted, and yet {entries[0].state}"


PRINTING = (
    Operation("export", small, same, _export, _exported, "before the first step"),
    Operation("commands", nothing, fresh, _by_command, _commanded, "before the first step"),
    Operation("approving", _submitted, copied, _approve, _approved, "before the first step"),
)
