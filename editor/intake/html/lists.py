"""Lists of HTML and of Word: one level deep, counting from 1."""

import re
from dataclasses import dataclass, field

from editor.intake.html.losses import Account, Loss
from editor.model.block_kinds import as_items
from editor.model.body import Block, ItemList, Paragraph, Text, text_of
from editor.model.runs import normal
from editor.text.characters import is_han

_COUNT = re.compile(r"([1-9]\d{0,3})[.．、)）]?")


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph after a typed marker of a list, a bullet or a number."""

    marker: str
    runs: Text

    @property
    def number(self) -> int:
        """The marker's number, 0 for a bullet, -1 for another marker, e.g. 一、."""
        count = _COUNT.fullmatch(self.marker)
        return int(count[1]) if count else 0 if is_bullet(self.marker) else -1


Part = Block | Text | Marked


def is_bullet(marker: str) -> bool:
    """Return whether a marker is a bullet; for bullets Word writes letters of symbol fonts: n l u o §."""
    return len(marker) == 1 and not marker.isnumeric() and not is_han(marker)


def numbered(marker: str, text: Text) -> Text:
    """Return text after a typed number: without a blank after 一、 and 1., with one after 1.1."""
    return normal((*text_of(f"{marker} " if marker[-1:].isalnum() else marker), *text))


def gathered(parts: list[Part]) -> list[Block | Text]:
    """Return the parts with marked paragraphs made lists; a number out of order stays typed before its text."""
    made: list[Block | Text] = []
    items: list[Marked] = []
    for part in (*parts, None):
        if items and not (isinstance(part, Marked) and _follows(items, part)):
            made.append(ItemList(ordered=items[0].number == 1, items=tuple(item.runs for item in items)))
            items = []
        if not isinstance(part, Marked):
            made.extend([] if part is None else [part])
        elif items or part.number in (0, 1):
            items.append(part)
        else:
            made.append(Paragraph(runs=numbered(part.marker, part.runs)))
    return made


def _follows(items: list[Marked], part: Marked) -> bool:
    return part.number == (len(items) + 1 if items[0].number else 0)


def fold_list(parts: list[Part], account: Account, *, ordered: bool, start: int) -> list[Block]:
    """Return the blocks of a list of items (texts) and blocks between them.

    Items of inner lists join the list; an inner list of the other kind divides it. Numbers are kept as text where
    counting from 1 would change them.
    """
    folder = _Folder(ordered=ordered, number=start)
    for part in gathered(parts):
        if isinstance(part, tuple):
            folder.items.append(part)
            continue
        inner = as_items(part)
        account[Loss.NESTED] += inner is not None
        if inner and inner.ordered == ordered:
            folder.items.extend(inner.items)
        else:
            folder.close()
            folder.made.append(part)
    folder.close()
    account[Loss.SPLIT] += folder.typed
    return folder.made


@dataclass(slots=True)
class _Folder:
    ordered: bool
    number: int
    items: list[Text] = field(default_factory=list)
    made: list[Block] = field(default_factory=list)
    typed: bool = False

    def close(self) -> None:
        if self.items and (self.number == 1 or not self.ordered):
            self.made.append(ItemList(ordered=self.ordered, items=tuple(self.items)))
        elif self.items:
            self.typed = True
            self.made.extend(
                Paragraph(runs=numbered(f"{at}.", item)) for at, item in enumerate(self.items, self.number)
            )
        self.number += len(self.items)
        self.items = []
