"""Checks that a library's log continues from where this machine saw it last; only this detects a rollback.

A log holds no secret: anyone with the library can cut it, or rewrite it with correct hashes. So each machine remembers
number and hash of the last entry that it saw, by the library's first entry and by its path. A copy at another place
continues differently: it is reported once, when first seen there, and after that it is remembered separately.
"""

from collections.abc import Iterator
from dataclasses import replace

from editor.desk.review.remarks import Doubt, Remark
from editor.desk.review.seen import Head, Seen
from editor.model.approval import LogAction, LogEntry
from editor.model.language import tr


def head_of(entries: tuple[LogEntry, ...], place: str) -> Head:
    """Return the present end of a log."""
    if not entries:
        return Head(origin="", place=place, number=0, hash="")
    return Head(origin=entries[0].hash, place=place, number=entries[-1].number, hash=entries[-1].hash)


def with_head(seen: Seen, head: Head) -> Seen:
    """Return what is remembered, with this head replacing the older one of its place."""
    return replace(seen, heads=(*(one for one in seen.heads if one.place != head.place), head))


def anchor_remarks(entries: tuple[LogEntry, ...], place: str, seen: Seen) -> Iterator[Remark]:
    """Yield a remark where a log does not continue from the one seen last; nothing for one never seen.

    At a new place, the log must continue from its ends at all places where it was seen.
    """
    here = seen.head_at(place)
    heads = (here,) if here else seen.heads_of(entries[0].hash if entries else "")
    gone = [head for head in heads if not _holds(entries, head)]
    if gone:
        furthest = max(gone, key=lambda one: one.number)
        words = tr(
            "{what}请先弄清是谁还原或换过刊库；确认无误，再在“审批记录”里认可现在的记录"
            "（命令行：bulletin-desk log --accept）。",
            what=_words(entries, furthest, place),
        )
        yield Remark(doubt=Doubt.ROLLED_BACK, words=words)


def _holds(entries: tuple[LogEntry, ...], head: Head) -> bool:
    if not head.number:
        return True
    return len(entries) >= head.number and entries[head.number - 1].hash == head.hash


def _words(entries: tuple[LogEntry, ...], head: Head, place: str) -> str:
    here = {"many": len(entries), "number": head.number}
    if head.place == place and (not entries or entries[0].hash != head.origin):
        return tr(
            "这个位置的刊库，记录从第 1 条起就不是这台电脑上次看到的（那时有 {number} 条，现在 {many} 条）："
            "刊库被换过，或记录被重写过。",
            **here,
        )
    restored = next((one for one in entries if one.event.action is LogAction.RESTORED), None)
    if restored and restored.number <= head.number:
        return tr(
            "这个刊库从备份还原过（{name}，{at:%Y-%m-%d %H:%M}），这台电脑看到过的 {n} 条记录不在其中。",
            name=restored.event.name,
            at=restored.event.at.astimezone(),
            n=head.number - restored.number + 1,
        )
    if len(entries) < head.number:
        return tr("刊库的记录比这台电脑上次看到的少：上次到第 {number} 条，现在只到第 {many} 条。", **here)
    return tr("刊库的记录和这台电脑上次看到的不同：第 {number} 条已不是上次的那一条。", **here)
