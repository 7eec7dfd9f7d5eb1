"""The tags of an article: chips that can be taken away, and a field that adds one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from editor.model.language import tr
from editor.ui.kit.completion import Completion
from editor.ui.kit.fact_field import FactField
from editor.ui.theme.apply import set_style
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme


class TagsField(QWidget):
    """Emits the tags after every change. Comma or Enter ends a tag, Backspace in the empty field takes the last."""

    edited = Signal(tuple)

    def __init__(self, theme: Theme, words: Callable[[], tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[str, ...] = ()
        self._chips: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.field = FactField(tr("标签"), tr("＋ 标签"))
        self.field.setFixedWidth(104)
        self.field.installEventFilter(self)
        self.field.written.connect(self._on_written)
        self.completion = Completion(self.field, lambda: self._unused(words()), self._add)
        self._row.addWidget(self.field)
        self._row.addStretch()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags shown."""
        return self._tags

    def show_tags(self, tags: tuple[str, ...], *, writable: bool) -> None:
        """Show an article's tags."""
        self.field.setVisible(writable)
        if tags == self._tags and all(chip.isEnabled() == writable for chip in self._chips):
            return
        self._tags = tags
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(tag, writable=writable) for tag in tags]
        for place, chip in enumerate(self._chips):
            self._row.insertWidget(place, chip)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.text().strip():
            self._add(self.field.text())
        elif event.key() == Qt.Key.Key_Backspace and not self.field.text() and self._tags:
            self._remove(self._tags[-1])
        else:
            return False
        return True

    def _chip(self, tag: str, *, writable: bool) -> QPushButton:
        chip = QPushButton(tag)
        chip.setProperty("small", "true")
        set_style(chip, kind="chip")
        chip.setEnabled(writable)
        if writable:
            chip.setIcon(icon("close", self._theme, size=16, token="text3"))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setToolTip(tr("去掉标签“{tag}”", tag=tag))
        chip.setAccessibleName(tr("标签 {tag}，按下去掉", tag=tag))
        chip.clicked.connect(lambda: self._remove(tag))
        return chip

    def _on_written(self, text: str) -> None:
        if text and text[-1] in "，,、;；":
            self._add(text[:-1])

    def _add(self, tag: str) -> None:
        tag = tag.strip(" ，,、;；")
        self.field.clear()
        if tag and tag not in self._tags:
            self.edited.emit((*self._tags, tag))

    def _remove(self, tag: str) -> None:
        self.edited.emit(tuple(one for one in self._tags if one != tag))

    def _unused(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word for word in words if word not in self._tags)
