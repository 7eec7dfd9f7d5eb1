"""What fits on a cover; that it does fit is seen on the pages (tests/pages/test_front_pages.py)."""

from dataclasses import replace

import pytest

from editor.document.cover_plan import cover_plan
from editor.document.issue_document import issue_cover
from editor.document.look import look_table
from editor.model.article import Title
from editor.model.issue import Section
from editor.model.publication import Look
from editor.model.uid import derived_uid
from tests.fakes import article, issue_of

HOUSE, GONGWEN = (look_table(Look(name=name)) for name in ("house", "gongwen"))
LINE = "数据登记办法"


def plan(*titles, headline=LINE, breaks=(), look=HOUSE, chosen=True):
    articles = tuple(replace(article(title), uid=derived_uid(title, str(at))) for at, title in enumerate(titles))
    issue = issue_of(headline=Title(text=headline, breaks=breaks))
    issue = replace(issue, sections=(Section(name="要闻", articles=articles),))
    if chosen:
        issue = replace(issue, cover_articles=tuple(one.uid for one in articles))
    return cover_plan(issue_cover(issue, title_width=look.title_width), look)


@pytest.mark.parametrize(
    ("look", "lines", "size", "fit"),
    [(HOUSE, 1, 27, 6), (HOUSE, 2, 27, 5), (HOUSE, 5, 20, 2), (GONGWEN, 1, 22, 11), (GONGWEN, 5, 22, 5)],
)
def test_the_headline_gets_smaller_before_it_takes_the_last_two_lines(look, lines, size, fit):
    breaks = tuple(len(LINE) * at for at in range(1, lines))
    made = plan(*[f"第{at}篇" for at in range(20)], headline=LINE * lines, breaks=breaks, look=look)
    assert (len(made.headline), made.size, len(made.lines)) == (lines, size, fit)
    assert [one.title for one in made.lines] == [f"第{at}篇" for at in range(fit)]


def test_the_longest_of_the_editors_lines_stays_whole():
    made = plan(headline=LINE * 3 + LINE, breaks=(18,))
    assert made.size == pytest.approx(470.5 / 18, abs=0.1)
    assert made.headline == (LINE * 3, LINE)


def test_a_headline_without_end_is_one_paragraph_in_small_type():
    made = plan("甲", headline=LINE * 80)
    assert made.headline == (LINE * 80,)
    assert made.size >= 10


def test_a_long_title_has_two_rows_and_what_is_more_is_cut():
    made = plan(LINE * 8, LINE * 40)
    assert made.lines[0].title == LINE * 8
    assert made.lines[1].title.endswith("…")
    assert len(made.lines[1].title) < 80
