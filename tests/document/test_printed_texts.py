"""Which texts are printed is read off the fields, by what typesets and by what checks."""

from dataclasses import replace

from editor.document.missing_glyphs import said_missing_glyphs
from editor.document.printed_texts import part_texts, printed_fields, printed_texts
from editor.model.article import Article, ArticleArchive, Title
from editor.model.body import Figure
from editor.model.credits import Credit, Filling, Name
from editor.model.dataclass import dataclass
from editor.model.publication import Contact, Publisher
from tests.checks.issues import check
from tests.fakes import LOOK, article, document, issue_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WithHours(Contact):
    """A contact as it would be with one more field."""

    hours: str = ""


FILLED = issue_of(
    article(),
    credits=(Credit(role="主编", names=(Name(text="甲"),)),),
    contacts=(WithHours(label="电话", value="010", hours="早八点"),),
)


def test_a_role_prints_its_name_and_those_on_duty():
    credit = Credit(role="值班", names=(Name(text="甲", person="p"),), filling=Filling.ROTA, rota=(Name(text="乙"),))
    assert list(printed_texts(credit)) == ["值班", "甲"]


def test_an_article_prints_neither_its_archive_nor_the_words_for_those_who_cannot_see():
    one = Article(
        title=Title(text="题", breaks=()),
        source="报",
        blocks=(Figure(caption="图", alt="说明"),),
        archive=ArticleArchive(editor="甲"),
    )
    assert [(name, text) for name, text in printed_fields(one) if text] == [
        ("title", "题"),
        ("blocks", "图"),
        ("source", "报"),
    ]


def test_a_part_prints_the_texts_of_its_rows_in_order():
    part = document(article(), credits=FILLED.credits, contacts=FILLED.contacts).parts[1]
    assert list(filter(None, part_texts(part)))[:5] == ["主编", "甲", "电话", "010", "早八点"]


def test_a_publisher_prints_its_paragraphs():
    assert list(printed_texts(Publisher(name="社", paragraphs=("一", "二")))) == ["社", "", "一", "二"]


def test_a_field_that_nobody_listed_is_looked_at_for_characters_that_no_font_has():
    contacts = (replace(FILLED.contacts[0], hours="早🚀八点"),)
    assert "版权页里的“🚀”" in "".join(said_missing_glyphs(document(article(), contacts=contacts), LOOK))
    rules = {one.rule: one.message for one in check(replace(FILLED, contacts=contacts)).findings}
    assert "🚀" in rules["text.glyph-elsewhere"]
