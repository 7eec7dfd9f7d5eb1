import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.document.measure import display_width
from editor.document.section_names import label_lines, shortened, tile_rows


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("要", ("要",)),
        ("要论", ("要论",)),
        ("新政策", ("新政策",)),
        ("国策要论", ("国策", "要论")),
        ("地方新政策", ("地方新", "政策")),
        ("地方实践与经验", ("地方实", "践与", "经验")),
        ("地方实践与基层经验", ("地方实", "践与基", "层经验")),
        ("地方实践与基层经验交流", ("地方实践", "与基层经", "验交流")),
        ("地方实践与基层经验交流专", ("地方实践", "与基层经", "验交流专")),
        ("地方实践与基层经验交流专栏", ()),
        ("Policy Watch", ("Policy", "Watch")),
        ("AI前沿", ("AI", "前沿")),
        ("数字ABC经济", ("数字", "ABC", "经济")),
        ("Internationalisation", ()),
        ("One Two Three Four", ()),
        ("", ()),
    ],
)
def test_a_name_stands_on_a_tile_in_rows_or_is_too_long_for_one(name, rows):
    assert tile_rows(name) == rows


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("国策要论", ("国策要论",)),
        ("地方实践与基层经验交流专栏", ("地方实践与基层", "经验交流专栏")),
        ("Regional Practice Watch", ("Regional", "Practice Watch")),
        ("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥", ("甲乙丙丁戊己庚辛壬…", "丑寅卯辰巳午未申酉…")),
    ],
)
def test_a_label_has_two_lines_at_most(name, lines):
    assert label_lines(name) == lines


@given(st.text(alphabet="数据登记AIb 的", min_size=1, max_size=60), st.integers(2, 30))
def test_a_text_cut_is_no_wider_than_it_may_be_and_begins_like_itself(text, width):
    made = shortened(text, width)
    assert display_width(made) <= width
    assert made == text or text.startswith(made[:-1].rstrip())


@given(st.text(alphabet="数据登记的", min_size=1, max_size=12))
def test_rows_of_a_tile_say_the_whole_name(name):
    assert "".join(tile_rows(name)) == name
