from dataclasses import replace

import pytest
from hypothesis import given, settings

from editor.model.block_texts import printed_text
from editor.model.body import ANCHOR, Figure, Paragraph, Run, Table, text_of
from editor.model.uid import derived_uid
from tests.checks.issues import CLEAN, article, check, found, issue
from tests.fakes import picture
from tests.strategies import issues


def with_footnotes(text):
    """A paragraph with a footnote after every second character."""
    anchor = Run(text=ANCHOR, footnote="见第三期。")
    return Paragraph(runs=tuple(run for at in range(0, len(text), 2) for run in (*text_of(text[at : at + 2]), anchor)))


@pytest.mark.parametrize(
    "text", ["登记完成。。", "数据登记,是基础(试行)", "数据的的登记。", "会议于2024年12月25日（星期四）召开。", CLEAN]
)
def test_footnotes_do_not_part_the_words_that_rules_read(text):
    bare = article(text)
    assert found(replace(bare, blocks=(with_footnotes(text),))) == found(bare)


def test_a_finding_beside_footnotes_marks_its_words():
    noted = replace(article(), blocks=(with_footnotes("登记完成。。"),))
    [finding] = check(issue(noted)).findings
    start, end = finding.place.span
    assert printed_text(noted.blocks[0])[start:end].replace(ANCHOR, "") == "。。"


def test_the_words_of_footnotes_are_read_too():
    noted = replace(article(), blocks=(Paragraph(runs=(*text_of(CLEAN), Run(text=ANCHOR, footnote="登记完成。。"))),))
    assert [message for _, message in found(noted)] == ["标点重复"]


def test_clean_text_is_left_alone():
    assert found(article()) == []


@given(issues())
@settings(deadline=None, max_examples=60)
def test_any_issue_can_be_checked(one):
    for finding in check(one).findings:
        assert finding.message
        assert all(0 <= start <= end <= len(finding.evidence) for start, end in finding.marks)


@pytest.mark.parametrize(
    "text",
    [
        "据统计，规模达3,615.9亿元，同比增长4.2%，12:30公布，比分为3:2，详见GB/T 9704-2012（第7.4条）。",
        "访问https://example.org/a?b=1,2;3(x)可查，邮箱desk@example.org，见www.example.org/a!b。",
        "“三个‘不’”是要求：一是不等，二是不靠；1）先登记，2)后流通，a)再复核。",
        "他说……这件事——数据的登记——很重要！？目的的表述要清楚，有的的确如此。",
        "进一步完善制度，进一步健全机制；不断提高，不断增强。",
        "GPT-4, Claude 3.5和f(x)=x+1都不是汉字，The European Commission (EC) 也不是。",
        "会期为4月20日至24日、26日，15日内答复，10个工作日办结，截至3月底。",
        "2024年2月29日（星期四）起，每月5日公布。",
    ],
)
def test_what_only_looks_wrong_is_left_alone(text):
    assert found(article(CLEAN, text)) == []


@pytest.mark.parametrize(
    ("text", "rule", "said"),
    [
        ("数据登记,是基础(试行)", "text.half-width", "共 3 处"),
        ('所谓"一本账"就是台账。', "text.straight-quotes", "共 2 处"),
        ("所谓“一本账就是台账。", "text.pairs", "“ 没有成对"),
        ("所谓《办法即规矩。", "text.pairs", "《 没有成对"),
        ("登记完成。。", "text.doubled", "标点重复"),
        ("**一是登记。**其余照旧。", "text.markdown", "共 1 处"),
        ("还进一步对管理提出了进一步的要求。", "text.adverb", "“进一步”在一句中出现两次"),
        ("数据的的登记。", "text.de", "“的”重复"),
        ("数据🚀登记。", "text.glyph", "U+1F680"),
        ("会议于2月30日召开。", "dates.impossible", "没有2月30日这一天"),
        ("会议于2024年12月25日（星期四）召开。", "dates.weekday", "周三"),
        ("《实施办法》同时公布。", "names.strayed", "简称是《办法》，这里写《实施办法》"),
        ("办法明确了范围。", "names.bare", "“办法明确了”应为《办法》"),
        ("《方案》同时公布。", "names.undefined", "用了《方案》，前文没有“以下简称”"),
        ("要求如下：一是登记。三是流通。", "numbers.points", "缺“二是”"),
    ],
)
def test_what_is_wrong_in_the_text_is_said_in_its_words(text, rule, said):
    rules = dict(found(article(CLEAN, text)))
    assert list(rules) == [rule]
    assert said in rules[rule]


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"source": " "}, "sources.missing"),
        ({"link": ""}, "sources.no-link"),
        ({"link": "www.example.org/a"}, "sources.bad-link"),
        ({"link": "https://example.org/a b"}, "sources.bad-link"),
        ({"title": "云州市数据登记办法的实施与评估" * 5}, "titles.lines"),
        ({"title": ""}, "structure.no-title"),
        ({"title": "云州市印发《云州市数据登记试行办法》"}, "names.document"),
        ({"title": "云州市印发《云州市数据登记办法（试行）》"}, "names.suffix"),
        ({"contents_title": "云州市印发 《云州市数据登记办法》"}, "titles.contents"),
    ],
)
def test_fields_are_looked_at(changed, rule):
    assert [one for one, _ in found(article(**changed))] == [rule]


