"""A 修订版 says so on its pages, from its first proof to what is signed; a first edition prints what it always did."""

import io
import zipfile
from dataclasses import replace

import pypdfium2
import pytest

from db.library import open_library
from editor.desk.exporting import Targets, export_issue
from editor.desk.ports import Arrival
from editor.desk.printable_issue import printable_issue
from editor.desk.printing import print_files
from editor.desk.review.approving import approve
from editor.desk.review.editions import edition_of
from editor.desk.review.office import Office
from editor.desk.review.steps import By, abandon, correct, publish, return_issue, submit
from editor.document.issue_document import edition_label
from editor.model.approval import LogAction, LogEvent
from editor.model.edits import put_article
from editor.model.publication import Contact, Look, Profile, Publication
from editor.model.review import Member, Role
from tests.fakes import article, issue_of
from tests.review_desk import AT, CHIEF, EDITOR, HOUR, FakeTrust, key_of

PLAIN = issue_of(article(), contacts=(Contact(label="电话", value="0571-8888 0000"),))
LOOKS = ("house", "gongwen")


def by(name, hours=0):
    return By(name=name, at=AT + hours * HOUR)


@pytest.fixture(params=LOOKS)
def office(tmp_path, request):
    issue = replace(PLAIN, look=Look(name=request.param))
    with open_library(tmp_path / "library.db") as library:
        publication = Publication(profile=Profile(masthead="云州观察"), uid=issue.publication)
        library.take_in(Arrival(issue=issue, publication=publication))
        member = Member(name=CHIEF, role=Role.CHIEF)
        library.review.save_member(member, LogEvent(action=LogAction.MEMBER, name=CHIEF, at=AT - HOUR))
        yield Office(library=library, trust=FakeTrust(key_of(CHIEF)))


def sign(office, hours):
    submit(office.library, PLAIN.uid, by(EDITOR, hours))
    return approve(office, PLAIN.uid, key_of(CHIEF), AT + (hours + 1) * HOUR).approval


def sheets(pdf):
    """Return the words of each sheet."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return ["".join(page.get_textpage().get_text_range().split()) for page in opened]


def word_text(data):
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return opened.read("word/document.xml").decode()


def edition(office):
    return edition_of(office.library, office.library.issue(PLAIN.uid))


def change(library, **fields):
    space = library.workspace(PLAIN.uid)
    changed = replace(next(space.issue.articles()), **fields)
    library.save_workspace(space, put_article(space, changed), author=EDITOR)


def test_only_what_corrects_a_published_issue_is_a_revision(office):
    library = office.library
    assert edition(office) == 1
    assert sign(office, 0).revision == edition(office) == 1
    # what was never printed is signed anew as the first edition
    return_issue(library, PLAIN.uid, by(CHIEF, 2), note="再核")
    assert sign(office, 3).revision == edition(office) == 1
    publish(office, PLAIN.uid, by(CHIEF, 5))
    assert edition(office) == 1
    correct(library, PLAIN.uid, by(CHIEF, 6), reason="日期有误")
    assert edition(office) == 2
    abandon(library, PLAIN.uid, by(CHIEF, 7))
    assert edition(office) == 1


def test_pages_of_a_revision_say_so_before_and_after_they_are_signed(office, tmp_path):
    library = office.library
    first = sign(office, 0)
    assert not any("修订版" in words for words in sheets(library.review.released(first.pdf)))
    assert "修订版" not in word_text(library.review.released(first.word))
    publish(office, PLAIN.uid, by(CHIEF, 2))
    correct(library, PLAIN.uid, by(CHIEF, 3), reason="日期有误")
    change(library, source="云州市数据局")
    opened = printable_issue(library, PLAIN.uid)
    proof = tmp_path / "proof.pdf"
    export_issue(
        opened.issue,
        opened.publication,
        pictures={},
        edition=opened.edition,
        targets=Targets(pdf=proof),
    )
    cover, credits_page, *_ = sheets(proof.read_bytes())
    assert "总第30期" in cover
    assert "修订版" in cover
    assert "修订版" in credits_page
    second = sign(office, 4)
    assert sheets(library.review.released(second.pdf)) == sheets(proof.read_bytes())
    assert word_text(library.review.released(second.word)).count("修订版") >= 2
    # what was signed first is still what it was
    assert sheets(library.review.released(first.pdf))[0] != cover


def test_the_mark_is_no_part_of_the_content(office):
    library = office.library
    first = sign(office, 0)
    publish(office, PLAIN.uid, by(CHIEF, 2))
    correct(library, PLAIN.uid, by(CHIEF, 3), reason="日期有误")
    assert sign(office, 4).content == first.content


@pytest.mark.parametrize("look", LOOKS)
def test_a_first_edition_is_the_same_to_the_byte(look):
    issue = replace(PLAIN, look=Look(name=look))
    one, other = print_files(issue, pictures={}), print_files(issue, pictures={}, edition=1)
    assert (one.pdf, one.word) == (other.pdf, other.word)


def test_later_revisions_are_told_apart():
    assert [edition_label(one) for one in (1, 2, 3)] == ["", "修订版", "修订版（第3版）"]
