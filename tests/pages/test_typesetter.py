import re
import unicodedata
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from editor.desk.starting.new_publication import NewPublication, found_publication
from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.document.missing_glyphs import said_missing_glyphs
from editor.interchange.sample import sample_issue
from editor.model.block_texts import block_texts
from editor.model.body import Figure, Heading, ItemList, Paragraph, Quote, Table, text_of
from editor.model.publication import Look, PageStart, Profile, Publisher
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK, article, document, issue_of, picture, prose


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as made:
        yield made


@pytest.fixture(scope="module")
def sample(typesetter):
    issue, _, pictures = sample_issue()
    look = look_table(issue.look)
    made = issue_document(issue, title_width=look.title_width)
    return made, typesetter.render(made, look, pictures, final=True), pictures


def bare(text):
    return "".join(
        char
        for char in unicodedata.normalize("NFKC", text)
        if not char.isspace() and unicodedata.category(char) != "Cf"
    ).replace("\ufffe", "")


def pages_of(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return [bare(page.get_textpage().get_text_bounded()) for page in opened]


def running_text(pdf):
    """The text without what stands on every page, so that paragraphs over two pages read on."""
    pages = pages_of(pdf)
    return "".join(re.sub(r"\d\d$", "", re.sub(r"^数据要素观察第9期总第61期\S{4}", "", page)) for page in pages)


def test_every_text_of_the_sample_is_printed(sample):
    made, rendering, _ = sample
    text = running_text(rendering.pdf)
    wanted = [part for item in made.articles() for block in item.blocks for part in block_texts(block)]
    assert [part for part in wanted if bare(part)[:24] not in text] == []
    assert [item.title for item in made.articles() if bare(item.title) not in text] == []


def test_the_contents_name_the_pages_on_which_the_titles_stand(sample):
    made, rendering, _ = sample
    pages = pages_of(rendering.pdf)
    contents = next(page for page in pages if "本期要目" in page)
    for item in made.articles():
        folio = rendering.facts.folio(item.anchor)
        assert bare(item.title) in pages[rendering.facts.front + folio - 1]
        assert f"{folio:02}{bare(item.contents_title)}" in contents


def test_the_same_document_gives_the_same_bytes(sample, typesetter):
    made, rendering, pictures = sample
    assert typesetter.render(made, LOOK, pictures, final=True).pdf == rendering.pdf
    with Typesetter() as other:
        assert other.render(made, LOOK, pictures, final=True).pdf == rendering.pdf


def test_facts_alone_are_those_of_the_pdf(sample, typesetter):
    made, rendering, pictures = sample
    assert typesetter.facts(made, LOOK, pictures) == rendering.facts


def test_every_code_on_the_pages_leads_to_its_article(sample):
    made, rendering, _ = sample
    with pypdfium2.PdfDocument(rendering.pdf) as opened:
        images = [page.render(scale=3).to_pil() for page in opened]
    front = rendering.facts.front
    found = {code.text for image in images[front:] for code in zxingcpp.read_barcodes(image)}
    assert found == {item.card.link for item in made.articles() if item.card}


def test_the_code_to_subscribe_can_be_read_from_the_credits_page(sample):
    _, rendering, _ = sample
    with pypdfium2.PdfDocument(rendering.pdf) as opened:
        image = opened[1].render(scale=3).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(image)] == ["https://example.org/subscribe"]


def test_only_shipped_fonts_are_in_the_file(sample):
    _, rendering, _ = sample
    names = set(re.findall(rb"/FontName\s*/([A-Z]{6}\+)?([\w-]+)", rendering.pdf))
    assert names
    assert all(name.startswith(b"Bulletin") for _, name in names)


def test_bookmarks_are_sections_and_full_titles(sample):
    made, rendering, _ = sample
    with pypdfium2.PdfDocument(rendering.pdf) as opened:
        titles = [mark.get_title() for mark in opened.get_toc()]
        metadata = opened.get_metadata_dict()
    assert [item.title for item in made.articles()] == [
        title for title in titles if title in {i.title for i in made.articles()}
    ]
    assert metadata["Title"] == made.properties.title


def test_an_article_starts_a_page_or_runs_on_as_its_editor_decided(typesetter):
    made = document(article("甲"), article("乙"), article("丙", page_start=PageStart.PAGE))
    facts = typesetter.facts(made, LOOK, {})
    assert [pages.first for pages in facts.articles] == [1, 1, 2]


def test_free_lines_shrink_as_the_article_grows(typesetter):
    free = [
        typesetter.facts(document(article("甲", Paragraph(runs=text_of(prose(38 * lines))))), LOOK, {})
        .articles[0]
        .free_lines
        for lines in (2, 7, 12)
    ]
    assert [free[0] - free[1], free[1] - free[2]] == [5, 5]
    assert 0 < free[0] < LOOK.count("grid.lines")


def test_a_missing_picture_keeps_its_place_and_a_present_one_is_shown(typesetter):
    shown, data = picture()
    missing = typesetter.render(document(article("甲", Figure(caption="图一", picture=shown))), LOOK, {}, final=False)
    there = typesetter.render(document(article("甲", Figure(caption="图一", picture=shown))), LOOK, data, final=False)
    assert "图片待补" in "".join(pages_of(missing.pdf))
    assert "图片待补" not in "".join(pages_of(there.pdf))


