"""Commands that make the office's papers, and copies of approved issues."""

import argparse
import datetime as dt
from pathlib import Path

from editor.cli.command import OpenLibrary
from editor.cli.output import progress, show_message, warn
from editor.cli.review import ReviewCommand, by_of
from editor.cli.trusting import OpenTrust
from editor.desk.files import make_folder, write_file
from editor.desk.formats import PDF, WORD_FILES
from editor.desk.review.office import Office
from editor.model.errors import UserError


def make_paper(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Write approval form, notes, changes, checks or key card as a file, or add a scan of the form to the library."""
    if call.action == "scan":
        _keep_scan(call, open_library, open_trust)
        return
    with open_library(call.library) as library:
        data = _PAPERS[call.action](call, Office(library=library, trust=open_trust()))
    make_folder(call.pdf.parent)
    write_file(call.pdf, data)
    show_message(f"已写入 {call.pdf}")


def make_copies(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Write copies of an approved issue."""
    from editor.desk.copies import CopyRun
    from editor.desk.copies import make_copies as make
    from editor.desk.review.released import released_files

    if call.last is not None and call.last < call.first:
        raise UserError("副本的编号要从小到大：--to 不能小于 --from。")
    count = call.last - call.first + 1 if call.last is not None else 0
    run = CopyRun(first=call.first, count=count, words=call.stamp, serial=call.serial)
    with open_library(call.library) as library:
        office = Office(library=library, trust=open_trust())
        released = released_files(office, library.issue(library.find(call.issue).uid))
    if released is None:
        raise UserError("这一期没有签发，做不了副本；要打印样稿请用 export --draft。")
    with progress("做副本") as step:
        made = make(
            released.pdf, released.approval.pdf, run, _base(call.pdf), progress=lambda done, n: step(f"{done}/{n} 份")
        )
    for path in made:
        show_message(f"已写入 {path}")
    for words in released.notes:
        warn(words)


def _keep_scan(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    from editor.desk.review.scans import keep_scan

    with open_library(call.library) as library:
        office = Office(library=library, trust=open_trust())
        scan = keep_scan(office, library.find(call.issue).uid, call.file, by_of(call))
    show_message(f"已存入 {scan.title}，签发照旧。")


def _base(pdf: Path) -> Path:
    return pdf.with_suffix("") if PDF.matches(pdf) else pdf


def _form(call: argparse.Namespace, office: Office) -> bytes:
    from editor.desk.papers.approval_form import approval_form_pdf

    uid = office.library.find(call.issue).uid
    with progress("签发单") as step:
        return approval_form_pdf(office, uid, _now(), progress=step)


def _notes(call: argparse.Namespace, office: Office) -> bytes:
    from editor.desk.papers.notes_list import notes_pdf
    from editor.desk.printable_issue import printable_issue

    with progress("批注清单"):
        return notes_pdf(printable_issue(office.library, office.library.find(call.issue).uid), _now())


def _checks(call: argparse.Namespace, office: Office) -> bytes:
    from editor.desk.checking import previous_issue
    from editor.desk.papers.check_report import Checker, checked_report, report_docx, report_pdf, set_pages
    from editor.desk.printable_issue import printable_issue

    library = office.library
    with progress("检查报告"):
        printable = printable_issue(library, library.find(call.issue).uid)
        previous = previous_issue(library, printable.issue)
        checker = Checker(name=by_of(call).name, made=_now())
        report = checked_report(printable, set_pages(printable), checker, previous=previous)
        return report_docx(report, printable) if WORD_FILES.matches(call.pdf) else report_pdf(report)


def _changes(call: argparse.Namespace, office: Office) -> bytes:
    from editor.desk.papers.collation_list import collation_pdf

    with progress("核红单"):
        return collation_pdf(office.library, office.library.find(call.issue).uid, _now())


def _card(call: argparse.Namespace, office: Office) -> bytes:
    from editor.desk.papers.key_card import key_card_pdf

    return key_card_pdf(office, call.name, _now())


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


_PAPERS = {"form": _form, "notes": _notes, "changes": _changes, "card": _card, "checks": _checks}
PAPER_COMMANDS: dict[str, ReviewCommand] = {"paper": make_paper, "copies": make_copies}
