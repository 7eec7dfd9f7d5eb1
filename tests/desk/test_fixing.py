from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.desk.checking import apply_fixes
from editor.desk.checking.run_edits import Splice, spliced, spliced_runs
from editor.model.article import title_of
from editor.model.block_texts import block_texts
from editor.model.body import ItemList, Paragraph, Run, Table, plain, text_of
from editor.model.uid import derived_uid
from tests.checks.issues import CLEAN, article, check, issue
from tests.strategies import issues, runs


def fixed(one):
    return apply_fixes(one, check(one).findings)


def body(one):
    return [text for each in one.articles() for block in each.blocks for text in block_texts(block)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("数据登记, 是基础(试行);完成.", "数据登记，是基础（试行）；完成。"),
        ('所谓"一本账"就是台账。', "所谓“一本账”就是台账。"),
        ("登记完成。，", "登记完成。"),
        ("**一是登记。**其余照旧。", "一是登记。其余照旧。"),
        ("数据的的登记。", "数据的登记。"),
        ("《实施办法》同时公布。", "《办法》同时公布。"),
        ("办法明确了范围。", "《办法》明确了范围。"),
    ],
)
def test_a_fix_puts_it_right_and_nothing_else(wrong, right):
    one = issue(article(CLEAN, wrong))
    mended = fixed(one)
    assert body(mended) == [CLEAN, right]
    assert check(mended).findings == ()


def test_bold_stays_and_what_stood_between_stars_becomes_bold():
    runs = (Run(text="一是登记,", bold=True), Run(text="**二是**流通。"))
    one = article(CLEAN)
    one = replace(one, blocks=(*one.blocks, Paragraph(runs=runs, uid=derived_uid("r"))))
    mended = next(fixed(issue(one)).articles()).blocks[-1].runs
    assert mended == (Run(text="一是登记，二是", bold=True), Run(text="流通。"))


def test_the_names_of_the_body_follow_the_title():
    text = CLEAN.replace("数据登记办法", "数据登记管理办法")
    mended = fixed(issue(article(text)))
    assert body(mended) == [CLEAN]


def test_a_short_name_is_introduced_where_the_full_one_stands():
    mended = fixed(issue(article("2025年，《云州市数据方案》印发。《方案》共三章。", title="印发")))
    assert body(mended) == ["2025年，《云州市数据方案》（以下简称《方案》）印发。《方案》共三章。"]


def test_lists_tables_and_broken_titles_are_mended_in_place():
    blocks = (
        ItemList(items=(text_of("登记,"), text_of("流通;")), uid=derived_uid("l")),
        Table(
            head=(text_of("项目(个)"), ()),
            rows=((text_of("登记"), text_of("三,四")),),
            note="说明:",
            uid=derived_uid("t"),
        ),
    )
    one = replace(
        article(CLEAN), blocks=(*article(CLEAN).blocks, *blocks), title=title_of("云州市印发,", "登记 办法(试行)")
    )
    mended = next(fixed(issue(one)).articles())
    assert mended.title == title_of("云州市印发，", "登记 办法（试行）")
    assert body(issue(mended))[1:] == ["登记，", "流通；", "项目（个）", "登记", "三，四", "说明："]


def test_text_that_changed_since_is_left_alone():
    one = issue(article(CLEAN, "数据的的登记。"))
    findings = check(one).findings
    (old,) = one.articles()
    other = replace(old, blocks=(old.blocks[0], replace(old.blocks[1], runs=text_of("全新的一句话。"))))
    assert body(apply_fixes(issue(other), findings)) == [CLEAN, "全新的一句话。"]


def test_articles_without_fixes_stay_the_same_values():
    first, second = article(), article(CLEAN + "登记完成。。", title="又一篇", link="https://example.org/b")
    one = issue(first, second)
    mended = fixed(one)
    assert next(mended.articles()) is first


@given(issues())
@settings(deadline=None, max_examples=60)
def test_fixes_fit_any_issue(one):
    apply_fixes(one, check(one).findings)


@given(runs, st.data())
def test_runs_are_edited_as_their_plain_text_is(text, data):
    whole = plain(text)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    splice = Splice(start=start, end=end, was=whole[start:end], text=data.draw(st.text("数据，", max_size=3)))
    assert plain(spliced_runs(text, [splice])) == spliced(whole, [splice])
