"""What is not checked yet against the last galley: a note before a signature, never an error."""

from collections.abc import Iterator

from editor.desk.collating.baselines import Baseline, BaselineKind, baselines, issue_then, usual
from editor.desk.collating.changes import galley_changes
from editor.desk.collating.ticking import ticks_of
from editor.desk.ports import Library
from editor.desk.review.obstacles import Obstacle, ObstacleKind
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr


def unchecked(library: Library, issue: Issue) -> Iterator[Obstacle]:
    """Yield one note where changes since the last printed galley are not ticked; none where no galley was printed."""
    printed_ones = tuple(one for one in baselines(library, issue.uid) if one.kind is BaselineKind.GALLEY)
    chosen = usual(printed_ones, issue)
    if chosen is not None:
        yield from _since(library, issue, chosen)


def _since(library: Library, issue: Issue, chosen: Baseline) -> Iterator[Obstacle]:
    try:
        then = issue_then(library, issue.uid, chosen)
    except UserError as error:
        yield Obstacle(kind=ObstacleKind.CORRECTIONS, words=str(error))
        return
    ticks = ticks_of(issue)
    left = [one for one in galley_changes(then, issue, chosen.hash) if one.key not in ticks]
    if left:
        words = tr("比照{galley}，{n} 处改动还没有核红", galley=chosen.words, n=len(left))
        places = tuple(dict.fromkeys(one.where for one in left if one.where))
        yield Obstacle(kind=ObstacleKind.CORRECTIONS, words=words, places=places)
