"""The files of one go, and the lines of the open one that are to be looked at."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from editor.intake.past_issue import ParsedIssue
from editor.model.language import tr
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_ROW, _LINE = 44, Qt.ItemDataRole.UserRole


class PlainList(QListWidget):
    """A list without a frame, its lines wrapped."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_style(self, kind="bare", ground="sidebar")

    @property
    def texts(self) -> list[str]:
        """The rows as they read."""
        return [self.item(row).text() for row in range(self.count())]


class DoubtList(PlainList):
    """Lines without a place and lines that are not certain, in their order. line_chosen: one was."""

    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("需要看一看的地方"), parent)
        self.itemClicked.connect(lambda item: self.line_chosen.emit(item.data(_LINE)))
        self.itemActivated.connect(lambda item: self.line_chosen.emit(item.data(_LINE)))

    def show_reading(self, parsed: ParsedIssue) -> None:
        """List the doubts of a reading."""
        self.clear()
        theme = current_theme(application())
        rows = [(one.line, one.reason, one.text, "check.error", "error") for one in parsed.unplaced]
        rows += [(one.line, one.reason, one.text, "check.warning", "warn.mark") for one in parsed.doubts]
        for line, reason, text, sign, token in sorted(rows):
            words = tr("第 {line} 行　{reason}", line=line, reason=reason)
            item = QListWidgetItem(f"{words}\n{text[:60]}")
            item.setIcon(icon(sign, theme, size=16, token=token, filled=True))
            item.setData(_LINE, line)
            item.setToolTip(text)
            self.addItem(item)

    def step(self, by: int) -> int:
        """Go to the next or previous row, round the ends; return its line, 0 where there is none."""
        if not self.count():
            return 0
        row = self.currentRow()
        self.setCurrentRow((row + by) % self.count() if row >= 0 else 0 if by > 0 else self.count() - 1)
        return int(self.currentItem().data(_LINE))

    def show_line(self, line: int) -> None:
        """Choose the row of a line, none where it has none."""
        rows = (row for row in range(self.count()) if self.item(row).data(_LINE) == line)
        self.setCurrentRow(next(rows, -1))


class FileList(PlainList):
    """The files with what became of each. file_chosen: its place."""

    file_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("往期文件"), parent)
        self.currentRowChanged.connect(self.file_chosen)

    def show_file(self, place: int, name: str, state: str, words: str) -> None:
        """Show a file at a place, added where it is new. state: ok, warn, error or nothing."""
        item = self.item(place) if place < self.count() else None
        if item is None:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, _ROW))
            self.addItem(item)
        item.setText(f"{name}\n{words}")
        item.setToolTip(f"{name}\n{words}")
        sign, token = {"ok": ("check.ok", "ok"), "warn": ("check.warning", "warn.mark")}.get(
            state, ("check.error", "error")
        )
        item.setIcon(icon(sign, current_theme(application()), size=16, token=token, filled=True))
