"""Bringing an issue into the library: from a text of a past issue, an issue file or a package; all or nothing."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from editor.desk.files import MOST_BYTES, read_file
from editor.desk.pictures import checked_pictures, missing_pictures, refuse_huge
from editor.desk.ports import Arrival, Library
from editor.desk.review.introductions import Trust
from editor.desk.review.office import Office
from editor.desk.review.receiving import received, receiver
from editor.desk.review.replay import rules_words
from editor.document.lengths import issue_fault, publication_fault
from editor.document.look_settings import look_fault
from editor.intake.past_issue import Unplaced, read_past_issue
from editor.interchange.cleaning import cleaned
from editor.interchange.issue_file import read_issue
from editor.interchange.package import read_package
from editor.model.approval import LogAction, LogEvent
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


def import_file(path: Path, library: Library, trust: Trust | None = None) -> Import:
    """Read an issue and add it with the original bytes. Raises UserError for a file that is none; nothing changes.

    trust: of this machine, by which is said whether an approval counts; None where the library is only a scratch.
    """
    reader, most = _READERS.get(path.suffix.lower(), (_read_text, _LARGEST))
    office = Office(library=library, trust=trust) if trust else None
    arrival, outcome = reader(path.name, read_file(path, most=most), office)
    known = next((one for one in library.publications() if one.uid == arrival.publication.uid), None)
    if reader is _read_text and known:
        arrival, outcome = _with_steps_of(known, arrival, outcome)
    if not arrival.approvals:
        _refuse_unprintable(path.name, arrival)
    arrival, said = _with_rules(arrival, known)
    library.take_in(arrival)
    return replace(outcome, report=(*outcome.report, *said))


def _read_text(name: str, data: bytes, _office: Office | None) -> tuple[Arrival, Import]:
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


def _with_steps_of(known: Publication, arrival: Arrival, outcome: Import) -> tuple[Arrival, Import]:
    """Give an issue that no file says the steps of those that its publication has here."""
    issue = replace(arrival.issue, archive=replace(arrival.issue.archive, steps=known.steps))
    return replace(arrival, issue=issue), replace(outcome, issue=issue)


def _read_json(name: str, data: bytes, _office: Office | None) -> tuple[Arrival, Import]:
    issue, publication, said = _cleaned(*read_issue(data))
    taken = received(issue)
    arrival = Arrival(issue=taken.issue, publication=publication, originals=((name, data),))
    return arrival, Import(issue=taken.issue, report=(*said, *taken.said))


def _read_package(_name: str, data: bytes, office: Office | None) -> tuple[Arrival, Import]:
    package = read_package(data)
    taken = received(package.issue, package.proof, office=office)
    issue, publication, said = _cleaned(taken.issue, package.publication)
    if taken.approvals:
        # what was signed stays as it was signed
        issue, said = taken.issue, ()
    used = {one.sha256: one for one in (*used_pictures(issue), *publication_pictures(publication))}
    arrival = Arrival(
        issue=issue,
        publication=publication,
        pictures=checked_pictures(tuple(used.values()), package.pictures),
        originals=tuple((original.name, original.data) for original in package.originals),
        introductions=taken.introductions,
        approvals=taken.approvals,
        released=taken.files,
        scans=taken.scans,
        event=taken.event,
    )
    return arrival, Import(issue=issue, report=(*said, *taken.said, *missing_pictures(issue, package.pictures)))


def _with_rules(arrival: Arrival, known: Publication | None) -> tuple[Arrival, tuple[str, ...]]:
    """Let rules of approval come in with a publication that is new, logged; those of one that is there stay."""
    brought = arrival.publication
    rules, words = (brought.approvers, brought.second_pair), rules_words(brought)
    if known:
        other = rules not in ((known.approvers, known.second_pair), ((), False))
        said = tr("它带来的签发规定（{words}）没有照收，这里的规定不变。", words=words)
        return arrival, (said,) if other else ()
    if rules == ((), False):
        return arrival, ()
    event = LogEvent(
        action=LogAction.RULES, name=receiver(), at=dt.datetime.now(tz=dt.UTC), issue=brought.uid, detail=words
    )
    return replace(arrival, rules=event), (tr("它带来的签发规定一并收下，已记入审批记录：{words}。", words=words),)


def _cleaned(issue: Issue, publication: Publication) -> tuple[Issue, Publication, tuple[str, ...]]:
    refuse_huge((*used_pictures(issue), *publication_pictures(publication)))
    issue, said = cleaned(issue)
    publication, also = cleaned(publication)
    return issue, publication, tuple(dict.fromkeys((*said, *also)))


_READERS = {".json": (_read_json, _LARGEST), ".bulletin": (_read_package, MOST_BYTES)}
