"""整理 of articles: paragraphs, fields, formatting, and what the user leaves out."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.article import Article, Title
from editor.model.block_texts import running_text
from editor.model.body import ANCHOR, Figure, Heading, ItemList, Paragraph, Run, Table, plain
from editor.model.picture import Picture
from editor.text.cleaning import RULES, USUAL, plan

LONG = "云州市数据局近日印发数据登记试行办法，明确登记机构、登记对象和登记流程，推动公共数据依法开放，支持"


def text(*runs):
    return Paragraph(runs=tuple(Run(text=one) if isinstance(one, str) else one for one in runs))


def article(*paragraphs, title="云州市印发数据登记试行办法", **fields):
    blocks = tuple(text(one) if isinstance(one, str) else one for one in paragraphs)
    return Article(title=Title(text=title), blocks=blocks, **fields)


def cleaned(one, **options):
    return plan(one, **options).cleaned()


def lines(one):
    return [running_text(block) for block in one.blocks]


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("page-numbers", [LONG, "— 3 —", "企业参与登记。"], [LONG + "企业参与登记。"]),
        ("page-numbers", ["登记完成。", "1", "流通完成。", "2"], ["登记完成。", "流通完成。"]),
        ("running-heads", [LONG, "云州数据简报 第50期"] * 3 + ["登记。"], [LONG * 3 + "登记。"]),
        ("joined-lines", [LONG, "企业参与登记。", "其余照旧。"], [LONG + "企业参与登记。", "其余照旧。"]),
        ("joined-lines", ["The registry of public data, which is infor-", "mation of the city."], None),
        ("parted", ["登记完成。　　流通开始。"], ["登记完成。", "流通开始。"]),
        ("web-notices", ["登记完成。", "点击“阅读原文”查看全文", "责任编辑：江水 审核：王山"], ["登记完成。"]),
        ("web-notices", ["登记完成。", "【字体：大 中 小】 打印", "分享到：", "上一篇：云州动态"], ["登记完成。"]),
        ("repeated", ["云州市印发", "数据登记试行办法", "登记完成。"], ["登记完成。"]),
        ("repeated", ["登记完成。", "登记范围", "登记范围", "全市。"], ["登记完成。", "登记范围", "全市。"]),
        ("empty", ["登记完成。", "", "流通开始。"], ["登记完成。", "流通开始。"]),
        ("source-at-end", ["登记完成。（来源：云州日报）"], ["登记完成。"]),
    ],
)
def test_paragraphs_are_put_right(rule, before, after):
    made = plan(article(*before))
    assert rule in {change.rule for change in made.changes}
    assert lines(made.cleaned()) == (after or ["The registry of public data, which is information of the city."])


@pytest.mark.parametrize(
    "kept",
    [
        ["登记完成。", "流通开始。"],
        ["各区县人民政府，市政府各部门，云州市各直属机构，有关单位", "云州市人民政府办公厅", "2024年12月3日"],
        [LONG, "（此件公开发布）"],
        [LONG, "第二条 登记机构由市数据局指定。"],
        [LONG + "：", "登记机构。"],
        ["2", "其余照旧。"],
        ["编辑部设在云州市数据局。", "全文可以扫描二维码阅读。"],
        ["会议时间：12月3日 地点：云州"],
        [
            "1.登记机构由市数据局指定，并向社会公布，接受各方面监督，每年评估一次，结果在云州日报刊登。",
            "2.登记对象是全市公共数据和企业自愿登记的数据，按目录管理，目录每半年更新一次并公开。",
        ],
    ],
)
def test_paragraphs_that_only_look_like_it_stay(kept):
    assert lines(cleaned(article(*kept))) == kept


def test_facts_go_to_their_fields_and_fill_empty_ones_only():
    page = article(
        "来源：云州日报　　发布时间：2024-12-03 10:20　　浏览次数：12",
        "登记完成。",
        "原文链接：https://example.org/a?b=1",
    )
    made = cleaned(page)
    assert (made.source, made.link, made.archive.published) == (
        "云州日报",
        "https://example.org/a?b=1",
        dt.date(2024, 12, 3),
    )
    assert lines(made) == ["登记完成。"]
    other = replace(page, source="江城晚报", link="https://example.org/other")
    assert lines(cleaned(other)) == lines(plan(other, USUAL - {"facts", "links"}).cleaned())
    assert cleaned(other).source == "江城晚报"


def test_a_source_with_a_date_fills_both():
    made = cleaned(article("登记完成。", "（来源：云州日报，2024年12月3日）"))
    assert (made.source, made.archive.published) == ("云州日报", dt.date(2024, 12, 3))


def test_captions_and_sources_belong_to_figures_and_tables():
    figure = Figure(picture=Picture(sha256="0" * 64, media_type="image/png", width=10, height=10))
    table = Table(head=((Run(text="项目"),),), rows=(((Run(text="登记"),),),))
    made = cleaned(
        article("登记完成。", figure, "图1 登记流程", "来源：云州市统计局", "表1 登记数量", table, "流通开始。")
    )
    shown = [block for block in made.blocks if isinstance(block, (Figure, Table))]
    assert [block.caption for block in shown] == ["图1 登记流程", "表1 登记数量"]
    assert shown[0].source == "云州市统计局"
    assert made.source == ""


def test_typed_numbers_become_headings_and_bullets_a_list():
    made = cleaned(article("一. 总体要求", "登记完成。", "(一)登记范围", "• 公共数据", "• 企业数据", "其余照旧。"))
    assert [(type(block), running_text(block)) for block in made.blocks] == [
        (Heading, "一、总体要求"),
        (Paragraph, "登记完成。"),
        (Heading, "（一）登记范围"),
        (ItemList, "公共数据\n企业数据"),
        (Paragraph, "其余照旧。"),
    ]
    assert [block.level for block in made.blocks if isinstance(block, Heading)] == [1, 2]


def test_formatting_links_and_notes_stay_where_they_were():
    linked = Run(text="办法,全文", link="https://example.org/a")
    note = Run(text=ANCHOR, footnote="见 2024 年公报")
    made = cleaned(article(text(Run(text="一是登记,", bold=True), "在 2024 年", linked, " , ", note, "完成(试行)")))
    runs = made.blocks[0].runs
    assert plain(runs) == f"一是登记，在2024年办法，全文，{ANCHOR}完成（试行）"
    assert [run.text for run in runs if run.bold] == ["一是登记，"]
    assert [run.text for run in runs if run.link] == ["办法，全文"]
    assert [run.footnote for run in runs if run.footnote] == ["见2024年公报"]


def test_stars_become_bold():
    (runs,) = (block.runs for block in cleaned(article("**一是登记。**其余, 照旧")).blocks)
    assert [(run.text, run.bold) for run in runs] == [("一是登记。", True), ("其余，照旧", False)]


def test_the_title_is_cleaned_and_its_breaks_move():
    title = Title(text="云州市 2024 年数据登记", breaks=(9,))
    made = cleaned(replace(article(), title=title)).title
    assert made.lines == ("云州市2024", "年数据登记")


def test_what_is_left_out_stays_and_the_rest_is_done():
    made = plan(article('在 2024 年,他说"好"。', "", "登记"))
    spaces = [number for number, change in enumerate(made.changes) if change.rule != "spaces-latin"]
    assert lines(made.cleaned(spaces)) == ["在 2024 年，他说“好”。", "登记"]
    assert made.cleaned(()) is made.article


def test_each_change_shows_its_words_before_and_after():
    shown = {change.rule: (change.before, change.after) for change in plan(article('他说"好"就走')).changes}
    assert shown["quotes"] == ('他说"好"就走', "他说“好”就走")


def test_only_chosen_blocks_are_cleaned():
    one = article("登记,流通", "登记,开放")
    assert lines(cleaned(one, blocks={one.blocks[1].uid})) == ["登记,流通", "登记，开放"]


def test_a_clean_article_stays_the_same_object():
    one = article(
        "云州市印发《云州市数据登记办法》（云政发〔2024〕12号），自2024年12月3日起施行。", "见 https://example.org/a。"
    )
    assert cleaned(one) is one


def test_every_rule_of_blocks_says_what_it_does():
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.name and rule.why for rule in RULES)


PIECES = st.sampled_from(
    (
        *("登记,", "流通。", "一、", "(二)", "1.", "• ", "　　", " ", "**", '"', "来源：云州日报", "2024-12-03"),
        *("https://example.org/a", "第3页", "图1", LONG, "云州", "abc-", "def", "3", "（", "…", ANCHOR),
    )
)


def noted(words):
    parts = words.split(ANCHOR)
    runs = [Run(text=parts[0])]
    for part in parts[1:]:
        runs += [Run(text=ANCHOR, footnote="注"), Run(text=part)]
    return Paragraph(runs=tuple(run for run in runs if run.text))


@given(st.lists(st.lists(PIECES, max_size=6).map("".join).map(noted), max_size=8))
def test_no_footnote_is_lost_and_cleaning_settles(blocks):
    one = Article(title=Title(text="云州"), blocks=tuple(blocks))
    made = cleaned(one)
    notes = sum(run.text == ANCHOR for block in one.blocks for run in block.runs)
    assert notes == sum(running_text(block).count(ANCHOR) for block in made.blocks)
    for _ in range(3):
        made = cleaned(made)
    assert cleaned(made) is made
