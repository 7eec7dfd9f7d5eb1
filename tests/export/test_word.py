import io
import re
import zipfile
from dataclasses import replace

import mammoth
import pytest

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.export.word.lines import count_lines
from editor.export.word.lint import lint
from editor.export.word.package import open_reference
from editor.interchange.sample import sample_issue
from editor.model.block_texts import block_texts
from editor.model.body import Figure, Heading, ItemList, Paragraph, Run, Script, Table, text_of
from editor.model.errors import UserError
from editor.model.publication import PageStart
from tests.fakes import LOOK, article, document, picture, prose
from tests.word_files import planned, word_file


def exported(made, pictures=None):
    return word_file(made, LOOK, pictures or {})


def part(data, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.fixture(scope="module")
def sample():
    issue, _, pictures = sample_issue()
    made = issue_document(issue, title_width=look_table(issue.look).title_width)
    return made, exported(made, pictures), pictures


def test_the_sample_has_no_fault(sample):
    assert lint(sample[1]) == ()


def test_every_text_is_read_back_by_another_reader(sample):
    made, data, _ = sample
    text = re.sub(r"\s", "", mammoth.extract_raw_text(io.BytesIO(data)).value)
    wanted = [part for item in made.articles() for block in item.blocks for part in block_texts(block)]
    wanted += [item.title for item in made.articles()] + [item.credit for item in made.articles()]
    assert [part for part in wanted if re.sub(r"\s", "", part) not in text] == []


def test_the_same_document_gives_the_same_bytes(sample):
    made, data, pictures = sample
    assert exported(made, pictures) == data


def test_opening_asks_nothing_and_the_contents_are_filled_in(sample):
    made, data, _ = sample
    xml = part(data)
    assert "w:dirty" not in xml
    assert "updateFields" not in part(data, "word/settings.xml")
    assert xml.count("PAGEREF") == len(made.articles())
    assert "TOC \\f C" in xml  # one contents title differs from its headline


def test_updating_the_contents_keeps_their_titles():
    """They come from fields beside the headings, which hold the bar over the title and its line breaks too."""
    body = part(exported(document(article("甲", contents_title="短题"))))
    assert 'TOC \\f C \\l "1-2"' in body
    assert 'TC "短题" \\f C \\l 2' in body


def test_folios_have_two_digits_and_begin_after_the_front(sample):
    assert 'w:fmt="decimalZero" w:start="1"' in part(sample[1])


def test_bold_italic_raised_and_linked_runs_are_real():
    runs = (
        Run(text="粗", bold=True),
        Run(text="楷", italic=True),
        Run(text="上", script=Script.SUPER),
        Run(text="链", link="https://example.org/x"),
    )
    data = exported(document(article("甲", Paragraph(runs=runs))))
    html = mammoth.convert_to_html(io.BytesIO(data)).value
    assert "<strong>粗</strong>" in html
    assert 'href="https://example.org/x">链</a>' in html
    assert "楷体" in part(data)


def test_every_ordered_list_counts_from_one():
    lists = [ItemList(ordered=True, items=(text_of("一"), text_of("二"))) for _ in range(2)]
    xml = part(exported(document(article("甲", *lists, Paragraph(runs=text_of("完"))))))
    assert len(set(re.findall(r'w:numId w:val="(\d+)"', xml))) == 2


def test_a_missing_picture_keeps_its_place_and_a_present_one_has_its_text():
    shown, data = picture()
    made = document(article("甲", Figure(picture=shown, caption="图一", alt="一片蓝色")))
    assert "图片待补" in part(exported(made))
    assert 'descr="一片蓝色"' in part(exported(made, data))


def test_the_covers_picture_fills_the_panel_and_the_masthead_may_be_one():
    shown, data = picture(400, 400)
    made = document(article("甲"), cover_picture=shown)
    xml = part(exported(made, data))
    assert 'descr="封面图片"' in xml
    left, top = map(int, re.search(r'srcRect l="(\d+)" t="(\d+)"', xml).groups())
    assert left == 0 < top < 50_000
    named = replace(made.parts[0], masthead_picture=shown)
    assert 'descr="云州观察"' in part(exported(replace(made, parts=(named, *made.parts[1:])), data))


def test_the_address_of_an_article_is_live_and_has_the_style_of_links(sample):
    xml = part(sample[1])
    links = re.findall(r'<w:hyperlink r:id="[^"]+"[^>]*><w:r><w:rPr>(<[^>]+>)', xml)
    assert len(links) >= sum(item.card is not None for item in sample[0].articles())
    assert set(links) == {'<w:rStyle w:val="Hyperlink"/>'}


def test_control_characters_are_refused_by_name():
    with pytest.raises(UserError, match="控制字符"):
        exported(document(article("甲", Paragraph(runs=text_of("坏\x07字")))))


def test_marks_of_xml_stand_as_text():
    data = exported(document(article("A & B <x> \"q\" 'p'", link="https://example.org/?a=1&b=<2>")))
    assert lint(data) == ()
    assert "A & B <x>" in mammoth.extract_raw_text(io.BytesIO(data)).value


def test_an_office_template_without_the_styles_is_refused_by_their_names():
    buffer = io.BytesIO()
    docx = open_reference()
    element = docx.styles["Quote"].element
    element.getparent().remove(element)
    docx.save(buffer)
    with pytest.raises(UserError, match="Quote"):
        open_reference(buffer.getvalue())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("数" * 36, 1),
        ("数" * 37, 2),
        ("数" * 36 + "。", 1),  # the mark hangs
        ("数" * 36 + "）", 2),  # a bracket does not, and takes the character before it along
        ("", 1),
        ("w" * 200, 5),
    ],
)
def test_lines_are_counted_as_word_breaks_them(text, lines):
    assert count_lines(text_of(text), width=38, indent=2) == lines


def test_the_page_map_follows_page_starts():
    long = [Paragraph(runs=text_of(prose(800))) for _ in range(2)]
    made = document(article("甲", *long), article("乙"), article("丙", page_start=PageStart.PAGE))
    pages = planned(made)
    assert [pages.first[item.anchor] for item in made.articles()] == [1, 2, 3]


@pytest.mark.parametrize(
    "one",
    [
        article("甲", link="https://example.org/" + "a" * 9000),
        article("甲", Table(head=(text_of("事项"), text_of("说明")), rows=((text_of("一"), text_of(prose(4000))),))),
    ],
    ids=["address", "cell"],
)
def test_a_row_taller_than_a_page_runs_over_the_following_ones(one):
    made = document(one, article("乙", page_start=PageStart.PAGE))
    pages = planned(made)
    assert pages.last[made.articles()[0].anchor] > 1
    assert pages.first[made.articles()[1].anchor] == pages.last[made.articles()[0].anchor] + 1


def test_headings_of_an_article_are_headings():
    blocks = [Heading(level=level, runs=text_of(f"第{level}级")) for level in (1, 2, 3)]
    html = mammoth.convert_to_html(
        io.BytesIO(exported(document(article("甲", *blocks, Paragraph(runs=text_of("文"))))))
    ).value
    assert all(f"<h{level + 2}>第{level}级</h{level + 2}>" in html for level in (1, 2, 3))
