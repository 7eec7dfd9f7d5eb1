"""Imports an issue from a file of any format that can be read as one; all or nothing."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.desk.files import read_file
from editor.desk.formats import issue_reader
from editor.desk.ports import Arrival, Library
from editor.desk.review.introductions import Trust
from editor.desk.review.office import Office
from editor.desk.review.receiving import receiver
from editor.desk.review.replay import rules_words
from editor.document.lengths import issue_fault, publication_fault
from editor.document.look_settings import look_fault
from editor.model.approval import LogAction, LogEvent
from editor.model.approval_rules import approval_rules
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Publication
from editor.text.person_names import EDITING_ROLES, is_person_name, not_names

if TYPE_CHECKING:
    from editor.desk.issue_readers import Incoming
    from editor.intake.past_issue import Doubt, Unplaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """Result of an import. unplaced: lines of a text that are not in the issue; report: sentences for the editor.

    doubts: lines of a text that were not understood for certain.
    """

    issue: Issue
    unplaced: "tuple[Unplaced, ...]" = ()
    doubts: "tuple[Doubt, ...]" = ()
    report: tuple[str, ...] = ()


def import_file(path: Path, library: Library, trust: Trust | None = None) -> Import:
    """Read an issue and add it with the original bytes. Raises UserError for a file that is none; nothing changes.

    trust: of this machine, to tell whether an approval counts; None for a temporary library.
    """
    read, most = issue_reader(path)
    office = Office(library=library, trust=trust) if trust else None
    return take_in(path.name, read(path.name, read_file(path, most=most), office), library)


def take_in(name: str, incoming: "Incoming", library: Library) -> Import:
    """Add an issue that was read of a file. Raises UserError where it can't be; nothing changes then."""
    arrival = incoming.arrival
    known = next((one for one in library.publications() if one.uid == arrival.publication.uid), None)
    if known and not incoming.says_steps:
        arrival = _with_steps_of(known, arrival)
    if not arrival.approvals:
        _refuse_unprintable(name, arrival)
    arrival, messages = _with_rules(arrival, known)
    library.take_in(arrival)
    report = (*incoming.report, *messages, *_unlikely_editors(arrival.issue))
    return Import(issue=arrival.issue, unplaced=incoming.unplaced, doubts=incoming.doubts, report=report)


def _unlikely_editors(issue: Issue) -> Iterator[str]:
    """Yield sentences on editors that cannot be persons. They are taken in as they are: the file says so."""
    for credit in issue.credits:
        wrong = [name.text for name in credit.names if not is_person_name(name.text)]
        if credit.role in EDITING_ROLES and wrong:
            yield tr("版权页“{role}”里的“{words}”不像人名，请核对。", role=credit.role, words="、".join(wrong))
    for article in issue.articles():
        wrong = list(not_names(article.archive.editor))
        if wrong:
            title = article.title.text
            yield tr("《{title}》的责任编辑“{words}”不像人名，请核对。", title=title, words="、".join(wrong))


def _refuse_unprintable(name: str, arrival: Arrival) -> None:
    """Raise UserError for an issue that could not be printed; a signed one is accepted unchanged."""
    looks = (arrival.issue.look, arrival.publication.look)
    faults = (issue_fault(arrival.issue), publication_fault(arrival.publication), *map(look_fault, looks))
    fault = next(filter(None, faults), "")
    if fault:
        raise UserError(tr("“{name}”没有导入，刊库未变：{fault}请改好后再导入。", name=name, fault=fault))


def _with_steps_of(known: Publication, arrival: Arrival) -> Arrival:
    """Give an issue whose file names no steps those of its publication in this library."""
    archive = replace(arrival.issue.archive, steps=known.steps)
    return replace(arrival, issue=replace(arrival.issue, archive=archive))


def _with_rules(arrival: Arrival, known: Publication | None) -> tuple[Arrival, tuple[str, ...]]:
    """Accept and log the rules of approval of a new publication; an existing one keeps its rules."""
    brought = arrival.publication
    rules, words = (brought.approvers, brought.second_pair), rules_words(approval_rules(brought))
    if known:
        other = rules not in ((known.approvers, known.second_pair), ((), False))
        message = tr("它带来的签发规定（{words}）没有照收，这里的规定不变。", words=words)
        return arrival, (message,) if other else ()
    if rules == ((), False):
        return arrival, ()
    event = LogEvent(
        action=LogAction.RULES, name=receiver(), at=dt.datetime.now(tz=dt.UTC), issue=brought.uid, detail=words
    )
    return replace(arrival, rules=event), (tr("它带来的签发规定一并收下，已记入审批记录：{words}。", words=words),)
