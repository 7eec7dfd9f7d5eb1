"""What became of a file: an article, an issue to be imported as one, one of our own to be verified, or a refusal."""

from dataclasses import dataclass
from pathlib import Path

from editor.desk.ports import NO_FILES, BroughtFiles
from editor.intake.manuscript import NO_FURNITURE, PageFurniture
from editor.model.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """A file read as an article. article: with pictures, origin and guesses; files: what belongs to it.

    messages: what was left out or changed, whole sentences; furniture: those of them that nobody need look at;
    cleaned: what cleaning changed, a sentence a rule; changes: tracked changes that the file has.
    """

    path: Path
    article: Article
    files: BroughtFiles = NO_FILES
    messages: tuple[str, ...] = ()
    furniture: PageFurniture = NO_FURNITURE
    cleaned: tuple[str, ...] = ()
    changes: int = 0

    @property
    def notable(self) -> tuple[str, ...]:
        """The messages that are to be looked at."""
        return tuple(one for one in self.messages if one not in self.furniture.messages)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadIssue:
    """A file that reads as an issue. words: which one, in a few words; switchable: whether it can be an article."""

    path: Path
    words: str = ""
    switchable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFile:
    """A file that cannot be taken in. message: why, and what to do, in whole sentences."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedFile:
    """A PDF or Word file that is, or claims to be, one that was approved in this library."""

    path: Path


Outcome = ReadArticle | ReadIssue | SignedFile | RefusedFile
