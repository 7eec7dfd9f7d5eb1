"""What a reader of the Word file sees on its cover, its credits page, its contents and at its end."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from editor.document.colours import safe_colour
from editor.document.drawings import COVER, GROUND
from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.export.word import export_word
from editor.export.word.front.names import name_lines
from editor.export.word.lines import advance
from editor.export.word.lint import lint
from editor.interchange.sample import sample_issue
from editor.model.article import Title
from editor.model.credits import Credit, Name, NameKind
from editor.model.publication import Look
from tests import strategies
from tests.fakes import picture
from tests.word_files import planned, word_file

EMU_PER_MM = 36_000
TWIPS_PER_MM = 1440 / 25.4
LOOKS = {name: look_table(Look(name=name)) for name in ("house", "gongwen")}
SHOWN, DRAWN = picture(420, 248)


def made_of(name, *, change=lambda issue: issue, **options):
    issue, _, pictures = sample_issue()
    look = LOOKS[name]
    made = issue_document(change(issue), title_width=look.title_width)
    drawings = {COVER: DRAWN[SHOWN.sha256]}
    return made, export_word(made, look, pictures, planned(made, look, pictures), drawings, **options)


@pytest.fixture(scope="module", params=sorted(LOOKS))
def file(request):
    return (request.param, *made_of(request.param))


@pytest.fixture(scope="module")
def house():
    return made_of("house")[1]


def part(data, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def body(data):
    return etree.fromstring(part(data).encode()).find(qn("w:body"))


def words(element):
    names = {qn("w:t"): lambda one: one.text or "", qn("w:tab"): lambda _: " ", qn("w:br"): lambda _: ""}
    return "".join(names[one.tag](one) for one in element.iter(*names) if one.getparent().tag == qn("w:r"))


def front(data):
    """Return the paragraphs and rows before the first section of the bulletin, also those in tables."""
    for row in body(data):
        if row.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is not None and "Heading1" in etree.tostring(row).decode():
            return
        yield row


def text_of_front(data):
    return "\n".join(words(paragraph) for row in front(data) for paragraph in row.iter(qn("w:p")))


def style_of(paragraph):
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))


def style_of_row(row):
    return style_of(row) if row.tag == qn("w:p") else ""


def test_it_has_no_fault(file):
    assert lint(file[2]) == ()


def test_texts_stand_in_the_pdfs_order(file):
    name, made, data = file
    cover, credits_page, contents = made.parts[:3]
    text = re.sub(r"[\s　]", "", text_of_front(data))
    wanted = [cover.slogan, cover.masthead, *cover.headline, *(one.title for one in cover.secondary)]
    wanted += [credits_page.masthead, *(one.names[0].text for one in credits_page.credits if one.names)]
    wanted += [credits_page.contacts[0].value, credits_page.notice, contents.heading]
    wanted += [entry.title for group in contents.groups for entry in group.entries]
    at = 0
    for one in wanted:
        found = text.find(re.sub(r"\s", "", one), at)
        assert found >= 0, (name, one)
        at = found


def test_no_paragraph_of_the_front_is_empty_but_those_that_end_a_section(file):
    empty = [
        style_of(paragraph)
        for row in front(file[2])
        for paragraph in row.iter(qn("w:p"))
        if not words(paragraph).strip() and not list(paragraph.iter(qn("w:drawing")))
    ]
    assert set(empty) <= {"Separator"}


def test_every_page_of_the_front_is_a_section_without_folio_or_running_head(file):
    sections = docx.Document(io.BytesIO(file[2])).sections
    assert [list(section._sectPr.iter(qn("w:footerReference"))) for section in sections[:3]] == [[], [], []]
    kinds = [
        [one.get(qn("w:type")) for one in section._sectPr.iter(qn("w:headerReference"))] for section in sections[:3]
    ]
    assert kinds == ([[], ["default"], ["default"]] if file[0] == "house" else [[], [], []])


def test_further_pages_of_credits_and_contents_say_what_they_go_on_with(house):
    sections = docx.Document(io.BytesIO(house)).sections
    heads = [words(section.header._element) for section in sections[1:3]]
    assert [head.split(" ")[0] for head in heads] == ["数据要素观察（续）", "本期要目（续）"]
    assert all(section.different_first_page_header_footer for section in sections[1:3])


def test_the_covers_drawing_goes_across_the_page_behind_the_text(house):
    (anchor,) = body(house).iter(qn("wp:anchor"))
    extent, label = anchor.find(qn("wp:extent")), anchor.find(qn("wp:docPr"))
    assert int(extent.get("cx")) / EMU_PER_MM == pytest.approx(210, abs=0.1)
    assert int(extent.get("cy")) / EMU_PER_MM == pytest.approx(124, abs=0.1)
    places = [int(one.text) / EMU_PER_MM for one in anchor.iter(qn("wp:posOffset"))]
    assert places == pytest.approx([0, 74], abs=0.1)
    assert anchor.get("behindDoc") == "1"
    assert "本期各篇文章的长短" in label.get("descr")


@pytest.mark.parametrize(("name", "measure"), [("house", 210 - 2 * 22), ("gongwen", 156)])
def test_the_masthead_is_as_wide_as_the_type(name, measure):
    data = made_of(name)[1]
    (title,) = (one for one in body(data).iter(qn("w:p")) if style_of(one) == "Title")
    width = 0
    for run in title.iter(qn("w:r")):
        spacing = run.find(f"{qn('w:rPr')}/{qn('w:spacing')}")
        size = int(run.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val"))) * 10
        gap = int(spacing.get(qn("w:val"))) if spacing is not None else 0
        width += sum(advance(char, bold=True) * size / 1000 + gap for char in words(run))
    assert width / TWIPS_PER_MM == pytest.approx(measure, abs=0.3)


def test_brackets_beside_letters_are_close_in_the_headline(house):
    (headline,) = (one for one in body(house).iter(qn("w:p")) if style_of(one) == "CoverHeadline")
    close = {words(run) for run in headline.iter(qn("w:r")) if "w:spacing" in etree.tostring(run).decode()}
    assert close == {"据", "”"}


def test_the_accent_is_as_dark_as_in_the_pdf():
    yellow = made_of("house", change=lambda issue: replace(issue, profile=replace(issue.profile, accent="#f2c200")))[1]
    everything = part(yellow) + part(yellow, "word/styles.xml") + part(yellow, "word/header2.xml")
    assert safe_colour("#f2c200") in everything
    assert "F2C200" not in everything.upper()
    assert "0B3F73" not in everything


def test_the_contents_are_a_whole_field_whose_folios_are_fields_too(file):
    _, made, data = file
    xml = part(data)
    inside = xml[xml.index(" TOC ") :]
    entries = [entry for group in made.parts[2].groups for entry in group.entries]
    assert inside.count("PAGEREF") == len(entries) == xml.count("PAGEREF")
    names = re.findall(r"PAGEREF (\S+)", xml)
    assert all(f'w:name="{name}"' in xml for name in names)
    marks = [mark for one in front(data) if style_of_row(one) == "Separator" for mark in one.iter(qn("w:fldChar"))]
    assert [mark.get(qn("w:fldCharType")) for mark in marks] == ["begin", "separate", "end"]


def test_titles_in_several_lines_are_one_line_where_word_collects_the_contents():
    def broken(issue):
        first, *rest = issue.sections
        title = Title(text="云州市启动公共数据行动", breaks=(5,))
        articles = (replace(first.articles[0], title=title, contents_title=""), *first.articles[1:])
        return replace(issue, sections=(replace(first, articles=articles), *rest))

    assert 'TC "云州市启动公共数据行动"' in part(made_of("house", change=broken)[1])


def test_a_section_is_named_on_a_tile_in_white_two_letters_a_row(house):
    tiles = [one for one in body(house).iter(qn("w:p")) if style_of(one) == "TOC1"]
    cells = [one.getparent() for one in tiles]
    fills = [cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}").get(qn("w:fill")) for cell in cells]
    assert fills[:2] == ["0B3056", "0B3F73"]
    rows = [text.text for text in tiles[0].iter(qn("w:t"))]
    assert rows == ["政策", "要论"]
    assert all('w:val="FFFFFF"' in etree.tostring(one).decode() for one in tiles)
    heights = {cell.getparent().find(f"{qn('w:trPr')}/{qn('w:trHeight')}").get(qn("w:val")) for cell in cells}
    widths = {cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w")) for cell in cells}
    assert heights == widths


def test_a_contact_whose_code_is_missing_is_named_in_its_place():
    made, _ = made_of("house")
    without = word_file(made, LOOKS["house"])
    code = next(one for one in made.parts[1].contacts if one.picture)
    assert words(body(without)).count(code.label) == 1


def test_the_running_head_shows_the_sections_place_but_not_on_its_first_page(house):
    heads = [part(house, name) for name in zipfile.ZipFile(io.BytesIO(house)).namelist() if "word/header" in name]
    texts = sorted(re.sub(r"<[^>]+>", "", head.partition("?>")[2]) for head in heads)
    squares = [text[-4:] for text in texts if "■" in text]
    assert sorted(squares) == ["■□□□", "□■□□", "□□■□", "□□□■"]
    assert len({text for text in texts if "政策要论" in text}) == 1
    assert all(section.different_first_page_header_footer for section in docx.Document(io.BytesIO(house)).sections[3:])


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (
            ["沈怀远", "陆岚", "顾清和", "闻笛", "祁思源", "穆青", "韩知微"],
            ["沈怀远 陆岚 顾清和 闻笛", "祁思源 穆青 韩知微"],
        ),
        (["沈怀远", "欧阳云舒", "陆岚"], ["沈怀远 欧阳云舒 陆岚"]),
        (["阿卜杜热合曼"] * 5, ["阿卜杜热合曼 阿卜杜热合曼 阿卜杜热合曼", "阿卜杜热合曼 阿卜杜热合曼"]),
        ([], [""]),
    ],
)
def test_names_stand_in_even_rows_of_a_grid_long_ones_as_they_fit(names, lines):
    credit = Credit(role="编委会", kind=NameKind.PERSON, names=tuple(Name(text=one) for one in names))
    assert [line.text for line in name_lines(credit, 230, 230 * 31)] == lines


def test_the_imprint_stands_at_the_foot_of_the_page():
    data = made_of("gongwen")[1]
    rows = [one for one in body(data) if "印发" in words(one)]
    frame = rows[-1].find(f"{qn('w:pPr')}/{qn('w:framePr')}")
    assert frame.get(qn("w:vAnchor")) == "page"
    assert int(frame.get(qn("w:y"))) / TWIPS_PER_MM == pytest.approx(249, abs=2)
    assert style_of(rows[-1].getnext()) == "Separator"


@pytest.mark.parametrize(("after", "kinds", "folio"), [(0, 8, True), (1, 9, True), (2, 9, False)])
def test_the_imprint_takes_a_left_hand_page_of_its_own_where_the_pdf_does(after, kinds, folio):
    sections = docx.Document(io.BytesIO(made_of("gongwen", imprint_after=after)[1])).sections
    assert len(sections) == kinds
    assert (sections[-1]._sectPr.find(qn("w:type")).get(qn("w:val")) == "evenPage") == (after > 0)
    assert ("PAGE" in etree.tostring(sections[-1].footer._element).decode()) == folio


def test_logos_stand_left_of_the_names(house):
    table = list(body(house).iter(qn("w:tbl")))[-1]
    cells = list(table.iter(qn("w:tc")))
    assert list(cells[0].iter(qn("wp:inline")))
    assert "Chengjiang" in words(cells[1])


@pytest.mark.parametrize(("name", "rule", "fill"), [("house", "0B3F73", "DDE4EB"), ("gongwen", "000000", "E6E6E6")])
def test_the_style_of_tables_has_the_looks_colours(name, rule, fill):
    styles = part(made_of(name)[1], "word/styles.xml")
    table = styles[styles.index('w:styleId="BulletinTable"') :].split("</w:style>")[0]
    assert f'w:color="{rule}"' in table
    assert f'w:fill="{fill}"' in table


def test_a_dark_back_page_has_its_ground_behind_white_text():
    issue, _, pictures = sample_issue()
    look = look_table(Look(name="house", settings=(("style.back", "dark"),)))
    made = issue_document(issue, title_width=look.title_width)
    folios = planned(made, look, pictures)
    dark = export_word(made, look, pictures, folios, {GROUND: DRAWN[SHOWN.sha256]})
    header = docx.Document(io.BytesIO(dark)).sections[-1].header._element
    (extent,) = header.iter(qn("wp:extent"))
    assert [int(extent.get(side)) / EMU_PER_MM for side in ("cx", "cy")] == pytest.approx([210, 297], abs=0.1)
    (name,) = (one for one in body(dark).iter(qn("w:p")) if "学会" in words(one) and style_of(one) == "Publisher")
    assert 'w:val="FFFFFF"' in etree.tostring(name).decode()
    light = export_word(made, look, pictures, folios)
    assert "FFFFFF" not in part(light).partition("主办单位简介")[2]


@settings(max_examples=5, deadline=None)
@given(issue=strategies.issues(), name=st.sampled_from(sorted(LOOKS)))
def test_no_issue_makes_a_faulty_file(issue, name):
    look = LOOKS[name]
    made = issue_document(issue, title_width=look.title_width)
    assert lint(export_word(made, look, {}, planned(made, look))) == ()
