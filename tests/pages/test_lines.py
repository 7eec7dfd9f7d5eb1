"""Where lines and pages end: what stays together, what a line may not break, and what takes a square."""

import re
from collections import Counter
from itertools import pairwise

import pypdfium2
import pytest

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.model.body import Figure, Heading, ItemList, Paragraph, Quote, Run, Script, Table, text_of
from editor.model.publication import Look
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK, article, document, issue_of, prose

LOOKS = [LOOK, look_table(Look(name="gongwen"))]
TABLE = Table(head=(text_of("甲"), text_of("乙")), rows=((text_of("丙"), text_of("丁")),) * 4)
SHORT = "会议今日召开。"


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as made:
        yield made


def paragraph(text):
    return Paragraph(runs=text_of(text))


def lines_of(pdf, sheet):
    """The lines of a page between its head and its foot, as printed."""
    with pypdfium2.PdfDocument(pdf) as opened:
        text = opened[sheet - 1].get_textpage().get_text_bounded()
    return [line.strip() for line in text.splitlines() if line.strip()]


def chars_of(pdf, sheet):
    """The characters of a page with their edges in pt."""
    with pypdfium2.PdfDocument(pdf) as opened:
        page = opened[sheet - 1].get_textpage()
        return [(page.get_text_range(at, 1), page.get_charbox(at, loose=True)) for at in range(page.count_chars())]


def widths_of(pdf, sheet, wanted):
    return [box[2] - box[0] for char, box in chars_of(pdf, sheet) if char in wanted]


def filled(lines, *blocks, **fields):
    """An issue whose article has so many one-line paragraphs before the blocks."""
    return document(article("甲", *[paragraph(f"第{at}条办理登记。") for at in range(lines)], *blocks, **fields))


@pytest.mark.parametrize("look", LOOKS, ids=["house", "gongwen"])
def test_a_paragraph_that_ends_in_a_colon_breaks_over_pages(typesetter, look):
    intro = Paragraph(runs=text_of(prose(look.count("grid.chars") * 6) + "现将事项通知如下："))
    parted = 0
    for lines in range(8, look.count("grid.lines")):
        made = filled(lines, intro, paragraph(prose(200)))
        rendering = typesetter.render(made, look, {}, final=False)
        pages = rendering.facts.articles[0]
        intro_place, next_place = pages.blocks[-2:]
        parted += intro_place.start.sheet != next_place.start.sheet
        # what follows stands on the page of the last words of the intro
        before = "".join(lines_of(rendering.pdf, next_place.start.sheet))
        assert "通知如下" in before
        assert re.search("[一-鿿]{6}.{0,3}通知如下", before.replace(" ", ""))
    assert parted >= 3


@pytest.mark.parametrize("look", LOOKS, ids=["house", "gongwen"])
@pytest.mark.parametrize(
    "follows",
    [
        ItemList(items=(text_of("办理登记"), text_of("办理核验"))),
        Heading(level=1, runs=text_of("一、办理登记")),
        Quote(runs=text_of(prose(60))),
        TABLE,
        Figure(caption="图一"),
    ],
    ids=["list", "heading", "quote", "table", "figure"],
)
def test_what_follows_a_colon_is_on_the_page_of_its_last_line(typesetter, look, follows):
    intro = paragraph(prose(look.count("grid.chars") * 3) + "通知如下：")
    for lines in range(look.count("grid.lines") - 14, look.count("grid.lines") - 1):
        made = filled(lines, intro, follows, paragraph(prose(100)))
        rendering = typesetter.render(made, look, {}, final=False)
        place = rendering.facts.articles[0].blocks[-2]
        assert "如下：" in "".join(lines_of(rendering.pdf, place.start.sheet))


CLOSINGS = {
    "a short paragraph": (paragraph(SHORT),),
    "a long paragraph": (paragraph(prose(150)),),
    "a full line": (paragraph(prose(74)),),
    "short paragraphs": (paragraph(SHORT), paragraph(SHORT)),
    "a list": (ItemList(items=tuple(text_of(f"办理第{at}项") for at in range(5))),),
    "a list of one": (paragraph(prose(150)), ItemList(items=(text_of("办理登记"),))),
    "a quotation": (Quote(runs=text_of(prose(100))),),
    "a table": (TABLE,),
    "a figure": (Figure(caption="图一"),),
}


