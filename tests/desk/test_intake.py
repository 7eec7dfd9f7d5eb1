"""Files of contributors become articles: what comes in, what is refused and how, all of it or nothing."""

import datetime as dt
import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from PIL import Image

from db.library import open_library
from editor.desk.intake.guessing import knowledge_of, with_guesses
from editor.desk.intake.originals import article_originals
from editor.desk.intake.outcomes import ReadArticle, ReadIssue, RefusedFile, SignedFile
from editor.desk.intake.reading import ReadingOptions, read_manuscripts
from editor.desk.intake.taking import known_before, take_articles
from editor.desk.ports import Arrival
from editor.desk.review.file_verdicts import names_approval
from editor.export.text import blocks_text
from editor.model.article import Title
from editor.model.edits import PENDING, ArticlePosition
from editor.model.errors import UserError
from editor.model.guesses import accepted, open_guesses
from editor.model.origin import ManuscriptField
from editor.model.publication import Profile, Publication
from editor.model.registers import Registers, Tag, Term
from editor.model.used_pictures import stored_article_pictures
from editor.text.cleaning import USUAL
from resources import resource
from tests.fakes import article, issue_of
from tests.review_desk import AT as SIGNED_AT
from tests.review_desk import approve_plainly

AT = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)
TEXT = "云州推进数据登记试点\n云州市数据局三月起在两个区试点数据登记。\n登记的结果全市通用。"
ISSUE = issue_of(article(), article("海州公布数据目录"))
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
HERE = ArticlePosition(section=PENDING, position=0)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.take_in(
            Arrival(issue=ISSUE, publication=Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication))
        )
        yield opened


@pytest.fixture
def put(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def word_bytes(text=TEXT):
    made, buffer = Document(), io.BytesIO()
    for line in text.split("\n"):
        made.add_paragraph(line)
    made.save(buffer)
    return buffer.getvalue()


def png_bytes():
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "#0b3f73").save(buffer, "PNG")
    return buffer.getvalue()


def one(path, **options):
    (outcome,) = read_manuscripts((path,), at=AT, options=ReadingOptions(**options))
    return outcome


@pytest.mark.parametrize(("name", "data"), [
    ("来稿.txt", TEXT.encode()),
    ("来稿.txt", TEXT.encode("gb18030")),
    ("来稿.docx", word_bytes()),
    ("来稿.md", TEXT.encode()),
    ("来稿.wps", TEXT.encode()),
    ("来稿.txt", word_bytes()),
])  # fmt: skip
def test_a_file_becomes_an_article_with_its_original(put, name, data):
    outcome = one(put(name, data))
    assert outcome.article.title.text == "云州推进数据登记试点"
    assert "登记的结果全市通用。" in blocks_text(outcome.article.blocks)
    origin = outcome.article.archive.origin
    assert (origin.name, origin.at) == (name, AT)
    assert outcome.files.originals == ((name, data),)


def test_a_page_keeps_its_pictures_out_of_a_foreign_folder_too(put):
    put("图/一.png", png_bytes())
    page = "<!DOCTYPE html><h1>云州开放目录</h1><p>云州市公布目录。</p><p>全文见附件，共三十类。</p>"
    outcome = one(put("网页.htm", page))
    assert outcome.article.title.text == "云州开放目录"


@pytest.mark.parametrize(("name", "data", "words"), [
    ("空.docx", b"", "是空的"),
    ("图.png", png_bytes(), "拖进正文"),
    ("数.csv", b"a,b\n1,2\n", "拖进正文"),
    ("表.xlsx", b"PK\x03\x04", "粘贴成文"),
    ("乱.bin", b"\0\1\2" * 99, "能读的有 .html"),
    ("断.docx", word_bytes()[:900], "已损坏"),
    ("加密.docx", LOCKED, "加了密码"),
])  # fmt: skip
def test_what_cannot_come_in_is_refused_with_what_to_do(put, name, data, words):
    outcome = one(put(name, data))
    assert isinstance(outcome, RefusedFile)
    assert words in outcome.message
    # the advice of before led from one refusal to the next
    assert "另存为文本" not in outcome.message


def test_a_missing_file_does_not_stop_the_others(put, tmp_path):
    kinds = [type(each) for each in read_manuscripts((tmp_path / "没有.txt", put("有.txt", TEXT)), at=AT)]
    assert kinds == [RefusedFile, ReadArticle]


def test_a_whole_issue_is_offered_as_one_and_can_be_an_article(put):
    path = put("往期.txt", resource("sample/past-issue.txt").read_bytes())
    offered = one(path)
    assert isinstance(offered, ReadIssue)
    assert offered.switchable
    assert "篇" in offered.words
    assert isinstance(one(path, as_articles=True), ReadArticle)
    assert one(put("期.bulletin", b"PK\x03\x04")) == ReadIssue(path=path.with_name("期.bulletin"))


def test_an_archive_of_something_else_is_no_word_file(put):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    assert isinstance(one(put("表.xlsx", buffer.getvalue())), RefusedFile)


def test_guesses_end_when_the_field_is_edited_or_accepted(put):
    made = one(put("来稿.txt", TEXT)).article
    assert open_guesses(made) == (ManuscriptField.TITLE,)
    assert open_guesses(accepted(made, (ManuscriptField.TITLE,))) == ()
    assert open_guesses(replace(made, title=Title(text="改过"))) == ()


