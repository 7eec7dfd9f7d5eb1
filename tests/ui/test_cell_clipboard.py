"""Cells as spreadsheets, word processors and browsers put them on the clipboard."""

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QMimeData, QUrl

from editor.interchange.cleaning import cleaned
from editor.model.body import Table, plain, text_of
from editor.model.errors import UserError
from editor.ui.body.cell_clipboard import copied_cells, pasted_cells, pasted_runs
from tests.strategies import tables

pytestmark = pytest.mark.usefixtures("qapp")

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>
<!--StartFragment--><tr><td colspan=2 class=xl65>合计</td><td>1,204</td></tr>
<tr><td>云州</td><td><b>12</b></td><td>87</td></tr><!--EndFragment--></table></body></html>"""


def holding(**what):
    data = QMimeData()
    for kind, value in what.items():
        getattr(data, f"set{kind.capitalize()}")(value)
    return data


def words(table):
    return None if table is None else [[plain(cell) for cell in row] for row in table.grid()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\n\tb", [["a", ""], ["", "b"]]),
        ('a\t"两\n行"\nc\t"他说""好"""', [["a", "两 行"], ["c", '他说"好"']]),
        ('"甲"\t"乙"', [['"甲"', '"乙"']]),
        ('"甲\t乙\n丙\t丁', [['"甲', "乙"], ["丙", "丁"]]),
        ('"' + "长" * 200_000 + "\n", None),
        ("一句话", None),
        ("", None),
    ],
)
def test_tabs_and_lines_are_cells(text, expected):
    assert words(pasted_cells(holding(text=text))) == expected


def test_a_spreadsheets_cells_come_with_what_is_merged_and_bold():
    table = pasted_cells(holding(html=EXCEL, text="合计\t\t1,204\n云州\t12\t87"))
    assert words(table) == [["合计", "", "1,204"], ["云州", "12", "87"]]
    assert [(one.row, one.column, one.columns) for one in table.spans] == [(0, 0, 2)]
    assert table.grid()[1][1][0].bold


def test_a_page_with_words_alone_is_no_table():
    data = holding(html="<p>一<b>句</b>话</p>", text="一句话")
    assert pasted_cells(data) is None
    assert [(run.text, run.bold) for run in pasted_runs(data)] == [("一", False), ("句", True), ("话", False)]


def test_lines_become_one_where_there_is_no_cell():
    assert pasted_runs(holding(text="一\n二\t三")) == text_of("一 二 三")


def test_addresses_of_files_are_no_words():
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/x/y.png")])
    assert (pasted_cells(data), pasted_runs(data)) == (None, ())


def test_more_cells_than_a_table_can_have_are_refused():
    with pytest.raises(UserError, match="放不进"):
        pasted_cells(holding(text="a\t" * 50_001))


@given(tables())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_what_is_copied_is_pasted_the_same(table):
    ((bare,), _) = cleaned((Table(head=table.head, rows=table.rows, spans=table.spans, header_rows=table.header_rows),))
    back = pasted_cells(copied_cells(bare))
    assert (back.head, back.rows, back.spans) == (bare.head, bare.rows, bare.spans)
