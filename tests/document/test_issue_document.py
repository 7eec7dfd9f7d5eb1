import datetime as dt

from editor.document.issue_document import issue_document
from editor.document.parts import BackMatter, ContentsPage, Cover, CreditsPage
from editor.model.article import Article, Title, title_of
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import PageStart, Profile
from editor.model.uid import derived_uid

PROFILE = Profile(masthead="云州观察")


def article(title, *, start=PageStart.SECTION, length=10, **fields):
    blocks = (Paragraph(runs=text_of("数" * length)),)
    return Article(title=Title(text=title), page_start=start, blocks=blocks, **fields)


def document(*sections, **fields):
    issue = Issue(
        publication=derived_uid("云州观察"),
        number=Number(year=2025, number=3, total=30),
        date=dt.date(2025, 1, 20),
        profile=PROFILE,
        sections=sections,
        **fields,
    )
    return issue_document(issue, title_width=21.8)


def part(doc, kind):
    return next(item for item in doc.parts if isinstance(item, kind))


def test_the_first_article_of_a_section_opens_a_page_whatever_it_says():
    doc = document(Section(name="要闻", articles=(article("一", start=PageStart.RUN_ON), article("二"))))
    assert [item.starts_page for item in doc.articles()] == [True, False]


def test_an_article_follows_its_own_decision_before_its_sections():
    rule = Section(
        name="要闻",
        page_start=PageStart.PAGE,
        articles=(article("一"), article("二"), article("三", start=PageStart.RUN_ON)),
    )
    assert [item.starts_page for item in document(rule).articles()] == [True, True, False]


def test_a_section_without_articles_is_not_printed():
    doc = document(Section(name="空"), Section(name="要闻", articles=(article("一"),)))
    assert [section.name for section in doc.sections()] == ["要闻"]
    assert [group.name for group in part(doc, ContentsPage).groups] == ["要闻"]


def test_an_empty_issue_is_a_cover_alone():
    assert [type(item) for item in document().parts] == [Cover]


def test_source_and_link_are_set_from_the_profile():
    item = article("一", source="云州日报", link="https://example.org/1")
    set_article = document(Section(name="要闻", articles=(item,))).articles()[0]
    assert set_article.credit == "（来源：云州日报）"
    assert set_article.card.caption == PROFILE.link_captions[0]


def test_an_article_without_source_or_link_prints_neither():
    set_article = document(Section(name="要闻", articles=(article("一"),))).articles()[0]
    assert (set_article.credit, set_article.card) == ("", None)


def test_the_cover_leads_to_the_article_it_names():
    one, two = article("一"), article("头条新闻")
    doc = document(Section(name="要闻", articles=(one, two)), headline=title_of("头条", "新闻"))
    assert part(doc, Cover).headline == ("头条", "新闻")
    assert part(doc, Cover).anchor == two.uid


def test_the_issue_line_carries_date_and_numbers():
    assert part(document(Section(name="要闻", articles=(article("一"),))), Cover).issue_line == (
        "2025年1月20日",
        "第3期",
        "总第30期",
    )


def test_without_credits_and_publishers_their_pages_are_left_out():
    doc = document(Section(name="要闻", articles=(article("一"),)))
    assert not any(isinstance(item, (CreditsPage, BackMatter)) for item in doc.parts)


def test_a_headline_without_the_editors_breaks_leaves_no_two_characters_alone():
    title = "云州市促进实体经济和数字经济深度融合巡回宣讲活"
    cover = part(document(Section(name="要闻", articles=(article(title),))), Cover)
    assert len(cover.headline) == 2
    assert min(map(len, cover.headline)) > 3
