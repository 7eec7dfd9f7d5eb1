"""Bringing an issue into the library: from a text of a past issue, an issue file or a package; all or nothing."""

from dataclasses import dataclass, replace
from pathlib import Path

from editor.desk.files import MOST_BYTES, read_file
from editor.desk.pictures import checked_pictures, missing_pictures, refuse_huge
from editor.desk.ports import Arrival, Library
from editor.desk.review.receiving import received
from editor.document.lengths import issue_fault, publication_fault
from editor.document.look_settings import look_fault
from editor.intake.past_issue import Unplaced, read_past_issue
from editor.interchange.cleaning import cleaned
from editor.interchange.issue_file import read_issue
from editor.interchange.package import read_package
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.used_pictures import publication_pictures, used_pictures

_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What came in. unplaced: lines of the text that found no place, kept with the original; report: sentences."""

    issue: Issue
    unplaced: tuple[Unplaced, ...] = ()
    report: tuple[str, ...] = ()


def import_file(path: Path, library: Library) -> Import:
    """Read an issue and add it with the original bytes. Raises UserError for a file that is none; nothing changes."""
    reader, most = _READERS.get(path.suffix.lower(), (_read_text, _LARGEST))
    arrival, outcome = reader(path.name, read_file(path, most=most))
    if reader is _read_text:
        arrival, outcome = _with_steps_of(library, arrival, outcome)
    if not arrival.approvals:
        _refuse_unprintable(path.name, arrival)
    library.take_in(arrival)
    return outcome


def _read_text(name: str, data: bytes) -> tuple[Arrival, Import]:
    if data.startswith(b"PK"):
        raise UserError(
            tr(
                "“{name}”是压缩格式的文件，不是文本。期刊包请用 .bulletin 作扩展名；Word 文件请先另存为文本。",
                name=name,
            )
        )
    reading = read_past_issue(data, name=name)
    report = tuple(str(line) for line in reading.report)
    arrival = Arrival(issue=reading.issue, publication=reading.publication, originals=((name, data),))
    return arrival, Import(issue=reading.issue, unplaced=reading.unplaced, report=report)


def _refuse_unprintable(name: str, arrival: Arrival) -> None:
    """Raise UserError for an issue that could not be printed; one that was signed is taken as it is."""
    looks = (arrival.issue.look, arrival.publication.look)
    faults = (issue_fault(arrival.issue), publication_fault(arrival.publication), *map(look_fault, looks))
    fault = next(filter(None, faults), "")
    if fault:
        raise UserError(tr("“{name}”没有导入，刊库未变：{fault}请改好后再导入。", name=name, fault=fault))


def _with_steps_of(library: Library, arrival: Arrival, outcome: Import) -> tuple[Arrival, Import]:
    """Give an issue that no file says the steps of those that its publication has here."""
    known = next((one for one in library.publications() if one.uid == arrival.publication.uid), None)
    if known is None:
        return arrival, outcome
    issue = replace(arrival.issue, archive=replace(arrival.issue.archive, steps=known.steps))
    return replace(arrival, issue=issue), replace(outcome, issue=issue)


def _read_json(name: str, data: bytes) -> tuple[Arrival, Import]:
    issue, publication, said = _cleaned(*read_issue(data))
    taken = received(issue)
    arrival = Arrival(issue=taken.issue, publication=publication, originals=((name, data),))
    return arrival, Import(issue=taken.issue, report=(*said, *taken.said))


def _read_package(_name: str, data: bytes) -> tuple[Arrival, Import]:
    package = read_package(data)
    # what was signed is compared with what comes in: links are looked at only once it is known to be unsigned
    issue, publication, said = _cleaned(package.issue, package.publication, links=False)
    used = {one.sha256: one for one in (*used_pictures(issue), *publication_pictures(publication))}
    taken = received(issue, package.proof)
    if not taken.approvals:
        open_issue, unlinked = cleaned(taken.issue)
        taken, said = replace(taken, issue=open_issue), (*said, *unlinked)
    arrival = Arrival(
        issue=taken.issue,
        publication=publication,
        pictures=checked_pictures(tuple(used.values()), package.pictures),
        originals=tuple((original.name, original.data) for original in package.originals),
        introductions=taken.introductions,
        approvals=taken.approvals,
        released=taken.files,
        scans=taken.scans,
        event=taken.event,
    )
    return arrival, Import(issue=taken.issue, report=(*said, *taken.said, *missing_pictures(issue, package.pictures)))


def _cleaned(
    issue: Issue, publication: Publication, *, links: bool = True
) -> tuple[Issue, Publication, tuple[str, ...]]:
    refuse_huge((*used_pictures(issue), *publication_pictures(publication)))
    issue, said = cleaned(issue, links=links)
    publication, also = cleaned(publication)
    return issue, publication, tuple(dict.fromkeys((*said, *also)))


_READERS = {".json": (_read_json, _LARGEST), ".bulletin": (_read_package, MOST_BYTES)}
