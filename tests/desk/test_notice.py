"""The notice of a correction, as readers will read it."""

from dataclasses import replace

import pytest

from editor.desk.review.notice import correction_notice, notice_text
from editor.model.article import Title
from editor.model.body import Figure, Heading, ItemList, Paragraph, Table, text_of
from editor.model.picture import Picture
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


def block(kind, number, words):
    return kind(runs=text_of(words), uid=f"{number}" * 32)


LIST = ItemList(items=(text_of("先登记。"), text_of("后交易。")), uid="4" * 32)
TABLE = Table(
    head=(text_of("市"), text_of("家")), rows=((text_of("云州"), text_of("12")),), caption="统计", uid="5" * 32
)
FIGURE = Figure(caption="登记大厅", uid="6" * 32)
BODY = (
    block(Heading, 7, "一、总"), ONE, block(Paragraph, 8, " "), FIGURE, LIST, TABLE, block(Heading, 9, "二、施行"), TWO
)  # fmt: skip
ITEMS, HEADING = replace(LIST, items=(text_of("先登记。"), text_of("再交易。"))), block(Heading, 9, "二、实施")


@pytest.mark.parametrize(("now", "said"), [
    ((*BODY[:-1], replace(TWO, runs=text_of("办法分为总则和附则。"))),
     "第4段“办法分为总则、登记和附则”应为“办法分为总则和附则”。"),
    ((*BODY[:4], ITEMS, *BODY[5:]), "第3段“后交易”应为“再交易”。"),
    ((*BODY[:4], replace(LIST, items=LIST.items[:1]), *BODY[5:]), "第3段删去“后交易。”。"),
    ((*BODY[:6], HEADING, TWO), "第2个小标题“施行”应为“实施”。"),
    ((*BODY[:3], replace(FIGURE, caption="云州登记大厅"), *BODY[4:]), "图1的图题“登记大厅”应为“云州登记大厅”。"),
    ((*BODY[:5], replace(TABLE, rows=((text_of("云州"), text_of("13")),)), *BODY[6:]), "表1第2行第2列“12”应为“13”。"),
    ((*BODY[:3], *BODY[4:]), "原图1删去“登记大厅”。"),
    # what stands elsewhere now is found by where it was printed
    ((BODY[0], *BODY[2:-1], replace(TWO, runs=text_of("办法分为总则和附则。"))),
     "原第4段“办法分为总则、登记和附则”应为“办法分为总则和附则”。"),
])  # fmt: skip
def test_places_are_counted_as_on_the_printed_page(now, said):
    article_ = ISSUE.sections[0].articles[0]
    before = replace(ISSUE, sections=(replace(ISSUE.sections[0], articles=(replace(article_, blocks=BODY),)),))
    after = replace(ISSUE, sections=(replace(ISSUE.sections[0], articles=(replace(article_, blocks=now),)),))
    _, *found = notice_text(correction_notice(before, after, reason="日期有误。")).split("\n")
    assert f"《云州发布办法》{said}" in found


def test_another_picture_is_said_beside_other_changes():
    one = replace(ISSUE.sections[0].articles[0], blocks=(ONE, FIGURE))
    picture = Picture(sha256="a" * 64, media_type="image/png", width=10, height=10)
    other = replace(one, source="市数据局", blocks=(ONE, replace(FIGURE, picture=picture)))
    before, after = (replace(ISSUE, sections=(replace(ISSUE.sections[0], articles=(a,)),)) for a in (one, other))
    assert "《云州发布办法》图1换了图片。" in notice_text(correction_notice(before, after, reason="图有误"))


@pytest.mark.parametrize(("after", "said"), [
    (changed(blocks=(replace(ONE, runs=text_of(FIRST.replace("2 月 1 日", "3 月 1 日"))), TWO)),
     "《云州发布办法》第1段“自 2 月 1 日起施行”应为“自 3 月 1 日起施行”。"),
    (changed(title=Title(text="云州印发办法")), "《云州印发办法》标题“云州发布办法”应为“云州印发办法”。"),
    (changed(blocks=(ONE,)), "《云州发布办法》原第2段删去“办法分为总则、登记和附则。”。"),
    (changed(blocks=(ONE, TWO, replace(TWO, uid="3" * 32, runs=text_of("另行通知。")))),
     "《云州发布办法》第3段增加“另行通知。”。"),
    (replace(ISSUE, headline=Title(text="头条")), "封面与版权页：头条标题有更正。"),
])  # fmt: skip
def test_it_shows_what_was_printed_and_what_it_should_read(after, said):
    assert lines(after)[1:] == [said]
