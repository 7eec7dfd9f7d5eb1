"""Numbered and stamped copies: made of the approved bytes, and known again as what they are."""

import dataclasses
from dataclasses import replace

import pypdfium2
import pytest

from db.library import open_library
from editor.desk.copies import MOST_COPIES, CopyRun, check_run, copy_paths, make_copies
from editor.desk.exporting import Targets, export_issue
from editor.desk.ports import Arrival
from editor.desk.review.approving import approve
from editor.desk.review.introductions import introduce
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.remarks import Doubt
from editor.desk.review.steps import By, correct, publish, submit
from editor.desk.review.verifying import verify_file
from editor.document.copy_mark import CopyMark
from editor.document.print_options import PrintOptions
from editor.model.approval import LogAction, LogEvent
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.publication import Profile, Publication
from editor.model.review import Member, Role
from editor.pages.copies import copy_of, named_after
from editor.pages.reading import read_pdf
from tests.fakes import article, issue_of
from tests.paper_desk import pages_of
from tests.review_desk import AT, CHIEF, EDITOR, HOUR, FakeTrust, key_of

ISSUE = issue_of(article(), article("海州公布数据目录"))
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    with open_library(tmp_path_factory.mktemp("copies") / "library.db") as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        event = LogEvent(action=LogAction.MEMBER, name=CHIEF, at=AT - HOUR)
        library.review.save_member(Member(name=CHIEF, role=Role.CHIEF), event)
        signed = introduce(key_of(CHIEF), key=key_of(CHIEF).public, name=CHIEF, at=AT - HOUR)
        library.review.add_introduction(signed, replace(event, action=LogAction.KEY))
        submit(library, ISSUE.uid, By(name=EDITOR, at=AT))
        made = Office(library=library, trust=FakeTrust(key_of(CHIEF)))
        approve(made, ISSUE.uid, key_of(CHIEF), AT + HOUR)
        yield made


@pytest.fixture(scope="module")
def released(office):
    return released_files(office, office.library.issue(ISSUE.uid))


def copies(released, run, base, **more):
    return make_copies(released.pdf, released.approval.pdf, run, base, **more)


@pytest.fixture(scope="module")
def three(released, tmp_path_factory):
    base = tmp_path_factory.mktemp("out") / "云州观察第3期"
    return copies(released, CopyRun(count=3, words="内部资料 注意保存"), base)


def test_each_has_its_number_on_every_page_and_the_signed_bytes_before_it(three, released):
    assert [path.name for path in three] == [f"云州观察第3期（编号{number}）.pdf" for number in ("001", "002", "003")]
    for number, path in enumerate(three, 1):
        data = path.read_bytes()
        assert data.startswith(released.pdf)
        foot = f"编号{number:03}内部资料注意保存由签发的PDF{released.approval.pdf[:16]}派生"
        was, now = pages_of(released.pdf), pages_of(data)
        assert [foot in page for page in now] == [True] * len(was)
        assert all(
            page.replace(foot, "").replace("内部资料注意保存", "") == old for page, old in zip(now, was, strict=True)
        )


def test_what_was_signed_is_named_in_the_file(three, released):
    mark = read_pdf(three[1].read_bytes()).mark
    assert (mark.approved, mark.number, mark.words) == (released.approval.pdf, "002", "内部资料 注意保存")


def test_the_serial_stands_in_six_digits_at_the_head(released, tmp_path):
    (path,) = copies(released, CopyRun(first=12, count=1, serial=True), tmp_path / "a〔份号〕b")
    assert path.name == "a000012b.pdf"
    first, second = pages_of(path.read_bytes())[:2]
    assert first.count("000012") == 2
    assert second.count("000012") == 1


def test_a_stamp_alone_makes_one_copy(released, tmp_path):
    (path,) = copies(released, CopyRun(words="样稿"), tmp_path / "第3期")
    assert path.name == "第3期（样稿）.pdf"
    assert "编号" not in pages_of(path.read_bytes())[0]


def test_a_copy_is_known_as_one(office, three):
    verdict = verify_file(office, three[0])
    assert verdict.holds
    assert verdict.approval.name == CHIEF
    assert verdict.copy == "副本，编号 001，戳记“内部资料 注意保存”"


def test_the_signed_file_is_no_copy(office, released, tmp_path):
    path = tmp_path / "signed.pdf"
    path.write_bytes(released.pdf)
    verdict = verify_file(office, path)
    assert verdict.holds
    assert not verdict.copy


