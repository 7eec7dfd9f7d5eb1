"""Which commands of the window can be used as things stand, and how undo and redo are called."""

from editor.desk.ports import Library
from editor.model.language import tr
from editor.ui.window.actions import WRITING
from editor.ui.window.parts import Parts


class Enabling:
    """Enables the commands of one window."""

    def __init__(self, parts: Parts, library: Library) -> None:
        """Act in one window."""
        self._actions, self._session, self._library = parts.actions, parts.session, library
        parts.session.history_changed.connect(self.show_history)

    def show(self) -> None:
        """Follow the state of library and issue."""
        for name in ("issue.import", "library.sample", "issue.new"):
            self._actions[name].setEnabled(not self._library.read_only)
        for name in ("export", "print", "review.form", "notes.paper"):
            self._actions[name].setEnabled(self._session.issue is not None)
        for name in WRITING:
            self._actions[name].setEnabled(self._session.writable)
        locked = self._session.past and not self._session.writable and not self._library.read_only
        self._actions["issue.unlock"].setVisible(locked)
        self.show_history()

    def show_history(self) -> None:
        """Follow what can be undone and redone."""
        work = self._session.work
        for name, words, by, text in (
            ("undo", tr("撤销"), -1, work.stack.undoText() if work else ""),
            ("redo", tr("重做"), 1, work.stack.redoText() if work else ""),
        ):
            action = self._actions[name]
            action.setEnabled(self._session.can_step(by))
            action.setText(f"{words} {text}".strip())
            action.setToolTip(f"{words} {text}".strip())
