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
from editor.model.body import Figure, ItemList, Paragraph, Table, plain, text_of
from tests.strategies import blocks


@given(blocks())
def test_texts_that_are_put_back_make_the_same_block(block):
    assert with_parts(block, [text for _, text in block_parts(block)]) == block


@given(blocks())
def test_each_text_is_put_into_its_own_place(block):
    parts = block_parts(block)
    for at in range(len(parts)):
        other = [text_of("※") if place == at else text for place, (_, text) in enumerate(parts)]
        made = [plain(text) for _, text in block_parts(with_parts(block, other))]
        assert made == [plain(text) for text in other]


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
