"""统计 and 采用 of a library: what is counted, by what, and what files for spreadsheets hold."""

import datetime as dt
import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.library import open_library
from editor.desk.overview import article_characters
from editor.desk.statistics.counting import Grouping, counts
from editor.desk.statistics.files import tables_csv, tables_xlsx
from editor.desk.statistics.period import Period, quarter_of, year_of
from editor.desk.statistics.report import chosen_publication, error_rates, read_statistics
from editor.desk.statistics.tables import adoption_table, count_table, error_table
from editor.model.errors import UserError
from editor.model.points import Points, SectionPoints
from tests.statistics_library import article, fill, issue_of, publication, two_issues

YEAR = year_of(dt.date(2026, 1, 1))


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "刊库.db") as opened:
        yield opened


@pytest.fixture
def found(library):
    fill(library, *two_issues())
    return read_statistics(library, publication(), YEAR)


def names(found, grouping):
    return {row.name: row.articles for row in counts(found.articles, grouping, found.period)}


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        (Grouping.ISSUE, {"总第261期": 3, "总第262期": 1}),
        (Grouping.SECTION, {"政策要论": 2, "地方实践": 2}),
        (Grouping.SOURCE, {"云州日报": 3, "黔中观察": 1}),
        (Grouping.REGION, {"贵州": 1, "浙江": 1, "": 2}),
        (Grouping.TAG, {"登记": 2, "乡村": 1, "": 2}),
        (Grouping.EDITOR, {"李青": 3, "周远": 1}),
    ],
)
def test_articles_are_counted_by_what_they_have_in_common(found, grouping, expected):
    assert names(found, grouping) == expected


def test_months_without_an_issue_count_nothing_and_changes_are_said(found):
    table = count_table(found.articles, Grouping.MONTH, found.period)
    assert [row[2] for row in table.rows] == [3, 0, 0, 1]
    assert [row[-1] for row in table.rows] == [None, -3, 0, 1]


def test_characters_are_those_of_the_outline(found):
    whole = sum(article_characters(one) for issue in two_issues() for one in issue.articles())
    assert count_table(found.articles, Grouping.SECTION, found.period).total[3] == whole


def test_a_period_leaves_other_issues_out(library):
    fill(library, *two_issues())
    quarter = read_statistics(library, publication(), quarter_of(dt.date(2026, 5, 9)))
    assert names(quarter, Grouping.ISSUE) == {"总第262期": 1}
    assert quarter.period.label == "2026年第2季度"


def test_a_damaged_article_is_left_out_and_counted(library, tmp_path):
    import sqlite3

    fill(library, *two_issues())
    with sqlite3.connect(tmp_path / "刊库.db") as raw:
        raw.execute("UPDATE articles SET data = 'x' WHERE title = '杭州市会客厅'")
    facts = library.article_facts(publication().uid, YEAR)
    assert (len(facts.articles), facts.damaged) == (3, 1)


def test_units_are_ranked_by_the_points_of_their_publication(found):
    first, second = found.units
    assert (first.unit, first.points, first.headlines, first.rate) == ("云州市数据局", 3, 1, 100)
    assert (second.unit, second.points, second.rank) == ("望海县委", 2, 2)
    other = Points(adopted=1, headline=1, sections=(SectionPoints(section="地方实践", points=5),))
    changed = replace(found, publication=replace(found.publication, points=other))
    assert [(one.unit, one.points) for one in changed.units] == [("望海县委", 10), ("云州市数据局", 1)]
    assert adoption_table(found.units).total == (None, "合计", 3, 3, 1, None, 5)


def test_points_of_a_publication_are_kept(library):
    fill(library, *two_issues())
    known = chosen_publication(library, "")
    library.save_publication(replace(known, points=Points(adopted=2)))
    assert chosen_publication(library, "").points.adopted == 2


def test_a_piece_is_received_in_its_month_and_adopted_in_that_of_its_issue(library):
    sent = article("会客厅", unit="澄江区", received=dt.date(2025, 12, 20))
    fill(library, issue_of(1, dt.date(2026, 1, 5), {"动态": [sent]}))
    (unit,) = read_statistics(library, publication(), YEAR).units
    assert (unit.received, unit.adopted, unit.rate) == (0, 1, None)
    assert (unit.months[0].adopted, unit.months[0].points) == (1, 3)


def test_spreadsheets_get_no_formula(library):
    fill(library, issue_of(1, dt.date(2026, 1, 5), {"=1+1": [article("甲", "@来源")]}))
    tables = read_statistics(library, publication(), YEAR).tables()
    assert "'=1+1" in tables_csv(tables).decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(tables_xlsx(tables, "统计", dt.datetime(2026, 1, 5, tzinfo=dt.UTC)))) as book:
        sheets = "".join(book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name)
        shared = book.read("xl/sharedStrings.xml").decode()
        assert "quotePrefix" in book.read("xl/styles.xml").decode()
    assert "<f>" not in sheets
    assert ">=1+1<" in shared


def test_errors_are_counted_per_ten_thousand_characters(library):
    fill(library, issue_of(1, dt.date(2026, 1, 5), {"动态": [article("甲", text="他们的的确确走了。，")]}))
    found = read_statistics(library, publication(), YEAR)
    seen = []
    rates = error_rates(library, found, lambda done, n: seen.append((done, n)))
    table = error_table(rates)
    assert seen == [(0, 1), (1, 1)]
    assert table.total[4] == table.rows[0][4] == pytest.approx(table.total[3] * 10_000 / table.total[2], abs=0.1)


def test_which_publication_is_meant(library):
    with pytest.raises(UserError, match="还没有期刊"):
        chosen_publication(library, "")
    fill(library, *two_issues())
    with pytest.raises(UserError, match="没有刊物“别的”"):
        chosen_publication(library, "别的")


@given(st.dates(), st.dates())
def test_months_of_a_period_cover_it(one, other):
    first, last = sorted((one, other))
    if (last - first).days > 4000:
        return
    months = list(Period(first=first, last=last).months())
    assert months[0] == first.replace(day=1)
    assert months[-1] == last.replace(day=1)
    assert len(set(months)) == len(months)
