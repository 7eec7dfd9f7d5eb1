"""Steps of the draft in view: made by the forms, taken back and made again by keys and buttons."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from editor.model.publication import Publication
from editor.ui.profile.bar import ProfileBar
from editor.ui.profile.draft import Draft


class DraftSteps(QObject):
    """Of one view. draft: the one in view, None before there is one."""

    def __init__(self, bar: ProfileBar, view: QWidget) -> None:
        """bar: has the buttons."""
        super().__init__(view)
        self.draft: Draft | None = None
        self._bar = bar
        bar.undo_wanted.connect(self.undo)
        bar.redo_wanted.connect(self.redo)
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), view, context=context).activated.connect(act)

    def follow(self, draft: Draft) -> None:
        """Act on another draft."""
        self.draft = draft
        draft.stack.indexChanged.connect(self._show)
        self._show()

    def apply(self, name: str, change: Callable[[Publication], Publication], step: str) -> None:
        """Change the draft as a named step."""
        if self.draft:
            self.draft.apply(name, change, step=step)

    def close(self) -> None:
        """Let the next change be a step of its own."""
        if self.draft:
            self.draft.close_step()

    def undo(self) -> None:
        """Take back the last step."""
        if self.draft and self.draft.stack.canUndo():
            self.draft.undo()

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        if self.draft and self.draft.stack.canRedo():
            self.draft.redo()

    def _show(self) -> None:
        if self.draft:
            self._bar.show_history(self.draft.stack, writable=True)
