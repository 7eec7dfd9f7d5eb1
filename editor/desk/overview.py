"""The outline of a workspace: sections and articles with counts, folios and fill of the last page."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from editor.desk.balancing.remedies import PageRemedy, remedies_of
from editor.document.copyfit import characters_to_cut
from editor.document.look import LookTable
from editor.model.article import Article, Title
from editor.model.article_review import ArticleProgress, Phase, standing, standing_at
from editor.model.article_steps import Steps
from editor.model.block_texts import block_texts
from editor.model.edits import pending_and_inbox
from editor.model.issue import Section
from editor.model.page_facts import PageFacts
from editor.model.workspace import Workspace
from editor.text.counts import count_characters

_FEW_LINES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrun:
    """A last page with few lines. characters: the fewest to cut to save the page, None where cutting cannot."""

    lines: int
    characters: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """An article of the outline. folio: None before pages are known; fill: of its last page, in hundredths.

    remedies: what can be done about a last page under a third full; tight: it was tightened.
    """

    uid: str
    title: str
    standing: ArticleProgress
    characters: int
    folio: int | None = None
    pages: int | None = None
    free_lines: int | None = None
    fill: int | None = None
    over: Overrun | None = None
    remedies: tuple[PageRemedy, ...] = ()
    tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLine:
    """A section of the outline with its articles."""

    uid: str
    name: str
    articles: tuple[ArticleLine, ...]

    @property
    def done(self) -> int:
        """How many articles have passed every step."""
        return sum(article.standing.phase is Phase.DONE for article in self.articles)

    @property
    def characters(self) -> int:
        """字数 of all articles."""
        return sum(article.characters for article in self.articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A workspace at a glance. contents, back: headings as printed; trash: the latest first, without counts.

    inbox: what came in and is not decided on; steps: progress of an article at each step, in order.
    """

    sections: tuple[SectionLine, ...]
    publishers: int
    contents: str = ""
    back: str = ""
    pending: tuple[ArticleLine, ...] = ()
    inbox: tuple[ArticleLine, ...] = ()
    trash: tuple[ArticleLine, ...] = ()
    steps: tuple[ArticleProgress, ...] = ()

    @property
    def characters(self) -> int:
        """字数 of all articles of the issue."""
        return sum(section.characters for section in self.sections)

    @property
    def at_steps(self) -> Mapping[ArticleProgress, int]:
        """How many articles of the issue are at each step, in order of the steps."""
        counts = Counter(line.standing.step for section in self.sections for line in section.articles)
        return {one: counts[one.step] for one in self.steps}

    def article(self, uid: str) -> ArticleLine | None:
        """Return the line of an article that can be opened, None where there is none."""
        lines = (*(line for section in self.sections for line in section.articles), *self.pending, *self.inbox)
        return next((line for line in lines if line.uid == uid), None)


class Overviewer:
    """Makes overviews of successive workspaces; articles that are the same object are not counted again."""

    def __init__(self) -> None:
        """Begin without counts."""
        self._counted: dict[str, tuple[Article, int]] = {}

    def overview(self, space: Workspace, facts: PageFacts | None, look: LookTable) -> Overview:
        """Return the overview. facts: of the latest pages, None while there are none."""
        alone = {pages.article for pages in facts.alone_at_end()} if facts else set()
        steps = space.issue.archive.steps
        kept, inbox = pending_and_inbox(space.drawer)
        remedies = remedies_of(space.issue, facts, look) if facts else ()
        view = _View(self, facts, look, frozenset(alone), _Standings(steps), remedies)
        return Overview(
            sections=tuple(map(view.section, space.issue.sections)),
            publishers=len(space.issue.profile.publishers),
            contents=space.issue.profile.contents_heading,
            back=space.issue.profile.back_heading,
            pending=tuple(map(view.article, kept)),
            inbox=tuple(map(view.article, inbox)),
            trash=tuple(view.article(one.article) for one in space.drawer.trash),
            steps=tuple(standing_at(step, steps) for step in steps.names),
        )

    def characters(self, article: Article) -> int:
        """Return the 字数 of an article's body."""
        kept = self._counted.get(article.uid)
        if kept is None or kept[0].blocks is not article.blocks:
            kept = (article, article_characters(article))
            self._counted[article.uid] = kept
        return kept[1]


def article_characters(article: Article) -> int:
    """Return the 字数 of an article's body."""
    return sum(count_characters(text) for block in article.blocks for text in block_texts(block))


class _Standings:
    """Progress of articles; the many untouched ones share one value, which is computed once."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._begun = standing(Article(title=Title(text="")), steps)

    def of(self, article: Article) -> ArticleProgress:
        archive = article.archive
        fresh = archive.state == "draft" and not archive.signoffs and "draft" not in self._steps.names
        return self._begun if fresh else standing(article, self._steps)


@dataclass(frozen=True, slots=True)
class _View:
    counts: Overviewer
    facts: PageFacts | None
    look: LookTable
    alone: frozenset[str]
    standings: _Standings
    remedies: tuple[PageRemedy, ...]

    def section(self, section: Section) -> SectionLine:
        return SectionLine(uid=section.uid, name=section.name, articles=tuple(map(self.article, section.articles)))

    def article(self, article: Article) -> ArticleLine:
        line = ArticleLine(
            uid=article.uid,
            title=article.title.text,
            standing=self.standings.of(article),
            characters=self.counts.characters(article),
            tight=article.tight,
        )
        pages = self.facts.of(article.uid) if self.facts else None
        if self.facts is None or pages is None:
            return line
        used = self.facts.lines - pages.free_lines
        few = pages.last > pages.first and used <= _FEW_LINES and article.uid in self.alone
        return replace(
            line,
            folio=pages.first,
            pages=pages.last - pages.first + 1,
            free_lines=pages.free_lines,
            fill=round(100 * used / self.facts.lines),
            over=self._overrun(article, used) if few else None,
            remedies=tuple(one for one in self.remedies if one.page_of == article.uid),
        )

    def _overrun(self, article: Article, lines: int) -> Overrun:
        chars, indent = self.look.count("grid.chars"), self.look.count("style.indent")
        return Overrun(lines=lines, characters=characters_to_cut(article.blocks, lines, chars=chars, indent=indent))
