"""The notice of a correction, as readers will read it."""

from dataclasses import replace

import pytest

from editor.desk.review.notice import correction_notice, notice_text
from editor.model.body import Paragraph, text_of
from editor.model.issue import Title
from tests.fakes import article, issue_of

FIRST = "云州市数据局于 1 月 3 日印发办法，自 2 月 1 日起施行，共九章六十条，由市数据局负责解释。"
ONE = Paragraph(runs=text_of(FIRST), uid="1" * 32)
TWO = Paragraph(runs=text_of("办法分为总则、登记和附则。"), uid="2" * 32)
ISSUE = issue_of(article("云州发布办法", ONE, TWO), article("海州公布目录"))


def changed(**fields):
    first, *rest = ISSUE.sections[0].articles
    return replace(ISSUE, sections=(replace(ISSUE.sections[0], articles=(replace(first, **fields), *rest)),))


def lines(after):
    return notice_text(correction_notice(ISSUE, after, reason="日期有误。")).split("\n")


def test_it_says_which_issue_and_why():
    opening = "本刊第3期总第30期（2025年1月20日）已出修订版，请以修订版为准。更正原因：日期有误。"
    assert lines(ISSUE) == [opening]


@pytest.mark.parametrize(("after", "said"), [
    (changed(blocks=(replace(ONE, runs=text_of(FIRST.replace("2 月 1 日", "3 月 1 日"))), TWO)),
     "《云州发布办法》第1段“自 2 月 1 日起施行”应为“自 3 月 1 日起施行”。"),
    (changed(title=Title(text="云州印发办法")), "《云州印发办法》标题“云州发布办法”应为“云州印发办法”。"),
    (changed(blocks=(ONE,)), "《云州发布办法》原第2段删去“办法分为总则、登记和附则。”。"),
    (changed(blocks=(ONE, TWO, replace(TWO, uid="3" * 32, runs=text_of("另行通知。")))),
     "《云州发布办法》第3段增加“另行通知。”。"),
    (replace(ISSUE, headline=Title(text="头条")), "封面与版权页：封面标题有更正。"),
])  # fmt: skip
def test_it_shows_what_was_printed_and_what_it_should_read(after, said):
    assert lines(after)[1:] == [said]
