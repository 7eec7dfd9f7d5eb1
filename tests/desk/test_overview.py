from editor.desk.overview import Overviewer
from editor.interchange.sample import sample_issue
from editor.model.edits import PENDING, Place, move_articles
from editor.model.page_facts import ArticlePages, PageFacts, Spot
from editor.model.workspace import Workspace


def overview(space, facts=None):
    return Overviewer().overview(space, facts, line_characters=38)


def sample():
    return Workspace(issue=sample_issue()[0])


def facts_of(article, free):
    spot = Spot(sheet=5, y=0)
    pages = ArticlePages(article=article, first=2, last=3, free_lines=free, start=spot, end=spot)
    return PageFacts(front=3, sheets=9, lines=40, articles=(pages,))


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
    space = sample()
    known = next(space.articles()).uid
    over = overview(space, facts_of(known, free=37)).article(known).over
    assert (over.lines, over.characters) == (3, 3 * 38)


def test_pending_articles_are_listed_and_counted_apart():
    space = sample()
    first = next(space.articles())
    after = overview(move_articles(space, {first.uid}, Place(section=PENDING, position=0)))
    assert [line.uid for line in after.pending] == [first.uid]
    assert after.characters == overview(space).characters - after.pending[0].characters
