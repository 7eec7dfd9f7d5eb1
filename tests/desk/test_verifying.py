"""What was approved is what goes out: everything else is found and named."""

import io
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest
from docx import Document

from db.library import open_library
from editor.desk.exporting import Targets, export_issue
from editor.desk.importing import import_file
from editor.desk.ports import Arrival
from editor.desk.printable_issue import printable_issue
from editor.desk.review.approving import approve
from editor.desk.review.introductions import introduce
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.remarks import Doubt
from editor.desk.review.steps import By, correct, publish, return_issue, submit
from editor.desk.review.verifying import verify_file, verify_issue, verify_library
from editor.interchange.package import read_package, write_package
from editor.interchange.statements import digest
from editor.model.approval import LogAction, LogEvent, Signed
from editor.model.article import Title
from editor.model.body import Paragraph, text_of
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.issue_state import IssueState
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from editor.model.review import Member, Role
from tests.attacker import reseal
from tests.fakes import article, issue_of, prose
from tests.review_desk import AT, CHIEF, EDITOR, HOUR, SECOND, STAFF, FakeTrust, approve_plainly, key_of, sha256

ISSUE = issue_of(
    article("云州发布数据登记办法", *(Paragraph(runs=text_of(prose(90 + at))) for at in range(3))),
    article("海州公布数据目录"),
)
OTHER = replace(ISSUE, number=Number(year=2025, number=4, total=31), uid="4" * 32)
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)


