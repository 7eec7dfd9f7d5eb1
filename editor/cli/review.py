"""The review's commands: an issue from submitting to print, and proof of it later."""

import argparse
import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from editor.cli.commands import OpenLibrary
from editor.cli.output import progress, say, warn
from editor.cli.trusting import OpenTrust
from editor.desk.ports import Library
from editor.desk.review.office import Office
from editor.desk.review.steps import By
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.numbering import label
from editor.model.review import Step

_DIGEST = re.compile(r"[0-9a-f]{64}")
ReviewCommand = Callable[[argparse.Namespace, OpenLibrary, OpenTrust], None]


def submit_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Hand an issue in; what it lacks is said and hinders nothing."""
    from editor.desk.review.steps import submit

    with _issue(call, open_library, open_trust) as (library, issue):
        lacking = _gaps(library, issue, Step.SUBMIT)
        submit(library, issue.uid, by_of(call), note=call.note)
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
    with _issue(call, open_library, open_trust) as (library, issue), progress("签发") as step:
        made = approve(Office(library=library, trust=open_trust()), issue.uid, signer, now(), progress=step)
    for words in made.warnings:
        warn(words)
    approval = made.approval
    revision = f"（修订版，第 {approval.revision} 版）" if approval.revision > 1 else ""
    say(f"已签发 {_words(issue)}{revision}：{approval.name}，PDF {approval.pdf[:8]}，Word {approval.word[:8]}")


def return_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Send an issue back."""
    from editor.desk.review import steps

    with _issue(call, open_library, open_trust) as (library, issue):
        steps.return_issue(library, issue.uid, by_of(call), note=call.note)
    say(f"已退回 {_words(issue)}：{call.note}")


def publish_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Say that an issue has gone out."""
    from editor.desk.review.steps import publish

    with _issue(call, open_library, open_trust) as (library, issue):
        publish(Office(library=library, trust=open_trust()), issue.uid, by_of(call))
    say(f"已印发 {_words(issue)}")


def correct_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Begin a correction."""
    from editor.desk.review.steps import correct

    with _issue(call, open_library, open_trust) as (library, issue):
        correct(library, issue.uid, by_of(call), reason=call.reason)
    say(f"开始更正 {_words(issue)}：改好后再送审、签发，印发的仍是上一版，直到修订版签发。")


def abandon_correction(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Give a correction up."""
    from editor.desk.review.steps import abandon

    with _issue(call, open_library, open_trust) as (library, issue):
        abandon(library, issue.uid, by_of(call))
    say(f"已放弃更正 {_words(issue)}：印发的那一版照旧。")


def write_notice(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Print the notice of a correction."""
    from editor.desk.review.notice import notice_of, notice_text

    with _issue(call, open_library, open_trust) as (library, issue):
        blocks = notice_of(library, issue)
    say(notice_text(blocks))


def _gaps(library: Library, issue: Issue, step: Step) -> tuple[str, ...]:
    from editor.desk.checking import check_issue, previous_issue
    from editor.desk.open_issue import open_issue
    from editor.desk.review.gaps import gaps

    opened = open_issue(library, issue.uid)
    checked = check_issue(opened, previous=previous_issue(library, issue))
    return tuple(gap.words for gap in gaps(step, issue, checked))


@contextmanager
def _issue(
    call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust
) -> Iterator[tuple[Library, Issue]]:
    """Yield the library and the issue; what was done is then remembered by this machine, and what is amiss is said."""
    from editor.desk.review.looking import look

    with open_library(call.library) as library:
        yield library, library.issue(library.find(call.issue).uid)
        said = look(Office(library=library, trust=open_trust())).log.said
        # what speaks against the log is told before a signature, with it
        for remark in said if call.command != "approve" else ():
            warn(remark.words)


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
}