def test_article_picture_and_original_are_written_together(library, put):
    page = f"<!DOCTYPE html><h1>云州开放目录</h1><p>正文。</p><img src='data:image/png;base64,{_base64(png_bytes())}'>"
    outcome = one(put("网页.html", page))
    take_articles(library, library.workspace(ISSUE.uid), (outcome,), HERE, author="甲")
    (stored,) = library.workspace(ISSUE.uid).drawer.pending
    assert stored.blocks == outcome.article.blocks
    assert stored.archive.receipt.received == AT.date()
    digests = [picture.sha256 for picture in stored_article_pictures((stored,))]
    assert len(digests) == 1
    assert library.files.pictures(digests).keys() == set(digests)
    assert article_originals((stored,), library.files) == (("网页.html", page.encode()),)


def test_nothing_is_written_where_a_part_cannot_be(library, put, monkeypatch):
    outcome = one(put("来稿.txt", TEXT))
    before = library.workspace(ISSUE.uid)

    def full(*_args):
        raise UserError("磁盘已满")

    monkeypatch.setattr("db.arriving.add_original", full)
    with pytest.raises(UserError):
        take_articles(library, before, (outcome,), HERE, author="甲")
    assert library.workspace(ISSUE.uid) == before
    assert article_originals((outcome.article,), library.files) == ()


def test_a_file_that_came_before_is_said(library, put):
    outcome = one(put("来稿.txt", TEXT))
    space = library.workspace(ISSUE.uid)
    assert known_before(space, (outcome,)) == ()
    after = take_articles(library, space, (outcome,), HERE, author="甲")
    assert "《云州推进数据登记试点》" in known_before(after, (outcome,))[0]


def _base64(data):
    import base64

    return base64.b64encode(data).decode()


REGISTERS = Registers(
    tags=(Tag(name="数据登记"),),
    sources=(Term(name="云州日报", aliases=("云报",), hosts=("yunzhou.example.org",)),),
)


def test_source_tags_and_section_are_guessed_from_registers_and_earlier_issues(library, put):
    library.registers.save(library.registers.stored(), REGISTERS, author="甲")
    known = knowledge_of(library, ISSUE.publication, editor="王小明")
    plain = one(put("来稿.txt", TEXT), known=known).article
    assert plain.archive.tags == ("数据登记",)
    assert plain.archive.editor == "王小明"
    assert ManuscriptField.TAGS in open_guesses(plain)
    linked = with_guesses(replace(plain, link="https://news.yunzhou.example.org/1.html"), known)
    assert linked.source == "云州日报"
    assert ManuscriptField.SOURCE in open_guesses(linked)
    # the sample's articles of this source stand there
    assert linked.archive.receipt.section == "要闻"
    assert with_guesses(replace(plain, source="云报"), known).source == "云州日报"


def test_what_a_piece_says_itself_is_no_guess(library, put):
    known = knowledge_of(library, ISSUE.publication)
    made = one(put("来稿.txt", TEXT)).article
    same = with_guesses(replace(made, source="海州日报"), known)
    assert same.source == "海州日报"
    assert open_guesses(same) == (ManuscriptField.TITLE,)


def test_what_was_signed_here_is_offered_for_verifying(library, put):
    approve_plainly(library, ISSUE.uid)
    signed = f"PK {ISSUE.uid} {SIGNED_AT}".encode()
    assert names_approval(library.review, signed)
    assert not names_approval(library.review, word_bytes())
    titled = Document()
    titled.core_properties.title, buffer = "云州观察", io.BytesIO()
    titled.save(buffer)
    path = put("简报.docx", buffer.getvalue())
    assert one(path, review=library.review) == SignedFile(path=path)
    assert not isinstance(one(path, review=library.review, as_articles=True), SignedFile)
    assert isinstance(one(put("来稿.docx", word_bytes()), review=library.review), ReadArticle)


DIRTY = "云州推进数据登记试点\n云州市数据局三月起,在两个区试点数据登记,全市通用.\n见 https://www.example.org/a,b.html"


def test_what_comes_in_is_cleaned_and_said_and_the_original_stays(put):
    path = put("来稿.txt", DIRTY)
    (read,) = read_manuscripts([path], at=AT, options=ReadingOptions(rules=USUAL))
    words = blocks_text(read.article.blocks)
    assert "云州市数据局三月起，在两个区试点数据登记，全市通用。" in words
    assert any("三月起，在两个区" in one for one in read.cleaned)
    assert read.files.originals == ((path.name, DIRTY.encode()),)


def test_a_rule_that_the_publication_does_not_use_changes_nothing(put):
    path = put("来稿.txt", DIRTY)
    (read,) = read_manuscripts([path], at=AT, options=ReadingOptions(rules=frozenset()))
    assert "三月起,在两个区" in blocks_text(read.article.blocks)
    assert read.cleaned == ()


def test_a_picture_that_is_changed_is_said_and_kept_as_it_came_where_no_file_holds_it(put):
    deep = io.BytesIO()
    Image.new("I;16", (400, 300), 30_000).save(deep, "PNG")
    put("页_files/图.png", deep.getvalue())
    page = put("页.html", f"<h1>云州推进数据登记</h1><p>{TEXT}</p><p><img src='页_files/图.png'></p><p>{TEXT}</p>")
    [read] = read_manuscripts([page], at=AT)
    assert any("图.png”每个颜色有 16 位" in message for message in read.messages)
    assert dict(read.files.originals)["图.png"] == deep.getvalue()
