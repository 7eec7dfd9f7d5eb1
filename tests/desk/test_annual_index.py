"""年度总目录 and 采用通报 on paper: what they list, from where the folios are, and that Word has the PDF's pages."""

import datetime as dt
import io

import docx
import pytest

from db.library import open_library
from editor.desk.printing import print_files
from editor.desk.statistics.adoption_paper import adoption_docx, adoption_pdf, adoption_report
from editor.desk.statistics.folios import FolioReader
from editor.desk.statistics.index_paper import annual_index, index_files, year_articles
from editor.desk.statistics.period import year_of
from editor.desk.statistics.report import read_statistics
from editor.document.look_settings import printable_look
from editor.export.word.annual_index import index_word
from editor.model.approval import LogAction, LogEvent
from editor.model.errors import UserError
from editor.model.review import Member, Role
from editor.pages.papers import set_index
from tests.paper_desk import pages_of
from tests.review_desk import AT, CHIEF, approve_plainly
from tests.statistics_library import article, fill, issue_of, publication, two_issues

MADE = dt.datetime(2026, 12, 31, 9, tzinfo=dt.UTC)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "刊库.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    with open_library(tmp_path_factory.mktemp("总目录") / "刊库.db") as library:
        fill(library, *two_issues())
        yield index_files(library, publication(), 2026, MADE, lambda _done, _all: None)


def index_of(library, folios=None):
    articles = year_articles(library, publication(), 2026)
    return annual_index(publication(), 2026, articles, folios or {}, MADE)


def lines(part):
    return {group.name: [(one.title, one.number) for one in group.every()] for group in part.groups}


def test_articles_stand_by_section_and_issue_then_by_region_then_by_tag(library):
    fill(library, *two_issues())
    sections, regions, tags = index_of(library).parts
    assert [(one.name, one.aside, len(one.entries)) for one in sections.groups[0].issues] == [
        ("第1期", "总第261期", 1),
        ("第2期", "总第262期", 1),
    ]
    assert lines(regions) == {"浙江": [("杭州市会客厅", "261")], "贵州": [("贵州省数据进村", "261")]}
    assert lines(tags) == {
        "登记": [("云州市开展登记", "261"), ("贵州省数据进村", "261")],
        "乡村": [("贵州省数据进村", "261")],
    }


def test_without_tags_and_regions_there_is_one_part(library):
    fill(library, issue_of(1, dt.date(2026, 1, 5), {"动态": [article("会议召开")]}))
    index = index_of(library)
    assert [one.name for one in index.parts] == ["栏目目录"]
    assert index.parts[0].groups[0].issues[0].entries[0].folio == "—"


def test_a_year_without_issues_names_those_there_are(library):
    fill(library, *two_issues())
    with pytest.raises(UserError, match="2025年没有出过期。有：2026"):
        year_articles(library, publication(), 2025)


def test_the_pdf_has_a_title_page_contents_and_folios(files):
    title, contents, *parts = pages_of(files.pdf)
    assert "2026年总目录总第261—262期2期4篇" in title
    assert "目次" in contents
    assert "栏目目录2" in contents
    assert "页码按现在的版面排出" in contents
    assert "第1期总第261期云州市开展登记云州日报01" in "".join(parts)


def test_word_has_the_same_lines_and_pages(files):
    made = docx.Document(io.BytesIO(files.word))
    texts = [one.text for one in made.paragraphs]
    assert "第1期 总第261期\t云州市开展登记　云州日报\t01" in texts
    assert [one.text for one in made.paragraphs if one.style.style_id == "Heading1"] == [
        "栏目目录",
        "地区索引",
        "标签索引",
    ]
    assert len(made.sections) == len(pages_of(files.pdf))


def test_a_long_index_breaks_its_word_pages_where_the_pdf_does(library):
    many = [article(f"第{n}号登记事项公布") for n in range(150)]
    fill(library, issue_of(1, dt.date(2026, 1, 5), {"动态": many}))
    index = index_of(library)
    _pdf, pages = set_index(index)
    made = docx.Document(io.BytesIO(index_word(index, pages, printable_look(publication().look, ()))))
    breaks = [one.text for one in made.paragraphs if one.paragraph_format.page_break_before]
    firsts = [f"第{at}号" for at in range(1, 150) if pages.entries[at] != pages.entries[at - 1]]
    assert len(firsts) >= 2
    assert [any(first in text for text in breaks) for first in firsts] == [True] * len(breaks)


def test_folios_of_a_signed_issue_are_those_of_its_pdf(library):
    one, other = two_issues()
    fill(library, one, other)
    event = LogEvent(action=LogAction.MEMBER, name=CHIEF, at=AT, detail=f"{CHIEF}：总编辑")
    library.review.save_member(Member(name=CHIEF, role=Role.CHIEF), event)
    printed = print_files(one, pictures={}, word=False)
    approve_plainly(library, one.uid, printed=printed.pdf)
    articles = tuple(one.facts for one in year_articles(library, publication(), 2026))
    found = FolioReader(library).folios(library.issues(), articles)
    assert found[one.uid].signed
    assert found[one.uid].by_article == {uid.uid: f"{printed.facts.folio(uid.uid):02}" for uid in one.articles()}
    assert not found[other.uid].signed
    assert list(found[other.uid].by_article.values()) == ["01"]


def test_a_signed_file_that_is_none_is_set_anew(library):
    one, _ = two_issues()
    fill(library, one)
    event = LogEvent(action=LogAction.MEMBER, name=CHIEF, at=AT, detail=f"{CHIEF}：总编辑")
    library.review.save_member(Member(name=CHIEF, role=Role.CHIEF), event)
    approve_plainly(library, one.uid)
    articles = tuple(one.facts for one in year_articles(library, publication(), 2026))
    found = FolioReader(library).folios(library.issues(), articles)[one.uid]
    assert (found.signed, len(found.by_article), found.why) == (False, 3, "")


def test_the_work_stops_when_its_progress_says_so(library):
    fill(library, *two_issues())

    def stop(_done, _all):
        raise UserError("已停下")

    with pytest.raises(UserError, match="已停下"):
        index_files(library, publication(), 2026, MADE, stop)


def test_the_report_of_adopted_pieces(library):
    fill(library, *two_issues())
    found = read_statistics(library, publication(), year_of(dt.date(2026, 1, 1)))
    report = adoption_report(found, MADE)
    text = "".join(pages_of(adoption_pdf(report)))
    assert "本刊出刊2期，收到2个单位来稿3篇，采用3篇" in text
    assert "1云州市数据局111100%3" in text
    assert "采用一篇1分，头条（一期的第一篇）3分" in text
    made = docx.Document(io.BytesIO(adoption_docx(report, found)))
    ranking = made.tables[0]
    assert [cell.text for cell in ranking.rows[1].cells] == ["1", "云州市数据局", "1", "1", "1", "100%", "3"]
    assert [cell.text for cell in ranking.rows[-1].cells][1:4] == ["合计", "3", "3"]


def test_months_to_come_are_not_in_the_report(library):
    fill(library, *two_issues())
    found = read_statistics(library, publication(), year_of(dt.date(2026, 1, 1)))
    assert adoption_report(found, MADE.replace(month=3)).months == ("1月", "2月", "3月")


def test_a_report_of_nothing_says_so(library):
    fill(library, *two_issues())
    found = read_statistics(library, publication(), year_of(dt.date(1999, 1, 1)))
    assert "没有来稿" in "".join(pages_of(adoption_pdf(adoption_report(found, MADE))))
