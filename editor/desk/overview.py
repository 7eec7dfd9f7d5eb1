"""What an editor sees of an issue at a glance: sections and articles with counts, folios and fill."""

from dataclasses import dataclass

from editor.model.body import block_texts
from editor.model.issue import Article, Issue, Section
from editor.model.page_facts import PageFacts
from editor.text.counts import count_characters


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """An article of the outline. folio: None before pages are known; fill: of its last page, in hundredths."""

    uid: str
    title: str
    state: str
    characters: int
    folio: int | None = None
    pages: int | None = None
    free_lines: int | None = None
    fill: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLine:
    """A section of the outline with its articles."""

    uid: str
    name: str
    articles: tuple[ArticleLine, ...]

    @property
    def characters(self) -> int:
        """字数 of all articles."""
        return sum(article.characters for article in self.articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """An issue at a glance."""

    sections: tuple[SectionLine, ...]
    publishers: int

    @property
    def characters(self) -> int:
        """字数 of all articles."""
        return sum(section.characters for section in self.sections)

    def article(self, uid: str) -> ArticleLine | None:
        """Return an article's line, None where the issue has no such article."""
        lines = (line for section in self.sections for line in section.articles)
        return next((line for line in lines if line.uid == uid), None)


def overview(issue: Issue, facts: PageFacts | None) -> Overview:
    """Return the overview of an issue; facts: of its latest pages, None while there are none."""
    sections = tuple(_section_line(section, facts) for section in issue.sections)
    return Overview(sections=sections, publishers=len(issue.profile.publishers))


def article_characters(article: Article) -> int:
    """Return the 字数 of an article's body."""
    return sum(count_characters(text) for block in article.blocks for text in block_texts(block))


def _section_line(section: Section, facts: PageFacts | None) -> SectionLine:
    lines = tuple(_article_line(article, facts) for article in section.articles)
    return SectionLine(uid=section.uid, name=section.name, articles=lines)


def _article_line(article: Article, facts: PageFacts | None) -> ArticleLine:
    line = ArticleLine(
        uid=article.uid,
        title=article.title.text,
        state=article.archive.state,
        characters=article_characters(article),
    )
    pages = facts.of(article.uid) if facts else None
    if facts is None or pages is None:
        return line
    return ArticleLine(
        uid=line.uid,
        title=line.title,
        state=line.state,
        characters=line.characters,
        folio=pages.first,
        pages=pages.last - pages.first + 1,
        free_lines=pages.free_lines,
        fill=round(100 * (facts.lines - pages.free_lines) / facts.lines),
    )
