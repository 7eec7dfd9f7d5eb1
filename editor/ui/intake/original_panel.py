"""原件 beside the text: where an article came from, and what its file says."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editor.model.article import Article
from editor.model.language import tr
from editor.model.origin import Origin
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import fill_column, hairline, label
from editor.ui.theme.apply import set_style
from editor.ui.theme.fonts import font

_BAR, _NAME = 40, 56


class OriginalPanel(QWidget):
    """Of one window; shows the open article's. closed: the user wants the pages back."""

    open_wanted = Signal()
    save_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("原件"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("原件里的文字"))
        self.text.setFont(font("body"))
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.open, self.save = QPushButton(tr("打开原件")), QPushButton(tr("另存为…"))
        self._back = QPushButton(tr("返回版面"))
        self._values = {name: CutLabel() for name in (tr("文件名"), tr("地址"), tr("收到"), "SHA-256")}
        self._none = label(ink="text2")
        self._none.setWordWrap(True)
        self._facts = self._facts_part()
        self.text.document().setDocumentMargin(24)
        fill_column(
            self, self._bar(), hairline(), self._none, self._facts, hairline(), self.text, ground="raised",
            grows=self.text,
        )  # fmt: skip
        self.open.clicked.connect(self.open_wanted)
        self.save.clicked.connect(self.save_wanted)
        self._back.clicked.connect(self.closed)

    def show_origin(self, article: Article | None, origin: Origin | None) -> None:
        """Show where an article came from; its text comes later."""
        self.text.setPlainText("")
        self._facts.setVisible(origin is not None)
        self._none.setVisible(origin is None)
        self._none.setText(
            tr("没有打开的文章。") if article is None else tr("这一篇没有原件：它是在这里写的，或粘贴来的。")
        )
        if origin:
            at = origin.at.astimezone()
            values = (origin.name, origin.address or "—", at.strftime("%Y-%m-%d %H:%M"), origin.sha256)
            for shown, value in zip(self._values.values(), values, strict=True):
                shown.show_text(value)

    def show_text(self, text: str) -> None:
        """Show what the original says, or why it cannot be shown."""
        self.text.setPlainText(text)

    @property
    def facts(self) -> dict[str, str]:
        """What it says of the original, by name."""
        return {name: shown.whole for name, shown in self._values.items()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _bar(self) -> QWidget:
        made = QWidget()
        made.setFixedHeight(_BAR)
        row = QHBoxLayout(made)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(label(tr("原件"), role="strong"))
        row.addStretch()
        for button in (self.open, self.save, self._back):
            button.setProperty("small", "true")
            set_style(button, kind="quiet" if button is self._back else "")
            row.addWidget(button)
        return made

    def _facts_part(self) -> QWidget:
        made = QWidget()
        stack = QVBoxLayout(made)
        stack.setContentsMargins(16, 12, 16, 12)
        stack.setSpacing(4)
        for name, value in self._values.items():
            row = QHBoxLayout()
            row.setSpacing(8)
            called: QLabel = label(name, ink="text2")
            called.setFixedWidth(_NAME)
            row.addWidget(called)
            row.addWidget(value, 1)
            stack.addLayout(row)
        return made


def safe_name(origin: Origin) -> str:
    """Return the file name of an original without any folder."""
    return Path(origin.name.replace("\\", "/")).name or tr("原件")
