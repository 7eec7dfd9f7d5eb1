"""来稿登记 of a publication: what came in from whom, what became of it, in this issue and in earlier ones."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from editor.desk.intake.received import ReceivedArticle
from editor.model.dataclass import dataclass
from editor.model.issue import Issue
from editor.model.issue_state import IssueState
from editor.model.language import mark_tr, tr
from editor.model.number import Number
from editor.model.origin import Receipt, ReceiptState
from editor.model.saying import said_number
from editor.model.workspace import Workspace

# in these states an issue has been out
_OUT = (IssueState.PUBLISHED, IssueState.CORRECTING)


class RegisterOutcome(StrEnum):
    """What became of a piece."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    WAITING = "waiting"
    DELETED = "deleted"


OUTCOME_NAMES = {
    RegisterOutcome.ADOPTED: mark_tr("采用"),
    RegisterOutcome.REJECTED: mark_tr("退稿"),
    RegisterOutcome.WAITING: mark_tr("未定"),
    RegisterOutcome.DELETED: mark_tr("删去"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterIssue:
    """The issue that a piece stands in. printed: it has been out, so that the piece has appeared."""

    uid: str
    number: Number
    date: dt.date
    printed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """A piece that came in. article: its uid; issue: None where it is in none; section: name of the one it stands in.

    discarded: in the trash; own: it belongs to the open issue or the publication's drawer, where it can be changed.
    """

    article: str
    title: str
    receipt: Receipt
    issue: RegisterIssue | None = None
    section: str = ""
    discarded: bool = False
    own: bool = True

    @property
    def outcome(self) -> RegisterOutcome:
        """What became of it."""
        if self.issue:
            return RegisterOutcome.ADOPTED
        if self.receipt.state is ReceiptState.REJECTED:
            return RegisterOutcome.REJECTED
        return RegisterOutcome.DELETED if self.discarded else RegisterOutcome.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilter:
    """Which entries are wanted; what is None is not asked. issue: uid, empty for none; month: its first day."""

    issue: str | None = None
    unit: str | None = None
    month: dt.date | None = None
    outcome: RegisterOutcome | None = None

    def accepts(self, entry: RegisterEntry) -> bool:
        """Return whether an entry is wanted."""
        wanted = (
            (self.issue, entry.issue.uid if entry.issue else ""),
            (self.unit, entry.receipt.unit),
            (self.month, month_of(entry)),
            (self.outcome, entry.outcome),
        )
        return all(asked is None or asked == found for asked, found in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCount:
    """How many pieces a unit has sent, and what became of them."""

    unit: str
    came: int
    adopted: int
    rejected: int


def register_entries(
    space: Workspace, earlier: Iterable[ReceivedArticle] = (), past: Collection[str] = ()
) -> tuple[RegisterEntry, ...]:
    """Return what came in for a publication, the latest first. earlier: of its other issues; past: past issues."""
    others = (_earlier(one, past) for one in earlier if one.issue != space.issue.uid)
    return tuple(sorted((*_own(space, past), *others), key=lambda one: one.receipt.received, reverse=True))


def month_of(entry: RegisterEntry) -> dt.date:
    """Return the first day of the month in which a piece came in."""
    return entry.receipt.received.replace(day=1)


def outcome_words(entry: RegisterEntry) -> str:
    """Return what became of a piece, in a few words."""
    match entry.outcome:
        case RegisterOutcome.ADOPTED:
            return tr("采用：{section}", section=entry.section)
        case RegisterOutcome.REJECTED:
            return tr("退稿：{reason}", reason=entry.receipt.reason) if entry.receipt.reason else tr("退稿")
        case RegisterOutcome.DELETED:
            return tr("删去")
        case RegisterOutcome.WAITING:
            return _waiting_words(entry.receipt.state)


def issue_words(issue: RegisterIssue | None) -> str:
    """Return which issue a piece stands in, in a few words; empty for none."""
    return tr("{year}年{number}", year=issue.number.year, number=said_number(issue.number)[0]) if issue else ""


def unit_counts(entries: Iterable[RegisterEntry]) -> tuple[UnitCount, ...]:
    """Return what each unit has sent, who sent most first."""
    by_unit: defaultdict[str, list[RegisterOutcome]] = defaultdict(list)
    for entry in entries:
        by_unit[entry.receipt.unit].append(entry.outcome)
    counts = (
        UnitCount(
            unit=unit,
            came=len(found),
            adopted=found.count(RegisterOutcome.ADOPTED),
            rejected=found.count(RegisterOutcome.REJECTED),
        )
        for unit, found in by_unit.items()
    )
    return tuple(sorted(counts, key=lambda one: (-one.came, one.unit)))


def register_grid(entries: Iterable[RegisterEntry]) -> tuple[tuple[str, ...], ...]:
    """Return entries as rows of a table, its head first."""
    return (register_heads(), *map(register_row, entries))


def register_heads() -> tuple[str, ...]:
    """Return the head of the table of entries."""
    return (tr("收到"), tr("标题"), tr("来稿单位"), tr("发稿人"), tr("期"), tr("结果"))


def register_row(entry: RegisterEntry) -> tuple[str, ...]:
    """Return an entry as a row of the table."""
    receipt, title = entry.receipt, entry.title or tr("（无标题）")
    said = issue_words(entry.issue)
    return (receipt.received.isoformat(), title, receipt.unit, receipt.sender, said, outcome_words(entry))


def unit_grid(counts: Iterable[UnitCount]) -> tuple[tuple[str, ...], ...]:
    """Return counts as rows of a table, its head first."""
    head = (tr("来稿单位"), tr("来稿"), tr("采用"), tr("退稿"), tr("采用率"))
    return (head, *map(_unit_row, counts))


def _unit_row(count: UnitCount) -> tuple[str, ...]:
    share = f"{round(100 * count.adopted / count.came)}%"
    return (count.unit or tr("（没有写单位）"), str(count.came), str(count.adopted), str(count.rejected), share)


def _waiting_words(state: ReceiptState) -> str:
    if state is ReceiptState.KEPT:
        return tr("留用，待编")
    return tr("收件，稍后看") if state is ReceiptState.LATER else tr("收件")


def _earlier(one: ReceivedArticle, past: Collection[str]) -> RegisterEntry:
    printed = one.state in _OUT or one.issue in past
    issue = RegisterIssue(uid=one.issue, number=one.number, date=one.date, printed=printed)
    return RegisterEntry(
        article=one.article, title=one.title, receipt=one.receipt, issue=issue, section=one.section, own=False
    )


def _own(space: Workspace, past: Collection[str]) -> Iterator[RegisterEntry]:
    issue = _issue(space.issue, past)
    placed = ((one, issue, section.name, False) for section in space.issue.sections for one in section.articles)
    pending = ((one, None, "", False) for one in space.drawer.pending)
    gone = ((one.article, None, "", True) for one in space.drawer.trash)
    for article, place, section, discarded in (*placed, *pending, *gone):
        if article.archive.receipt:
            yield RegisterEntry(
                article=article.uid,
                title=article.title.text,
                receipt=article.archive.receipt,
                issue=place,
                section=section,
                discarded=discarded,
            )


def _issue(issue: Issue, past: Collection[str]) -> RegisterIssue:
    printed = issue.archive.state in _OUT or issue.uid in past
    return RegisterIssue(uid=issue.uid, number=issue.number, date=issue.date, printed=printed)
