import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.typing.forms import forms, note_on, slips, sources

LEVELS = {"error", "warning", "info"}


def fixed(text):
    for slip in reversed(slips(text)):
        text = text[: slip.start] + slip.becomes + text[slip.end :]
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("会议对下步工作进行了布署。", "会议对下步工作进行了部署。"),
        ("既使是小企业，也可以申请。", "即使是小企业，也可以申请。"),
        ("因该会有更多企业参加。", "应该会有更多企业参加。"),
        ("项目己经开工，按排专人负责。", "项目已经开工，安排专人负责。"),
        ("单位帐户由财务部门管理。", "单位账户由财务部门管理。"),
        ("做为试点城市，云州市迫不急待。", "作为试点城市，云州市迫不及待。"),
        ("必需经过批准方可开工。", "必须经过批准方可开工。"),
        ("截止目前，已办理一千件。", "截至目前，已办理一千件。"),
        ("提纲契领，一如继往。", "提纲挈领，一如既往。"),
        ("值的注意的是，发展变的更加稳健。", "值得注意的是，发展变得更加稳健。"),
        ("群众反应强烈，本刊刊登征稿启示。", "群众反应强烈，本刊刊登征稿启事。"),
        ("期未余额比年初增加。", "期末余额比年初增加。"),
        ("水份过多会影响车箱。", "水分过多会影响车厢。"),
    ],
)
def test_wrong_forms_become_right_ones(text, right):
    assert fixed(text) == right
    assert fixed(right) == right


@pytest.mark.parametrize(
    "text",
    [
        "逾期未完成登记的，不予受理。",
        "因该公司搬迁，项目暂停。",
        "自己经营的企业，可以经济方式处理。",
        "既使企业受益，又让群众满意。",
        "公布署名文章，按排名先后公示。",
        "生活必需的用品，必需品供应充足。",
        "项目的确定以审查或者验收为准。",
        "与其他单位与个人合作，单位与企业分工做好衔接。",
        "申请截止日期为三月五日。",
        "",
        "A",
        "布",
    ],
)
def test_right_words_are_left_alone(text):
    assert slips(text) == ()


def test_only_the_wrong_characters_are_marked():
    [slip] = slips("工作布署到位")
    assert (slip.start, slip.end, slip.becomes) == (2, 3, "部")


def test_what_tells_two_characters_apart_is_said():
    [slip] = slips("开立帐户")
    assert note_on(slip) == "“账”指钱物出入的记载，“帐”指布、纱做的遮蔽物"
    [slip] = slips("工作布署到位")
    assert note_on(slip) == ""


def test_every_row_of_the_list_is_whole():
    known = sources()
    rows = list(forms())
    assert len(rows) > 1500
    assert len({row.wrong for row in rows}) == len(rows)
    for row in rows:
        assert len(row.wrong) == len(row.right) >= 2, row
        assert row.wrong != row.right
        assert row.source in known
        assert row.level in LEVELS


def test_what_is_right_is_never_wrong_by_another_row():
    loud = [row for row in forms() if row.level != "info"]
    assert [row.right for row in loud if any(slip.form.level != "info" for slip in slips(row.right))] == []


@given(st.text(alphabet="布署部己经自因该既使是期末未必需须的，。…a\n", max_size=40))
def test_no_text_is_too_odd(text):
    once = fixed(text)
    assert len(once) == len(text)
    for slip in slips(text):
        assert 0 <= slip.start < slip.end <= len(text)
