from dataclasses import replace

from editor.model.cover_articles import cover_articles
from editor.model.issue import Section
from tests.fakes import article, issue_of

ARTICLES = tuple(article(title) for title in "甲乙丙丁戊己庚")


def issue(**fields):
    parts = (ARTICLES[:2], (), *((one,) for one in ARTICLES[2:]))
    sections = tuple(Section(name=str(at), articles=part) for at, part in enumerate(parts))
    return replace(issue_of(), sections=sections, **fields)


def named(made):
    return "".join(one.title.text for one in cover_articles(made))


def uids(titles):
    return tuple(ARTICLES["甲乙丙丁戊己庚".index(title)].uid for title in titles)


def test_by_itself_the_cover_names_the_first_article_of_four_other_sections():
    assert named(issue()) == "丙丁戊己"


def test_the_editors_choice_is_named_in_its_order_without_what_has_left_the_issue():
    assert named(issue(cover_articles=(*uids("庚乙"), "0" * 32, *uids("庚甲")))) == "庚乙甲"


def test_no_article_can_be_chosen_and_a_choice_that_has_gone_leaves_it_to_the_sections():
    assert named(issue(cover_articles=())) == ""
    assert named(issue(cover_articles=("0" * 32,))) == "丙丁戊己"
