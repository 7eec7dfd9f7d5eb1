from editor.desk.intake.section_guess import Placed, section_guesses
from tests.benchmarks.bench_section_guess import at_intake, by_all, left_out, score

KNOWN = section_guesses(
    (
        Placed("要论", "江东省政府", "江东省印发数据登记办法"),
        Placed("实践", "澄江区委办", "澄江区数据台账的做法"),
        Placed("实践", "江东日报", "望海县码头台账的做法"),
        Placed("要论", "江东日报", "以数据登记激活发展"),
    )
)


def test_a_source_goes_where_it_went():
    assert KNOWN.guess("江东省政府", "全新题目") == "要论"


def test_a_source_of_several_sections_is_told_by_the_title():
    assert KNOWN.guess("江东日报", "青禾县台账的做法") == "实践"
    assert KNOWN.guess("江东日报", "数据登记再发力") == "要论"


def test_a_new_source_is_told_by_the_title_and_nothing_is_made_up():
    assert KNOWN.guess("青禾县委办", "青禾县台账的做法") == "实践"
    assert KNOWN.guess("青禾县委办", "雨水丰沛") == ""
    assert section_guesses(()).guess("江东日报", "数据登记") == ""


def test_the_figures_of_the_invented_archive_hold():
    many, _, right, _ = score(by_all, left_out())
    assert right / many >= 0.92
    many, _, right, _ = score(by_all, at_intake())
    assert right / many >= 0.88
