"""The commands of the review, from submitting an issue to publishing and correcting it."""

import argparse
import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from editor.cli.command import OpenLibrary
from editor.cli.output import progress, show_message, warn
from editor.cli.trusting import OpenTrust
from editor.desk.ports import Library
from editor.desk.review.office import Office
from editor.desk.review.steps import By
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.number import label
from editor.model.review import Step

if TYPE_CHECKING:
    from editor.desk.review.obstacles import Obstacle

_DIGEST = re.compile(r"[0-9a-f]{64}")
ReviewCommand = Callable[[argparse.Namespace, OpenLibrary, OpenTrust], None]


def submit_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Submit an issue, and print the obstacles to its approval."""
    from editor.desk.review.steps import submit

    by = by_of(call)
    with _issue(call, open_library, open_trust) as (library, issue):
        for one in _before(library, issue, Step.SUBMIT):
            if not one.blocking:
                warn(one.words)
        submit(library, issue.uid, by, note=call.note)
    show_message(f"已送审 {_words(issue)}")


def approve_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Print the obstacles to an approval, then sign the issue; with --dry-run only print them."""
    from editor.cli.secrets import ask_path, passphrase_of
    from editor.desk.review.approving import approve
    from editor.desk.review.keys import describe_key, open_key

    if call.dry_run:
        _say_before(call, open_library, open_trust)
        return
    path = call.key or ask_path("密钥文件：")
    owner, _ = describe_key(path)
    if owner != call.name:
        raise UserError(f"“{path.name}”是{owner}的密钥，不是{call.name}的。请换用自己的密钥，或改 --as。")
    # before asking for the passphrase, so that its owner knows what is signed
    _say_before(call, open_library, open_trust)
    signer = open_key(path, passphrase_of(call.passphrase_file, f"{path.name} 的口令："))
    with _issue(call, open_library, open_trust) as (library, issue), progress("签发") as step:
        made = approve(Office(library=library, trust=open_trust()), issue.uid, signer, now(), progress=step)
    approval = made.approval
    revision = f"（修订版，第 {approval.revision} 版）" if approval.revision > 1 else ""
    show_message(f"已签发 {_words(issue)}{revision}：{approval.name}，PDF {approval.pdf[:8]}，Word {approval.word[:8]}")


def return_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Send an issue back."""
    from editor.desk.review import steps

    with _issue(call, open_library, open_trust) as (library, issue):
        steps.return_issue(library, issue.uid, by_of(call), note=call.note)
    show_message(f"已退回 {_words(issue)}：{call.note}")


def publish_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Record that an issue was published."""
    from editor.desk.review.steps import publish

    with _issue(call, open_library, open_trust) as (library, issue):
        publish(Office(library=library, trust=open_trust()), issue.uid, by_of(call))
    show_message(f"已印发 {_words(issue)}")


def correct_issue(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Begin a correction."""
    from editor.desk.review.steps import correct

    with _issue(call, open_library, open_trust) as (library, issue):
        correct(library, issue.uid, by_of(call), reason=call.reason)
    show_message(f"开始更正 {_words(issue)}：改好后再送审、签发，印发的仍是上一版，直到修订版签发。")


def abandon_correction(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Give a correction up."""
    from editor.desk.review.steps import abandon

    with _issue(call, open_library, open_trust) as (library, issue):
        abandon(library, issue.uid, by_of(call))
    show_message(f"已放弃更正 {_words(issue)}：印发的那一版照旧。")


def write_notice(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Print the notice of a correction."""
    from editor.desk.review.notice import notice_of, notice_text

    with _issue(call, open_library, open_trust) as (library, issue):
        blocks = notice_of(library, issue)
    show_message(notice_text(blocks))


def _say_before(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Print the obstacles to an approval. Raises UserError where one blocks, or this person may not approve."""
    from editor.desk.review.approving import step_refusal
    from editor.desk.review.obstacles import blocked_words

    with _issue(call, open_library, open_trust) as (library, issue):
        refused = step_refusal(library, issue, call.name)
        found = _before(library, issue, Step.APPROVE)
    for one in found:
        if call.dry_run:
            show_message(f"{'不能签发' if one.blocking else '提示'}：{one.words}")
        elif not one.blocking:
            warn(one.words)
    reason = refused or blocked_words(found)
    if reason:
        raise UserError(reason if refused else f"没有签发，{reason}")
    if call.dry_run:
        show_message(f"可以签发 {_words(issue)}" + ("" if found else "：没有未了的事"))


def _before(library: Library, issue: Issue, step: Step) -> "tuple[Obstacle, ...]":
    """Return the obstacles to a step; sets the pages for that, if possible."""
    from editor.cli.checking import page_facts
    from editor.desk.checking import check_whole, previous_issue
    from editor.desk.collating.standing import unchecked
    from editor.desk.printable_issue import printable_issue
    from editor.desk.review.obstacles import obstacles

    printable = printable_issue(library, issue.uid)
    facts = page_facts(printable)
    checked = check_whole(printable, facts=facts, previous=previous_issue(library, issue))
    return obstacles(step, printable, checked, facts, corrections=unchecked(library, issue))


@contextmanager
def _issue(
    call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust
) -> Iterator[tuple[Library, Issue]]:
    """Yield the library and the issue; afterwards this machine remembers the log, and prints what is wrong with it."""
    from editor.desk.review.looking import look

    with open_library(call.library) as library:
        yield library, library.issue(library.find(call.issue).uid)
        remarks = look(Office(library=library, trust=open_trust())).log.remarks
        # approving prints the faults of the log itself
        for remark in remarks if call.command != "approve" else ():
            warn(remark.words)


def by_of(call: argparse.Namespace) -> By:
    """Return the person who gives a command, and the time. Raises UserError where nobody is named."""
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