def test_a_source_of_another_place_is_told_by_name_and_by_host():
    text = "2025年1月3日，《杭州市数据条例》公布。"
    title = "《杭州市数据条例》发布"
    away = article(text, title=title, source="广西壮族自治区数据局", link="https://sjj.zj.gov.cn/a")
    assert [rule for rule, _ in found(away)] == ["sources.place", "sources.host"]
    home = article(text, title=title, source="浙江省数据局", link="https://sjj.zj.gov.cn/a")
    paper = article(text, title=title, source="贵州日报", link="https://example.org/a")
    assert found(home) == found(paper) == []


def test_an_article_without_text_or_with_blank_and_repeated_paragraphs():
    assert [rule for rule, _ in found(article(" "))] == ["structure.no-text"]
    assert [rule for rule, _ in found(article("", CLEAN))] == ["structure.empty-paragraph"]
    assert found(article(CLEAN, "")) == []
    twice = article(CLEAN)
    again = article(CLEAN, title="又一篇").blocks
    both = article(CLEAN)
    assert [rule for rule, _ in found(_with_blocks(both, *again))] == ["structure.repeated-paragraph"]
    assert found(twice) == []


def test_the_first_day_wants_a_year_and_a_month():
    assert dict(found(article("1月3日，云州市公布办法。", title="公布"))) == {"dates.no-year": "1月3日未写年份"}
    assert dict(found(article("国务院新闻办26日举行发布会。", title="公布"))) == {"dates.no-month": "26日未写月份"}


def test_figures_are_there_described_and_sharp():
    sharp, data = picture(1600, 900)
    coarse, more = picture(300, 200)
    pictures = data | more

    def rules(**fields):
        figure = Figure(uid=derived_uid("f"), **({"caption": "图1　登记", "alt": "柱图"} | fields))
        one = issue(_with_blocks(article(), figure))
        return [finding.rule for finding in check(one, pictures=pictures).findings]

    assert rules(picture=sharp) == []
    assert rules(picture=None) == ["figures.missing"]
    assert rules(picture=sharp, alt="") == ["figures.alt"]
    assert rules(picture=sharp, caption="") == ["figures.caption"]
    assert rules(picture=coarse) == ["figures.resolution"]
    assert rules(picture=coarse, width=200) == []
    assert rules(chart=(("", "产值"), ("2023年", "12"))) == []
    assert rules(chart=(("", "产值"), ("2023年", "约12"), ("2024年", "13"))) == ["figures.chart"]
    pictures = {}
    assert rules(picture=sharp) == ["figures.lost"]


@pytest.mark.parametrize(("columns", "wide"), [(4, False), (12, False), (24, True)])
def test_a_table_is_too_wide_where_no_page_takes_its_numbers(columns, wide):
    rows = (tuple(text_of("123456.78") for _ in range(columns)),) * 3
    table = Table(head=tuple(text_of(f"{month}月") for month in range(columns)), rows=rows, uid=derived_uid("t"))
    hits = found(_with_blocks(article(), table))
    assert [rule for rule, _ in hits] == (["tables.too-wide"] if wide else [])


def _with_blocks(one, *blocks):
    return replace(one, blocks=(*one.blocks, *blocks))
