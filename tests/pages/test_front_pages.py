"""Cover and contents stay in shape whatever stands on them: long headlines, many articles, names of any length."""

import itertools
from dataclasses import replace

import pypdfium2
import pytest

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.model.article import Title
from editor.model.issue import Section
from editor.model.publication import Look, Profile
from editor.model.uid import derived_uid
from editor.pages.typesetter import Typesetter
from tests.fakes import article, issue_of
from tests.pages.test_typesetter import bare

HOUSE, GONGWEN = (look_table(Look(name=name)) for name in ("house", "gongwen"))
LOOKS = pytest.mark.parametrize("look", [HOUSE, GONGWEN], ids=["house", "gongwen"])


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as made:
        yield made


def issue_with(*sections, **fields):
    """An issue of sections (name, titles)."""
    made = tuple(
        Section(
            name=name,
            articles=tuple(replace(article(title), uid=derived_uid(name, title, str(at))) for title in titles),
            uid=derived_uid("section", name, str(at)),
        )
        for at, (name, titles) in enumerate(sections)
    )
    return replace(issue_of(**fields), sections=made)


def titles(count, words="数据登记"):
    return tuple(f"{words}第{at}篇" for at in range(1, count + 1))


def opened(typesetter, issue, look):
    made = issue_document(issue, title_width=look.title_width)
    rendering = typesetter.render(made, look, {}, final=True)
    return pypdfium2.PdfDocument(rendering.pdf), rendering.facts


def boxes(page):
    """Return (left, bottom, right, top) of every piece of text, pt."""
    text = page.get_textpage()
    return [text.get_rect(at) for at in range(text.count_rects())]


def crossing(page):
    """Return pairs of texts that stand on one another by more than a point."""
    pairs = itertools.combinations(boxes(page), 2)
    return [
        (one, other)
        for one, other in pairs
        if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1
    ]


def outside(page):
    width, height = page.get_size()
    return [box for box in boxes(page) if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height]


HEADLINES = {
    "a line": Title(text="条例施行"),
    "two": Title(text="云州市启动公共数据登记", breaks=(5,)),
    "five": Title(text="云州市启动公共数据登记" * 5, breaks=(11, 22, 33, 44)),
    "none, long": Title(text="云州市公共数据资源登记与授权运营管理办法及其配套文件自四月一日起施行" * 2),
    "as long as may be": Title(text="云州市启动公共数据登记" * 45),
    "Latin": Title(text="MOODY’S WARNS ABOUT MUNICIPAL DATA GOVERNANCE AND MANAGEMENT " * 3),
}
SECTIONS = (
    ("要闻", titles(2)),
    ("地方实践与基层经验交流专栏", ("云州市公共数据资源登记与授权运营管理办法及其配套文件" * 4,)),
    ("Regional Practice Watch", ("A NOTE ON MEMORANDA OF MUNICIPAL MANAGEMENT " * 5,)),
    ("动态", ("短讯",)),
    ("一二三四五六七八九十一二三四五六七八九十一二三四五六", ("《云州市办法》" * 9,)),
)


@LOOKS
@pytest.mark.parametrize("headline", HEADLINES.values(), ids=HEADLINES)
def test_a_headline_of_any_length_and_the_lines_under_it_keep_apart(typesetter, look, headline):
    document, _ = opened(typesetter, issue_with(*SECTIONS, headline=headline), look)
    assert outside(document[0]) == []
    assert crossing(document[0]) == []
    assert bare(headline.text)[:3] in bare(document[0].get_textpage().get_text_bounded())


@LOOKS
def test_the_cover_names_the_editors_articles_in_their_order(typesetter, look):
    issue = issue_with(("要闻", ("头条", "甲乙", "丙丁")), ("动态", ("戊己", "庚辛")))
    by_title = {one.title.text: one.uid for one in issue.articles()}
    chosen = replace(issue, cover_articles=tuple(by_title[title] for title in ("庚辛", "甲乙", "丙丁")))
    document, _ = opened(typesetter, chosen, look)
    words = bare(document[0].get_textpage().get_text_bounded())
    assert words.index("庚辛") < words.index("甲乙") < words.index("丙丁")
    assert "戊己" not in words


@LOOKS
def test_an_issue_without_anything_still_has_a_cover(typesetter, look):
    document, _ = opened(typesetter, issue_of(), look)
    assert "云州观察" in bare(document[0].get_textpage().get_text_bounded())


@LOOKS
@pytest.mark.parametrize("count", [40, 60, 120])
def test_further_pages_of_the_contents_repeat_the_head_and_the_section(typesetter, look, count):
    issue = issue_with(*((name, titles(count // 4)) for name in ("甲栏目", "乙栏目", "丙栏目", "丁栏目")))
    issue = replace(issue, profile=Profile(masthead="云州观察", contents_heading="本期要目"))
    document, facts = opened(typesetter, issue, look)
    first = facts.sheet_of("contents") - 1
    pages = [bare(document[at].get_textpage().get_text_bounded()) for at in range(first, facts.front)]
    contents = [page for page in pages if "要目" in page]
    assert len(contents) > 1
    for before, page in itertools.pairwise(contents):
        # what comes first after the head: the name of a section, though its entries began on the page before
        assert page.removeprefix("本期要目(续)2025年1月20日第3期总第30期")[1:3] == "栏目"
        assert before.rindex("栏目") < before.rindex("数据登记第"), "a name alone at the foot"
    # every entry is there once
    entries = "".join(contents)
    assert entries.count("数据登记第") == count


NAMES = (
    "要",
    "新政策",
    "地方实践",
    "地方实践经验谈",
    "地方实践与基层经验交流",
    "一二三四五六七八九十一二三四五六七八九十",
    "Policy Watch",
    "Internationalisation",
    "AI前沿",
)


@LOOKS
def test_names_of_sections_of_any_length_stay_in_their_places(typesetter, look):
    issue = issue_with(*((name, titles(2)) for name in NAMES))
    document, facts = opened(typesetter, issue, look)
    right = look.millimetres("page.left") * 72 / 25.4 + look.measure
    for page in itertools.islice(document, 1, None):
        assert crossing(page) == []
        assert [box for box in boxes(page) if box[2] > right + 2] == []
    contents = "".join(bare(document[at].get_textpage().get_text_bounded()) for at in range(1, facts.front))
    assert [name for name in NAMES if bare(name) not in contents] == []
