"""Reads the log for this machine: what is wrong with it as a whole, and what this machine remembers of it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from editor.desk.review.anchors import anchor_remarks, head_of, with_head
from editor.desk.review.entries import Log, read_entries
from editor.desk.review.held import Held, held
from editor.desk.review.keyring import Counting, Keyring, keyring_of
from editor.desk.review.log_agreement import library_remarks
from editor.desk.review.office import ReadingOffice
from editor.desk.review.remarks import Doubt, Remark
from editor.desk.review.replay import Replay
from editor.desk.review.seen import Retired, Seen
from editor.desk.review.signatures import is_signed
from editor.interchange.statements import read_introduction
from editor.model.approval import LogAction
from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.language import tr

FUTURE = dt.timedelta(days=1)
"""How far a time may be in the future before its clock counts as wrong."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A library's log as this machine sees it, and the keys trusted here."""

    log: Log
    keys: Keyring

    @property
    def replay(self) -> Replay:
        """The state by the log."""
        return self.log.replay


def look(office: ReadingOffice) -> Sight:
    """Return the log with all that is wrong with it; if nothing is, this machine remembers its end.

    Raises UserError where the confirmed fingerprints cannot be read.
    """
    log = read_entries(office.review)
    keys = keyring_of(office.review, office.trust, replay=log.replay)
    if log.broken:
        return Sight(log, keys)
    remarks = [*library_remarks(office.review, log.replay), *_future(log)]
    try:
        seen = office.trust.seen()
        remarks += anchor_remarks(log.entries, office.place, seen)
        log = replace(log, remarks=tuple(remarks))
        moved = seen.head_at(office.place) != head_of(log.entries, office.place)
        if log.sound and log.entries and moved and _is_vouched_for(office, Sight(log, keys)):
            office.trust.remember(lambda before: _remembering(before, office, Sight(log, keys)))
    except UserError as error:
        words = tr("这台电脑没有记下刊库的记录到了哪里：{error}", error=error)
        log = replace(log, remarks=(*remarks, Remark(doubt=Doubt.LOG, words=words, note=True)))
    return Sight(log, keys)


def _future(log: Log) -> Iterator[Remark]:
    now = dt.datetime.now(tz=dt.UTC)
    late = next((one for one in log.entries if one.event.at > now + FUTURE), None)
    if late:
        words = tr(
            "第 {number} 条记录的时间（{at:%Y-%m-%d %H:%M}）在将来：写它时电脑的时钟不准。先后以记录的次序为准。",
            number=late.number,
            at=late.event.at.astimezone(),
        )
        yield Remark(doubt=Doubt.CLOCK, words=words, note=True)


def _is_vouched_for(office: ReadingOffice, sight: Sight) -> bool:
    """Return whether the approvals since the last look count here.

    Otherwise the log is not remembered: a forged continuation would make the true library look rolled back later.
    """
    head = sight.keys.seen.head_at(office.place)
    if head is None:
        return True
    new = [one.event for one in sight.log.entries[head.number :] if one.event.action is LogAction.APPROVED]
    known = {one.digest: one for one in held(office.review.approvals())} if new else {}
    return all(event.detail in known and _counts(known[event.detail], sight.keys) for event in new)


def _remembering(seen: Seen, office: ReadingOffice, sight: Sight) -> Seen:
    """Return what is remembered, updated from this library."""
    known, gone = set(seen.counted), {one.key for one in seen.retired}
    counted = [one for one in held(office.review.approvals()) if one.digest in known or _counts_for_good(one, sight)]
    ended = {*sight.replay.withdrawn, *(one.approval.replaces for one in counted)} - {""}
    retired = (one for one in _retired(office, sight.keys) if one.key not in gone)
    return replace(
        with_head(seen, head_of(sight.log.entries, office.place)),
        ended=tuple(dict.fromkeys((*seen.ended, *sorted(ended)))),
        counted=tuple(dict.fromkeys((*seen.counted, *(one.digest for one in counted)))),
        retired=(*seen.retired, *retired),
    )


def _counts(one: Held, keys: Keyring) -> bool:
    """Return whether an approval counts, even if only by the time it states."""
    approval = one.approval
    key = keys.known.get(approval.key)
    if key is None or key.name != approval.name or one.signed.key != approval.key:
        return False
    return keys.counting(one) is not Counting.NO and is_signed(one.signed)


def _counts_for_good(one: Held, sight: Sight) -> bool:
    """Return whether an approval counts by a known order; one that counts only by its stated time is not remembered."""
    return _counts(one, sight.keys) and sight.keys.counting(one) is Counting.YES


def _retired(office: ReadingOffice, keys: Keyring) -> Iterator[Retired]:
    ended = [key for key in keys.known.values() if key.until is not None]
    if not ended:
        return
    remarks = [read_introduction(one.statement) for one in filter(is_signed, office.review.introductions())]
    for key in ended:
        by = [one for one in remarks if (one.replaces, one.at) == (key.key, key.until) and one.key in keys.known]
        if by:
            yield Retired(key=key.key, by=by[0].key, at=by[0].at)
