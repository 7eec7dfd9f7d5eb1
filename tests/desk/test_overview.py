import datetime as dt
from dataclasses import replace

from editor.desk.overview import Overviewer
from editor.document.look import look_table
from editor.interchange.sample import sample_issue
from editor.model.article_review import Phase
from editor.model.body import Paragraph, text_of
from editor.model.edits import PENDING, ArticlePosition, move_articles, put_article
from editor.model.page_facts import ArticlePages, PageFacts, Spot
from editor.model.review import Signoff
from editor.model.workspace import Workspace


def overview(space, facts=None):
    return Overviewer().overview(space, facts, look_table(space.issue.look))


def of_text(text):
    space = sample()
    return put_article(space, replace(next(space.articles()), blocks=(Paragraph(runs=text_of(text)),)))


def sample():
    return Workspace(issue=sample_issue()[0])


def facts_of(article, free, *following):
    spot = Spot(sheet=5, y=0)
    pages = ArticlePages(article=article, first=2, last=3, free_lines=free, start=spot, end=spot)
    return PageFacts(front=3, sheets=9, lines=40, articles=(pages, *following))


def test_sections_stand_in_order_with_their_counts():
    space = sample()
    seen = overview(space)
    assert [section.name for section in seen.sections] == [section.name for section in space.issue.sections]
    assert [len(section.articles) for section in seen.sections] == [len(part.articles) for part in space.issue.sections]
    assert seen.characters == sum(line.characters for part in seen.sections for line in part.articles) > 1000


def test_page_facts_give_folio_and_fill_of_the_articles_they_know():
    space = sample()
    known, unknown = [article.uid for article in space.articles()][:2]
    seen = overview(space, facts_of(known, free=10))
    line = seen.article(known)
    assert (line.folio, line.pages, line.free_lines, line.fill, line.over) == (2, 2, 10, 75, None)
    assert seen.article(unknown).folio is None
    assert seen.article("0" * 32) is None


def test_a_last_page_of_few_lines_says_what_would_save_it():
    space = of_text("字" * (3 * 38 + 4))
    known = next(space.articles()).uid
    over = overview(space, facts_of(known, free=38)).article(known).over
    # a first line is two em shorter: six characters stand on the last line, and one whole line goes with them
    assert (over.lines, over.characters) == (2, 6 + 38)


def test_no_page_is_saved_where_the_next_article_runs_on():
    space = sample()
    known, later = [article.uid for article in space.articles()][:2]
    spot = Spot(sheet=6, y=0)
    runs_on = ArticlePages(article=later, first=3, last=4, free_lines=9, start=spot, end=spot)
    assert overview(space, facts_of(known, 38, runs_on)).article(known).over is None
    assert overview(space, facts_of(known, 38)).article(known).over is not None


def test_pending_articles_are_listed_and_counted_apart():
    space = sample()
    first = next(space.articles())
    after = overview(move_articles(space, {first.uid}, ArticlePosition(section=PENDING, position=0)))
    assert [line.uid for line in after.pending] == [first.uid]
    assert after.characters == overview(space).characters - after.pending[0].characters


def test_articles_are_counted_by_where_they_stand_those_set_back_too():
    space, at = sample(), dt.datetime(2025, 1, 20, tzinfo=dt.UTC)
    first, second, third = list(space.articles())[:3]
    back = (Signoff(step="一审", name="总编甲", at=at, word="再核"),)
    for one, state, signoffs in ((first, "三校", ()), (second, "一审", ()), (third, "一审", back)):
        space = put_article(space, replace(one, archive=replace(one.archive, state=state, signoffs=signoffs)))
    seen, many = overview(space), len(list(space.articles()))
    assert {one.step: count for one, count in seen.at_steps.items() if count} == {
        "草稿": many - 3,
        "一审": 2,
        "三校": 1,
    }
    assert sum(section.done for section in seen.sections) == 1
    told = [seen.article(one.uid).standing.phase for one in (first, second, third)]
    assert told == [Phase.DONE, Phase.REVIEW, Phase.RETURNED]
