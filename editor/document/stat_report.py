"""统计 as a paper: a table as it was asked for, with its chart."""

from dataclasses import dataclass

from editor.document.charts import Chart
from editor.document.papers import PaperHeading


@dataclass(frozen=True, slots=True, kw_only=True)
class StatReport:
    """统计表. named: the column of names, the others hold numbers; total: the last row, empty for none."""

    heading: PaperHeading
    lead: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    named: int
    chart: Chart | None
