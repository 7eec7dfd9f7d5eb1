"""What stands on the credits page stands in the file, whatever it is."""

from dataclasses import replace
from itertools import takewhile

import pypdfium2
import pytest
import zxingcpp

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.interchange.sample import sample_issue
from editor.model.article import ArticleArchive
from editor.model.credits import Credit, Filling, Name, NameKind
from editor.model.publication import Contact, Look
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK, article, document
from tests.pages.test_typesetter import bare

FORTY = tuple(
    f"张{char}" for char in "一二三四五六七八九十百千万亿元角分厘毫丝天地玄黄宇宙洪荒日月盈昃辰宿列杨寒来暑往"
)


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as made:
        yield made


def credit(role, *names, **fields):
    return Credit(role=role, names=tuple(Name(text=name) for name in names), **fields)


def pages_of(typesetter, made, look=LOOK, pictures=None):
    rendering = typesetter.render(made, look, pictures or {}, final=True)
    with pypdfium2.PdfDocument(rendering.pdf) as opened:
        return [bare(page.get_textpage().get_text_bounded()) for page in opened], rendering


@pytest.mark.parametrize("name", ["house", "gongwen"])
def test_forty_names_of_one_role_are_all_printed(typesetter, name):
    look = look_table(Look(name=name))
    made = document(article("甲"), credits=(credit("编委会", *FORTY), credit("校对", "沈怀远")))
    pages, _ = pages_of(typesetter, made, look)
    assert all(one in pages[1] for one in (*FORTY, "沈怀远"))


def test_the_parts_are_known_though_credits_take_more_than_a_page(typesetter):
    made = document(article("甲"), credits=tuple(credit(f"角色{at}", *FORTY) for at in range(12)))
    pages, rendering = pages_of(typesetter, made)
    (contents,) = [at for at, text in enumerate(pages, 1) if "要目" in text]
    assert contents > 3
    facts = rendering.facts
    assert (facts.sheet_of("cover"), facts.sheet_of("credits"), facts.sheet_of("contents")) == (1, 2, contents)
    assert facts.part_at(contents - 1) == "credits"
    assert facts.sheet_of("back") is None


def test_unusual_names_are_printed_and_an_empty_role_is_not(typesetter):
    names = ("一", "欧阳云舒阿布都", "李昇", "王伟", "王伟", "AnnaMaria")
    made = document(article("甲"), credits=(credit("编委会", *names), credit("顾问")))
    pages, _ = pages_of(typesetter, made)
    assert all(name in pages[1] for name in names)
    assert pages[1].count("王伟") == 2
    assert "顾问" not in pages[1]


def test_organisations_stand_one_a_line(typesetter):
    houses = ("云州市数据局", "澄江数字经济学会")
    made = document(article("甲"), credits=(credit("主办", *houses, kind=NameKind.ORGANISATION),))
    pages, _ = pages_of(typesetter, made)
    assert all(house in pages[1] for house in houses)


def test_editors_of_articles_are_printed_where_they_fill_a_role(typesetter):
    articles = (
        article("甲", archive=ArticleArchive(editor="陈贝")),
        article("乙", archive=ArticleArchive(editor="杨婷、陈贝")),
    )
    made = document(*articles, credits=(credit("责任编辑", "旧人", filling=Filling.ARTICLES),))
    pages, _ = pages_of(typesetter, made)
    assert "陈贝" in pages[1]
    assert "杨婷" in pages[1]
    assert "旧人" not in pages[1]


def test_every_code_is_printed_and_can_be_read(typesetter):
    issue, _, pictures = sample_issue()
    second = replace(issue.contacts[-1], label="公众号", value="搜索云州数据", caption="扫码看往期", uid="1" * 32)
    made = issue_document(replace(issue, contacts=(*issue.contacts, second)), title_width=LOOK.title_width)
    pages, rendering = pages_of(typesetter, made, pictures=pictures)
    assert "搜索云州数据" in pages[1]
    assert "扫码看往期" in pages[1]
    with pypdfium2.PdfDocument(rendering.pdf) as opened:
        found = zxingcpp.read_barcodes(opened[1].render(scale=3).to_pil())
    assert [code.text for code in found] == ["https://example.org/subscribe"] * 2


@pytest.mark.parametrize("name", ["house", "gongwen"])
def test_a_long_mail_breaks_at_a_joint(typesetter, name):
    mail = "the-desk-of-the-quarterly-observer@data-governance-office.example.org"
    made = document(article("甲"), contacts=(Contact(label="邮箱", value=mail),))
    rendering = typesetter.render(made, look_table(Look(name=name)), {}, final=True)
    with pypdfium2.PdfDocument(rendering.pdf) as opened:
        lines = opened[1].get_textpage().get_text_bounded().split()
    first = next(at for at, line in enumerate(lines) if line.startswith("the-desk"))
    own = list(takewhile(mail.__contains__, lines[first:]))
    assert "".join(own) == mail
    assert all(line[0] in "-.@" for line in own[1:])
