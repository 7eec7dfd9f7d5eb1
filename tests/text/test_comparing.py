"""Two versions of an article compared."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model.article import Article, ArticleArchive, Title, title_of
from editor.model.body import Figure, Heading, ItemList, Paragraph, Run, Table, text_of
from editor.text.comparing import BlockDifference, PieceKind, compare_articles, compare_words
from editor.text.comparing.blocks import block_text, compare_blocks
from editor.text.comparing.issues import changed_passages
from editor.text.comparing.words import one_side
from tests.fakes import issue_of
from tests.strategies import articles, blocks, texts

MARKS = {PieceKind.SAME: "{}", PieceKind.REMOVED: "[-{}-]", PieceKind.ADDED: "[+{}+]"}
ONE = "为规范数据处理活动，保障数据安全，制定本办法。"
TWO = "各地区应当建立健全数据分类分级保护制度，明确责任分工。"
THREE = "国务院有关部门按照职责分工，负责本行业的监督管理。"


def shown(before, after):
    return "".join(MARKS[piece.kind].format(piece.text) for piece in compare_words(before, after))


def paragraph(text, **fields):
    return Paragraph(runs=text_of(text), **fields)


def kinds(before, after):
    return [row.kind.value for row in compare_blocks(tuple(before), tuple(after))]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("促进数据流通", "促进数据要素流通", "促进数据[+要素+]流通"),
        ("共9章81条", "共9章85条", "共9章[-81-][+85+]条"),
        ("增长36.5%左右", "增长36.8%左右", "增长[-36.5%-][+36.8%+]左右"),
        ("发布API标准", "发布APIs标准", "发布[-API-][+APIs+]标准"),
        ("一、管理。二、服务。", "一、管理。三、监督。二、服务。", "一、管理。[+三、监督。+]二、服务。"),
        ("甲，乙，丙", "甲，丙", "甲，[-乙，-]丙"),
        ("完全不同的话", "另外一句", "[-完全不同的话-][+另外一句+]"),
        ("同样", "同样", "同样"),
        ("", "新写", "[+新写+]"),
    ],
)  # fmt: skip
def test_words_are_marked_as_a_reader_would(before, after, expected):
    assert shown(before, after) == expected


def test_crumbs_between_edits_are_joined_to_them():
    assert (
        shown("建立数据资源登记的平台体系", "建立公共产品开放的服务体系")
        == "建立[-数据资源登记的平台-][+公共产品开放的服务+]体系"
    )


@given(texts, texts)
def test_pieces_make_both_texts(before, after):
    pieces = compare_words(before, after)
    assert one_side(pieces, later=False) == before
    assert one_side(pieces, later=True) == after
    assert all(piece.text for piece in pieces)


def edited(draw, text):
    """Return a text with a few stretches replaced."""
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(texts) + text[at + draw(st.integers(0, 5)) :]
    return text


@given(st.text("数据要素，。A1", max_size=60), st.data())
def test_applying_what_changed_to_the_earlier_text_gives_the_later(text, data):
    after, made, at = edited(data.draw, text), "", 0
    for piece in compare_words(text, after):
        if piece.kind is PieceKind.ADDED:
            made += piece.text
        else:
            assert text[at : at + len(piece.text)] == piece.text
            made += piece.text * (piece.kind is PieceKind.SAME)
            at += len(piece.text)
    assert (made, at) == (after, len(text))


@given(
    st.lists(blocks(), max_size=6, unique_by=lambda one: one.uid),
    st.lists(blocks(), max_size=6, unique_by=lambda one: one.uid),
    st.randoms(use_true_random=False),
)
@settings(deadline=None)
def test_rows_hold_both_versions_in_their_order(first, second, random):
    mixed = [one for one in first if random.random() < 0.7]
    known = {one.uid for one in mixed}
    mixed += [one for one in second if one.uid not in known]
    random.shuffle(mixed)
    rows = compare_blocks(tuple(first), tuple(mixed))
    assert [row.before for row in rows if row.before] == first
    assert [row.after for row in rows if row.after] == mixed
    for row in rows:
        if row.before:
            assert one_side(row.pieces, later=False) == block_text(row.before)
        if row.after:
            assert one_side(row.pieces, later=True) == block_text(row.after)
    moved = [row for row in rows if row.kind is BlockDifference.MOVED]
    assert {first[row.other - 1].uid for row in moved if row.after} <= {one.uid for one in first}


@given(articles())
@settings(deadline=None)
def test_a_version_does_not_differ_from_itself(article):
    assert compare_articles(article, article).changes == 0


def test_a_changed_paragraph_stands_in_one_row_with_its_words_marked():
    first = paragraph(ONE)
    (row,) = compare_blocks((first,), (replace(first, runs=text_of(ONE.replace("保障", "维护"))),))
    assert row.kind is BlockDifference.CHANGED
    assert [piece.text for piece in row.pieces if piece.kind is not PieceKind.SAME] == ["保障", "维护"]
    assert not row.restyled


def test_added_and_removed_paragraphs_stand_alone():
    one, two, three = map(paragraph, (ONE, TWO, THREE))
    assert kinds((one, two), (one, three)) == ["same", "removed", "added"]


def test_a_moved_paragraph_is_seen_where_it_was_and_where_it_is():
    one, two, three = map(paragraph, (ONE, TWO, THREE))
    rows = compare_blocks((one, two, three), (two, three, one))
    assert [(row.kind.value, row.other) for row in rows] == [("moved", 3), ("same", 0), ("same", 0), ("moved", 1)]
    assert (rows[0].after, rows[3].before) == (None, None)


def test_an_article_that_came_in_again_is_known_by_its_words():
    before = [paragraph(text) for text in (ONE, TWO, THREE)]
    after = [paragraph(text) for text in (ONE, TWO.replace("责任", "工作"), THREE)]
    assert kinds(before, after) == ["same", "changed", "same"]


def test_words_put_into_another_paragraph_are_not_taken_for_it():
    one, two = paragraph(ONE), paragraph(TWO)
    assert kinds((one,), (replace(one, runs=text_of(THREE)), two)) == ["removed", "added", "added"]


def test_looks_and_pictures_count_where_words_are_the_same():
    plain = paragraph(ONE)
    bold = replace(plain, runs=(Run(text=ONE, bold=True),))
    heading = Heading(runs=plain.runs, level=2, uid=plain.uid)
    figure = Figure(caption="图1")
    for before, after in ((plain, bold), (plain, heading), (figure, replace(figure, width=500))):
        (row,) = compare_blocks((before,), (after,))
        assert (row.kind, row.restyled) == (BlockDifference.CHANGED, True)


def test_items_and_cells_are_compared_as_lines():
    items = ItemList(items=(text_of("一条"), text_of("二条")))
    assert block_text(items) == "一条\n二条"
    table = Table(head=(text_of("事项"), text_of("单位")), rows=((text_of("登记"), text_of("数据局")),), caption="表1")
    assert block_text(table) == "表1\n事项 │ 单位\n登记 │ 数据局"


@given(st.integers(0, 16), st.sampled_from(["方案", "", "（试行）"]), st.sampled_from([(), (5,), (5, 9)]))
def test_words_of_a_title_stand_where_its_text_has_them(at, words, breaks):
    title = "云州市启动公共数据“一本账”行动"
    before = article_of(title, breaks)
    after = article_of(title[:at] + words + title[at:], tuple(one + len(words) * (one >= at) for one in breaks))
    found = list(changed_passages(issue_of(before), issue_of(after)))
    now = after.title.text
    assert "".join(now[one.start : one.end] for one in found) == "".join(one.after for one in found)
    assert bool(found) == bool(words)


def article_of(title, breaks):
    return Article(title=Title(text=title, breaks=breaks), uid="a" * 32)


def test_title_facts_and_tags_are_compared_and_counted():
    before = Article(title=title_of("云州发布", "办法"), source="云州日报", archive=ArticleArchive(tags=("数据",)))
    after = replace(
        before,
        title=Title(text="云州发布办法"),
        source="新华社",
        blocks=(paragraph(ONE),),
        archive=ArticleArchive(tags=("数据", "安全"), state="edited"),
    )
    found = compare_articles(before, after)
    assert [fact.name for fact in found.facts if fact.changed] == ["标题", "来源", "标签"]
    assert found.changes == 4
