"""A point of a page leads to the character printed there, also where words are repeated."""

from hypothesis import given
from hypothesis import strategies as st

from editor.pages.printed_text import place_in

WORDS = st.text(st.sampled_from("数据登记，a 1\n"), min_size=1, max_size=60).filter(lambda text: text.strip())


def bare(text):
    return "".join(char for char in text if not char.isspace())


@given(WORDS, st.data())
def test_every_character_is_found_in_its_own_place(text, data):
    at = data.draw(st.integers(0, len(bare(text)) - 1))
    place = place_in(text, bare(text), at)
    assert text[place] == bare(text)[at]
    assert len(bare(text[:place])) == at
    assert place_in(text, bare(text), at, after=True) == place + 1


def test_a_lists_number_leads_to_its_item():
    text, printed = "登记数据\n盘点数据", "1.登记数据2.盘点数据"
    assert place_in(text, printed, 0) == 0
    assert place_in(text, printed, printed.index("2")) == text.index("盘")
    assert place_in(text, printed, len(printed) - 1) == len(text) - 1


def test_a_pages_foot_and_head_in_between_lead_nowhere_wrong():
    text = "数据登记的要义在于说得清来历"
    printed = text[:6] + "—3—数据要素观察第9期总第61期" + text[6:]
    assert place_in(text, printed, len(printed) - 2) == len(text) - 2


def test_what_is_not_in_the_text_is_not_found():
    assert place_in("数据登记", "云州", 1) is None
    assert place_in("数据登记", "数据登记（来源：云州）", 8) is None


def test_footnotes_between_two_pages_of_a_paragraph_are_passed_over():
    text = "云州登记办法施行以来，东部各县分三批清点，西部只报了总数。"
    notes = "①" + "见年鉴第十二页，其余从略；" * 25 + "02云州观察第3期"
    printed = text[:14] + notes + text[14:]
    assert place_in(text, printed, 13) == 13
    assert [place_in(text, printed, len(notes) + at) for at in (14, 20, 27)] == [14, 20, 27]
