"""似已刊: what is said of an article that was printed before."""

import datetime as dt

from editor.desk.archive.kept_texts import KeptText
from editor.desk.archive.seen_before import seen_before
from editor.model.number import Number
from editor.text.similar.likeness import Telling, Why
from tests.kept_texts import MemoryTexts

_BODY = (
    "云州市绿色建材推广中心今天挂牌，由市住房城乡建设局和青岚大学共同管理，编制四十二名。\n"
    "中心将为全市新建公共建筑提供建材碳足迹核算，第一批核算二十七个品种，结果向社会公开。\n"
    "企业可以在中心的实验室免费检测新产品，检测报告在江源省内各市互认，有效期两年。"
)
_OLD = KeptText(
    article="old",
    issue="one",
    telling=Telling(title="云州绿色建材推广中心挂牌", body=_BODY, link="https://jc.example.cn/a/1.html"),
    number=Number(year=2024, number=50, total=213),
    date=dt.date(2024, 12, 30),
)


def test_names_the_issue_that_printed_it() -> None:
    (seen,) = seen_before(Telling(title="绿色建材有了娘家", body=_BODY), MemoryTexts([_OLD]))
    assert seen.words == "似已刊于总第213期《云州绿色建材推广中心挂牌》：正文有 100% 相同"


def test_a_link_alone_is_enough() -> None:
    asked = Telling(title="完全另写的一篇", body="只有一句话。", link="http://jc.example.cn/a/1.html?utm_source=x")
    (seen,) = seen_before(asked, MemoryTexts([_OLD]))
    assert seen.why == (Why.LINK,)
    assert seen.words.endswith("：原文链接相同")


def test_an_article_is_not_its_own_copy() -> None:
    assert seen_before(_OLD.telling, MemoryTexts([_OLD]), but="old") == ()


def test_a_part_is_called_one_and_its_passages_stand_in_both() -> None:
    part = "据了解，" + "".join(_BODY.split("\n")[1:])
    (seen,) = seen_before(Telling(title="建材碳足迹可以算了", body=part), MemoryTexts([_OLD]))
    assert seen.why == (Why.PART,)
    (match,) = seen.matches
    assert part[slice(*match.first)] == _BODY[slice(*match.second)].replace("\n", "")


def test_what_was_put_away_is_said_to_lie_there() -> None:
    away = KeptText(article="away", issue="", telling=_OLD.telling, discarded=True)
    (seen,) = seen_before(Telling(title="绿色建材有了娘家", body=_BODY), MemoryTexts([away]))
    assert seen.place == "废稿箱"
