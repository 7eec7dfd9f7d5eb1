"""Tracked changes as the list shows them: under their articles, in printed order."""

from collections.abc import Iterable
from dataclasses import dataclass

from editor.model.article import Article
from editor.model.language import tr
from editor.model.tracking import base_of, wording
from editor.model.workspace import Workspace
from editor.text.tracked import Made, changes_of, makers_of
from editor.ui.tracking.words import tip_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeHeadRow:
    """An article whose changes are tracked; those of it that are open."""

    article: str
    title: str
    count: int

    @property
    def spoken(self) -> str:
        """For the screen reader."""
        return tr("{title}，{n} 处修订", title=self.title, n=self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A change. hand: number of who made it, from 0, the same throughout an issue."""

    article: str
    made: Made
    hand: int

    @property
    def spoken(self) -> str:
        """For the screen reader."""
        return tip_words(self.made)


Row = ChangeHeadRow | ChangeRow


class FoundChanges:
    """The changes of a workspace's articles; those of an article that stayed are not looked for again."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[str, tuple[Article, tuple[Made, ...]]] = {}

    def rows(self, space: Workspace) -> tuple[Row, ...]:
        """Return the rows of all articles with changes."""
        tracked = [article for article in space.articles() if base_of(article)]
        self._known = {article.uid: (article, self._made(article)) for article in tracked}
        names = dict.fromkeys(name for article in tracked for name in _names(article))
        numbers = {name: number for number, name in enumerate(names)}
        return tuple(row for article in tracked for row in self._of_article(article, numbers))

    def _made(self, article: Article) -> tuple[Made, ...]:
        known = self._known.get(article.uid)
        if known and _same(known[0], article):
            return known[1]
        tracking, base = article.archive.tracking, base_of(article)
        return makers_of(tracking, changes_of(base, wording(article))) if tracking and base else ()

    def _of_article(self, article: Article, numbers: dict[str, int]) -> Iterable[Row]:
        made = self._known[article.uid][1]
        if made:
            yield ChangeHeadRow(article=article.uid, title=article.title.text or tr("（没有标题）"), count=len(made))
        for one in made:
            # the colour is that of whoever had it last
            hand = numbers.get(one.names[-1], 0) if one.names else 0
            yield ChangeRow(article=article.uid, made=one, hand=hand)


def _same(one: Article, other: Article) -> bool:
    return one is other or (one.archive.tracking is other.archive.tracking and wording(one) == wording(other))


def _names(article: Article) -> list[str]:
    tracking = article.archive.tracking
    return [hand.author for hand in tracking.hands] if tracking else []