def by(name, hours=0):
    return By(name=name, at=AT + hours * HOUR)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A library with one issue that three people took to print, closed again."""
    path = tmp_path_factory.mktemp("board") / "library.db"
    with open_library(path) as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        library.add_issue(OTHER)
        for name in (CHIEF, SECOND):
            event = LogEvent(action=LogAction.MEMBER, name=name, at=AT - HOUR)
            library.review.save_member(Member(name=name, role=Role.CHIEF), event)
            signed = introduce(key_of(name), key=key_of(name).public, name=name, at=AT - HOUR)
            library.review.add_introduction(signed, replace(event, action=LogAction.KEY))
        submit(library, ISSUE.uid, by(EDITOR))
        office = Office(library=library, trust=FakeTrust(key_of(CHIEF)))
        approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)
        publish(office, ISSUE.uid, by(STAFF, 2))
    return path


@pytest.fixture
def place(published, tmp_path):
    return shutil.copy(published, tmp_path / "library.db")


@pytest.fixture
def office(place):
    with open_library(place) as library:
        yield Office(library=library, trust=FakeTrust(key_of(CHIEF)))


@pytest.fixture
def out(office, tmp_path):
    """The exported files by ending."""
    opened = printable_issue(office.library, ISSUE.uid)
    targets = Targets(pdf=tmp_path / "a.pdf", word=tmp_path / "a.docx", package=tmp_path / "a.bulletin")
    released = released_files(office, opened.issue)
    export_issue(opened.issue, opened.publication, pictures={}, targets=targets, released=released)
    return {"pdf": targets["pdf"], "docx": targets["word"], "bulletin": targets["package"]}


def as_attacker(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for name in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name[0]}")
        for statement in statements:
            connection.execute(*statement) if isinstance(statement, tuple) else connection.execute(statement)
        connection.commit()
    reseal(path)


def doubts(verdict):
    return [remark.doubt for remark in verdict.remarks]


def said(verdict):
    return " ".join(remark.words for remark in verdict.remarks)


# what holds


def test_what_went_out_holds(office, out):
    for path in out.values():
        verdict = verify_file(office, path)
        assert (verdict.holds, verdict.approval.name) == (True, CHIEF)
    assert verify_issue(office, ISSUE.uid).holds
    assert [one.holds for one in verify_library(office)] == [True]


def test_a_package_holds_in_another_library_and_so_do_its_files(out, tmp_path):
    with open_library(tmp_path / "other.db") as library:
        office = Office(library=library, trust=FakeTrust(key_of(CHIEF)))
        assert verify_file(office, out["bulletin"]).holds
        outcome = import_file(out["bulletin"], library)
        assert outcome.issue.archive.state is IssueState.PUBLISHED
        assert CHIEF in outcome.report[0]
        assert verify_issue(office, ISSUE.uid).holds
        assert verify_file(office, out["pdf"]).holds
        again = tmp_path / "again.bulletin"
        opened = printable_issue(library, ISSUE.uid)
        released = released_files(office, opened.issue)
        export_issue(opened.issue, opened.publication, pictures={}, targets=Targets(package=again), released=released)
        assert read_package(again.read_bytes()).proof == read_package(out["bulletin"].read_bytes()).proof


# files


def edited_pdf(data):
    document = pypdfium2.PdfDocument(data)
    document[0].set_rotation(90)
    return saved(document)


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def test_an_edited_pdf_is_named_page_by_page(office, out):
    out["pdf"].write_bytes(edited_pdf(out["pdf"].read_bytes()))
    verdict = verify_file(office, out["pdf"])
    assert set(doubts(verdict)) == {Doubt.PDF}
    assert "第 1 张" in said(verdict)
    assert verdict.approval.name == CHIEF


def test_a_pdf_saved_again_is_told_from_an_edited_one(office, out):
    out["pdf"].write_bytes(saved(pypdfium2.PdfDocument(out["pdf"].read_bytes())))
    words = said(verify_file(office, out["pdf"]))
    assert words == "比过各页的文字和样子，没有看出不同，别的没有比；但文件被另存或改动过，不是签发的那一份。"


def test_what_was_put_behind_or_into_a_pdf_is_said(office, out):
    signed = out["pdf"].read_bytes()
    out["pdf"].write_bytes(signed + b"% more\n")
    assert "后面添了 7 字节" in said(verify_file(office, out["pdf"]))
    document = pypdfium2.PdfDocument(signed)
    document.new_attachment("附.txt").set_data(b"secret")
    out["pdf"].write_bytes(saved(document))
    assert "多了 1 个附件" in said(verify_file(office, out["pdf"]))


def test_a_pdf_without_a_page_is_said(office, out):
    document = pypdfium2.PdfDocument(out["pdf"].read_bytes())
    pages = len(document)
    document.del_page(pages - 1)
    out["pdf"].write_bytes(saved(document))
    assert f"签发的有 {pages} 页，这里有 {pages - 1} 页" in said(verify_file(office, out["pdf"]))


@pytest.mark.parametrize(
    ("ending", "words"), [("pdf", "PDF 已损坏"), ("docx", "Word 文件已损坏"), ("bulletin", "期刊包")]
)
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", b"PK\x03\x04nothing", bytes(range(256))])
def test_a_damaged_file_is_said(office, tmp_path, ending, words, data):
    path = tmp_path / f"x.{ending}"
    path.write_bytes(data)
    verdict = verify_file(office, path)
    assert doubts(verdict) == [Doubt.DAMAGED]
    assert words in said(verdict)


def word(path, change):
    document = Document(str(path))
    change(document)
    document.save(str(path))


def test_a_word_file_saved_again_is_told_from_an_edited_one(office, out):
    word(out["docx"], lambda _document: None)
    assert "没有看出不同，别的没有比；但文件被重新保存过" in said(verify_file(office, out["docx"]))


def test_an_edited_word_file_is_named_paragraph_by_paragraph(office, out):
    def change(document):
        one = next(one for one in document.paragraphs if one.text.startswith("数据登记"))
        one.runs[0].text = "数据注册" + one.runs[0].text[4:]

    word(out["docx"], change)
    verdict = verify_file(office, out["docx"])
    assert doubts(verdict) == [Doubt.WORD]
    assert "签发的是“数据登记" in said(verdict)
    assert "这里是“数据注册" in said(verdict)


def test_a_file_that_was_never_signed_is_said(office, tmp_path):
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100).close()
    (tmp_path / "new.pdf").write_bytes(saved(document))
    assert doubts(verify_file(office, tmp_path / "new.pdf")) == [Doubt.UNAPPROVED]


def test_a_file_of_another_issue_is_said(office, out):
    verdict = verify_file(office, out["pdf"], issue=OTHER.uid)
    assert doubts(verdict) == [Doubt.OTHER_ISSUE]
    assert "签发给另一期（云州观察 2025年1月20日 第3期 总第30期）" in said(verdict)


def test_another_kind_of_file_is_refused(office, tmp_path):
    with pytest.raises(UserError, match="不能核验"):
        verify_file(office, tmp_path / "a.txt")


# keys


def test_an_unknown_key_is_said_with_its_fingerprint(office, out):
    office = replace(office, trust=FakeTrust())
    for verdict in (verify_issue(office, ISSUE.uid), *(verify_file(office, path) for path in out.values())):
        assert doubts(verdict) == [Doubt.UNKNOWN_KEY]
        assert f"请{CHIEF}念指纹" in said(verdict)


def test_a_key_replaced_before_it_signed_does_not_count(office):
    new = key_of("宋希贤 新")
    signed = introduce(key_of(CHIEF), key=new.public, name=CHIEF, at=AT, replaces=key_of(CHIEF).public)
    office.review.add_introduction(signed, LogEvent(action=LogAction.KEY, name=CHIEF, at=AT + 3 * HOUR))
    assert doubts(verify_issue(office, ISSUE.uid)) == [Doubt.REPLACED_KEY]


def test_a_key_replaced_later_still_counts_for_what_it_signed(office):
    new = key_of("宋希贤 新")
    signed = introduce(key_of(CHIEF), key=new.public, name=CHIEF, at=AT + 3 * HOUR, replaces=key_of(CHIEF).public)
    office.review.add_introduction(signed, LogEvent(action=LogAction.KEY, name=CHIEF, at=AT + 3 * HOUR))
    assert verify_issue(office, ISSUE.uid).holds


# the library


def test_a_changed_article_is_named(place, office):
    as_attacker(place, "UPDATE articles SET body = replace(body, '同一份', '每一份') WHERE title LIKE '海州%'")
    verdict = verify_issue(office, ISSUE.uid)
    assert said(verdict) == "签发之后，《海州公布数据目录》：正文第1段改过。"
    with pytest.raises(UserError, match="没有导出"):
        released_files(office, office.library.issue(ISSUE.uid))


def test_the_issues_own_profile_and_look_are_part_of_it(place, office):
    as_attacker(place, "UPDATE issues SET data = replace(data, '本期要目', '目录')")
    assert said(verify_issue(office, ISSUE.uid)) == "签发之后，封面与版权页：要目标题改过。"


def test_the_publications_profile_and_archive_metadata_are_not(office):
    office.library.save_publication(replace(ONE, profile=Profile(masthead="新刊名", notice="新声明")))
    issue = office.library.issue(ISSUE.uid)
    office.library.save_issue(replace(issue, archive=replace(issue.archive, notes=("归档",))), author="甲")
    assert verify_issue(office, ISSUE.uid).holds


@pytest.mark.parametrize(("statement", "doubt"), [
    ("UPDATE released_files SET data = data || ' '", Doubt.PDF),
    ("DELETE FROM released_files", Doubt.MISSING),
    ("UPDATE approvals SET statement = replace(statement, '宋希贤', '熊晚秋')", Doubt.SIGNATURE),
    ("UPDATE approvals SET signature = '00' || substr(signature, 3)", Doubt.SIGNATURE),
    ("UPDATE approvals SET statement = '{}'", Doubt.DAMAGED),
    ("DELETE FROM approvals", Doubt.UNAPPROVED),
    ("UPDATE log SET name = '别人' WHERE action = 'approved'", Doubt.LOG),
    ("DELETE FROM log WHERE action = 'submitted'", Doubt.LOG),
    ("UPDATE issues SET data = replace(data, '\"published\"', '\"editing\"')", Doubt.STATE),
    ("UPDATE released_files SET data = 'text'", Doubt.PDF),
    ("UPDATE issues SET data = '{}'", Doubt.DAMAGED),
])  # fmt: skip
def test_tampering_with_the_library_is_found(place, office, statement, doubt):
    as_attacker(place, statement)
    verdict = verify_issue(office, ISSUE.uid)
    assert not verdict.holds
    assert doubt in doubts(verdict)


def test_a_signature_over_another_issue_is_said(place, office):
    as_attacker(place, ("UPDATE approvals SET issue = ?", (OTHER.uid,)))
    verdict = verify_issue(office, OTHER.uid)
    assert Doubt.OTHER_ISSUE in doubts(verdict)
    assert doubts(verify_issue(office, ISSUE.uid))[0] is Doubt.UNAPPROVED


def test_a_clock_set_back_is_said(office):
    submit(office.library, OTHER.uid, by(EDITOR, 9))
    approve_plainly(office.library, OTHER.uid, at=AT + 5 * HOUR)
    verdict = verify_issue(office, OTHER.uid)
    assert doubts(verdict) == [Doubt.CLOCK]
    assert "先后以记录的次序为准" in said(verdict)
    assert verdict.holds


def test_two_chiefs_are_both_named(office):
    office = replace(office, trust=FakeTrust(key_of(CHIEF), key_of(SECOND)))
    approve_plainly(office.library, OTHER.uid, at=AT + 3 * HOUR)
    return_issue(office.library, OTHER.uid, by(CHIEF, 4), note="再核")
    approve_plainly(office.library, OTHER.uid, at=AT + 5 * HOUR, signer=key_of(SECOND))
    verdict = verify_issue(office, OTHER.uid)
    assert doubts(verdict) == [Doubt.TWO_CHIEFS]
    assert CHIEF in said(verdict)
    assert SECOND in said(verdict)


def test_a_replaced_file_is_superseded_once_the_new_one_is_signed(office, out):
    library = office.library
    correct(library, ISSUE.uid, by(EDITOR, 3), reason="机构名称有误")
    assert verify_file(office, out["pdf"]).holds
    assert "印发的是上一版" in said(verify_issue(office, ISSUE.uid))
    space = library.workspace(ISSUE.uid)
    library.save_workspace(space, put_article(space, replace(next(space.issue.articles()), source="改")), author=EDITOR)
    submit(library, ISSUE.uid, by(EDITOR, 4))
    approve(office, ISSUE.uid, key_of(CHIEF), AT + 5 * HOUR)
    for path in out.values():
        verdict = verify_file(office, path)
        assert doubts(verdict) == [Doubt.SUPERSEDED]
        assert "修订版（第 2 版）" in said(verdict)
    assert verify_issue(office, ISSUE.uid).holds


def test_a_withdrawn_approval_no_longer_counts(office, tmp_path):
    signed = approve_plainly(office.library, OTHER.uid, at=AT + 3 * HOUR)
    assert signed
    (tmp_path / "x.pdf").write_bytes(f"%PDF {OTHER.uid} {AT + 3 * HOUR}".encode())
    assert verify_file(office, tmp_path / "x.pdf").holds
    return_issue(office.library, OTHER.uid, by(CHIEF, 4), note="再核")
    assert said(verify_file(office, tmp_path / "x.pdf")) == "这一份的签发已经撤回，不再作数。"
    changed = replace(office.library.issue(OTHER.uid), headline=Title(text="改过"))
    office.library.save_issue(changed, author="甲")
    approve_plainly(office.library, OTHER.uid, at=AT + 5 * HOUR, replaces=digest(signed.statement))
    verdict = verify_file(office, tmp_path / "x.pdf")
    assert doubts(verdict) == [Doubt.SUPERSEDED]
    assert f"这一份签发后又退回，没有印发；现在作数的是{CHIEF}于" in said(verdict)


# packages


def repacked(path, change):
    package = read_package(path.read_bytes())
    path.write_bytes(write_package(change(package)))


def changed_issue(package):
    first, *rest = package.issue.sections[0].articles
    articles = (replace(first, source="改"), *rest)
    return replace(
        package, issue=replace(package.issue, sections=(replace(package.issue.sections[0], articles=articles),))
    )


def without_proof(package):
    return replace(package, proof=None)


def other_files(package):
    return replace(package, proof=replace(package.proof, files=(*package.proof.files[1:], b"another")))


def other_issue(package):
    return replace(package, issue=replace(package.issue, uid="7" * 32))


def forged(package):
    (one,) = package.proof.approvals
    forged = Signed(statement=one.statement.replace(CHIEF, SECOND), key=one.key, signature=one.signature)
    return replace(package, proof=replace(package.proof, approvals=(forged,)))


@pytest.mark.parametrize(("change", "doubt"), [
    (changed_issue, Doubt.CONTENT),
    (without_proof, Doubt.UNAPPROVED),
    (other_files, Doubt.MISSING),
    (other_issue, Doubt.OTHER_ISSUE),
    (forged, Doubt.SIGNATURE),
])  # fmt: skip
def test_a_changed_package_is_found_and_comes_in_unapproved(office, out, tmp_path, change, doubt):
    repacked(out["bulletin"], change)
    verdict = verify_file(office, out["bulletin"])
    assert doubt in doubts(verdict)
    with open_library(tmp_path / "other.db") as library:
        outcome = import_file(out["bulletin"], library)
        assert outcome.issue.archive.state is IssueState.EDITING
        assert "按“编辑中”收下" in outcome.report[0]
        assert library.review.approvals() == ()


def test_another_chiefs_package_of_the_issue_is_said(out, tmp_path):
    with open_library(tmp_path / "other.db") as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        trust = FakeTrust(key_of(CHIEF), key_of(SECOND))
        event = LogEvent(action=LogAction.MEMBER, name=SECOND, at=AT)
        library.review.save_member(Member(name=SECOND, role=Role.CHIEF), event)
        submit(library, ISSUE.uid, by(EDITOR))
        elsewhere = Office(library=library, trust=trust)
        approve(elsewhere, ISSUE.uid, key_of(SECOND), AT + HOUR)
        verdict = verify_file(elsewhere, out["bulletin"])
    assert doubts(verdict) == [Doubt.TWO_CHIEFS]
    assert sha256(out["pdf"].read_bytes()) == verdict.approval.pdf
