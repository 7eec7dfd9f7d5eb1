"""What the readers of one Word file share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from editor.intake.manuscript import IncomingPicture
from editor.intake.word.comments import Comments
from editor.intake.word.losses import Account
from editor.intake.word.markup import attribute, short
from editor.intake.word.numbering import Numbering
from editor.intake.word.package import Element, WordPackage
from editor.intake.word.styles import Styles
from editor.model.body import Figure
from editor.model.uid import new_uid
from editor.system.watching import Watch, unwatched

_ADDED = frozenset(("w:ins", "w:moveTo"))
_TAKEN = frozenset(("w:del", "w:moveFrom"))
REVISIONS = _ADDED | _TAKEN


def _everybody(_author: str) -> bool:
    return True


@dataclass(slots=True)
class Session:
    """A file being read. accepts: whether tracked changes of an author count as made; pictures: by uid of the figure.

    measure: width of the text area in EMU; noted: notes that were read; watch: told how much of the body is read;
    keeps_contents: contents are read too.
    """

    package: WordPackage
    styles: Styles
    numbering: Numbering
    footnotes: dict[str, Element]
    endnotes: dict[str, Element]
    comments: Comments
    measure: int
    account: Account = field(default_factory=Account)
    accepts: Callable[[str], bool] = _everybody
    pictures: dict[str, IncomingPicture] = field(default_factory=dict)
    uids: dict[Element, str] = field(default_factory=dict)
    noted: set[Element] = field(default_factory=set)
    watch: Watch = unwatched
    keeps_contents: bool = False

    def uid(self, element: Element) -> str:
        """Return the identity of what an element becomes: the same in every reading."""
        return self.uids.setdefault(element, new_uid())

    def shown(self, revision: Element) -> bool:
        """Return whether the text of a tracked change is read."""
        accepted = self.accepts(attribute(revision, "w:author"))
        return accepted == (short(revision) in _ADDED)

    def gone(self, properties: Element | None) -> bool:
        """Return whether a paragraph's mark or a row is one that is not read."""
        found = () if properties is None else properties
        return any(short(one) in REVISIONS and not self.shown(one) for one in found)

    def add_picture(self, figure: Figure, name: str, data: bytes) -> None:
        """Keep the bytes of a figure's picture."""
        self.pictures[figure.uid] = IncomingPicture(figure=figure.uid, name=name, data=data)
