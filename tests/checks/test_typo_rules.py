from dataclasses import replace

import pytest
from hypothesis import given, settings

from editor.checks.finding import Level
from editor.desk.checking import apply_fixes, check_issue, read_doubts, with_doubts
from editor.model.body import text_of
from editor.model.credits import NameKind
from editor.model.registers import Person, Registers
from tests.checks.issues import CLEAN, article, found, issue, opened
from tests.strategies import issues

CASES = [
    ("云州市对登记工作作了布署。", "typos.form", "“布署”应为“部署”", "部"),
    ("企业迫不急待要求登记。", "typos.form", "“迫不急待”应为“迫不及待”", "及"),
    ("资金应当存入专用帐户。", "typos.norm", "“帐户”应为“账户”", "账"),
    ("公交车箱要保持整洁。", "typos.variant", "“车箱”通常写作“车厢”", "厢"),
    ("截止目前，登记一千件。", "typos.usage", "“截止”通常写作“截至”", "至"),
]


def typos(one, **fields):
    return [finding for finding in check_issue(opened(one, **fields)).findings if finding.rule.startswith("typos.")]


@pytest.mark.parametrize(("text", "rule", "message", "shown"), CASES)
def test_a_wrong_form_is_found_and_put_right(text, rule, message, shown):
    one = issue(article(CLEAN, text))
    [finding] = typos(one)
    assert (finding.rule, finding.message, finding.fix.shown) == (rule, message, shown)
    assert finding.detail
    [(start, end)] = finding.marks
    assert end - start == len(shown)
    fixed = apply_fixes(one, [finding])
    assert typos(fixed) == []


def test_titles_are_read_too():
    [finding] = typos(issue(article(CLEAN, title="云州市布署数据登记")))
    assert finding.level is Level.ERROR


def test_names_of_the_registers_are_left_alone():
    name = Person(name="云州帐户管理中心", kind=NameKind.ORGANISATION)
    one = issue(article("云州帐户管理中心办理登记，帐户由中心管理。"))
    assert len(typos(one)) == 2
    assert len(typos(one, registers=Registers(people=(name,)))) == 1


def test_clean_text_has_none():
    assert found(article(CLEAN)) == []


READ = ("typos.certain", "typos.doubtful")
DOUBTFUL = "有关部们应当按照职责分工做好工作。"


def read_again(one, **fields):
    """Check an issue, have the reader read it, and check it again."""
    printable = opened(one, **fields)
    first = check_issue(printable)
    assert [finding for finding in first.findings if finding.rule in READ] == []
    again = check_issue(printable, before=with_doubts(first, read_doubts(printable)))
    return again, [finding for finding in again.findings if finding.rule in READ]


def test_a_character_that_stands_badly_is_said_once_the_reader_has_read_it():
    one = issue(article(CLEAN, DOUBTFUL))
    _, [finding] = read_again(one)
    assert finding.message == "疑似错别字：“部们应”通常写作“部门应”"
    assert finding.level is Level.WARNING
    assert [finding.evidence[start:end] for start, end in finding.marks] == ["们"]
    _, none = read_again(apply_fixes(one, [finding]))
    assert none == []


def test_of_a_changed_block_nothing_is_said_until_it_was_read_again_and_of_the_others_what_was_found():
    one = issue(article(CLEAN, DOUBTFUL), article(CLEAN, "健全公共服物体系，方便群众办事。", title="另一篇"))
    again, found_first = read_again(one)
    assert len(found_first) == 2
    section = one.sections[0]
    first = section.articles[0]
    titled = replace(one, sections=(replace(section, articles=(replace(first, subtitle="副题"), section.articles[1])),))
    assert len(_doubts(check_issue(opened(titled), before=again))) == 2
    block = replace(first.blocks[-1], runs=text_of(DOUBTFUL + "另有一句。"))
    changed = replace(first, blocks=(*first.blocks[:-1], block))
    other = replace(one, sections=(replace(section, articles=(changed, *section.articles[1:])),))
    typed = check_issue(opened(other), before=again)
    assert [finding.place.where for finding in _doubts(typed)] == [section.articles[1].uid]
    known = read_doubts(opened(other), before=typed.doubted)
    assert known.is_of(other)
    assert not typed.doubted.is_of(other)
    assert len(known.findings(other)) == 2


def _doubts(checked):
    return [finding for finding in checked.findings if finding.rule in READ]


def test_what_the_issue_before_printed_so_is_usual():
    one = issue(article(CLEAN, DOUBTFUL))
    printed = issue(article(DOUBTFUL, DOUBTFUL + "印发。", title="上期"))
    assert read_doubts(opened(one), previous=printed).findings(one) == ()


def test_names_are_no_doubts():
    name = Person(name="云州部们应研究会", kind=NameKind.ORGANISATION)
    one = issue(article(CLEAN, "有关云州部们应研究会按照职责分工做好工作。"))
    _, none = read_again(one, registers=Registers(people=(name,)))
    assert none == []


def test_what_the_list_has_is_said_once():
    _, found_here = read_again(issue(article(CLEAN, "各县应当加强工作布署，明确责任。")))
    assert found_here == []


@given(issues())
@settings(deadline=None, max_examples=30)
def test_any_issue_can_be_read(one):
    for finding in read_doubts(opened(one)).findings(one):
        assert finding.fix
