import pytest

from editor.checks.finding import Level
from editor.desk.checking import apply_fixes, check_issue
from editor.model.credits import NameKind
from editor.model.registers import Person, Registers
from tests.checks.issues import CLEAN, article, found, issue, opened

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
