"""统计 on paper: the table that is shown, with its chart."""

import datetime as dt

from editor.desk.papers.heading import foot
from editor.desk.statistics.report import Statistics
from editor.desk.statistics.tables import Cell, StatTable
from editor.document.charts import chart_of
from editor.document.papers import PaperHeading
from editor.document.stat_report import StatReport
from editor.model.body import Figure
from editor.model.number import date_label


def stat_report(
    statistics: Statistics, table: StatTable, figure: Figure | None, made: dt.datetime, *, named: int = 0
) -> StatReport:
    """Return the paper. named: the column of names; made: local time."""
    publication, articles = statistics.publication, statistics.articles
    characters = sum(one.facts.characters for one in articles)
    return StatReport(
        heading=PaperHeading(
            masthead=publication.profile.masthead,
            name="统计",
            line=(statistics.period.label, table.name),
            made=made,
            aside=date_label(made.date()),
            foot=foot(made),
            accent=publication.profile.accent,
        ),
        lead=f"{statistics.period.label}出刊 {len(statistics.issues)} 期，刊出 {len(articles)} 篇，{characters:,} 字。",
        heads=table.heads,
        rows=tuple(tuple(map(_printed, row)) for row in table.rows),
        total=tuple("" if cell is None else _printed(cell) for cell in table.total),
        named=named,
        chart=chart_of(figure) if figure else None,
    )


def stat_pdf(report: StatReport) -> bytes:
    """Return the paper as PDF."""
    from editor.pages.papers import set_paper

    return set_paper(report)


def _printed(cell: Cell) -> str:
    if cell is None:
        return "—"
    return f"{cell:,}" if isinstance(cell, int | float) else cell
