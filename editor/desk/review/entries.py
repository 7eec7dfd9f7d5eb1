"""Reads a library's log and checks that its chain of hashes is intact."""

from dataclasses import field
from typing import TYPE_CHECKING

from editor.desk.review.remarks import Doubt, Remark
from editor.desk.review.replay import Replay, replayed
from editor.interchange.statements import first_broken
from editor.model.approval import LogEntry
from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.language import tr

if TYPE_CHECKING:
    from editor.desk.review.ports import ReviewReader


@dataclass(frozen=True, slots=True)
class Log:
    """A library's log, read once. remarks: what is wrong with it as a whole; replay: empty for a broken one."""

    entries: tuple[LogEntry, ...]
    remarks: tuple[Remark, ...] = ()
    replay: Replay = field(default_factory=Replay)
    broken: bool = False

    @property
    def sound(self) -> bool:
        """Whether there are no serious remarks."""
        return all(one.note for one in self.remarks)


def read_entries(review: "ReviewReader") -> Log:
    """Return the log with remarks on breaks of its chain; one that cannot be read has no entries."""
    try:
        entries = review.log()
    except UserError as error:
        return Log((), (Remark(doubt=Doubt.LOG, words=str(error)),), broken=True)
    at = first_broken(entries)
    if at is None:
        return Log(entries, replay=replayed(entries))
    words = tr("刊库的记录从第 {broken} 条起被改动过，或者缺了记录。", broken=at)
    return Log(entries, (Remark(doubt=Doubt.LOG, words=words),), broken=True)
