import pytest

from editor.text.strokes import name_key, stroke_count, text_key

# the members as published in the order of the surname's strokes, 23 October 2022
BUREAU = (
    "丁薛祥 习近平 马兴瑞 王毅 王沪宁 尹力 石泰峰 刘国中 李希 李强 李干杰 李书磊 李鸿忠 何卫东 何立峰 张又侠 张国清 "
    "陈文清 陈吉宁 陈敏尔 赵乐际 袁家军 黄坤明 蔡奇"
)
# and of the one before, 25 October 2017
BUREAU_BEFORE = (
    "丁薛祥 习近平 王晨 王沪宁 刘鹤 许其亮 孙春兰 李希 李强 李克强 李鸿忠 杨洁篪 杨晓渡 汪洋 张又侠 陈希 陈全国 陈敏尔 "
    "赵乐际 胡春华 栗战书 郭声琨 黄坤明 韩正 蔡奇"
)
# surnames as the first part of the 通用规范汉字表 (2013) has them
SURNAMES = "丁于万马王云尤戈水毛仇文方孔邓甘石龙叶田史丘白冯司边吉江汤孙苏李杨吴何余张陈林金周郑孟赵胡"


@pytest.mark.parametrize("names", [BUREAU.split(), BUREAU_BEFORE.split()], ids=["2022", "2017"])
def test_published_lists_come_out_as_they_were_published(names):
    assert sorted(set(names), key=name_key) == names


def test_surnames_stand_as_in_the_official_table_of_characters():
    assert sorted(set(SURNAMES), key=name_key) == list(SURNAMES)


def test_of_one_surname_single_names_come_first():
    assert sorted(["王一丁", "王麟", "王乙"], key=name_key) == ["王乙", "王麟", "王一丁"]


def test_a_compound_surname_is_one_surname():
    assert sorted(["司马光明", "司马光", "司徒二", "司一"], key=name_key) == ["司一", "司马光", "司马光明", "司徒二"]


@pytest.mark.parametrize(
    ("char", "count"),
    [("一", 1), ("乙", 1), ("万", 3), ("昇", 8), ("龘", 48), ("𠮷", 6), ("𫍣", 8), ("A", 0), ("·", 0)],
)
def test_strokes_are_counted_of_rare_characters_too(char, count):
    assert stroke_count(char) == count


def test_names_without_hanzi_come_first_and_nothing_fails():
    names = ["", "李", "Zoe", "·", "𠮷野", "\U00030000"]
    assert min(names, key=name_key) == ""
    assert sorted(names, key=text_key).index("Zoe") < sorted(names, key=text_key).index("李")


def test_organisations_are_sorted_character_by_character():
    assert sorted(["云州市发展局", "丁县办公室", "云州市大数据局"], key=text_key) == [
        "丁县办公室",
        "云州市大数据局",
        "云州市发展局",
    ]
