"""The form to be signed, the notes and the key card, as somebody reads them on paper."""

import datetime as dt
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.checking import check_issue
from editor.desk.papers.approval_form import approval_form, approval_form_pdf
from editor.desk.papers.key_card import key_card_pdf
from editor.desk.papers.notes_list import notes_pdf
from editor.desk.printable_issue import add_sample, printable_issue
from editor.desk.printing import PrintFiles
from editor.desk.review.approvals import current
from editor.desk.review.approving import approve
from editor.desk.review.enrolling import enrol
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.office import Office
from editor.desk.review.steps import By, submit
from editor.interchange.canonical import content_hash
from editor.model.edits import put_issue
from editor.model.errors import UserError
from editor.model.language import speak
from editor.model.note_edits import add_note
from editor.model.notes import Anchor, Note, NoteField, Reply
from editor.model.waiver import Waiver
from editor.pages.papers import set_paper
from tests.paper_desk import pages_of
from tests.review_desk import CHIEF, EDITOR, FakeTrust

AT = dt.datetime(2026, 3, 8, 1, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with open_library(tmp_path_factory.mktemp("papers") / "library.db") as opened:
        add_sample(opened)
        yield opened


@pytest.fixture(scope="module")
def uid(library):
    return library.issues()[0].uid


@pytest.fixture(scope="module")
def office(library):
    return Office(library=library, trust=FakeTrust())


@pytest.fixture(scope="module")
def chief(office, tmp_path_factory):
    file = tmp_path_factory.mktemp("keys") / "chief.key"
    return enrol(office, file, name=CHIEF, passphrase="一句只有自己知道的话", at=AT)


@pytest.fixture(scope="module")
def waived(library, uid):
    """The first finding, let stand."""
    finding = check_issue(printable_issue(library, uid)).findings[0]
    waiver = Waiver(rule=finding.rule, key=finding.key, reason="与来源单位核实过", name=EDITOR, at=AT)
    space = library.workspace(uid)
    archive = replace(space.issue.archive, waivers=(waiver,))
    library.save_workspace(space, put_issue(space, replace(space.issue, archive=archive)), author=EDITOR)
    return finding


def grouped(digest):
    return digest[:16]


@pytest.fixture(scope="module")
def before(office, uid, chief, waived):  # noqa: ARG001 - both are there before
    submit(office.library, uid, By(name=EDITOR, at=AT))
    return approval_form_pdf(office, uid, AT)


def test_the_form_has_all_that_is_signed_on_one_page(before, library, uid, chief, waived):
    (page,) = pages_of(before)
    issue = library.issue(uid)
    for words in (
        "签发单",
        "第9期",
        "总第61期",
        "2026年3月9日",
        "15页",
        "10篇",
        *(a.title.text for a in issue.articles()),
    ):
        assert words in page
    for box in ("签发", "会签", "核稿", "拟稿"):
        assert box in page
    assert f"送审{EDITOR}" in page
    assert "10篇还没有过“终审”" in page
    assert waived.message in page
    assert f"理由：与来源单位核实过（{EDITOR}" in page
    assert f"内容码{grouped(content_hash(issue))}" in page
    assert fingerprint(chief.public).replace(" ", "") in page


def test_the_same_form_gives_the_same_bytes(before, office, uid):
    assert approval_form_pdf(office, uid, AT) == before


def approve_once(office, uid, chief):
    if current(office.review, uid) is None:
        approve(office, uid, chief, AT + dt.timedelta(hours=1))


def test_the_codes_before_are_those_of_the_files_that_are_signed(before, office, uid, chief):
    approve_once(office, uid, chief)
    approval = current(office.review, uid).approval
    (first,), (second,) = pages_of(before), pages_of(approval_form_pdf(office, uid, AT))
    for page in (first, second):
        assert f"PDF{grouped(approval.pdf)}" in page
        assert f"Word{grouped(approval.word)}" in page
    assert f"{CHIEF}已签发" in second
    assert "电子签名" in second
    assert "10篇还没有过“终审”" in second, "what was open when it was signed"


def test_a_form_is_no_record_of_an_approval_that_does_not_count_here(office, uid, chief):
    approve_once(office, uid, chief)
    page = "".join(pages_of(approval_form_pdf(replace(office, trust=FakeTrust()), uid, AT)))
    assert "签发不作数" in page
    assert "没有在这台电脑上确认过" in page
    assert f"{CHIEF}已签发" not in page


def test_a_long_issue_goes_on_one_page(office, uid, library):
    opened = printable_issue(library, uid)
    numbered = iter(range(100))
    sections = tuple(
        replace(
            one, articles=tuple(replace(article, uid=f"{next(numbered):032x}") for article in (one.articles * 8)[:8])
        )
        for one in opened.issue.sections
    )
    many = replace(opened, issue=replace(opened.issue, sections=sections))
    files = PrintFiles(pdf=b"", word=b"", facts=None, warnings=())
    assert len(pages_of(set_paper(approval_form(office, many, files, AT, approval=None)))) == 1


def test_notes_are_listed_by_page(library, uid):
    opened = printable_issue(library, uid)
    space = library.workspace(uid)
    first, second, *_ = opened.issue.articles()
    space = add_note(space, "", Note(author=CHIEF, at=AT, text="封面换行", anchor=Anchor(field=NoteField.COVER)))
    space = add_note(
        space,
        second.uid,
        Note(
            author=CHIEF,
            at=AT,
            text="补上全称😀",
            anchor=Anchor(block=second.blocks[0].uid, end=3, words="云州市"),
            replies=(Reply(author=EDITOR, at=AT, text="已补"),),
            resolved_by=CHIEF,
            resolved_at=AT,
        ),
    )
    gone = Anchor(words="旧话", gone=True)
    space = add_note(space, first.uid, Note(author=CHIEF, at=AT, text="删了吗", anchor=gone))
    (page,) = pages_of(notes_pdf(replace(opened, issue=space.issue), AT))
    order = [page.index(words) for words in ("批注清单", "封面本期", "封面换行", "01页", "删了吗", "02页", "补上全称")]
    assert order == sorted(order)
    assert "共3条，已解决1条，未解决2条" in page
    assert "“旧话”原文已删" in page
    assert "补上全称〓" in page
    assert f"{EDITOR}已补" in page
    assert f"已解决：{CHIEF}" in page


def test_without_notes_the_list_says_so(library, uid):
    (page,) = pages_of(notes_pdf(printable_issue(library, uid), AT))
    assert "这一期没有批注。" in page


def test_the_card_holds_the_fingerprint_and_what_to_do(office, chief):
    (page,) = pages_of(key_card_pdf(office, CHIEF, AT))
    groups = fingerprint(chief.public).split()
    assert all(group in page for group in groups)
    assert "怎样确认" in page
    assert "更换密钥" in page


def test_nobody_has_a_card_without_a_key(office):
    with pytest.raises(UserError, match="没有钟新敏的密钥"):
        key_card_pdf(office, EDITOR, AT)


def test_papers_are_chinese_whatever_the_window_speaks(office, uid, waived, chief):  # noqa: ARG001 - both are printed
    speak(lambda source, _count: f"ENGLISH {source}")
    try:
        made = approval_form_pdf(office, uid, AT), notes_pdf(printable_issue(office.library, uid), AT)
        made = (*made, key_card_pdf(office, CHIEF, AT))
    finally:
        speak()
    assert "ENGLISH" not in "".join(page for pdf in made for page in pages_of(pdf))
