"""文件名: the pattern of exported files, with what it makes of the issue beside."""

import re
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from editor.desk.formats import EXPORTED
from editor.desk.naming import PLACE, PLACES, file_stem, pattern_fault
from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.kit.widgets import application
from editor.ui.profile.form import Form, ShownProfile
from editor.ui.theme.apply import current_theme, set_style

_HEIGHT, _A_LINE = 36, 5
_BREAKS = re.compile(r"\s*[\r\n]+\s*")


class FileNamesForm(Form):
    """The pattern as text with its places marked; a click puts a place in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("文件名"), parent)
        self.pattern = PatternField()
        self.places = {name: QPushButton(tr("〔{name}〕", name=name)) for name in PLACES}
        self.names = {one.key: CutLabel(ink="text2") for one in EXPORTED}
        self.row(tr("样式"), self.pattern)
        chips = list(self.places.values())
        for start in range(0, len(chips), _A_LINE):
            self.row(tr("放进") if start == 0 else "", *chips[start : start + _A_LINE])
        for nth, file_name in enumerate(self.names.values()):
            self.row("" if nth else tr("预览"), file_name)
        self.note(tr("括号里的一项空着时，括号一起略去；专刊的专题不写也会加在末尾。"))
        for name, chip in self.places.items():
            set_style(chip, kind="chip")
            # a click leaves the caret where the place goes
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setAccessibleName(tr("放进〔{name}〕", name=name))
            chip.clicked.connect(lambda _on=False, name=name: self.pattern.insertPlainText(tr("〔{name}〕", name=name)))
        self.pattern.written.connect(
            lambda text: self.edit(tr("改文件名样式"), lambda now: replace(now, file_name=text), step="file name")
        )
        self.pattern.refused.connect(self.refuse)
        self.pattern.left.connect(self.left)

    def show_publication(self, shown: ShownProfile) -> None:
        self.pattern.show_text(shown.publication.file_name)
        stem = file_stem(shown.issue, shown.publication.file_name)
        for one in EXPORTED:
            self.names[one.key].show_text(f"{stem}{one.ending}")


class PatternField(QPlainTextEdit):
    """One line with its places marked. written: a good pattern; refused: why another is none; left: the focus went."""

    written = Signal(str)
    refused = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        # before a style is asked for, which tells of a change
        self._places = _Places(self.document())
        self.setAccessibleName(tr("文件名样式"))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_HEIGHT)
        set_style(self, kind="field")
        leave_undo_to_window(self)
        self.textChanged.connect(self._on_changed)

    def show_text(self, text: str) -> None:
        """Show a pattern; the caret stays where it is the same."""
        self._shown = text
        if text != self.toPlainText():
            self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: object) -> None:
        """Take what is pasted as one line."""
        text = getattr(source, "text", str)()
        self.insertPlainText(_BREAKS.sub(" ", text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._places.rehighlight()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            # a pattern that was refused is not kept
            self.show_text(self._shown)
            self.left.emit()

    def _on_changed(self) -> None:
        text = self.toPlainText()
        reason = pattern_fault(text)
        self.refused.emit(reason)
        if text != self._shown and not reason:
            self._shown = text
            self.written.emit(text)


class _Places(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        theme, form = current_theme(application()), QTextCharFormat()
        form.setBackground(QColor(theme.colour("accent.soft")))
        form.setForeground(QColor(theme.colour("accent")))
        for place in PLACE.finditer(text):
            if place[1] in PLACES:
                self.setFormat(place.start(), place.end() - place.start(), form)
