import datetime as dt
import hashlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from db.library import open_library
from editor.intake.font_file import read_font
from editor.model.article import Article, ArticleArchive, Title
from editor.model.body import Paragraph, text_of
from editor.model.errors import UserError
from editor.model.font import FontFile
from editor.model.issue import Issue, Section
from editor.model.number import IssueKind, Number
from editor.model.picture import Picture
from editor.model.publication import Profile, Publication
from tests.editing import save_article
from tests.font_files import font_bytes
from tests.strategies import issues

ONE = Publication(profile=Profile(masthead="云州观察"))


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.save_publication(ONE)
        yield opened


def issue(number=5, total=50, date=dt.date(2025, 2, 3), **fields):
    articles = tuple(Article(title=Title(text=text), blocks=(Paragraph(runs=text_of(text)),)) for text in "甲乙丙")
    number = fields.pop("numbered", Number(year=date.year, number=number, total=total))
    sections = (Section(name="要闻", articles=articles[:2]), Section(name="动态", articles=articles[2:]))
    return Issue(publication=ONE.uid, number=number, date=date, profile=ONE.profile, sections=sections, **fields)


@given(value=issues(publication=ONE.uid))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_an_issue_comes_back_as_it_went_in(tmp_path_factory, value):
    with open_library(tmp_path_factory.mktemp("library") / "library.db") as opened:
        opened.save_publication(ONE)
        opened.add_issue(value)
        assert opened.issue(value.uid) == value


def test_the_newest_issue_is_listed_first_with_its_count(library):
    older, newer = issue(), issue(6, 51, dt.date(2025, 2, 10))
    library.add_issue(newer)
    library.add_issue(older)
    assert [(entry.uid, entry.articles) for entry in library.issues()] == [(newer.uid, 3), (older.uid, 3)]


@pytest.mark.parametrize("wanted", ["50", "2025-5", "latest"])
def test_an_issue_is_found_by_total_number_year_and_number_or_latest(library, wanted):
    one = issue()
    library.add_issue(one)
    assert library.find(wanted).uid == one.uid


def test_an_issue_that_is_not_there_is_said_with_the_latest(library):
    library.add_issue(issue())
    with pytest.raises(UserError, match=r"没有“99”这一期.*第5期"):
        library.find("99")


@pytest.mark.parametrize(
    "numbered",
    [
        Number(year=2025, number=5, total=99),
        Number(year=2025, number=9, total=50),
        Number(year=2025, number=4, last=5, total=60, total_last=61, kind=IssueKind.COMBINED),
        Number(year=2025, number=8, last=9, total=49, total_last=50, kind=IssueKind.COMBINED),
    ],
)
def test_a_number_that_is_taken_is_refused(library, numbered):
    library.add_issue(issue())
    with pytest.raises(UserError, match="已经有了"):
        library.add_issue(issue(numbered=numbered))
    assert len(library.issues()) == 1


def test_supplements_have_no_number_to_clash(library):
    for day in (3, 4):
        number = Number(year=2025, number=None, total=None, kind=IssueKind.SUPPLEMENT)
        library.add_issue(issue(date=dt.date(2025, 2, day), numbered=number))
    assert len(library.issues()) == 2


def test_saving_one_article_leaves_the_others_and_notes_a_revision(library):
    one = issue()
    library.add_issue(one)
    first = one.sections[0].articles[0]
    changed = replace(first, source="云州日报")
    save_article(library, one.uid, changed, author="编辑甲")
    save_article(library, one.uid, replace(changed, archive=ArticleArchive(tags=("数据",))), author="编辑甲")
    assert [item.source for item in library.issue(one.uid).articles()] == ["云州日报", "", ""]
    before, revision = library.versions.revisions(first.uid)
    assert revision.author == "编辑甲"
    assert revision.parents == (before.hash,)


def test_a_reordered_issue_is_saved_whole(library):
    one = issue()
    library.add_issue(one)
    front, back = one.sections
    moved = replace(
        one,
        sections=(
            replace(front, articles=front.articles[1:]),
            replace(back, articles=(*back.articles, front.articles[0])),
        ),
    )
    library.save_issue(moved, author="甲")
    assert library.issue(one.uid) == moved


def test_a_picture_is_stored_once_and_comes_back(library):
    data = b"\x89PNG fake"
    picture = Picture(sha256=hashlib.sha256(data).hexdigest(), media_type="image/png", width=1, height=1)
    library.files.add_picture(picture, data)
    library.files.add_picture(picture, data)
    assert library.files.picture(picture.sha256) == data
    with pytest.raises(ValueError, match="not those"):
        library.files.add_picture(picture, b"other")


def test_a_font_is_stored_once_comes_back_and_can_be_taken_out(library):
    data = font_bytes("云州仿宋")
    file = FontFile(font=read_font(data, name="fang.ttf"), data=data)
    library.files.add_font(file)
    library.files.add_font(file)
    assert library.files.fonts() == (file.font,)
    assert library.files.font_data(file.font.sha256) == data
    with pytest.raises(ValueError, match="not those"):
        library.files.add_font(FontFile(font=file.font, data=b"other"))
    library.files.remove_font(file.font.sha256)
    assert library.files.fonts() == ()
    with pytest.raises(UserError, match="重新添加"):
        library.files.font_data(file.font.sha256)
