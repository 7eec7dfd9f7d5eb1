"""The review's commands: an issue from submitting to print, and proof of it later."""

import argparse
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from editor.cli.commands import OpenLibrary
from editor.cli.output import progress, say, say_json, warn
from editor.desk.ports import Library
from editor.desk.review.introductions import Trust
from editor.desk.review.office import Office
from editor.desk.review.remarks import Verdict
from editor.desk.review.steps import By
from editor.model.approval import ACTION_NAMES, LogEntry
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.numbering import label
from editor.model.review import Step

_DIGEST = re.compile(r"[0-9a-f]{64}")
OpenTrust = Callable[[], Trust]
ReviewCommand = Callable[[argparse.Namespace, OpenLibrary, OpenTrust], None]


def submit_issue(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    """Hand an issue in; what it lacks is said and hinders nothing."""
    from editor.desk.review.steps import submit

    with _issue(call, open_library) as (library, issue):
        lacking = _gaps(library, issue, Step.SUBMIT)
        submit(library, issue.uid, by_of(call))
    for words in lacking:
        warn(words)
    say(f"已送审 {_words(issue)}")


def approve_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Sign an issue's pages."""
    from editor.cli.secrets import ask_path, passphrase_of
    from editor.desk.review.approving import approve
    from editor.desk.review.keys import open_key

    path = call.key or ask_path("密钥文件：")
    signer = open_key(path, passphrase_of(call.passphrase_file, f"{path.name} 的口令："))
    if signer.name != call.name:
        raise UserError(f"“{path.name}”是{signer.name}的密钥，不是{call.name}的。请换用自己的密钥，或改 --as。")
    with _issue(call, open_library) as (library, issue), progress("签发") as step:
        made = approve(Office(library=library, trust=open_trust()), issue.uid, signer, now(), progress=step)
    for words in made.warnings:
        warn(words)
    approval = made.approval
    revision = f"（修订版，第 {approval.revision} 版）" if approval.revision > 1 else ""
    say(f"已签发 {_words(issue)}{revision}：{approval.name}，PDF {approval.pdf[:8]}，Word {approval.word[:8]}")


def return_issue(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    """Send an issue back."""
    from editor.desk.review import steps

    with _issue(call, open_library) as (library, issue):
        steps.return_issue(library, issue.uid, by_of(call), note=call.note)
    say(f"已退回 {_words(issue)}：{call.note}")


def publish_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Say that an issue has gone out."""
    from editor.desk.review.steps import publish

    with _issue(call, open_library) as (library, issue):
        publish(Office(library=library, trust=open_trust()), issue.uid, by_of(call))
    say(f"已印发 {_words(issue)}")


def correct_issue(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    """Begin a correction."""
    from editor.desk.review.steps import correct

    with _issue(call, open_library) as (library, issue):
        correct(library, issue.uid, by_of(call), reason=call.reason)
    say(f"开始更正 {_words(issue)}：改好后再送审、签发，印发的仍是上一版，直到修订版签发。")


def abandon_correction(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    """Give a correction up."""
    from editor.desk.review.steps import abandon

    with _issue(call, open_library) as (library, issue):
        abandon(library, issue.uid, by_of(call))
    say(f"已放弃更正 {_words(issue)}：印发的那一版照旧。")


def write_notice(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    """Print the notice of a correction."""
    from editor.desk.review.notice import notice_of, notice_text

    with _issue(call, open_library) as (library, issue):
        blocks = notice_of(library, issue)
    say(notice_text(blocks))


def verify(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Say whether a file, an issue or every issue is what was approved. Raises UserError where one is not."""
    with open_library(call.library) as library:
        verdicts = _verdicts(call, Office(library=library, trust=open_trust()))
    if call.json:
        say_json([_verdict_row(one) for one in verdicts])
    else:
        for one in verdicts:
            _say_verdict(one)
    failed = [one.what for one in verdicts if not one.holds]
    if failed:
        raise UserError(f"核验没有通过：{'、'.join(failed)}。")
    if not verdicts and not call.json:
        say("刊库里还没有签发过的期刊。")


def list_log(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    """List what was done when and by whom."""
    from editor.interchange.statements import first_broken

    with open_library(call.library) as library:
        uid = library.find(call.issue).uid if call.issue else None
        names = {entry.uid: " ".join(label(entry.number)) for entry in library.issues()}
        entries = library.review.log()
    broken, shown = first_broken(entries), [one for one in entries if uid in (None, one.event.issue)]
    if call.json:
        say_json([_log_row(entry) for entry in shown])
    else:
        for entry in shown:
            say(_log_line(entry, names))
    if broken is not None:
        raise UserError(f"记录从第 {broken} 条起被改动过，或者缺了记录。")


def _verdicts(call: argparse.Namespace, office: Office) -> tuple[Verdict, ...]:
    from editor.desk.review.verifying import ENDINGS, verify_file, verify_issue, verify_library

    if call.target is None:
        return verify_library(office)
    path = Path(call.target)
    if path.suffix.lower() in ENDINGS or path.is_file():
        issue = office.library.find(call.issue).uid if call.issue else ""
        return (verify_file(office, path, issue=issue),)
    return (verify_issue(office, office.library.find(call.target).uid),)


def _say_verdict(verdict: Verdict) -> None:
    approval = verdict.approval
    if verdict.holds and approval:
        at = f"{approval.at.astimezone():%Y-%m-%d %H:%M}"
        revision = f"，修订版（第 {approval.revision} 版）：{approval.reason}" if approval.revision > 1 else ""
        say(f"属实 {verdict.what}：{approval.label}，{approval.name}于 {at} 签发{revision}")
        return
    say(f"不符 {verdict.what}")
    for remark in verdict.remarks:
        say(f"  {remark.words}")


def _verdict_row(verdict: Verdict) -> dict[str, object]:
    approval = verdict.approval
    return {
        "what": verdict.what,
        "holds": verdict.holds,
        "remarks": [{"doubt": remark.doubt, "words": remark.words} for remark in verdict.remarks],
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
    """Return a note as it is, the beginning of a digest."""
    return detail[:8] if _DIGEST.fullmatch(detail) else detail


def _gaps(library: Library, issue: Issue, step: Step) -> tuple[str, ...]:
    from editor.desk.checking import check_issue, previous_issue
    from editor.desk.open_issue import open_issue
    from editor.desk.review.gaps import gaps

    opened = open_issue(library, issue.uid)
    checked = check_issue(opened, previous=previous_issue(library, issue))
    return tuple(gap.words for gap in gaps(step, issue, opened.publication, checked))


@contextmanager
def _issue(call: argparse.Namespace, open_library: OpenLibrary) -> Iterator[tuple[Library, Issue]]:
    with open_library(call.library) as library:
        yield library, library.issue(library.find(call.issue).uid)


def by_of(call: argparse.Namespace) -> By:
    """Return who gives a command, and when. Raises UserError where nobody is named."""
    from editor.desk.starting.author import checked_author, suggested_author

    name = call.name or suggested_author()
    if not name:
        raise UserError("请用 --as 写明是谁，例如 --as 钟新敏：它会记入记录。")
    return By(name=checked_author(name), at=now())


def _words(issue: Issue) -> str:
    return " ".join((issue.profile.masthead, *label(issue.number)))


def now() -> dt.datetime:
    """Return the moment in UTC."""
    return dt.datetime.now(tz=dt.UTC)


STEP_COMMANDS: dict[str, ReviewCommand] = {
    "submit": submit_issue,
    "approve": approve_issue,
    "return": return_issue,
    "publish": publish_issue,
    "correct": correct_issue,
    "abandon": abandon_correction,
    "notice": write_notice,
    "verify": verify,
    "log": list_log,
}
