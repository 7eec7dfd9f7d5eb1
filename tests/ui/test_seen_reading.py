"""似已刊 at the window: found beside typing, and said of a piece that has just come in."""

import datetime as dt
from dataclasses import replace

import pytest

from editor.model.article import Article, Title
from editor.model.body import Paragraph, text_of
from editor.model.edits import ArticlePosition, add_articles
from editor.model.uid import new_uid
from tests.similar_pairs import pairs

SAME = next(one for one in pairs() if one.kind == "reordered")


def told(side):
    title, body = side
    return Article(title=Title(text=title), blocks=tuple(Paragraph(runs=text_of(line)) for line in body.split("\n")))


@pytest.fixture
def reading(window):
    """The reading of a window whose library printed the first of the pair in another issue."""
    opened = window.context.opened
    section = replace(opened.issue.sections[0], articles=(told(SAME.first),), uid=new_uid())
    number = replace(opened.issue.number, year=2019, number=7, total=7)
    printed = (
        replace(opened.issue, uid=new_uid(), number=number, date=dt.date(2019, 2, 2), sections=(section,), cover=None)
        if hasattr(opened.issue, "cover")
        else replace(opened.issue, uid=new_uid(), number=number, date=dt.date(2019, 2, 2), sections=(section,))
    )
    window.context.session.library.add_issue(printed)
    window.checks._seen._quiet.setInterval(0)
    return window.checks._seen


def test_a_piece_that_comes_in_is_told_where_it_was_printed(window, reading, qtbot):
    window.checks.run()
    qtbot.waitUntil(lambda: reading.known is not None)
    opened = window.context.opened
    place = ArticlePosition(section=opened.issue.sections[0].uid, position=0)
    with qtbot.waitSignal(reading.arrived) as said:
        opened.apply("来稿", lambda space: add_articles(space, place, (told(SAME.second),)))
        window.checks.run()
    assert said.args == [f"“{SAME.second[0]}”似已刊于总第7期《{SAME.first[0]}》"]
    found = [one for one in window.checks.findings if one.rule == "archive.seen-before"]
    assert [one.message for one in found] == [f"似已刊于总第7期《{SAME.first[0]}》"]
