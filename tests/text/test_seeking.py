import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.text.pinyin import readings
from editor.text.seeking import matches

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
NAMES = st.text(st.one_of(HAN, st.sampled_from("ABxyz019 ，。《》…（）-")), min_size=1, max_size=24).filter(str.strip)
SMALL = st.text(st.sampled_from("重长行数据A的 ，"), max_size=12)
QUERIES = st.text(st.sampled_from("zhongcasxiegndA重长数 ，"), max_size=8)


def sought(query, name):
    """The characters that a query finds in a name, None where it does not find it."""
    spans = matches(query, name)
    return None if spans is None else "".join(name[start:end] for start, end in spans)


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
        ("出p", "导出 PDF…", "出P"),
        ("dc", "第五次全国经济普查首次增加数字经济调查结果", "调查"),
        ("chongz", "重做", "重做"),
        ("zhongzuo", "重做", "重做"),
        ("sjysz", "《数据要素》政策", "数据要素政"),
        ("cd", "在长短之间", "长短"),
        ("lvse", "绿色低碳", "绿色"),
        ("（试行", "办法（试行）", "（试行"),
        ("rydw", "人员与单位…", "人员单位"),
        ("ryydw", "人员与单位…", "人员与单位"),
        ("bqml", "标签与名录…", "标签名录"),
        ("kkczth", "在刊库里查找和替换…", "刊库查找替换"),
        ("人员单位", "人员与单位…", "人员单位"),
        ("dac", "大的厂，打车", "打车"),
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


def test_nothing_sought_is_found_nowhere():
    assert sought(" 　", "导出") is None


def test_what_is_written_comes_before_what_is_read():
    assert matches("的", "目的地的") == ((1, 2),)


@given(NAMES)
def test_every_name_is_found_by_itself(name):
    assert sought(name, name) is not None


@given(NAMES, st.data())
def test_every_part_of_a_name_finds_it(name, data):
    start = data.draw(st.integers(0, len(name) - 1))
    part = name[start : data.draw(st.integers(start + 1, len(name)))]
    # blanks alone seek nothing
    assume(part.strip())
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
        shorter = [query[:length] for length in range(len(query)) if query[:length].strip()]
        assert all(sought(one, name) is not None for one in shorter)


@given(QUERIES, SMALL)
def test_places_are_in_order_and_in_the_name(query, name):
    edges = [edge for span in matches(query, name) or () for edge in span]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(name) for edge in edges)


def test_a_long_name_of_many_readings_is_answered():
    name = "重" * 400 + "，" * 3000 + "长"
    assert matches("chongzhong" * 6 + "x", name) is None
    assert matches("zhongchang", name) == ((399, 400), (3400, 3401))