def test_a_long_table_repeats_its_head(typesetter):
    rows = tuple((text_of(f"事项{row}"), text_of("1,200")) for row in range(90))
    made = document(article("甲", Table(head=(text_of("表头甲"), text_of("表头乙")), rows=rows)))
    pages = pages_of(typesetter.render(made, LOOK, {}, final=True).pdf)
    with_rows = [page for page in pages if "事项" in page and "要闻" in page]
    assert len(with_rows) >= 3
    assert all("表头甲" in page for page in with_rows)


def test_marks_of_the_typesetters_language_are_printed_as_they_stand(typesetter):
    hostile = "#panic() $x$ @ref <tag> \\ * _ `a` [b] // c"
    made = document(article(hostile, Paragraph(runs=text_of(hostile))))
    assert "".join(pages_of(typesetter.render(made, LOOK, {}, final=True).pdf)).count(bare(hostile)) >= 3


@pytest.mark.parametrize(
    "change",
    [
        {"contents_heading": "要目😀"},
        {"notice_label": "声明😀", "notice": "版权所有"},
        {"link_label": "链接😀："},
        {"back_heading": "简介😀", "publishers": (Publisher(name="云州院"),)},
        {"publishers": (Publisher(name="云州院", english_name="Yunzhou 😀"),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_character_that_no_font_has_is_a_geta_mark_and_named_wherever_it_stands(typesetter, change):
    issue = issue_of(article("甲"), profile=Profile(masthead="云州观察", **change))
    made = issue_document(issue, title_width=LOOK.title_width)
    printed = "".join(pages_of(typesetter.render(made, LOOK, {}, final=True).pdf))
    assert "〓" in printed
    assert "😀" not in printed
    assert "U+1F600" in "".join(said_missing_glyphs(made, LOOK))


@pytest.mark.parametrize(
    "made",
    [
        document(),
        document(article("甲", link="", source="")),
        document(article("")),
        document(article("数" * 60)),
        document(article("甲", Paragraph(runs=text_of("w" * 200)))),
        document(article("甲", Heading(level=3, runs=text_of("直接三级")), Heading(level=1), Paragraph())),
        document(article("甲", link="https://example.org/" + "路径" * 300)),
        document(article("甲", link="https://example.org/" + "a" * 9000)),
        document(article("甲", link='<"https://例子.example/?q=《》&x=1">')),
        document(article("甲\t乙\n丙"), masthead="一份名字特别长的政策研究与数据治理简报"),
    ],
    ids=[
        "empty issue",
        "bare",
        "no title",
        "60 characters",
        "200 letters",
        "headings",
        "500",
        "9 kB",
        "marks",
        "layout",
    ],
)
def test_hard_input_gives_a_standard_conforming_file(typesetter, made):
    rendering = typesetter.render(made, LOOK, {}, final=True)
    assert rendering.pdf.startswith(b"%PDF-")
    assert len(rendering.facts.articles) == len(made.articles())


def test_nothing_runs_over_the_right_edge(typesetter):
    made = document(article("甲", Paragraph(runs=text_of("w" * 200)), link="https://example.org/" + "a1/" * 200))
    pdf = typesetter.render(made, LOOK, {}, final=True).pdf
    with pypdfium2.PdfDocument(pdf) as opened:
        rights = [
            box[2]
            for page in opened
            for text in (page.get_textpage(),)
            for box in (text.get_rect(at) for at in range(text.count_rects()))
        ]
    assert max(rights) <= 595.3 - 60  # the cover has the widest measure


def objects(page, kind=pypdfium2.raw.FPDF_PAGEOBJ_IMAGE):
    return [(found.get_px_size(), found.get_bounds()) for found in page.get_objects(filter=[kind])]


def test_the_covers_picture_fills_the_panel_and_the_masthead_may_be_one(typesetter):
    shown, data = picture(900, 300)
    made = document(article("甲"), cover_picture=shown)
    made = replace(made, parts=(replace(made.parts[0], masthead_picture=shown), *made.parts[1:]))
    rendering = typesetter.render(made, LOOK, data, final=True)
    with pypdfium2.PdfDocument(rendering.pdf) as opened:
        bounds = [right - left for _, (left, _, right, _) in objects(opened[0])]
        assert max(bounds) >= opened[0].get_width()
        assert len(bounds) == 2


def test_roles_and_contacts_without_words_are_not_printed(typesetter):
    fresh = found_publication(NewPublication(masthead="云州观察"))
    issue = issue_of(article(), credits=fresh.credits, contacts=fresh.contacts)
    made = issue_document(issue, title_width=LOOK.title_width)
    pdf = typesetter.render(made, LOOK, {}, final=False).pdf
    with pypdfium2.PdfDocument(pdf) as pages:
        words = bare("".join(page.get_textpage().get_text_bounded() for page in pages))
    assert "云州发布数据登记办法" in words
    assert not any(role in words for role in ("主办单位", "责任编辑", "电话"))


@pytest.mark.parametrize("look", ["house", "gongwen"])
@pytest.mark.parametrize(
    "block",
    [
        Paragraph(runs=()),
        Heading(level=1, runs=()),
        Quote(runs=()),
        ItemList(ordered=False, items=((),)),
        Figure(picture=None),
        Table(head=((), ()), rows=(((), ()),)),
        Table(head=((),), rows=()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_block_just_begun_keeps_the_pages_going(typesetter, block, look):
    table = look_table(Look(name=look))
    made = issue_document(issue_of(article("云州发布数据登记办法", block)), title_width=table.title_width)
    assert typesetter.render(made, table, {}, final=True).facts.sheets


def test_what_is_set_lies_where_nobody_else_can_read_it(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Typesetter():
        (folder,) = tmp_path.iterdir()
        assert folder.stat().st_mode & 0o077 == 0
