"""One note: who, when, on which page, the words, what is said; the one in hand can be answered and resolved."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import IconPicture
from editor.ui.kit.times import when
from editor.ui.kit.widgets import application, label
from editor.ui.reading.badge import Badge
from editor.ui.reading.rows import NoteRow
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_INSET = 30


class NoteCard(QWidget):
    """chosen: the user turns to it; the rest is what the user wants done with it. name: of who reads."""

    chosen = Signal(str)
    replied = Signal(str, str)
    resolve_wanted = Signal(str)
    reopen_wanted = Signal(str)
    edit_wanted = Signal(str)
    drop_wanted = Signal(str)

    def __init__(self, row: NoteRow, *, name: str, current: bool, writable: bool) -> None:
        super().__init__()
        self._row, self._current = row, current
        note = row.noted.note
        self.setAccessibleName(
            tr(
                "批注 {number}，{page}，{author}：{text}",
                number=row.number,
                page=row.page,
                author=note.author,
                text=note.text,
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reply: QLineEdit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(self._head())
        for part in self._parts():
            column.addWidget(part)
        if current and writable:
            column.addLayout(self._answer())
            column.addLayout(self._more(own=note.author == name))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit(self._row.uid)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme(application())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current:
            painter.setPen(QPen(theme.colour("accent" if theme.name == "contrast" else "line"), 1))
            painter.setBrush(theme.colour("surface"))
            radius = theme.radius["card"]
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8.5, 2.5, -8.5, -2.5), radius, radius)
        else:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 1, -4, -1), 6, 6)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._row.uid)
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        note = self._row.noted.note
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Badge(self._row.number, done=not note.open))
        ink = "text" if note.open else "text2"
        row.addWidget(label(note.author or tr("署名不详"), role="strong", ink=ink))
        row.addWidget(label(when(note.at), ink="text2"))
        row.addStretch()
        row.addWidget(label(self._row.page, role="small", ink="text2"))
        return row

    def _parts(self) -> list[QWidget]:
        note = self._row.noted.note
        parts: list[QWidget] = []
        if note.anchor.words:
            gone = tr("（原文已删）") if note.anchor.gone else ""
            parts.append(_wrapped(label(f"“{note.anchor.words}”{gone}", role="small", ink="text2")))
        parts.append(_wrapped(label(note.text, ink="text" if note.open else "text2")))
        for one in note.replies:
            parts.append(_wrapped(label(f"{one.author}　{when(one.at)}", role="small", ink="text2"), more=12))
            parts.append(_wrapped(label(one.text), more=12))
        if note.resolved_at:
            parts.append(_resolved(note.resolved_by))
        return parts

    def _answer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_INSET, 4, 0, 0)
        row.setSpacing(8)
        self.reply = QLineEdit()
        self.reply.setProperty("small", "true")
        self.reply.setPlaceholderText(tr("回复…"))
        self.reply.setAccessibleName(tr("回复"))
        self.reply.returnPressed.connect(self._on_reply)
        row.addWidget(self.reply, 1)
        done = self._row.noted.note.open
        button = QPushButton(tr("解决") if done else tr("重新打开"))
        if done:
            button.setIcon(icon("check.ok", current_theme(application()), size=16))
        button.setProperty("small", "true")
        button.clicked.connect(lambda: (self.resolve_wanted if done else self.reopen_wanted).emit(self._row.uid))
        row.addWidget(button)
        return row

    def _more(self, *, own: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_INSET - 8, 0, 0, 0)
        row.setSpacing(0)
        for words, signal in ((tr("修改"), self.edit_wanted), (tr("删除"), self.drop_wanted)) if own else ():
            button = QPushButton(words)
            button.setProperty("small", "true")
            set_style(button, kind="quiet")
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit(self._row.uid))
            row.addWidget(button)
        row.addStretch()
        return row

    def _on_reply(self) -> None:
        words = self.reply.text().strip() if self.reply else ""
        if words:
            self.replied.emit(self._row.uid, words)


def _wrapped(made: QLabel, *, more: int = 0) -> QLabel:
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    made.setContentsMargins(_INSET + more, 0, 0, 0)
    return made


def _resolved(by: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(_INSET, 0, 0, 0)
    row.setSpacing(6)
    sign = IconPicture("check.ok", size=16, token="ok", filled=True)
    sign.setFixedSize(QSize(16, 16))
    row.addWidget(sign)
    row.addWidget(label(tr("已解决，{by}", by=by), role="small", ink="text2"))
    row.addStretch()
    return made
