"""What an editor works on: an issue, and the articles of its publication that belong to no issue."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from editor.model.article import Article
from editor.model.issue import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Discarded:
    """An article in the trash. at: UTC; section: name of the section it was in, empty for 待编."""

    article: Article
    at: dt.datetime
    section: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError when the instant is not UTC."""
        if self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("an event's instant is given in UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawer:
    """Articles of a publication that belong to no issue. pending: 待编, in order; trash: the latest first."""

    pending: tuple[Article, ...] = ()
    trash: tuple[Discarded, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Issue and drawer in one value: every edit makes a new one, so that one undo history covers both."""

    issue: Issue
    drawer: Drawer = Drawer()

    def articles(self) -> Iterator[Article]:
        """Yield the articles that can be opened: those of the issue in printed order, then 待编."""
        yield from self.issue.articles()
        yield from self.drawer.pending

    def article(self, uid: str) -> Article | None:
        """Return an article that can be opened, None where there is none of that identity."""
        return next((article for article in self.articles() if article.uid == uid), None)
