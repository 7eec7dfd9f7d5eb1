"""One cell of a table under edit: a line of runs, with the same keys for bold and the rest as the body."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.model.block_kinds import is_text
from editor.model.body import Script, Text
from editor.model.language import tr
from editor.text.sanitise import sanitise
from editor.ui.body import cursor_edits
from editor.ui.body.reader import read_selection
from editor.ui.body.shapes import Kind
from editor.ui.body.writer import write_runs
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style


class CellEditor(QTextEdit):
    """Enter and Tab end the edit, with Ctrl that of the table; pasted line breaks become blanks: a cell has none."""

    done = Signal(int)
    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.setAccessibleName(tr("单元格"))
        # opaque without the focus too: composed over, it has none
        set_style(self, kind="field")
        self._theme = current_theme(application())

    @property
    def runs(self) -> Text:
        """The runs as they stand."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        blocks = read_selection(cursor, {})
        return tuple(run for block in blocks if is_text(block) for run in block.runs)

    def show_runs(self, runs: Text) -> None:
        """Show a cell, all of it selected."""
        self.clear()
        write_runs(self.textCursor(), runs, Kind.PARAGRAPH, self._theme)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            ended = self.left if event.modifiers() & Qt.KeyboardModifier.ControlModifier else self.done
            ended.emit(event.key())
        elif event.matches(QKeySequence.StandardKey.Bold):
            cursor_edits.toggle_bold(cursor, self._theme)
            self.setTextCursor(cursor)
        elif event.matches(QKeySequence.StandardKey.Italic):
            cursor_edits.toggle_italic(cursor, self._theme)
            self.setTextCursor(cursor)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _SCRIPTS:
            cursor_edits.toggle_script(cursor, _SCRIPTS[Qt.Key(event.key())], self._theme)
            self.setTextCursor(cursor)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: object) -> None:
        text = getattr(source, "text", str)()
        self.textCursor().insertText(" ".join(sanitise(text).split()))


_SCRIPTS = {Qt.Key.Key_Equal: Script.SUB, Qt.Key.Key_Plus: Script.SUPER}
