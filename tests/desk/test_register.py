"""来稿登记 of a publication: what came in for this issue and earlier ones, counted, filtered, answered."""

import csv
import datetime as dt
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.library import open_library
from editor.desk.intake.register import (
    RegisterFilter,
    RegisterOutcome,
    register_entries,
    register_grid,
    unit_counts,
    unit_grid,
)
from editor.desk.intake.replies import printed_folios, reply_text
from editor.model.article import Article, ArticleArchive, title_of
from editor.model.body import Paragraph, text_of
from editor.model.edits import INBOX, ArticlePosition, add_articles
from editor.model.issue import Section
from editor.model.number import Number
from editor.model.origin import Receipt
from editor.model.publication import Profile, Publication
from editor.model.receipts import rejected
from editor.text.cell_grid import grid_file, grid_from_file, grid_to_tabs, harmless
from tests.fakes import issue_of

PUBLICATION = Publication(profile=Profile(masthead="云州观察"))
JANUARY, MARCH = dt.date(2025, 1, 6), dt.date(2025, 3, 3)


def sent(title, unit, day=JANUARY, sender=""):
    receipt = Receipt(received=day, unit=unit, sender=sender)
    blocks = (Paragraph(runs=text_of("正文一段。")),)
    return Article(title=title_of(title), blocks=blocks, source=unit, archive=ArticleArchive(receipt=receipt))


def issue(number, *articles, **fields):
    section = Section(name="要闻", articles=articles)
    made = replace(issue_of(), publication=PUBLICATION.uid, sections=(section,), date=dt.date(2025, number, 20))
    return replace(made, uid=f"{number:032x}", number=Number(year=2025, number=number, total=10 + number), **fields)


@pytest.fixture
def library(tmp_path):
    """An earlier issue with two pieces, and one in hand with one; one waits, one was rejected."""
    with open_library(tmp_path / "library.db") as made:
        made.save_publication(PUBLICATION)
        old = issue(
            1,
            sent("登记提速", "市数据局", sender="陈一帆"),
            sent("台账治理", "澄江区委办"),
            Article(title=title_of("自写")),
        )
        made.add_issue(old)
        made.add_issue(issue(3, sent("会客厅上线", "市数据局", MARCH)))
        space = made.workspace(f"{3:032x}")
        waiting, bad = sent("新来一篇", "澄江区委办", MARCH), sent("旧闻", "望海县府办", MARCH)
        after = add_articles(space, ArticlePosition(section=INBOX, position=0), (waiting, bad))
        after = rejected(after, {bad.uid}, "已有同题", at=dt.datetime(2025, 3, 4, tzinfo=dt.UTC))
        made.save_workspace(space, after, author="甲")
        yield made


def entries(library):
    space = library.workspace(f"{3:032x}")
    return register_entries(space, library.received(PUBLICATION.uid), {f"{1:032x}"})


def titles(found):
    return {one.title for one in found}


def entry(library, title):
    return next(one for one in entries(library) if one.title == title)


def test_pieces_of_all_issues_are_listed_once_and_what_nobody_sent_is_not(library):
    found = entries(library)
    assert sorted(one.title for one in found) == ["会客厅上线", "台账治理", "新来一篇", "旧闻", "登记提速"]
    assert found[0].receipt.received == MARCH
    assert {one.title for one in found if not one.own} == {"登记提速", "台账治理"}


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        ({}, {"会客厅上线", "台账治理", "新来一篇", "旧闻", "登记提速"}),
        ({"issue": f"{1:032x}"}, {"登记提速", "台账治理"}),
        ({"issue": ""}, {"新来一篇", "旧闻"}),
        ({"unit": "市数据局"}, {"登记提速", "会客厅上线"}),
        ({"month": dt.date(2025, 1, 1)}, {"登记提速", "台账治理"}),
        ({"outcome": RegisterOutcome.REJECTED}, {"旧闻"}),
        ({"outcome": RegisterOutcome.WAITING, "unit": "澄江区委办"}, {"新来一篇"}),
    ],
)
def test_they_are_filtered(library, wanted, left):
    asked = RegisterFilter(**wanted)
    assert titles(one for one in entries(library) if asked.accepts(one)) == left


def test_they_are_counted_by_unit(library):
    assert unit_grid(unit_counts(entries(library)))[1:] == (
        ("市数据局", "2", "2", "0", "100%"),
        ("澄江区委办", "2", "1", "0", "50%"),
        ("望海县府办", "1", "0", "1", "0%"),
    )


def test_the_reply_names_the_issue_and_the_folio_once_it_is_printed(library):
    one = entry(library, "台账治理")
    folio = printed_folios(library, one.issue.uid)[one.article]
    said = reply_text(one, "云州观察", folio=folio)
    assert f"已刊登在《云州观察》2025年第1期（总第11期，2025年1月20日）“要闻”栏目第{folio}页。" in said
    assert "拟编入《云州观察》第3期总第13期“要闻”栏目" in reply_text(entry(library, "会客厅上线"), "云州观察")
    assert reply_text(entry(library, "登记提速"), "云州观察").startswith("陈一帆：")
    assert "原因是：已有同题。" in reply_text(entry(library, "旧闻"), "云州观察")


def test_a_damaged_row_is_left_out(library, tmp_path):
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(tmp_path / "library.db")) as raw, raw:
        raw.execute("UPDATE articles SET data = replace(data, '陈一帆', '陈二帆')")
    assert "登记提速" not in titles(entries(library))


# as a table


def test_a_file_opens_in_a_spreadsheet_as_it_was_and_runs_nothing(library):
    rows = register_grid(entries(library))
    data = grid_file((*rows, ("2025-03-03", '=HYPERLINK("http://x")', "+1 甲", "@乙", "—", "-")))
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(map(tuple, read[:-1])) == rows
    assert read[-1] == ["2025-03-03", '\'=HYPERLINK("http://x")', "'+1 甲", "'@乙", "—", "'-"]
    assert grid_from_file(data, name="登记.csv")[0] == rows[0]


def test_the_clipboard_has_a_line_a_row():
    assert grid_to_tabs([("甲", "一\n二"), ("=1", "-3%")]) == "甲\t一 二\n'=1\t-3%"


@given(st.text())
def test_no_cell_begins_like_a_formula(cell):
    made = harmless(cell)
    assert made.removeprefix("'") == cell or made == cell
    stripped = made.lstrip("\t\r\n \u3000")
    number = stripped.lstrip("+-").rstrip("%").replace(".", "", 1)
    assert stripped[:1] not in tuple("=+-@") or number.isdecimal()
