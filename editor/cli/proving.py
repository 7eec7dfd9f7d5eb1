"""The commands verify and log: whether something is what was approved, and who did what when."""

import argparse
import re
from collections.abc import Mapping
from pathlib import Path

from editor.cli.command import OpenLibrary
from editor.cli.output import show_json, show_message, warn
from editor.cli.review import ReviewCommand, by_of
from editor.cli.trusting import OpenTrust
from editor.desk.review.office import Office
from editor.desk.review.remarks import Verdict, serious
from editor.model.approval import ACTION_NAMES, LogEntry
from editor.model.errors import UserError
from editor.model.number import label

_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


def verify(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Print whether a file, an issue or every issue is what was approved. Raises UserError where one is not."""
    with open_library(call.library) as library:
        verdicts = _verdicts(call, Office(library=library, trust=open_trust()))
    if call.json:
        show_json([_verdict_row(one) for one in verdicts])
    else:
        for one in verdicts:
            _say_verdict(one)
    failed = [one.what for one in verdicts if not one.holds]
    if failed:
        raise UserError(f"核验没有通过：{'、'.join(failed)}。")
    if not verdicts and not call.json:
        show_message("刊库里还没有签发过的期刊。")


def list_log(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """List the log, or declare the log as it is now to be right."""
    from editor.desk.review.looking import look

    with open_library(call.library) as library:
        office = Office(library=library, trust=open_trust())
        if call.accept:
            _accept(call, office)
            return
        uid = library.find(call.issue).uid if call.issue else None
        names = {entry.uid: " ".join(label(entry.number)) for entry in library.issues()}
        log = look(office).log
    shown = [one for one in log.entries if uid in (None, one.event.issue)]
    if call.json:
        show_json([_log_row(entry) for entry in shown])
    else:
        for entry in shown:
            show_message(_log_line(entry, names))
    for remark in log.remarks:
        if remark.note:
            warn(remark.words)
    wrong = next(serious(log.remarks), None)
    if wrong:
        raise UserError(wrong.words)


def _accept(call: argparse.Namespace, office: Office) -> None:
    from editor.desk.review.acceptance import accept_log

    accept_log(office, by_of(call))
    show_message("已认可刊库现在的记录，并记入记录；这台电脑从这里接着看。")


def _verdicts(call: argparse.Namespace, office: Office) -> tuple[Verdict, ...]:
    from editor.desk.formats import SIGNED_FILES
    from editor.desk.review.verifying import verify_file, verify_issue, verify_library

    if call.target is None:
        return verify_library(office)
    path = Path(call.target)
    if SIGNED_FILES.matches(path) or path.is_file():
        issue = office.library.find(call.issue).uid if call.issue else ""
        return (verify_file(office, path, issue=issue),)
    return (verify_issue(office, office.library.find(call.target).uid),)


def _say_verdict(verdict: Verdict) -> None:
    approval = verdict.approval
    notes = [remark.words for remark in verdict.remarks if remark.note]
    if verdict.holds and approval:
        at = f"{approval.at.astimezone():%Y-%m-%d %H:%M}"
        revision = f"，修订版（第 {approval.revision} 版）：{approval.reason}" if approval.revision > 1 else ""
        derived = f"，不是签发的那一份，由它派生：{verdict.copy}" if verdict.copy else ""
        show_message(f"属实 {verdict.what}：{approval.label}，{approval.name}于 {at} 签发{revision}{derived}")
        for words in notes:
            show_message(f"  注意：{words}")
        return
    show_message(f"不符 {verdict.what}")
    for remark in serious(verdict.remarks):
        show_message(f"  {remark.words}")
    for words in notes:
        show_message(f"  注意：{words}")


def _verdict_row(verdict: Verdict) -> dict[str, object]:
    approval = verdict.approval
    return {
        "what": verdict.what,
        "holds": verdict.holds,
        "copy": verdict.copy,
        "remarks": [{"doubt": remark.doubt, "words": remark.words, "note": remark.note} for remark in verdict.remarks],
        "approval": approval
        and {
            "issue": approval.issue,
            "label": approval.label,
            "name": approval.name,
            "at": approval.at.isoformat(),
            "revision": approval.revision,
            "pdf": approval.pdf,
            "word": approval.word,
        },
    }


def _log_row(entry: LogEntry) -> dict[str, object]:
    event = entry.event
    return {
        "number": entry.number,
        "at": event.at.isoformat(),
        "name": event.name,
        "action": event.action,
        "issue": event.issue,
        "detail": event.detail,
        "hash": entry.hash,
    }


def _log_line(entry: LogEntry, names: Mapping[str, str]) -> str:
    event = entry.event
    which = names.get(event.issue, "")
    parts = (f"{entry.number}", f"{event.at.astimezone():%Y-%m-%d %H:%M}", event.name, ACTION_NAMES[event.action])
    return "  ".join(filter(None, (*parts, which, _readable(event.detail))))


def _readable(detail: str) -> str:
    """Return the detail of an entry, a digest shortened to its beginning."""
    return _DIGEST.sub(lambda found: found[0][:8], detail)


PROOF_COMMANDS: dict[str, ReviewCommand] = {"verify": verify, "log": list_log}
