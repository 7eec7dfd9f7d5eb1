"""The texts of a block: every one at a location of its own, put back as it was taken out."""

from hypothesis import given

from editor.model.block_texts import (
    TextField,
    block_parts,
    block_texts,
    is_printed,
    located_texts,
    location_of_line,
    printed_offset,
    printed_text,
    with_parts,
)
from editor.model.body import ANCHOR, CellSpan, Figure, ItemList, Paragraph, Run, Table, plain, text_of
from tests.strategies import blocks


@given(blocks())
def test_texts_that_are_put_back_make_the_same_block(block):
    assert with_parts(block, [text for _, text in block_parts(block)]) == block


@given(blocks())
def test_each_text_is_put_into_its_own_place(block):
    parts = block_parts(block)
    for at in range(len(parts)):
        other = [(*text_of("※"), *anchors(text)) if place == at else text for place, (_, text) in enumerate(parts)]
        made = [plain(text) for _, text in block_parts(with_parts(block, other))]
        assert made == [plain(text) for text in other]


def anchors(text):
    return (run for run in text if run.footnote)


def test_footnotes_are_texts_that_follow_the_words_they_are_anchored_in():
    one, other = (Run(text=ANCHOR, footnote=words) for words in ("甲注", "乙注"))
    block = Paragraph(runs=(*text_of("先"), one, *text_of("后"), other))
    assert block_texts(block) == (f"先{ANCHOR}后{ANCHOR}", "甲注", "乙注")
    assert with_parts(block, [block.runs, text_of("甲注"), text_of("丙注")]).runs[-1].footnote == "丙注"
    assert with_parts(block, [block.runs, (), text_of("乙注")]).runs == (*text_of("先"), *text_of("后"), other)
    left = with_parts(block, [(*text_of("后"), other), text_of("甲注"), text_of("丁注")])
    assert block_texts(left) == (f"后{ANCHOR}", "丁注")


def test_cells_under_a_span_have_no_text():
    table = Table(
        head=(text_of("甲"), ()), rows=((text_of("乙"), text_of("丙")),), spans=(CellSpan(row=0, column=0, columns=2),)
    )
    assert [plain(text) for field, text in block_parts(table) if field is TextField.CELL] == ["甲", "乙", "丙"]


def test_the_figures_of_a_chart_are_texts_that_are_not_printed():
    figure = Figure(caption="图", chart=(("", "2024"), ("产值", "12")))
    assert block_texts(figure) == ("图",)
    changed = with_parts(figure, [*(text for _, text in block_parts(figure)[:-1]), text_of("13")])
    assert changed.chart == (("", "2024"), ("产值", "13"))


@given(blocks())
def test_no_two_texts_of_a_block_have_one_location(block):
    locations = [location for location, _ in located_texts(block)]
    assert len(set(locations)) == len(locations) == len(block_parts(block))
    assert {location.block for location in locations} <= {block.uid}


@given(blocks())
def test_a_printed_text_stands_where_its_offset_says(block):
    whole = printed_text(block)
    for location, text in located_texts(block):
        words = plain(text)
        if is_printed(location.field, words):
            at = printed_offset(block, location)
            assert whole[at : at + len(words)] == words


def test_empty_cells_and_captions_and_alternative_texts_are_no_printed_strings():
    table = Table(head=(text_of("甲"), ()), rows=(((), text_of("乙")),), note="注")
    figure = Figure(caption="", source="本刊", alt="一张图")
    assert block_texts(table) == ("甲", "乙", "注")
    assert block_texts(figure) == ("本刊",)
    assert block_texts(Paragraph()) == ("",)
    assert block_texts(ItemList(items=(text_of("一"), ()))) == ("一", "")


def test_a_line_of_the_body_is_the_text_that_stands_there():
    items = ItemList(items=(text_of("一"), text_of("二")))
    table = Table(head=(text_of("甲"),), caption="表")
    assert location_of_line(items, 1) == (TextField.ITEM, items.uid, 1)
    assert location_of_line(table, 0) == (TextField.CAPTION, table.uid, 0)
    assert location_of_line(ItemList(uid=items.uid), 0).block == items.uid
