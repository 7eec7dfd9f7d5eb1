"""What was approved beside what is: the pages that differ, with the words on both sides."""

from dataclasses import replace

import pytest

from editor.interchange.sample import sample_issue
from editor.model.body import Paragraph, text_of
from editor.model.edits import put_article
from editor.model.workspace import Workspace
from editor.pages.pairs import page_pairs, page_picture
from editor.pages.reports import PagesRequest
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK, document


@pytest.fixture(scope="module")
def sample():
    issue, _, pictures = sample_issue()
    return issue, pictures


def request(issue, pictures):
    return PagesRequest(edition=0, issue=issue, pictures=pictures)


def with_first_paragraph(issue, words):
    article = next(one for one in issue.articles() if isinstance(one.blocks[0], Paragraph))
    first = replace(article.blocks[0], runs=text_of(words))
    changed = replace(article, blocks=(first, *article.blocks[1:]))
    return article, put_article(Workspace(issue=issue), changed).issue


def test_the_same_issue_has_no_pairs(sample):
    issue, pictures = sample
    assert page_pairs(request(issue, pictures), request(issue, pictures)).differing == ()


def test_changed_words_are_marked_on_both_sides(sample):
    issue, pictures = sample
    article, now = with_first_paragraph(issue, "只剩这一句。")
    pairs = page_pairs(request(issue, pictures), request(now, pictures))
    sheet = pairs.after.facts.of(article.uid).start.sheet
    pair = next(one for one in pairs.differing if one.after == sheet)
    assert len(pairs.before.areas(pair.before)) > len(pairs.after.areas(sheet)) > 0


def test_words_put_into_a_title_of_two_lines_are_marked_and_nothing_beside(sample):
    issue, pictures = sample
    article = next(one for one in issue.articles() if one.title.breaks)
    title = replace(article.title, text=f"{article.title.text}方案")
    now = put_article(Workspace(issue=issue), replace(article, title=title)).issue
    pairs = page_pairs(request(issue, pictures), request(now, pictures))
    sheet = pairs.after.facts.of(article.uid).start.sheet
    for place in (pairs.before.facts.front, sheet):
        (was,), (is_,) = pairs.before.areas(place), pairs.after.areas(place)
        assert was.left == was.right, "nothing is gone"
        assert (was.left, was.top) == pytest.approx((is_.left, is_.top), abs=200)
        assert is_.right - is_.left == pytest.approx(2 * (is_.bottom - is_.top), rel=0.05), "two characters"


def test_a_page_that_comes_in_leaves_those_behind_it_beside_their_own(sample):
    issue, pictures = sample
    long = "这一段写得很长，要占一整页还多。" * 120
    article, now = with_first_paragraph(issue, long)
    pairs = page_pairs(request(issue, pictures), request(now, pictures))
    more = pairs.after.facts.sheets - pairs.before.facts.sheets
    assert more > 0
    assert sum(one.before is None for one in pairs.differing) == more
    first = pairs.after.facts.of(article.uid)
    behind = [one for one in pairs.differing if one.before and one.after and one.after > first.end.sheet]
    assert all(one.after - one.before == more for one in behind)


def test_the_signed_pages_are_shown_where_they_are_as_many(sample):
    issue, pictures = sample
    _, now = with_first_paragraph(issue, "只剩这一句。")
    before, after = request(issue, pictures), request(now, pictures)
    signed = page_pairs(before, before).before.pdf + b"\n"
    pairs = page_pairs(before, after, signed=signed)
    assert pairs.signed
    assert pairs.before.pdf == signed
    with Typesetter() as typesetter:
        other = typesetter.render(document(), LOOK, {}, final=True).pdf
    for unfit in (other, b"", b"%PDF cut"):
        pairs = page_pairs(before, after, signed=unfit)
        assert not pairs.signed
        assert pairs.before.pdf != unfit


def test_a_page_that_is_not_there_has_no_picture(sample):
    issue, pictures = sample
    pdf = page_pairs(request(issue, pictures), request(issue, pictures)).before.pdf
    assert page_picture(pdf, 1, resolution=24).width > 0
    assert page_picture(pdf, 99, resolution=24) is None


def test_a_changed_source_is_marked_where_it_is_printed(sample):
    issue, pictures = sample
    article = next(issue.articles())
    now = put_article(Workspace(issue=issue), replace(article, source="云州市数据局")).issue
    pairs = page_pairs(request(issue, pictures), request(now, pictures))
    last = article.blocks[-1].uid
    before, after = ((pairs.before, "before"), (pairs.after, "after"))
    for side, name in (before, after):
        pages = side.facts.of(article.uid)
        (area,) = [one for pair in pairs.differing for one in side.areas(getattr(pair, name))]
        assert (area.sheet, area.top) > (pages.start.sheet, pages.start.y)
        assert (area.sheet, area.bottom) > (pages.extent(last)[0].sheet, pages.extent(last)[0].y)
