"""The palette itself: a card over the veiled window. A child of it, never a popup: popups get no input method."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QThreadPool, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from editor.model.language import tr
from editor.ui.kit.pieces import IconPicture
from editor.ui.kit.widgets import SIZES, application, hairline, key_cap, label
from editor.ui.palette.delegate import PaletteDelegate
from editor.ui.palette.entries import Answer, Answers, PaletteEntry
from editor.ui.palette.field import QueryField
from editor.ui.palette.ground import PaletteGround, with_shadow
from editor.ui.palette.rows import ANSWER_ROLE, PaletteRows

_WIDTH, _TOP, _EDGE, _MARGIN = 640, 96, 24, 7
_HEAD, _FOOT, _MOST_ROWS = 48, 36, 11


class Palette(QWidget):
    """chosen: the key of an entry; settings_wanted: the key of the entry whose keys are to be changed, or empty."""

    chosen = Signal(str)
    settings_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Lie over a widget that fills its window."""
        super().__init__(parent)
        self.hide()
        self._answers, self._close_keys, self._settings_keys = Answers(()), "", ""
        self._back: QWidget | None = None
        self._ground = PaletteGround(self)
        self.field, self.list, self._rows = QueryField(), QListView(), PaletteRows(self)
        self._count = label(role="small", ink="text2")
        self._card = QWidget(self)
        self._lay_out()
        self._connect()

    @property
    def query(self) -> str:
        """What is sought."""
        return self.field.query

    @property
    def current(self) -> PaletteEntry | None:
        """The entry that Enter takes."""
        answer = self.list.currentIndex().data(ANSWER_ROLE)
        return answer.entry if isinstance(answer, Answer) else None

    def open(self, answers: Answers, *, keys: str, settings: str) -> None:
        """Offer answers and take the keyboard. keys: that close it again; settings: that lead to the settings."""
        self._answers, self._close_keys, self._settings_keys = answers, keys, settings
        self._settings_cap.setText(settings)
        self._count.setText(tr("共 {n} 条命令", n=answers.commands))
        # while the hand goes to the next key
        QThreadPool.globalInstance().start(answers.make_ready)
        self._back = application().focusWidget()
        parent = self.parentWidget()
        if parent and not self.isVisible():
            parent.installEventFilter(self)
            self._ground.take(parent)
        self.field.clear()
        self._seek("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close, with the keyboard where it was."""
        parent = self.parentWidget()
        if parent:
            parent.removeEventFilter(self)
        self._ground.forget()
        self.hide()
        # what had it may be gone: the list of findings is made anew at every check
        if self._back and isValid(self._back):
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    # acting

    def _seek(self, query: str) -> None:
        self._rows.show(self._answers.to(query))
        self.list.setCurrentIndex(self._rows.index(self._rows.step(-1, 0), 0))
        self.list.scrollToTop()
        self._place()

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row()
        turn = 1 if by > 0 else -1
        for _ in range(abs(by)):
            # more than one step stops at the ends, one goes round
            to = self._rows.step(row, turn)
            if abs(by) > 1 and (to - row) * turn <= 0:
                break
            row = to
        self.list.setCurrentIndex(self._rows.index(row, 0))

    def _take(self) -> None:
        entry = self.current
        if entry:
            self.leave()
            self.chosen.emit(entry.key)

    def _on_pressed(self, keys: str) -> None:
        if keys == self._close_keys:
            self.leave()
        elif keys == self._settings_keys:
            entry = self.current
            self.leave()
            self.settings_wanted.emit(entry.key if entry else "")

    # Qt's events

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._ground.forget()
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._ground.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground.paint(painter, event.rect(), self._card.geometry())
        painter.end()

    # building

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(_WIDTH, self.width() - 2 * _EDGE)
        top = min(_TOP, self.height() // 8)
        frame = _HEAD + _FOOT + 2 + 2 * _MARGIN
        high = self._rows.rowCount() * SIZES["row.palette"]
        most = min(_MOST_ROWS * SIZES["row.palette"], self.height() - top - frame - _EDGE)
        before = self._card.geometry()
        self._card.setGeometry(QRect((self.width() - width) // 2, top, width, frame + min(high, most)))
        if self._card.geometry() != before:
            self.update(with_shadow(before | self._card.geometry()))

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self._card)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._head())
        stack.addWidget(hairline())
        box = QVBoxLayout()
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.addWidget(self.list)
        stack.addLayout(box, 1)
        stack.addWidget(hairline())
        stack.addWidget(self._foot())

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(_HEAD)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(IconPicture("search", size=20))
        row.addWidget(self.field, 1)
        row.addWidget(label(tr("拼音首字母、汉字、英文都行"), role="small", ink="text2"))
        return head

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(_FOOT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        self._settings_cap = key_cap("")
        for part in (key_cap("↑"), key_cap("↓"), label(tr("选择"), role="small", ink="text2")):
            row.addWidget(part)
        row.addSpacing(12)
        for part in (key_cap("Enter"), label(tr("执行"), role="small", ink="text2")):
            row.addWidget(part)
        row.addSpacing(12)
        for part in (self._settings_cap, label(tr("改快捷键"), role="small", ink="text2")):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self._count)
        return foot

    def _connect(self) -> None:
        self.list.setModel(self._rows)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(tr("找到的命令和文章"))
        self.list.clicked.connect(lambda _index: self._take())
        self.field.sought.connect(self._seek)
        self.field.stepped.connect(self._step)
        self.field.accepted.connect(self._take)
        self.field.left.connect(self.leave)
        self.field.pressed.connect(self._on_pressed)
