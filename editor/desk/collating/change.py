"""One change since a galley, as a proofreader ticks it."""

from dataclasses import dataclass
from enum import StrEnum

from editor.model.language import tr
from editor.text.comparing import Piece
from editor.text.comparing.words import one_side
from editor.text.tracked import TrackedChange


class GalleyPart(StrEnum):
    """What a change concerns, which decides how it is turned back."""

    ARTICLE_WORDS = "words"
    ARTICLE_FIELD = "article field"
    ARTICLE_ADDED = "article added"
    ARTICLE_REMOVED = "article removed"
    ARTICLE_SECTION = "article section"
    ISSUE_FIELD = "issue field"
    PROFILE_FIELD = "profile field"
    SECTION = "section"
    ORDER = "order"


RETURNABLE = frozenset(
    (
        GalleyPart.ARTICLE_WORDS,
        GalleyPart.ARTICLE_FIELD,
        GalleyPart.ARTICLE_ADDED,
        GalleyPart.ARTICLE_REMOVED,
        GalleyPart.ISSUE_FIELD,
        GalleyPart.PROFILE_FIELD,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleyChange:
    """A change since a galley. key: sha256, which other words or another galley change; see `Tick`.

    where: uid of an article or section, empty for the issue; title: of it, for lists; place: in it, in words, 第3段;
    done: what was done, in a word; pieces: the words then and now with some of those that stand beside them;
    field: of article, issue or profile; tracked: of the words of an article that is in both.
    """

    key: str
    where: str
    title: str
    part: GalleyPart
    place: str
    done: str
    pieces: tuple[Piece, ...]
    field: str = ""
    tracked: TrackedChange | None = None

    @property
    def block(self) -> str:
        """Uid of the block in which it shows, empty for none."""
        return self.tracked.spans[0].block if self.tracked and self.tracked.spans else ""

    @property
    def words(self) -> str:
        """The change in a line, for screen readers and messages."""
        old, new = one_side(self.pieces, later=False), one_side(self.pieces, later=True)
        if old == new:
            return tr("{place}，{done}：“{words}”", place=self.place, done=self.done, words=new)
        return tr("{place}，{done}：“{old}”改为“{new}”", place=self.place, done=self.done, old=old, new=new)
