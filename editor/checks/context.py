"""What rules read: frozen values, made once per run."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from editor.checks.finding import FindingField, FindingLocation, Span
from editor.checks.passage import Passage, Whole, passage_of, whole_of
from editor.document.table_setting import TableRoom
from editor.model.article import Article
from editor.model.block_kinds import as_figure, figures_in
from editor.model.block_texts import printed_text
from editor.model.body import ANCHOR, Block, Figure
from editor.model.font import FontFace
from editor.model.house_words import NO_HOUSE_WORDS, HouseWords
from editor.model.issue import Issue
from editor.model.page_facts import PageFacts
from editor.model.publication import NumberingRule
from editor.model.registers import NO_REGISTERS, Registers
from editor.model.rule_levels import RuleLevels, RuleSet
from editor.text.characters import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetting:
    """What the rules of an article may know of issue and library. Lengths in pt; title_width: em of a title.

    measure, tall: width and greatest height of a figure; chars: a line; indent: em of a paragraph's first line;
    tables: what tables have of a page; faces: the office's own of the look; pictures: sha256 of those in the library;
    date: of the issue; numbering: when the publication appears; registers: the office's own names;
    house_words: the office's own wordings; rule_set, rule_levels: which rules the publication uses.
    """

    title_width: float
    measure: float
    tall: float
    tables: TableRoom
    chars: int
    indent: int
    faces: tuple[FontFace, ...]
    pictures: frozenset[str]
    date: dt.date
    numbering: NumberingRule
    registers: Registers = NO_REGISTERS
    house_words: HouseWords = NO_HOUSE_WORDS
    rule_set: RuleSet = RuleSet.BULLETIN
    rule_levels: RuleLevels = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTexts:
    """An article as its rules read it. body: a passage a block.

    passages: every text of it once; a contents title that only repeats the title is left out; whole: these as one.
    section: name of the section it stands in.
    """

    article: Article
    section: str
    title: Passage
    contents: Passage
    body: tuple[Passage, ...]
    passages: tuple[Passage, ...]
    whole: Whole
    setting: RuleSetting

    @property
    def day(self) -> dt.date:
        """The day on which its source came out, the issue's where that is not known."""
        return self.article.archive.published or self.setting.date

    def place(self, field: FindingField, *, block: str = "", span: Span | None = None) -> FindingLocation:
        """Return a place of the article."""
        return FindingLocation(where=self.article.uid, field=field, block=block, span=span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The whole issue. readings: the texts of its articles, in order; previous: the issue before."""

    issue: Issue
    readings: tuple[ArticleTexts, ...]
    setting: RuleSetting
    previous: Issue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """The issue with the facts of its finished pages."""

    facts: PageFacts
    readings: tuple[ArticleTexts, ...]

    def reading(self, article: str) -> ArticleTexts | None:
        """Return an article's texts, None where the article was removed after the pages were set."""
        return next((one for one in self.readings if one.article.uid == article), None)


def read_article(article: Article, setting: RuleSetting, *, section: str = "") -> ArticleTexts:
    """Return an article's texts as its rules read them. section: name of the one it stands in."""
    uid = article.uid
    title = _passage(FindingLocation(where=uid, field=FindingField.TITLE), article.title.text)
    contents = _passage(FindingLocation(where=uid, field=FindingField.CONTENTS_TITLE), article.contents_title)
    subtitle = _passage(FindingLocation(where=uid, field=FindingField.SUBTITLE), article.subtitle)
    own = () if fold(contents.text) in ("", fold(title.text)) else (contents,)
    body = tuple(_passage(_block_place(uid, block), printed_text(block)) for block in article.blocks)
    passages = (title, *own, subtitle, *body)
    return ArticleTexts(
        article=article,
        section=section,
        title=title,
        contents=contents,
        body=body,
        passages=passages,
        whole=whole_of(passages),
        setting=setting,
    )


def figures(article: Article) -> Iterator[Figure]:
    """Yield the figures of an article."""
    return figures_in(article.blocks)


def _block_place(uid: str, block: Block) -> FindingLocation:
    return FindingLocation(
        where=uid, field=FindingField.FIGURE if as_figure(block) else FindingField.BODY, block=block.uid
    )


def _passage(place: FindingLocation, text: str) -> Passage:
    return passage_of(place, text, ANCHOR)
