"""领导批示: entered with a scan, changed, withdrawn and put back, beside an issue that stays as it was signed."""

import datetime as dt
from dataclasses import replace

import pytest
from PIL import Image

from db.library import open_library
from editor.desk.instructions.keeping import Entered, keep_instruction, put_back, scan_of, withdraw_instruction
from editor.desk.ports import Arrival
from editor.desk.review.steps import By
from editor.interchange.codec import encode
from editor.model.errors import UserError
from editor.model.instruction import Instruction
from editor.model.issue_state import IssueState
from editor.model.publication import Profile, Publication
from tests.fakes import article, issue_of

PRINTED = article("海州公布数据目录")
DRAFT = issue_of(article(), PRINTED)
ISSUE = replace(DRAFT, archive=replace(DRAFT.archive, state=IssueState.PUBLISHED))
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)
AT = dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC)
BY = By(name="林编辑", at=AT)
ENTERED = Entered(
    article=PRINTED.uid, leader="周明远", post="市长", day=dt.date(2026, 3, 3), words="请数据局阅研，提出意见。"
)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.take_in(Arrival(issue=ISSUE, publication=ONE))
        yield opened


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "批示.jpg"
    Image.new("RGB", (300, 200), "white").save(path)
    return path


def test_an_instruction_with_its_scan_is_found_again(library, scan):
    before = encode(library.issue(ISSUE.uid))
    kept = keep_instruction(library, ISSUE, replace(ENTERED, scan=scan), BY)
    assert library.instructions.listed(ISSUE.uid) == library.instructions.listed() == (kept,)
    assert (kept.leader, kept.post, kept.words, kept.name) == ("周明远", "市长", "请数据局阅研，提出意见。", "林编辑")
    name, data = scan_of(library, kept)
    assert name == "批示.jpg"
    assert data.startswith(b"\xff\xd8")
    assert encode(library.issue(ISSUE.uid)) == before


def test_a_change_keeps_the_scan_and_who_entered_it_last(library, scan):
    first = keep_instruction(library, ISSUE, replace(ENTERED, scan=scan), BY)
    later = By(name="苏编辑", at=AT + dt.timedelta(days=1))
    changed = keep_instruction(library, ISSUE, replace(ENTERED, words="请抓紧。"), later, before=first)
    assert library.instructions.listed() == (changed,)
    assert (changed.uid, changed.scan, changed.name) == (first.uid, first.scan, "苏编辑")


def test_they_are_listed_by_the_day_they_were_written(library):
    late = keep_instruction(library, ISSUE, replace(ENTERED, day=dt.date(2026, 3, 9)), BY)
    early = keep_instruction(library, ISSUE, ENTERED, BY)
    assert library.instructions.listed() == (early, late)
    assert library.instructions.listed("f" * 32) == ()


def test_a_withdrawn_one_counts_no_more_and_can_be_put_back(library):
    kept = keep_instruction(library, ISSUE, ENTERED, BY)
    withdraw_instruction(library, kept, AT)
    assert library.instructions.listed() == ()
    put_back(library, kept, AT)
    assert library.instructions.listed() == (kept,)


@pytest.mark.parametrize(
    ("entered", "said"),
    [
        (replace(ENTERED, article="f" * 32), "重新选择文章"),
        (replace(ENTERED, leader=" "), "批示人"),
        (replace(ENTERED, words=" \n"), "批示内容"),
        (replace(ENTERED, post="长" * 61), "60"),
        (replace(ENTERED, words="请" * 5001), "5000"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_words(library, entered, said):
    with pytest.raises(UserError, match=said):
        keep_instruction(library, ISSUE, entered, BY)
    assert library.instructions.listed() == ()


def test_a_file_that_is_no_scan_is_refused(library, tmp_path):
    path = tmp_path / "批示.txt"
    path.write_text("请阅", "utf-8")
    with pytest.raises(UserError):
        keep_instruction(library, ISSUE, replace(ENTERED, scan=path), BY)
    assert library.instructions.listed() == ()


def test_a_scan_that_is_gone_is_said(library):
    kept = keep_instruction(library, ISSUE, ENTERED, BY)
    with pytest.raises(UserError, match="重新选择文件"):
        scan_of(library, replace(kept, scan="0" * 64))


@pytest.mark.parametrize(
    "wrong", [{"leader": ""}, {"words": ""}, {"scan": "00"}, {"at": AT.replace(tzinfo=None)}, {"issue": "x"}]
)  # fmt: skip
def test_a_malformed_instruction_is_no_instruction(wrong):
    one = {
        "uid": "1" * 32, "issue": ISSUE.uid, "article": PRINTED.uid, "leader": "周明远", "day": dt.date(2026, 3, 3),
        "words": "请阅。", "name": "林编辑", "at": AT,
    }  # fmt: skip
    with pytest.raises(ValueError, match=r"\w"):
        Instruction(**(one | wrong))
