"""核红单: what changed since a galley on paper, each change with a box to tick."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import groupby

from editor.desk.collating.baselines import Baseline, baselines, issue_then, usual
from editor.desk.collating.change import GalleyChange
from editor.desk.collating.changes import galley_changes
from editor.desk.collating.ticking import progress, ticks_of
from editor.desk.papers.heading import heading_of, moment
from editor.desk.ports import Library
from editor.document.papers import CollatedChange, CollatedPiece, CollationGroup, CollationList
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import in_chinese, tr
from editor.model.tick import Tick


def collation_list(
    issue: Issue, then: Issue, baseline: Baseline, pages: Mapping[str, str], made: dt.datetime
) -> CollationList:
    """Return the changes as a paper. then: of the baseline; pages: by a change's key; made: local time."""
    # places and kinds of changes are said anew: a paper is in Chinese
    with in_chinese():
        changes, name = galley_changes(then, issue, baseline.hash), baseline.words
    done, ticks = progress(issue, changes), ticks_of(issue)
    aside = f"比照{name}（{moment(baseline.at)}）　共 {done.of} 处，已核 {done.done} 处"
    return CollationList(
        heading=heading_of(issue, "核红单", made, aside=aside),
        groups=tuple(_groups(changes, ticks, pages)),
        empty="和这一次比，一个字也没有改。",
    )


def collation_pdf(library: Library, uid: str, made: dt.datetime) -> bytes:
    """Return the changes of an issue since its usual baseline as PDF. Raises UserError where there is none."""
    from editor.pages.papers import set_paper

    issue = library.issue(uid)
    chosen = usual(baselines(library, uid), issue)
    if chosen is None:
        raise UserError(tr("这一期还没有可以比照的清样；请先用 export --proof 1 打一次纸样。"))
    return set_paper(collation_list(issue, issue_then(library, uid, chosen), chosen, {}, made))


def _groups(
    changes: tuple[GalleyChange, ...], ticks: Mapping[str, Tick], pages: Mapping[str, str]
) -> Iterator[CollationGroup]:
    numbered = enumerate(changes, 1)
    for (_, title), pairs in groupby(numbered, key=lambda pair: (pair[1].where, pair[1].title)):
        yield CollationGroup(title=title, changes=tuple(_listed(number, one, ticks, pages) for number, one in pairs))


def _listed(number: int, one: GalleyChange, ticks: Mapping[str, Tick], pages: Mapping[str, str]) -> CollatedChange:
    tick, page = ticks.get(one.key), pages.get(one.key, "")
    return CollatedChange(
        number=number,
        place=one.place,
        done=one.done,
        page=f"{page} 页" if page else "",
        pieces=tuple(CollatedPiece(kind=piece.kind.value, text=piece.text) for piece in one.pieces),
        tick=f"{tick.name or '署名不详'}，{moment(tick.at)}" if tick else "",
    )
