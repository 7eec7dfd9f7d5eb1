"""What a reader has not seen since the last reading, page by page and word by word."""

from dataclasses import replace

import pytest

from editor.interchange.sample import sample_issue
from editor.model.body import Paragraph, plain, text_of
from editor.model.edits import put_article
from editor.model.workspace import Workspace
from editor.pages.press import Press
from editor.pages.reports import Compared, ComparisonRequest, PagesRequest, WantedAreas, WordsAt


@pytest.fixture(scope="module")
def press():
    made = Press()
    yield made
    made.close()


@pytest.fixture(scope="module")
def sample():
    issue, _, pictures = sample_issue()
    return issue, pictures


def compared(press, before, after, pictures):
    press.set_issue(PagesRequest(edition=7, issue=after, pictures=pictures))
    request = PagesRequest(edition=0, issue=before, pictures=pictures)
    found = press.compare(ComparisonRequest(edition=7, before=request))
    assert isinstance(found, Compared)
    return found


def edited(issue, change):
    """Change the first paragraph of the first article that has one."""
    article = next(one for one in issue.articles() if any(isinstance(block, Paragraph) for block in one.blocks))
    at = next(place for place, block in enumerate(article.blocks) if isinstance(block, Paragraph))
    block = article.blocks[at]
    made = replace(block, runs=text_of(change(plain(block.runs))))
    blocks = (*article.blocks[:at], made, *article.blocks[at + 1 :])
    space = put_article(Workspace(issue=issue), replace(article, blocks=blocks))
    return space.issue, article, made


def test_an_issue_that_is_as_it_was_read_has_no_changes(press, sample):
    issue, pictures = sample
    found = compared(press, issue, issue, pictures)
    assert (found.changes, found.looks, found.moved) == ((), (), ())


def test_a_replaced_word_is_named_with_its_page_and_place(press, sample):
    issue, pictures = sample
    after, article, block = edited(issue, lambda text: text[:4] + "甲乙丙" + text[6:])
    found = compared(press, issue, after, pictures)
    (change,) = [one for one in found.changes if one.words]
    assert (change.words.article, change.words.block, change.after) == (article.uid, block.uid, "甲乙丙")
    (area,) = change.areas
    assert area.sheet == change.sheet == found.sheets[0]
    facts = press._setting.facts.of(article.uid)
    start, _ = facts.extent(block.uid)
    assert start.y <= area.top < area.bottom
    assert area.right - area.left > 3 * 3000, "three characters of body size"


def test_deleted_words_are_marked_where_the_text_goes_on(press, sample):
    issue, pictures = sample
    after, _, _ = edited(issue, lambda text: text[:4] + text[8:])
    found = compared(press, issue, after, pictures)
    change = next(one for one in found.changes if one.words)
    assert (change.after, len(change.before)) == ("", 4)
    assert change.areas[0].left == change.areas[0].right


def test_another_date_changes_the_cover(press, sample):
    issue, pictures = sample
    after = replace(issue, date=issue.date.replace(day=1 if issue.date.day > 1 else 2))
    assert 1 in compared(press, issue, after, pictures).sheets


def test_another_colour_changes_only_how_pages_look(press, sample):
    issue, pictures = sample
    found = compared(press, issue, replace(issue, profile=replace(issue.profile, accent="#8A1C1C")), pictures)
    assert found.changes == ()
    assert found.looks


def test_words_are_found_on_their_page(press, sample):
    issue, pictures = sample
    press.set_issue(PagesRequest(edition=8, issue=issue, pictures=pictures))
    article = next(issue.articles())
    title = WordsAt(article=article.uid, end=4)
    found = press.areas(WantedAreas(edition=8, words=(title,)))
    assert found.areas[0][0].sheet == press._setting.facts.of(article.uid).start.sheet
    assert press.areas(WantedAreas(edition=3, words=(title,))) is None
