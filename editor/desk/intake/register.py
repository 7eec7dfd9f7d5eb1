"""来稿登记: what came in from whom, what became of it, and the words that answer its sender."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from editor.model.article import Article
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.number import date_label, label
from editor.model.origin import Receipt, ReceiptState
from editor.model.saying import said_number
from editor.model.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """A piece that came in. section: name of the one in the open issue, empty elsewhere; discarded: in the trash."""

    article: Article
    receipt: Receipt
    section: str = ""
    discarded: bool = False

    @property
    def adopted(self) -> bool:
        """Whether it stands in the issue."""
        return bool(self.section)


def register_entries(space: Workspace) -> tuple[RegisterEntry, ...]:
    """Return what came in for an issue and its publication's drawer, the latest first."""
    return tuple(sorted(_entries(space), key=lambda one: one.receipt.received, reverse=True))


def outcome_words(entry: RegisterEntry) -> str:
    """Return what became of a piece, in a few words."""
    if entry.adopted:
        return tr("采用：{section}", section=entry.section)
    if entry.receipt.state is ReceiptState.REJECTED:
        return tr("退稿：{reason}", reason=entry.receipt.reason) if entry.receipt.reason else tr("退稿")
    if entry.discarded:
        return tr("删去")
    words = {
        ReceiptState.WAITING: tr("收件"),
        ReceiptState.LATER: tr("收件，稍后看"),
        ReceiptState.KEPT: tr("留用，待编"),
    }
    return words[entry.receipt.state]


def reply_text(entry: RegisterEntry, issue: Issue) -> str:
    """Return the answer to who sent a piece, ready to be pasted. In Chinese whatever the window speaks."""
    greeting = entry.receipt.sender or entry.receipt.unit or "来稿单位"
    received = date_label(entry.receipt.received)
    first = f"{greeting}：\n\n您{received}发来的稿件《{entry.article.title.text or '（无标题）'}》收悉，感谢支持。"
    return f"{first}{_answer(entry, issue)}\n\n{issue.profile.masthead}编辑部\n{date_label(dt.date.today())}\n"  # noqa: DTZ011


def _answer(entry: RegisterEntry, issue: Issue) -> str:
    if entry.adopted:
        which = "".join(label(issue.number))
        return f"稿件拟编入《{issue.profile.masthead}》{which}“{entry.section}”栏目，刊出以印发的一期为准。"
    if entry.receipt.state is ReceiptState.REJECTED:
        reason = f"原因是：{entry.receipt.reason.rstrip('。')}。" if entry.receipt.reason else ""
        return f"经研究，这一稿没有采用。{reason}欢迎继续来稿。"
    if entry.receipt.state is ReceiptState.KEPT:
        return "稿件已留用，采用情况另行告知。"
    return "稿件正在审阅，采用情况另行告知。"


def issue_words(issue: Issue) -> str:
    """Return which issue the register is of."""
    return "　".join((issue.profile.masthead, *said_number(issue.number)))


def _entries(space: Workspace) -> Iterator[RegisterEntry]:
    placed = ((one, section.name, False) for section in space.issue.sections for one in section.articles)
    pending = ((one, "", False) for one in space.drawer.pending)
    gone = ((one.article, "", True) for one in space.drawer.trash)
    for article, section, discarded in (*placed, *pending, *gone):
        if article.archive.receipt:
            yield RegisterEntry(article=article, receipt=article.archive.receipt, section=section, discarded=discarded)
