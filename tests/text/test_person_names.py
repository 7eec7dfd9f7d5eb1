import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.person_names import is_person_name, not_names, person_names

NAMES = (
    "周明",
    "顾清和",
    "欧阳云舒",
    "司马迁",
    "和珅",
    "王会",
    "阿依古丽·买买提",
    "古丽努尔·阿不都热合曼",
    "J·R·史密斯",
    "Li",
    "Anna Smith",
    "Jean-Luc O'Neill",
    "J. R. Smith",
    "José Álvarez",
)
NO_NAMES = (
    "来源：云州日报",
    "来源",
    "本刊编辑部",
    "本报讯",
    "云州市数据局办公室",
    "记者王伟",
    "周明1",
    "2026",
    "待定",
    "无",
    "周",
    "编辑部",
    "这一篇由综合科校过。",
    "周明（实习）",
    "《周明》",
    "周明@",
    "https://example.org",
    "长" * 5,
    "·",
    "周明·",
    "A" * 41,
    "a b c d e f",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_taken(name):
    assert is_person_name(name)
    assert person_names(name) == (name,)


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_cannot_be_a_name_is_told(text):
    assert not is_person_name(text)
    assert not_names(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        ("周明、郑言", ("周明", "郑言")),
        ("周明，郑言；闻笛", ("周明", "郑言", "闻笛")),
        ("周明 郑言", ("周明", "郑言")),
        ("杨　婷", ("杨婷",)),
        ("周明和欧阳云舒", ("周明", "欧阳云舒")),
        ("周明 和 郑言", ("周明", "郑言")),
        ("顾清和和闻笛", ("顾清和", "闻笛")),
        ("顾清和、闻笛", ("顾清和", "闻笛")),
        ("Anna Smith、周明", ("Anna Smith", "周明")),
        ("阿依古丽·买买提和周明", ("阿依古丽·买买提", "周明")),
    ],
)
def test_several_names_are_parted(text, names):
    assert person_names(text) == names


def test_of_several_those_that_are_none_are_told():
    assert not_names("周明、来源：云州日报、郑言") == ("来源：云州日报",)


@given(st.text(st.sampled_from("周明和、·， aB1：《")))
def test_nothing_of_a_text_is_lost_but_what_parts_names(text):
    kept = "".join(person_names(text))
    assert [char for char in kept if char not in "和 "] == [char for char in text if char not in "和、， "]
