"""常用检索: searches kept under names, in the window's settings."""

from collections.abc import Callable

from editor.desk.archive.asking import Asked, SavedSearch, saved_search, saved_text
from editor.model.language import tr
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.kit.text_question import TextQuestion

LONGEST = 40


class Shelf(DialogOwner):
    """Of one window. changed: called when other searches are kept."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._settings = context.settings
        self._saved: tuple[SavedSearch, ...] | None = None
        self.changed: Callable[[], None] = lambda: None

    @property
    def saved(self) -> tuple[SavedSearch, ...]:
        """What is kept, in the order in which it was."""
        if self._saved is None:
            self._saved = tuple(one for line in self._settings.saved_searches if (one := saved_search(line)))
        return self._saved

    def keep(self, asked: Asked) -> None:
        """Ask for a name, and keep what is asked under it; another one of that name goes."""
        self._ask_name(tr("存为常用检索"), _name_of(asked), lambda name: self._put(name, asked))

    def rename(self, saved: SavedSearch) -> None:
        """Ask for another name."""
        self._ask_name(tr("给常用检索改名"), saved.name, lambda name: self._put(name, saved.asked, old=saved.name))

    def remove(self, saved: SavedSearch) -> None:
        """Keep a search no longer."""
        self._write([one for one in self.saved if one.name != saved.name])

    def _ask_name(self, title: str, name: str, take: Callable[[str], None]) -> None:
        asked = TextQuestion(title, tr("起个名字，列在左边，一点就再检索一次。"), name, self._window)
        asked.field.setMaxLength(LONGEST)
        asked.accepted.connect(lambda: take(asked.field.text().strip()))
        self.ask(asked)

    def _put(self, name: str, asked: Asked, *, old: str = "") -> None:
        if not name:
            return
        made = SavedSearch(name=name, asked=asked)
        kept = [made if one.name == (old or name) else one for one in self.saved if one.name != name or not old]
        self._write(kept if made in kept else [*kept, made])

    def _write(self, kept: list[SavedSearch]) -> None:
        self._settings.saved_searches, self._saved = tuple(map(saved_text, kept)), tuple(kept)
        self.changed()


def _name_of(asked: Asked) -> str:
    """Return the name that is offered."""
    parts = [asked.words.strip(), *(value for _, value in asked.filters)]
    return " ".join(part for part in parts if part)[:LONGEST]