@pytest.mark.parametrize("look", LOOKS, ids=["house", "gongwen"])
@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("link", ["https://data.example/a", ""], ids=["card", "source"])
def test_source_and_card_have_two_lines_above_them(typesetter, look, closing, link):
    for lines in range(look.count("grid.lines") - 12, look.count("grid.lines") + 1):
        made = filled(lines, *CLOSINGS[closing], link=link)
        rendering = typesetter.render(made, look, {}, final=False)
        pages = rendering.facts.articles[0]
        printed = lines_of(rendering.pdf, pages.end.sheet)
        if pages.end.sheet == pages.start.sheet:
            continue
        at = next(place for place, line in enumerate(printed) if "来源" in line)
        text = [line for line in printed[: at + 1] if not line.startswith(("（来源", "云州观察", "要闻"))]
        assert len(text) >= 2, (lines, printed)
        assert at < len(printed)


@pytest.mark.parametrize("look", LOOKS, ids=["house", "gongwen"])
def test_kept_paragraphs_stay_on_the_grid(typesetter, look):
    made = filled(
        3, paragraph(prose(90) + "："), paragraph(SHORT), ItemList(items=(text_of("登记"),)), paragraph(prose(74))
    )
    rendering = typesetter.render(made, look, {}, final=False)
    pitch = look.points("grid.pitch") * 25400 / 72
    places = [place.start.y for place in rendering.facts.articles[0].blocks]
    assert all(
        abs((below - above) / pitch - round((below - above) / pitch)) < 0.02 for above, below in pairwise(places)
    )
    last = rendering.facts.articles[0].card.start.y - places[-1]
    assert abs(last / pitch - round(last / pitch)) < 0.02


def test_marks_of_latin_are_narrow_and_chinese_ones_take_a_square(typesetter):
    words = "据 Moody’s 的报告，他说“好的”。"
    made = document(article("Don’t wait", paragraph(words), paragraph("The term “open data” is used.")))
    rendering = typesetter.render(made, LOOK, {}, final=False)
    sheet = rendering.facts.articles[0].start.sheet
    size = LOOK.points("grid.body")
    assert all(width < 0.6 * LOOK.points("type.title") for width in widths_of(rendering.pdf, sheet, "’"))
    quotes = widths_of(rendering.pdf, sheet, "“”")
    assert [width < 0.6 * size for width in quotes] == [False, False, True, True]


@pytest.mark.parametrize("script", [Script.SUB, Script.SUPER])
def test_a_hanzi_after_a_raised_or_lowered_figure_has_its_gap(typesetter, script):
    runs = (Run(text="排放CO"), Run(text="2", script=script), Run(text="排放"))
    made = document(article("甲", Paragraph(runs=runs)))
    rendering = typesetter.render(made, LOOK, {}, final=False)
    chars = chars_of(rendering.pdf, rendering.facts.articles[0].start.sheet)
    at = next(place for place, (char, _) in enumerate(chars) if char == "2" and chars[place - 1][0] == "O")
    after = next(box for char, box in chars[at + 1 :] if char == "排")
    assert after[0] - chars[at][1][2] > 0.8


@pytest.mark.parametrize("look", LOOKS, ids=["house", "gongwen"])
def test_points_stay_whole_and_addresses_break_at_their_joints(typesetter, look):
    address = "https://data.yunzhou.example/open-data/notices/2024/list.html?kind=registration&page=20"
    ends = Counter()
    for length in range(20, 60):
        words = f"{prose(length)[:-1]}：一是登记，二是核验，三是公布，见{address}，来信office.data@yunzhou.example。"
        made = document(article("甲", paragraph(words), link=""))
        rendering = typesetter.render(made, look, {}, final=False)
        for line in lines_of(rendering.pdf, rendering.facts.articles[0].start.sheet):
            ends["".join(re.findall("[一二三]$", line))] += 1
            cut = re.search(r"[A-Za-z0-9]+$", line)
            if cut and len(line) > 12 and "example" not in line[-12:] and not address.endswith(line[-6:]):
                ends[cut[0]] += cut[0] not in re.split(r"[^A-Za-z0-9]+", f"{address} office data yunzhou example")
    assert not +Counter({end: count for end, count in ends.items() if end})


def test_titles_in_the_contents_break_at_words(typesetter):
    title = "云州市人民政府办公厅关于印发推动公共数据授权运营和要素市场化配置改革高质量发展若干政策措施的通知"
    words = ("授权运营", "市场化", "高质量", "若干政策", "措施", "办公厅")
    for look in LOOKS:
        made = issue_document(issue_of(article("短讯"), article(title)), title_width=look.title_width)
        rendering = typesetter.render(made, look, {}, final=False)
        printed = lines_of(rendering.pdf, rendering.facts.sheet_of("contents"))
        for word in words:
            assert any(word in line.replace(" ", "") for line in printed), (word, printed)
