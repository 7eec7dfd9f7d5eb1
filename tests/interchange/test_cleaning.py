from dataclasses import replace

import pytest
from hypothesis import given

from editor.interchange.cleaning import cleaned
from editor.interchange.sample import sample_issue
from editor.model.article import title_of
from editor.model.body import ItemList, Paragraph, Run, Table, plain, text_of
from editor.text.sanitise import clean
from tests.strategies import issues


@given(issues())
def test_cleaning_twice_is_cleaning_once(issue):
    once, _ = cleaned(issue)
    assert cleaned(once) == (once, ())


def test_the_sample_has_nothing_to_clean():
    issue, publication, _ = sample_issue()
    assert cleaned(issue) == (issue, ())
    assert cleaned(publication) == (publication, ())


def test_hidden_characters_go_and_are_said_with_their_place():
    issue, _, _ = sample_issue()
    section = issue.sections[0]
    spoilt = replace(
        section.articles[0],
        title=title_of("云\u202e州启动", "“一本\u2060账”"),
        blocks=(Paragraph(runs=text_of("数\u200b据\u200b")),),
    )
    bad = replace(issue, sections=(replace(section, articles=(spoilt, *section.articles[1:])), *issue.sections[1:]))
    made, said = cleaned(bad)
    article = made.sections[0].articles[0]
    assert article.title.lines == ("云州启动", "“一本账”")
    assert plain(article.blocks[0].runs) == "数据"
    assert len(said) == 1
    assert "U+200B 2 个、U+202E 1 个、U+2060 1 个" in said[0]
    assert clean(said[0]).text == said[0]


LINKS = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "\\\\host\\share",
    "data:text/html,a",
    "ht\ttp://example.org",
    "//",
)


def with_links(issue, *links, link=""):
    section = issue.sections[0]
    runs = tuple(Run(text=f"第{place}处", link=one) for place, one in enumerate(links, 1))
    table = Table(head=(runs,), rows=((runs,),))
    linked = replace(section.articles[0], blocks=(Paragraph(runs=runs), ItemList(items=(runs,)), table), link=link)
    return replace(issue, sections=(replace(section, articles=(linked, *section.articles[1:])), *issue.sections[1:]))


def test_links_that_lead_to_no_page_become_words_and_are_said():
    issue, _, _ = sample_issue()
    made, said = cleaned(with_links(issue, *LINKS, "https://example.org/a", "mailto:desk@example.org"))
    article = next(made.articles())
    kept = {run.link for block in (article.blocks[0].runs, article.blocks[1].items[0]) for run in block}
    assert kept == {"", "https://example.org/a", "mailto:desk@example.org"}
    assert plain(article.blocks[0].runs) == "".join(f"第{place}处" for place in range(1, 9))
    assert said == (f"“{article.title.text[:30]}”里有 24 个链接不是网页或邮件地址，只留下文字。",)


def test_an_articles_own_link_is_no_program():
    issue, _, _ = sample_issue()
    made, said = cleaned(with_links(issue, link="javascript:alert(1)"))
    assert next(made.articles()).link == ""
    assert "“javascript:alert(1)”不是网页地址" in said[0]


@pytest.mark.parametrize("link", ["https://example.org/a", "www.example.org/a", "见第3期：附件"])
def test_an_articles_link_in_words_stays_as_it_is(link):
    issue, _, _ = sample_issue()
    made, said = cleaned(with_links(issue, link=link))
    assert (next(made.articles()).link, said) == (link, ())
