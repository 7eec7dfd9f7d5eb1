"""Charts of Word as ours: the numbers that the file keeps of them."""

from editor.intake.word.markup import child, qn, short
from editor.intake.word.package import Element
from editor.model.body import ChartKind, Figure
from editor.text.sanitise import sanitise

_KINDS = {
    "c:barChart": ChartKind.BAR,
    "c:bar3DChart": ChartKind.BAR,
    "c:lineChart": ChartKind.LINE,
    "c:line3DChart": ChartKind.LINE,
    "c:areaChart": ChartKind.LINE,
    "c:pieChart": ChartKind.SHARE,
    "c:pie3DChart": ChartKind.SHARE,
    "c:doughnutChart": ChartKind.SHARE,
    "c:ofPieChart": ChartKind.SHARE,
}
_MOST_ROWS, _MOST_COLUMNS = 200, 30


def chart_figure(root: Element, *, alt: str, uid: str) -> Figure | None:
    """Return a chart with its numbers; None for a kind that we have not, or one without numbers."""
    plots = [one for one in root.iter() if short(one) in _KINDS]
    series = [one for plot in plots for one in plot.findall(qn("c:ser"))]
    if not series or len(series) > _MOST_COLUMNS:
        return None
    columns = [_points(child(one, "c:val")) for one in series]
    length = max(map(len, columns))
    if not 0 < length <= _MOST_ROWS:
        return None
    names = next((found for one in series if (found := _points(child(one, "c:cat")))), {})
    head = ("", *(_name(one, at) for at, one in enumerate(series, 1)))
    rows = sorted(set().union(*columns))[:_MOST_ROWS]
    grid = tuple((names.get(row, str(row + 1)), *(column.get(row, "") for column in columns)) for row in rows)
    return Figure(chart=(head, *grid), chart_kind=_KINDS[short(plots[0])], caption=_title(root), alt=alt, uid=uid)


def _points(element: Element | None) -> dict[int, str]:
    """Return the values kept of a series by their place."""
    made = {}
    for one in () if element is None else element.iter(qn("c:pt")):
        place = one.get("idx", "")
        if place.isascii() and place.isdecimal() and len(place) < 5:
            made[int(place)] = _words(one)
    return made


def _words(element: Element) -> str:
    return " ".join(sanitise(" ".join(element.itertext(qn("c:v"), qn("a:t")))).split())


def _name(series: Element, at: int) -> str:
    found = child(series, "c:tx")
    return (_words(found) if found is not None else "") or f"系列{at}"


def _title(root: Element) -> str:
    found = child(child(root, "c:chart"), "c:title")
    return "" if found is None else "".join(_words(found))
