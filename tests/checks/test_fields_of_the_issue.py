"""Rules that read the issue: numbers of figures, titles, credits, contacts, the imprint; totals of tables."""

from dataclasses import replace

import pytest

from editor.desk.checking import check_issue
from editor.model import register_edits as edits
from editor.model.body import Figure, Table, text_of
from editor.model.credits import Credit, Name
from editor.model.publication import Contact, ContactKind
from editor.model.registers import Person, Registers
from editor.model.uid import derived_uid
from tests.checks.issues import CLEAN, PUBLICATION, article, check, issue, opened


def said(one, known=None):
    checked = check_issue(replace(opened(one), registers=known)) if known else check(one)
    return [finding.rule for finding in checked.findings]


def with_blocks(one, *blocks):
    return replace(one, blocks=(*one.blocks, *blocks))


def figure(number, name):
    return Figure(
        caption=f"图{number}　登记数量",
        source="云州市数据局",
        uid=derived_uid(name),
        chart=(("", "产值"), ("2023年", "12")),
    )


def table(*rows, head="数量（个）", caption="表1　登记"):
    cells = tuple(tuple(map(text_of, row)) for row in rows)
    return Table(head=(text_of("类别"), text_of(head)), rows=cells, caption=caption, uid=derived_uid("t"))


def test_figures_are_numbered_in_each_article_or_through_the_issue():
    first = with_blocks(article(), figure(1, "f"))
    other = article(title="又一篇", link="https://example.org/b")
    assert said(issue(first, with_blocks(other, figure(1, "g")))) == []
    assert said(issue(first, with_blocks(other, figure(2, "g")))) == []
    assert said(issue(first, with_blocks(other, figure(3, "g")))) == ["figures.number"]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ((("金融", "18"), ("交通", "14"), ("合计", "32")), []),
        ((("金融", "18"), ("交通", "14"), ("合计", "33")), ["tables.total"]),
        ((("金融", "18"), ("其中：银行", "14"), ("合计", "18")), []),
        ((("金融", "1,800"), ("交通", "1,400.5"), ("总计", "3,200.5")), []),
    ],
)
def test_the_total_of_a_table_is_the_sum_of_its_rows(rows, wrong):
    assert said(issue(with_blocks(article(), table(*rows)))) == wrong


def test_rates_have_no_total():
    rates = table(("金融", "18"), ("交通", "14"), ("合计", "16"), head="增速（%）")
    assert said(issue(with_blocks(article(), rates))) == []


def test_a_table_has_the_units_of_the_text():
    rows = (("金融", "600"), ("交通", "420"), ("电信", "180"))
    text = "2025年，金融收入600亿元，交通收入420亿元，见表1。"
    assert said(issue(with_blocks(article(CLEAN, text), table(*rows, head="收入（万元）")))) == ["tables.unit"]
    assert said(issue(with_blocks(article(CLEAN, text), table(*rows, head="收入（亿元）")))) == []


def test_two_articles_with_one_title():
    second = replace(article(link="https://example.org/b"), uid=derived_uid("x"))
    second = replace(second, blocks=article(CLEAN, "另一段。", title="又一篇").blocks)
    assert said(issue(article(), second)) == ["titles.same"]


def role(name, *names):
    return Credit(role=name, names=tuple(Name(text=one) for one in names), uid=derived_uid(name))


def test_names_on_the_credits_page():
    assert said(issue(article(), credits=(role("主编", "陆岚", "陆岚"),))) == ["credits.twice"]
    assert said(issue(article(), credits=(role("主编"),))) == ["credits.empty"]
    known = edits.put_person(edits.put_person(Registers(), Person(name="陆岚")), Person(name="周岩", retired=True))
    assert said(issue(article(), credits=(role("主编", "陆岚"),)), known) == []
    assert said(issue(article(), credits=(role("主编", "陆澜"),)), known) == ["credits.unknown"]
    assert said(issue(article(), credits=(role("主编", "周岩"),)), known) == ["credits.retired"]
    twice = (role("主编", "陆岚"), replace(role("主编", "周岩"), uid=derived_uid("y")))
    assert said(issue(article(), credits=twice)) == ["credits.role-twice"]


@pytest.mark.parametrize(("value", "wrong"), [("0571-88886666", False), ("13800001234", False), ("0571-888866", True)])
def test_digits_of_phones(value, wrong):
    contact = Contact(label="电话", value=value, kind=ContactKind.PHONE, uid=derived_uid("c"))
    assert said(issue(article(), contacts=(contact,))) == ["contacts.digits"] * wrong


def test_an_internal_publication_prints_what_the_measures_ask_for():
    notice = (
        "云州准印证第2025012号 内部资料 免费交流 编印单位：云州市数据局 印刷单位：云州印刷厂 印数：500册 发送对象：各县"
    )
    full = replace(issue(article()), profile=replace(PUBLICATION.profile, notice=notice))
    assert said(full) == []
    short = replace(full, profile=replace(full.profile, notice="云州准印证第2025012号 内部资料 免费交流"))
    assert set(said(short)) == {"publication.imprint"}


def test_the_weekday_of_a_day_without_a_year_is_that_of_the_nearest_one():
    assert said(issue(article(CLEAN, "1月14日（星期三），会议召开。"))) == ["dates.near-weekday"]
    assert said(issue(article(CLEAN, "1月14日（星期二），会议召开。"))) == []
