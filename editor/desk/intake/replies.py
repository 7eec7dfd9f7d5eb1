"""The words that answer who sent a piece, ready to be pasted. In Chinese whatever the window speaks."""

import datetime as dt
from collections.abc import Mapping

from editor.desk.intake.register import RegisterEntry, RegisterIssue, RegisterOutcome
from editor.desk.ports import Library
from editor.model.number import date_label, label
from editor.model.origin import ReceiptState


def reply_text(entry: RegisterEntry, masthead: str, *, folio: int | None = None) -> str:
    """Return the answer to who sent a piece. masthead: of the publication; folio: where the piece was printed."""
    greeting = entry.receipt.sender or entry.receipt.unit or "来稿单位"
    received = date_label(entry.receipt.received)
    first = f"{greeting}：\n\n您{received}发来的稿件《{entry.title or '（无标题）'}》收悉，感谢支持。"
    today = date_label(dt.date.today())  # noqa: DTZ011 - the day at the desk
    return f"{first}{_answer(entry, masthead, folio)}\n\n{masthead}编辑部\n{today}\n"


def printed_folios(library: Library, issue: str) -> Mapping[str, int]:
    """Return the first folios of an issue's articles, by setting it. Raises UserError where it cannot be set."""
    from editor.desk.printable_issue import printable_issue
    from editor.desk.printing import print_files

    made = printable_issue(library, issue)
    files = print_files(made.issue, pictures=made.pictures, fonts=made.fonts, edition=made.edition, word=False)
    return {one.article: one.first for one in files.facts.articles} if files.facts else {}


def _answer(entry: RegisterEntry, masthead: str, folio: int | None) -> str:
    match entry.outcome:
        case RegisterOutcome.ADOPTED:
            return _printed(entry, masthead, folio)
        case RegisterOutcome.REJECTED:
            reason = f"原因是：{entry.receipt.reason.rstrip('。')}。" if entry.receipt.reason else ""
            return f"经研究，这一稿没有采用。{reason}欢迎继续来稿。"
        case RegisterOutcome.WAITING | RegisterOutcome.DELETED:
            kept = entry.receipt.state is ReceiptState.KEPT and entry.outcome is RegisterOutcome.WAITING
            return "稿件已留用，采用情况另行告知。" if kept else "稿件正在审阅，采用情况另行告知。"


def _printed(entry: RegisterEntry, masthead: str, folio: int | None) -> str:
    issue = entry.issue
    if issue is None or not issue.printed:
        which = "".join(label(issue.number)) if issue else ""
        return f"稿件拟编入《{masthead}》{which}“{entry.section}”栏目，刊出以印发的一期为准。"
    page = f"第{folio}页" if folio else ""
    return f"稿件已刊登在《{masthead}》{_which(issue)}“{entry.section}”栏目{page}。"


def _which(issue: RegisterIssue) -> str:
    number, *rest = label(issue.number)
    return f"{issue.number.year}年{number}（{'，'.join((*rest, date_label(issue.date)))}）"
