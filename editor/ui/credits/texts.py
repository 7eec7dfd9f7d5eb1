"""Longer texts in place: a field as high as its text, and the texts of the profile that these pages print."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from editor.model.front import Front
from editor.model.front_changes import FrontPart
from editor.model.language import tr
from editor.text.sanitise import sanitise
from editor.ui.credits.rows import RestoreButton, bind
from editor.ui.credits.services import FrontScene, Services, put_back
from editor.ui.kit.fact_field import FactField
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LABEL, _EDGE = 92, 5


class TextArea(QTextEdit):
    """A text as high as it is long, a field to the eye only under the pointer or with the focus.

    lines: Enter begins a line of its own; otherwise it leads on, and pasted lines are joined.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self, name: str, placeholder: str, *, lines: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._busy, self._height = lines, False, 28
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        leave_undo_to_window(self)
        set_style(self, kind="quiet")
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.textChanged.connect(self._on_changed)

    def show_text(self, text: str) -> None:
        """Show a text; the caret stays where it is when the text is what stands there."""
        if text == self._text():
            return
        self._busy = True
        self.setPlainText(text)
        self._busy = False

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not self._lines:
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_size_changed(self.document().size())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, lambda: self._on_size_changed(self.document().size()))

    def _text(self) -> str:
        text = sanitise(self.toPlainText())
        return text if self._lines else "".join(line.strip() for line in text.split("\n"))

    def _on_changed(self) -> None:
        if not self._busy:
            self.written.emit(self._text())

    def _on_size_changed(self, size: QSizeF) -> None:
        height = round(size.height()) + 2 * _EDGE
        if height != self._height:
            self._height = height
            self.updateGeometry()


class NoticeForm(QWidget):
    """The notice at the foot of the credits page."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._scene: FrontScene | None = None
        self.head = label(tr("声明"), role="head")
        self.text = TextArea(tr("声明"), tr("还没有声明；写在这里，印在版权页下方"))
        self.restore = RestoreButton()
        self.restore.clicked.connect(
            lambda: put_back(self._services, self._scene, FrontPart.TEXTS, "notice", tr("恢复上期声明"))
        )
        self.text.written.connect(self._on_written)
        self.text.left.connect(services.left)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.head)
        top.addStretch()
        top.addWidget(self.restore)
        stack.addLayout(top)
        stack.addWidget(self.text)

    def show_scene(self, scene: FrontScene) -> None:
        """Show the notice under its own label."""
        self._scene = scene
        self.head.setText(scene.front.profile.notice_label or tr("声明"))
        self.text.show_text(scene.front.profile.notice)
        self.text.setReadOnly(not scene.writable)
        self.restore.show_difference(scene.difference(FrontPart.TEXTS, "notice"), tr("声明"), writable=scene.writable)

    def _on_written(self, text: str) -> None:
        self._services.edit(tr("改声明"), text_change("notice", text), step="notice")


class HeadingsForm(QWidget):
    """Single lines of the profile, a field each. names: field of the profile by what it is called."""

    def __init__(self, services: Services, names: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._scene: FrontScene | None = None
        self.fields: dict[str, FactField] = {}
        self._restores: dict[str, RestoreButton] = {}
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2)
        for name, words in names.items():
            stack.addLayout(self._line(name, words))

    def show_scene(self, scene: FrontScene) -> None:
        """Show the texts."""
        self._scene = scene
        for name, field in self.fields.items():
            field.show_text(getattr(scene.front.profile, name))
            field.setReadOnly(not scene.writable)
            words = field.accessibleName()
            self._restores[name].show_difference(
                scene.difference(FrontPart.TEXTS, name), words, writable=scene.writable
            )

    def _line(self, name: str, words: str) -> QHBoxLayout:
        field, restore = FactField(words), RestoreButton()
        message = label(words, ink="text2")
        message.setFixedWidth(_LABEL)
        message.setBuddy(field)
        bind(
            field,
            lambda text: self._services.edit(
                tr("改{words}", words=words), text_change(name, text), step=f"text:{name}"
            ),
            self._services,
        )
        restore.clicked.connect(
            lambda: put_back(self._services, self._scene, FrontPart.TEXTS, name, tr("恢复上期{words}", words=words))
        )
        self.fields[name], self._restores[name] = field, restore
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(message)
        line.addWidget(field, 1)
        line.addWidget(restore)
        return line


def text_change(name: str, text: str) -> Callable[[Front], Front]:
    """Return the change of one text of the profile."""
    fields: dict[str, str] = {name: text}

    def change(front: Front) -> Front:
        return replace(front, profile=replace(front.profile, **fields))  # type: ignore[arg-type]

    return change
