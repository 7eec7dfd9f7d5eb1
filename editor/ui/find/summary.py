"""What a search of the library found, in a sentence."""

from editor.desk.replacing import Skip
from editor.model.language import tr
from editor.ui.find.results import SearchResults


def summary(results: SearchResults, query: str, *, replacing: bool) -> str:
    """Return how much was found; what replacing leaves alone only where something is to be replaced."""
    if not results.many:
        return tr("刊库里没有“{query}”。", query=query)
    skipped = _skipped(results) if replacing else ""
    return tr("{n} 期里有 {many} 处。{skipped}", n=len(results.issues), many=results.many, skipped=skipped)


def _skipped(results: SearchResults) -> str:
    closed, submitted, past = map(results.skipped, (Skip.CLOSED, Skip.SUBMITTED, Skip.PAST))
    parts = (
        tr("{n} 期已签发", n=closed) if closed else "",
        tr("{n} 期已送审", n=submitted) if submitted else "",
        tr("{n} 期是往期", n=past) if past else "",
    )
    which = tr("、").join(filter(None, parts))
    return tr("其中 {which}，只列出，不会改动。", which=which) if which else ""
