"""Past issues in Word files and PDFs are read with what each line is, and put right line by line."""

import pytest

from db.library import open_library
from editor.desk.past_reading import Refused, corrected, past_files, read_all, read_past, take_past
from editor.intake.past_issue import Correction, LineRole
from editor.model.block_kinds import as_figure, as_items, as_table, is_heading
from editor.model.body import plain
from tests.past_files import ROWS, TITLES, past_pdf, past_word


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture(params=["contents", "looks", "headings", "pdf"])
def reading(request, tmp_path):
    path = tmp_path / ("旧刊.pdf" if request.param == "pdf" else "旧刊.docx")
    made = {
        "contents": past_word,
        "looks": lambda: past_word(contents=False),
        "headings": lambda: past_word(contents=False, heads=True),
        "pdf": lambda: past_pdf(tmp_path),
    }
    path.write_bytes(made[request.param]())
    return read_past(path)


def articles(reading):
    return list(reading.parsed.issue.articles())


def line_of(reading, words):
    return next(at for at, line in enumerate(reading.parsed.lines, 1) if line.startswith(words))


def test_sections_titles_sources_and_what_is_between_them(reading):
    issue = reading.parsed.issue
    assert issue.profile.masthead == "云州数据简报"
    assert (issue.number.number, issue.number.total, issue.date.isoformat()) == (12, 213, "2026-03-30")
    assert {one.name: tuple(article.title.text for article in one.articles) for one in issue.sections} == TITLES
    assert [one.source for one in articles(reading)] == ["云州市数据局", "澄江区管委会", "云州日报", "望海县人民政府"]
    first, second, _, last = articles(reading)
    # a heading of Word's is one line, wherever it is broken
    headed = any(one.form.look.level for one in reading.text.lines)
    assert first.title.breaks == (() if headed else (9,))
    assert first.link == "https://example.org/a/1"
    assert last.subtitle == "——小散码头治理一年观察"
    bold = [run.text for run in first.blocks[0].runs if run.bold]
    assert bold == ["一是建立台账。"]
    assert [plain(one.runs) for one in first.blocks if is_heading(one)] == ["一、主要做法"]
    (figure,) = filter(None, map(as_figure, first.blocks))
    assert (figure.caption.replace("\u3000", " "), figure.source) == ("图1 登记数量", "云州市统计局")
    (table,) = filter(None, map(as_table, second.blocks))
    assert [tuple(map(plain, row)) for row in ((table.head, *table.rows) if table.head else table.rows)] == list(ROWS)
    assert table.caption.replace("\u3000", " ") == "表1 场景清单"
    assert reading.parsed.unplaced == ()


def test_an_article_that_the_contents_forget_is_doubted(tmp_path):
    path = tmp_path / "旧刊.docx"
    path.write_bytes(past_word())
    assert [one.text for one in read_past(path).parsed.doubts] == ["开发区数据专班挂牌"]


def test_lists_and_notes_of_word_are_kept(tmp_path):
    path = tmp_path / "旧刊.docx"
    path.write_bytes(past_word())
    first, second, *_ = articles(read_past(path))
    (items,) = filter(None, map(as_items, first.blocks))
    assert (items.ordered, [plain(one) for one in items.items]) == (True, ["清点数据资源", "明确责任人", "按月通报"])
    (table,) = filter(None, map(as_table, second.blocks))
    assert table.note == "注：时间为计划时间。"


def test_pictures_come_into_the_library_with_the_issue(tmp_path, library):
    path = tmp_path / "旧刊.docx"
    path.write_bytes(past_word())
    outcome = take_past(read_past(path), library)
    figures = [figure for one in outcome.issue.articles() for figure in map(as_figure, one.blocks) if figure]
    assert [bool(one.picture) for one in figures] == [True, True]
    assert all(library.files.picture(one.picture.sha256) for one in figures)


def test_a_line_of_a_picture_is_left_out_and_a_caption_becomes_text(tmp_path):
    path = tmp_path / "旧刊.docx"
    path.write_bytes(past_word())
    reading = read_past(path)
    without = corrected(reading, Correction(line=line_of(reading, "［图片］"), role=LineRole.LEFT_OUT))
    pictures = [block for block in articles(without)[0].blocks if (one := as_figure(block)) and one.uid]
    assert all(one.picture is None for one in pictures)
    assert len(without.parsed.pictures) == 1
    told = corrected(reading, Correction(line=line_of(reading, "图1"), role=LineRole.TEXT))
    (figure,) = filter(None, map(as_figure, articles(told)[0].blocks))
    assert figure.caption == ""
    assert any("图1" in plain(getattr(one, "runs", ())) for one in articles(told)[0].blocks)


def test_a_row_that_is_no_table_becomes_lines(tmp_path):
    path = tmp_path / "旧刊.docx"
    path.write_bytes(past_word())
    reading = read_past(path)
    line = line_of(reading, "水位感知")
    told = corrected(reading, Correction(line=line, role=LineRole.TITLE))
    titles = [one.title.text for one in articles(told)]
    assert "水位感知水务局三月" in [title.replace("\t", "").replace(" ", "") for title in titles]


def test_the_same_file_twice_is_told_and_the_same_issue_in_two_files_too(tmp_path):
    word = past_word()
    (tmp_path / "一.docx").write_bytes(word)
    (tmp_path / "二.docx").write_bytes(word)
    (tmp_path / "三.pdf").write_bytes(past_pdf(tmp_path))
    (tmp_path / "~$一.docx").write_bytes(b"x")
    (tmp_path / "图.png").write_bytes(b"x")
    files = past_files(tmp_path)
    found = {one.name: one for one in read_all(files)}
    assert set(found) == {"一.docx", "二.docx", "三.pdf"}
    assert isinstance(found["二.docx"], Refused)
    assert "同一个文件" in found["二.docx"].reason
    later = found[files[1].name]
    assert later.same == files[0].name
