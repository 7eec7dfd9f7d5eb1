import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.document.title_lines import lines_of, title_lines
from editor.model.article import Title

TITLE = "云州市数据局等五部门联合印发《公共数据资源登记管理实施细则》"


def test_a_short_title_stays_in_one_line():
    assert title_lines("云州发布数据条例", text="", width=22) == ("云州发布数据条例",)


def test_a_long_title_breaks_before_the_document_name():
    assert title_lines(TITLE, text="", width=22) == ("云州市数据局等五部门联合印发", "《公共数据资源登记管理实施细则》")


def test_words_that_stand_together_in_the_article_are_not_parted():
    title = "云州市促进实体经济和数字经济深度融合巡回宣讲活动圆满收官"
    lines = title_lines(title, text="深度融合 实体经济 数字经济 宣讲活动 圆满收官" * 4, width=22)
    assert len(lines) == 2
    for word in ("深度", "融合", "宣讲", "活动", "数字", "经济"):
        assert any(word in line for line in lines)


@pytest.mark.parametrize("length", [45, 60, 64, 70, 89])
def test_a_very_long_title_takes_three_lines_or_more_and_none_is_short(length):
    title = ("云州市促进实体经济和数字经济深度融合巡回宣讲活动圆满收官" * 4)[:length]
    lines = title_lines(title, text="", width=22)
    assert "".join(lines) == title
    assert all(4 <= len(line) <= 22 for line in lines)


@given(st.text(alphabet="数据云州市发布的《》（），。A1", min_size=1, max_size=60), st.sampled_from([12.0, 22.0]))
def test_no_character_is_lost_and_no_line_begins_with_a_closing_mark(title, width):
    lines = title_lines(title, text=title, width=width)
    assert "".join(lines) == title
    if len(lines) == 2:
        assert lines[1][0] not in "》），。"
        assert lines[0][-1] not in "《（"


@pytest.mark.parametrize("title", ["", "据", "a" * 200])
def test_what_cannot_be_divided_stays_whole(title):
    assert title_lines(title, text="", width=22) == (title,)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("云州市公共数据授权运营管理办法（试行）征求意见稿公开发布", ("授权", "运营", "（试行）", "征求意见稿")),
        ("关于推进数据要素市场化配置改革高质量发展的若干意见", ("市场化", "改革", "高质量", "若干")),
        ("云州市人民政府办公厅关于印发推动人工智能大模型高质量发展若干措施的通知", ("办公厅", "大模型", "高质量")),
    ],
)
@pytest.mark.parametrize("width", [22.0, 16.0, 12.0, 10.0])
def test_no_word_is_divided_and_no_line_begins_with_a_remark(title, words, width):
    lines = title_lines(title, text="", width=width)
    assert "".join(lines) == title
    assert len(lines) > 1
    assert all(any(word in line for line in lines) for word in words)
    assert not any(line.startswith(("（", "的", "和")) for line in lines)


def test_the_office_stands_above_what_it_says():
    title = "云州市人民政府办公厅关于做好城市更新有关工作的通知"
    assert title_lines(title, text="", width=22) == ("云州市人民政府办公厅", "关于做好城市更新有关工作的通知")


def test_the_editors_own_lines_stay():
    title = Title(text="云州发布数据授权运营办法", breaks=(6,))
    assert lines_of(title, (), 22) == title.lines


def test_latin_is_left_to_the_typesetter():
    title = "MOODY’S WARNS ABOUT MUNICIPAL DATA GOVERNANCE AND MANAGEMENT"
    assert title_lines(title, text="", width=12) == (title,)