@pytest.mark.parametrize("change", [
    lambda data: data.replace(b"/BulletinCopy (001)", b"/BulletinCopy (002)"),
    lambda data: data + b"%",
    lambda data: data[: len(data) // 3] + b"0" + data[len(data) // 3 + 1 :],
])  # fmt: skip
def test_a_changed_copy_is_found(office, three, tmp_path, change):
    path = tmp_path / "copy.pdf"
    data = three[0].read_bytes()
    path.write_bytes(change(data))
    assert path.read_bytes() != data
    verdict = verify_file(office, path)
    assert not verdict.holds
    assert verdict.remarks[0].doubt in (Doubt.PDF, Doubt.DAMAGED)


def test_a_copy_saved_again_says_so(office, three, tmp_path):
    path = tmp_path / "again.pdf"
    with pypdfium2.PdfDocument(three[0].read_bytes()) as pdf:
        pdf.save(str(path))
    words = [one.words for one in verify_file(office, path).remarks]
    assert "与照签发件重做的不同" in words[0]
    assert "没有看出不同" in words[1]


def of_an_earlier_program(released):
    mark = CopyMark(approved=released.approval.pdf, number="007", program="0.0.1")
    # its bytes are not those that this program makes
    return copy_of(released.pdf, mark) + b"\n"


def test_a_copy_made_by_an_earlier_program_is_not_called_a_forgery(office, released, tmp_path):
    path = tmp_path / "earlier.pdf"
    path.write_bytes(of_an_earlier_program(released))
    verdict = verify_file(office, path)
    assert not verdict.holds
    assert [one.doubt for one in verdict.remarks] == [Doubt.OTHER_PROGRAM]
    assert "另一版程序（0.0.1）" in verdict.remarks[0].words


def test_an_earlier_program_is_no_excuse_for_other_pages(office, released, tmp_path):
    mark = CopyMark(approved=released.approval.pdf, number="007", program="0.0.1")
    stamped = copy_of(released.pdf, replace(mark, words="伪造的戳记"))
    path = tmp_path / "forged.pdf"
    path.write_bytes(named_after(stamped, replace(mark, words="样稿")))
    verdict = verify_file(office, path)
    assert verdict.remarks[0].doubt is Doubt.PDF


def test_a_copy_of_something_unknown_is_said(three, tmp_path):
    with open_library(tmp_path / "other.db") as library:
        verdict = verify_file(Office(library=library, trust=FakeTrust()), three[0])
    assert verdict.remarks[0].doubt is Doubt.UNAPPROVED
    assert "编号 001" in verdict.remarks[0].words
    assert "没有签发过这样的文件" in verdict.remarks[0].words


def test_a_pdf_with_options_names_what_was_signed(office, released, tmp_path):
    path = tmp_path / "duplex.pdf"
    issue = office.library.issue(ISSUE.uid)
    made = export_issue(
        issue, ONE, pictures={}, targets=Targets(pdf=path), options=PrintOptions(duplex=True), released=released
    )
    assert "派生" in made.warnings[0]
    assert read_pdf(path.read_bytes()).mark.approved == released.approval.pdf
    verdict = verify_file(office, path)
    assert (verdict.holds, verdict.copy) == (False, "另排的印刷用 PDF")
    assert "不是签发的那一份" in verdict.remarks[0].words


def test_a_run_tells_how_far_it_is_and_stops(released, tmp_path):
    told = []

    def stop_at_two(done, count):
        told.append((done, count))
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        copies(released, CopyRun(count=5), tmp_path / "x", progress=stop_at_two)
    assert told == [(0, 5), (1, 5), (2, 5)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x（编号001）.pdf", "x（编号002）.pdf"]


@pytest.mark.parametrize(("run", "words"), [
    (CopyRun(), "编号或戳记"),
    (CopyRun(words="  "), "编号或戳记"),
    (CopyRun(count=MOST_COPIES + 1), "一次最多"),
    (CopyRun(first=0, count=1), "一次最多"),
    (CopyRun(words="内" * 25), "最多 24 个字"),
])  # fmt: skip
def test_a_run_that_is_none_is_refused(run, words):
    with pytest.raises(UserError, match=words):
        check_run(run)


def test_numbers_have_one_width():
    assert CopyRun(first=9, count=2).numbers == ("009", "010")
    assert CopyRun(first=999, count=2).numbers == ("0999", "1000")


def test_a_corrected_issues_copies_are_superseded(office, three, tmp_path):
    publish(office, ISSUE.uid, By(name=CHIEF, at=AT + 2 * HOUR))
    correct(office.library, ISSUE.uid, By(name=EDITOR, at=AT + 3 * HOUR), reason="机构名称有误")
    space = office.library.workspace(ISSUE.uid)
    changed = dataclasses.replace(next(space.issue.articles()), source="海州日报")
    office.library.save_workspace(space, put_article(space, changed), author=EDITOR)
    submit(office.library, ISSUE.uid, By(name=EDITOR, at=AT + 4 * HOUR))
    approve(office, ISSUE.uid, key_of(CHIEF), AT + 5 * HOUR)
    verdict = verify_file(office, three[0])
    assert [one.doubt for one in verdict.remarks] == [Doubt.SUPERSEDED]
    assert copy_paths(CopyRun(count=1), tmp_path / "a")[0].name == "a（编号001）.pdf"
