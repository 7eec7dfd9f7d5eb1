from editor.desk.overview import overview
from editor.interchange.sample import sample_issue
from editor.model.page_facts import ArticlePages, PageFacts, Spot


def facts_of(article, free):
    spot = Spot(sheet=5, y=0)
    pages = ArticlePages(article=article, first=2, last=3, free_lines=free, start=spot, end=spot)
    return PageFacts(front=3, sheets=9, lines=40, articles=(pages,))


def test_sections_stand_in_order_with_their_counts():
    issue, _, _ = sample_issue()
    seen = overview(issue, None)
    assert [section.name for section in seen.sections] == [section.name for section in issue.sections]
    assert [len(section.articles) for section in seen.sections] == [len(part.articles) for part in issue.sections]
    assert seen.characters == sum(line.characters for part in seen.sections for line in part.articles) > 1000


def test_page_facts_give_folio_and_fill_of_the_articles_they_know():
    issue, _, _ = sample_issue()
    known, unknown = [article.uid for article in issue.articles()][:2]
    seen = overview(issue, facts_of(known, free=10))
    line = seen.article(known)
    assert (line.folio, line.pages, line.free_lines, line.fill) == (2, 2, 10, 75)
    assert seen.article(unknown).folio is None
    assert seen.article("0" * 32) is None
