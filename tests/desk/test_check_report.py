"""The report of the checks as somebody reads it, on paper and in Word."""

import datetime as dt
import io
from dataclasses import replace

import docx
import pytest

from editor.checks.waivers import WaiverScope, waive
from editor.desk.checking import add_lasting, add_waiver, check_issue
from editor.desk.papers.check_report import Checker, check_report, checked_report, report_docx, report_pdf
from editor.desk.printable_issue import PrintableIssue
from editor.model.language import speak
from editor.model.rule_levels import RuleLevel
from tests.checks.issues import CLEAN, PUBLICATION, article, issue, opened
from tests.paper_desk import pages_of

AT = dt.datetime(2025, 1, 19, 8, tzinfo=dt.UTC)
WITHOUT = replace(PUBLICATION, rule_levels=(("titles.blank", RuleLevel.OFF),))
CHECKER = Checker(name="陆岚", made=dt.datetime(2025, 1, 19, 16, 0, tzinfo=dt.UTC))
FLAWED = issue(
    article(CLEAN + "数据的的登记。", "登记完成。。"),
    article("1月3日，完成登记,开始流通。", title="云州公布登记成果", link="", source=""),
)


def reported(one=FLAWED, checker=CHECKER):
    printable = PrintableIssue(issue=one, publication=WITHOUT, pictures={})
    return check_report(printable, check_issue(printable), None, checker)


def findings(report):
    return [finding for section in report.sections for group in section.groups for finding in group.findings]


def in_word(report, printable):
    made = docx.Document(io.BytesIO(report_docx(report, printable)))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join((*(one.text for one in made.paragraphs), *cells))


def test_findings_stand_under_their_articles_with_words_place_reason_and_fix():
    report = reported()
    (section,) = report.sections
    assert [group.title for group in section.groups] == ["云州市印发《云州市数据登记办法》", "云州公布登记成果"]
    first = next(one for one in findings(report) if one.message == "“的”重复")
    assert (first.level, first.place, first.state) == ("警告", "正文 第1段", "未处理")
    assert [part.text for part in first.quote if part.meant] == ["的的"]
    assert first.becomes == "的"


def test_what_was_waived_says_who_when_and_why():
    one = issue(next(FLAWED.articles()))
    doubled, twice = check_issue(opened(one)).findings
    once = waive(doubled, reason="原文如此", name="陆岚", scope=WaiverScope.ONCE, at=AT)
    ever = waive(twice, reason="惯用", name="钟新敏", scope=WaiverScope.PUBLICATION, at=AT)
    printable = PrintableIssue(issue=add_waiver(one, once), publication=add_lasting(PUBLICATION, ever), pictures={})
    states = [one.state for one in findings(checked_report(printable, None, CHECKER))]
    assert any("已放行（陆岚" in state and state.endswith("：原文如此") for state in states)
    assert any("已放行（钟新敏" in state and "本刊各期）：惯用" in state for state in states)


def test_the_rate_and_the_rules_that_were_off_are_said():
    report = reported()
    facts = {one.label: one.text for one in report.facts}
    assert "不合格" in facts["差错率"]
    assert facts["未处理"].startswith("错误 2，警告 ")
    assert facts["检查人"] == "陆岚"
    assert "10号" in report.counting
    assert report.off == ("标题里有空格",)


@pytest.mark.parametrize("clean", [True, False])
def test_paper_and_word_say_the_same(clean):
    one = issue(article()) if clean else FLAWED
    report = reported(one)
    paper, word = "".join(pages_of(report_pdf(report))), in_word(report, opened(one))
    said = [report.empty] if clean else [one.message for one in findings(report)]
    for words in (*said, "检查报告", "陆岚", "没有用的规则（1 条）：标题里有空格"):
        bare = "".join(words.split())
        assert bare in "".join(paper.split())
        assert bare in "".join(word.split())


def test_the_same_report_is_the_same_bytes():
    report = reported()
    assert report_pdf(report) == report_pdf(report)
    assert report_docx(report, opened(FLAWED)) == report_docx(report, opened(FLAWED))


def test_characters_that_no_font_has_and_controls_are_printed_as_such():
    strange = replace(article("数据的的登记\ue000。"), source="来源\x0b")
    report = reported(issue(strange))
    assert "〓" in "".join(pages_of(report_pdf(report)))
    assert "〓" in in_word(report, opened(issue(strange)))


def test_it_is_in_chinese_whatever_the_window_speaks():
    speak(lambda text, _count: f"<{text}>")
    try:
        report = checked_report(opened(FLAWED), None, CHECKER)
    finally:
        speak()
    assert all("<" not in one.message for one in findings(report))
