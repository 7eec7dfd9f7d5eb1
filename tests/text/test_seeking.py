import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.pinyin import readings
from editor.text.seeking import seek, spell, words_of

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
NAMES = st.text(st.one_of(HAN, st.sampled_from("ABxyz019 ，。《》…（）-")), min_size=1, max_size=24)
SMALL = st.text(st.sampled_from("重长行数据A的 ，"), max_size=12)
QUERIES = st.text(st.sampled_from("zhongcasxiegndA重长数 ，"), max_size=8)


def sought(query, name):
    """The characters that a query finds in a name, None where it does not find it."""
    match = seek(words_of(query), spell(name))
    return None if match is None else "".join(name[place] for place in match.places)


@pytest.mark.parametrize(
    ("query", "name", "found"),
    [
        ("导出", "导出 PDF…", "导出"),
        ("dc", "导出 PDF…", "导出"),
        ("DC", "导出 PDF…", "导出"),
        ("ｄｃ", "导出 PDF…", "导出"),
        ("daochu", "导出 PDF…", "导出"),
        ("daoch", "导出 PDF…", "导出"),
        ("dchu", "导出 PDF…", "导出"),
        ("dcpdf", "导出 PDF…", "导出PDF"),
        ("pdf dao", "导出 PDF…", "导PDF"),
        ("出p", "导出 PDF…", "出P"),
        ("dc", "第五次全国经济普查首次增加数字经济调查结果", "调查"),
        ("chongz", "重做", "重做"),
        ("zhongzuo", "重做", "重做"),
        ("sjysz", "《数据要素》政策", "数据要素政"),
        ("cd", "在长短之间", "长短"),
        ("lvse", "绿色低碳", "绿色"),
        ("（试行", "办法（试行）", "（试行"),
    ],
)
def test_a_name_is_found_by_what_comes_to_mind(query, name, found):
    assert sought(query, name) == found


@pytest.mark.parametrize(
    ("query", "name"),
    [("cd", "导出"), ("do", "导出"), ("dcc", "导出"), ("导入", "导出"), ("dx", "导出 PDF"), ("pdf word", "导出 PDF")],
)
def test_what_is_not_in_a_name_is_not_found(query, name):
    assert sought(query, name) is None


def test_nothing_sought_is_found_in_every_name():
    assert sought(" 　", "导出") == ""


def test_what_is_written_comes_before_what_is_read():
    match = seek(("的",), spell("目的地的"))
    assert match.literal
    assert match.places == (1,)
    assert not seek(("de",), spell("的")).literal


@given(NAMES)
def test_every_name_is_found_by_itself(name):
    assert sought(name, name) is not None


@given(NAMES, st.data())
def test_every_part_of_a_name_finds_it(name, data):
    start = data.draw(st.integers(0, len(name) - 1))
    part = name[start : data.draw(st.integers(start + 1, len(name)))]
    assert sought(part, name) is not None


@given(st.text(HAN, min_size=1, max_size=12), st.data())
def test_any_mixture_of_readings_and_initials_finds_a_name(name, data):
    typed = ""
    for char in name:
        spellings = [char, *readings(char), *(one[0] for one in readings(char))]
        typed += data.draw(st.sampled_from(spellings))
    assert sought(typed, name) == name


@given(QUERIES, SMALL)
def test_a_shorter_query_finds_at_least_what_a_longer_one_does(query, name):
    if sought(query, name) is not None:
        assert all(sought(query[:length], name) is not None for length in range(len(query)))


@given(QUERIES, SMALL)
def test_places_are_in_order_and_in_the_name(query, name):
    match = seek(words_of(query), spell(name))
    if match:
        assert list(match.places) == sorted(set(match.places))
        assert all(0 <= place < len(name) for place in match.places)


def test_a_long_name_of_many_readings_is_answered():
    name = spell("重" * 400 + "，" * 3000 + "长")
    assert seek(("chongzhong" * 6 + "x",), name) is None
    assert seek(("zhongchang",), name).places == (399, 3400)
