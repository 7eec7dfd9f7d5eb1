"""What statistics and indexes know of an article: read from columns, never from a whole issue."""

from editor.model.dataclass import dataclass
from editor.model.origin import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """An article of an issue, or of the drawer. issue: uid, empty in the drawer; place: in the issue, from 0.

    characters: 字数 of its body, 0 outside the period asked for; discarded: it lies in the trash.
    """

    uid: str
    title: str
    issue: str = ""
    section: str = ""
    place: int = 0
    source: str = ""
    tags: tuple[str, ...] = ()
    editor: str = ""
    characters: int = 0
    receipt: Receipt | None = None
    discarded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryFacts:
    """The articles of a publication, by issue and place. damaged: how many could not be read and are left out."""

    articles: tuple[ArticleFacts, ...] = ()
    damaged: int = 0
