"""统计 at the window: counted, sorted, drawn, copied, saved; 采用通报 and 年度总目录 with their pages."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from editor.desk.statistics.counting import Grouping
from editor.desk.statistics.period import Period
from tests.paper_desk import pages_of
from tests.statistics_library import fill, publication, two_issues
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import click


@pytest.fixture
def desk(open_window, library):
    fill(library, *two_issues())
    window = open_window(library)
    window.session.open(library.issues()[0].uid)
    return window


@pytest.fixture
def dialog(desk, qtbot):
    desk.actions_by_name["library.statistics"].trigger()
    made = desk.statistics.dialog
    qtbot.waitUntil(lambda: not made.reading, timeout=PATIENCE)
    return made


def column(dialog, place):
    return [row[place] for row in dialog.listed.rows]


def test_a_year_is_counted_by_what_is_chosen_and_sorted_by_any_column(dialog):
    assert column(dialog, 0) == ["地方实践", "政策要论"]
    click(dialog.view.segments[Grouping.SOURCE])
    assert column(dialog, 0) == ["云州日报", "黔中观察"]
    dialog.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert column(dialog, 2) == [1, 3]
    assert "篇数 4" in dialog.sums.text()


def test_another_period_counts_other_issues(dialog, qtbot):
    click(dialog.view.segments[Grouping.ISSUE])
    dialog.period.show_period(Period(first=dt.date(2026, 4, 1), last=dt.date(2026, 4, 30)))
    qtbot.waitUntil(lambda: not dialog.reading, timeout=PATIENCE)
    assert column(dialog, 0) == ["总第262期"]
    click(dialog.period.choice.segments["last"])
    qtbot.waitUntil(lambda: not dialog.reading, timeout=PATIENCE)
    assert dialog.listed.rows == ()
    assert "没有可以统计的" in dialog.message.text


def test_the_chart_is_copied_as_a_picture_and_the_table_as_cells(dialog):
    click(dialog.view.segments[Grouping.MONTH])
    click(dialog.copy_chart)
    assert QGuiApplication.clipboard().image().width() == 2 * dialog.chart.width()
    click(dialog.copy_table)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("2026-01\t1\t3")


@pytest.mark.parametrize(("name", "begins"), [("a.xlsx", b"PK"), ("a.csv", b"\xef\xbb\xbf")])
def test_a_table_is_saved_for_spreadsheets(dialog, tmp_path, monkeypatch, name, begins):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / name), ""))
    click(dialog.save)
    assert "已存为" in dialog.message.text
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_file_that_cannot_be_written_is_said(dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "没有" / "a.csv"), ""))
    click(dialog.save)
    assert "无法写入" in dialog.message.text


def test_points_are_changed_and_kept(desk, dialog, library):
    click(dialog.view.segments["adoption"])
    assert column(dialog, 6) == [3, 2]
    click(dialog.points)
    asked = desk.statistics.asked
    asked.headline.setValue(1)
    asked.sections["地方实践"].setValue(4)
    click(asked.take)
    assert column(dialog, 6) == [8, 1]
    assert library.publication(publication().uid).points.of("地方实践", headline=False) == 4


def test_the_errors_of_a_period_are_found_issue_by_issue(dialog, qtbot):
    click(dialog.view.segments["errors"])
    assert not dialog.save.isEnabled()
    click(dialog.check)
    qtbot.waitUntil(lambda: len(dialog.listed.rows) == 2, timeout=PATIENCE)
    assert column(dialog, 0) == ["总第261期", "总第262期"]


def test_the_report_of_adopted_pieces_is_seen_as_it_prints(desk, dialog, qtbot):
    click(dialog.report)
    paper = desk.statistics.paper
    qtbot.waitUntil(paper.save.isEnabled, timeout=PATIENCE)
    text = "".join(pages_of(paper.pdf)).replace(" ", "")
    assert "采用通报" in text
    assert "望海县委" in text
    assert "头条（一期的第一篇）3分" in text


def test_what_is_shown_is_printed_in_its_order(desk, dialog, qtbot):
    click(dialog.view.segments[Grouping.SOURCE])
    dialog.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    click(dialog.print)
    paper = desk.statistics.paper
    qtbot.waitUntil(paper.save.isEnabled, timeout=PATIENCE)
    text = "".join(pages_of(paper.pdf))
    assert "2026年出刊2期，刊出4篇" in text
    assert text.rindex("黔中观察") < text.rindex("云州日报")


def test_the_annual_index_is_seen_as_it_prints(desk, dialog, qtbot):
    click(dialog.index)
    qtbot.waitUntil(lambda: desk.statistics.paper is not None, timeout=PATIENCE)
    paper = desk.statistics.paper
    qtbot.waitUntil(paper.save.isEnabled, timeout=PATIENCE)
    text = "".join(pages_of(paper.pdf)).replace(" ", "")
    assert "栏目目录" in text
    assert "贵州省数据进村" in text
    assert "标签索引" in text
