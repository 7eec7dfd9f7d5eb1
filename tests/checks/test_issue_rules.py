import datetime as dt
from dataclasses import replace

import pytest

from editor.model.article import Title
from editor.model.body import Paragraph, text_of
from editor.model.issue import Section
from editor.model.number import Number
from editor.model.page_facts import ArticlePages, PageFacts, Spot
from editor.model.publication import Contact, ContactKind
from tests.checks.issues import CLEAN, article, check, issue

LAST = issue(article(), number=Number(year=2025, number=2, total=29), date=dt.date(2025, 1, 13))


def rules(one, **others):
    return {finding.rule: finding.message for finding in check(one, **others).findings}


def test_an_empty_section_and_an_empty_issue():
    one = issue(article())
    assert rules(replace(one, sections=(*one.sections, Section(name="地方")))) == {
        "structure.empty-section": "“地方”还没有文章"
    }
    assert "structure.no-articles" in rules(issue())


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("", False),
        ("云州市启动公共数据一本账行动", False),
        ("云州市启动公共数据一本账行动方案", True),
        ("云州启动公共数据“一本账”行动", True),
        ("本期专题：数据要素市场", False),
    ],
)
def test_a_headline_that_is_nearly_a_title(headline, found):
    one = replace(issue(article(title="云州市启动公共数据一本账行动")), headline=Title(text=headline))
    assert ("titles.headline" in rules(one)) is found


def test_two_articles_with_one_address():
    first = article(link="https://www.example.org/a?b=1&utm_source=x")
    second = article(title="又一篇", link="http://example.org/a?b=1#top")
    other = article(title="又一篇", link="http://example.org/a?b=2")
    assert list(rules(issue(first, second))) == ["sources.tracking", "sources.same-link"]
    assert list(rules(issue(first, other))) == ["sources.tracking"]


def test_blanks_that_only_one_article_has():
    others = [article(CLEAN, title=f"第{number}篇", link=f"https://example.org/{number}") for number in range(3)]
    loose = article("2025年1月3日，共有 9 章，增长 4% 左右。", title="另一篇")
    assert rules(issue(*others, loose)) == {"text.spacing": "汉字与数字之间有空格，共 4 处"}
    assert (
        rules(
            issue(
                *(
                    article(f"2025年，共 9 章、{n} 条。", title=f"第{n}篇", link=f"https://example.org/{n}")
                    for n in "12"
                )
            )
        )
        == {}
    )


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({}, None),
        ({"number": Number(year=2025, number=4, total=30)}, "numbers.series"),
        ({"number": Number(year=2025, number=3, total=31)}, "numbers.series"),
        ({"number": Number(year=2024, number=3, total=30)}, "numbers.year"),
        ({"date": dt.date(2025, 1, 21)}, "numbers.weekday"),
        ({"date": dt.date(2025, 1, 6)}, "numbers.order"),
    ],
)
def test_number_total_and_date_follow_the_previous_issue(changed, rule):
    assert list(rules(issue(article(), **changed), previous=LAST)) == ([rule] if rule else [])


def test_a_new_year_counts_from_one():
    last = issue(article(), number=Number(year=2024, number=50, total=213), date=dt.date(2024, 12, 30))
    first = issue(article(), number=Number(year=2025, number=1, total=214), date=dt.date(2025, 1, 6))
    assert rules(first, previous=last) == {}


@pytest.mark.parametrize(
    ("kind", "value", "rule"),
    [
        (ContactKind.PHONE, "0851-5550101 (传真)", None),
        (ContactKind.PHONE, "010 5550 0101 转 8、+86-10-55500101", None),
        (ContactKind.PHONE, "8679809O", "contacts.invalid"),
        (ContactKind.MAIL, "desk@example.org", None),
        (ContactKind.MAIL, "desk#example.org", "contacts.invalid"),
        (ContactKind.WEB, "www.example.org/a", None),
        (ContactKind.WEB, "无", "contacts.invalid"),
        (ContactKind.ADDRESS, "听涛路18号", None),
        (ContactKind.ADDRESS, " ", "contacts.empty"),
        (ContactKind.CODE, "", "contacts.empty"),
    ],
)
def test_contacts_can_be_used(kind, value, rule):
    one = issue(article(), contacts=(Contact(label="联系", kind=kind, value=value),))
    assert list(rules(one)) == ([rule] if rule else [])


def facts(one, *, last, free, following=True):
    uid = next(one.articles()).uid
    pages = [
        ArticlePages(article=uid, first=1, last=last, free_lines=free, start=Spot(sheet=4, y=0), end=Spot(sheet=5, y=0))
    ]
    if not following:
        pages.append(replace(pages[0], article="0" * 32, first=last, free_lines=10))
    return PageFacts(front=3, sheets=8, lines=35, articles=tuple(pages))


def test_the_pages_are_read_once_they_are_there():
    again = CLEAN.replace("登记", "流通").replace("3日", "5日")
    long = article(*(CLEAN.replace("九", number) + again.replace("九", number) for number in "一二三四五"))
    one = issue(long)
    assert [rule.group for rule in check(one).pending] == ["pages"] * 3
    over = check(one, facts=facts(one, last=2, free=32))
    assert over.pending == ()
    assert over.findings[0].message.startswith("超出 3 行，删 ")
    assert over.findings[0].message.endswith(" 字可省一页")
    assert rules(one, facts=facts(one, last=2, free=30)) == {"pages.near-empty": "末页只有 5 行"}
    assert list(rules(one, facts=facts(one, last=1, free=0))) == ["pages.borderline"]
    assert rules(one, facts=facts(one, last=2, free=10)) == {}
    assert rules(one, facts=facts(one, last=2, free=32, following=False)) == {}


def test_what_did_not_change_is_not_read_again():
    first, second = article(), article(CLEAN + "数据登记,是基础。", title="又一篇", link="https://example.org/b")
    before = check(issue(first, second))
    changed = replace(first, blocks=(*first.blocks, Paragraph(runs=text_of("登记完成。。"))))
    after = check(issue(changed, second), before=before)
    assert after.results[second.uid] is before.results[second.uid]
    assert [one.rule for one in after.findings] == ["text.doubled", "text.half-width"]
    assert after.findings == check(issue(changed, second)).findings


def test_findings_stand_in_printed_order():
    first, second = article(link=""), article(title="又一篇", source="")
    one = issue(first, second, contacts=(Contact(label="电话", kind=ContactKind.PHONE),), date=dt.date(2025, 1, 21))
    assert [finding.place.where for finding in check(one).findings] == ["cover", "credits", first.uid, second.uid]
