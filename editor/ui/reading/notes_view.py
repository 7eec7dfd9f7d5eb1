"""The list of notes with its filter, and the field in which one is written. It changes nothing itself."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import application, bar_frame, hairline, label
from editor.ui.reading.card import NoteCard
from editor.ui.reading.rows import NoteRow
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

ALL, OPEN, DONE = "all", "open", "done"
_FIELD = 76


class NotesView(QWidget):
    """written: of a note that was begun; changed: uid and new words of one's own; the rest carries a note's uid."""

    chosen = Signal(str)
    written = Signal(str)
    given_up = Signal()
    rewritten = Signal(str, str)
    replied = Signal(str, str)
    resolve_wanted = Signal(str)
    reopen_wanted = Signal(str)
    drop_wanted = Signal(str)
    copy_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        """Show nothing yet. name: of who reads; hint: how a note is made, shown where there is none."""
        super().__init__(parent)
        set_style(self, ground="sidebar")
        self._name, self._hint = name, hint
        self._rows: tuple[NoteRow, ...] = ()
        self._current, self._rewriting, self._writable = "", "", True
        self.cards: dict[str, NoteCard] = {}
        self._counts = label(ink="text2")
        self.filter = Segments(tr("筛选批注"), ((ALL, tr("全部")), (OPEN, tr("未解决")), (DONE, tr("已解决"))))
        self.filter.show_key(ALL)
        self.copy = _tool("copy", tr("复制批注清单，可以发给编辑"))
        self.paper = _tool("print", tr("打印批注清单，或存为 PDF"))
        self._nothing = label(ink="text3")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field, self._quoted, self._composer = _NoteField(), label(role="small", ink="text2"), QWidget()
        self._area, self._stack = QScrollArea(), QVBoxLayout()
        self.field.left.connect(self.give_up)
        self._build()
        self.filter.chosen.connect(lambda _key: self._show())
        self.copy.clicked.connect(self.copy_wanted)
        self.paper.clicked.connect(self.paper_wanted)

    @property
    def writing(self) -> bool:
        """Whether a note is being written."""
        return not self._composer.isHidden()

    @property
    def current(self) -> str:
        """The uid of the note in hand, empty for none."""
        return self._current

    def show_notes(self, rows: Sequence[NoteRow], *, writable: bool, reader: str = "") -> None:
        """Show notes anew; what is being answered stays. reader: who reads now, where that may be somebody else."""
        self._rows, self._writable, self._name = tuple(rows), writable, reader or self._name
        self._show()

    def choose(self, uid: str) -> None:
        """Take a note in hand without announcing it."""
        self._current = uid
        row = next((one for one in self._rows if one.uid == uid), None)
        if row and self.filter.key == (DONE if row.noted.note.open else OPEN):
            self.filter.show_key(ALL)
        self._show()
        card = self.cards.get(uid)
        if card:
            self._area.ensureWidgetVisible(card)

    def begin(self, words: str, text: str = "", *, uid: str = "") -> None:
        """Let the user write a note on words, or rewrite their own (uid)."""
        self._rewriting = uid
        self._quoted.setText(f"“{words}”" if words else "")
        self._quoted.setVisible(bool(words))
        self.field.setPlainText(text)
        self._composer.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Close the field without a note."""
        self._composer.hide()
        self.given_up.emit()

    # inside

    def _build(self) -> None:
        head = QWidget()
        row = bar_frame(head)
        set_style(head, ground="sidebar")
        row.setContentsMargins(16, 0, 8, 0)
        row.addWidget(label(tr("批注"), role="strong"))
        row.addSpacing(6)
        row.addWidget(self._counts)
        row.addStretch()
        row.addWidget(self.copy)
        row.addWidget(self.paper)
        sift = QWidget()
        line = QHBoxLayout(sift)
        line.setContentsMargins(12, 6, 12, 6)
        line.addWidget(self.filter)
        line.addStretch()
        self._build_composer()
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._stack)
        whole.addStretch()
        self._stack.setSpacing(0)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, hairline(), sift, self._composer, self._area):
            column.addWidget(part, 1 if part is self._area else 0)

    def _build_composer(self) -> None:
        self.field.setAccessibleName(tr("写批注"))
        self.field.setPlaceholderText(tr("写批注…（Ctrl+Enter 存，Esc 不写了）"))
        self.field.setTabChangesFocus(True)
        self.field.setMaximumHeight(_FIELD)
        set_style(self.field, kind="field")
        self._quoted.setWordWrap(True)
        save, drop = QPushButton(tr("存批注")), QPushButton(tr("取消"))
        save.setProperty("small", "true")
        drop.setProperty("small", "true")
        set_style(save, kind="primary")
        save.clicked.connect(self._on_save)
        drop.clicked.connect(self.give_up)
        column = QVBoxLayout(self._composer)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._quoted)
        column.addWidget(self.field)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(drop)
        buttons.addWidget(save)
        column.addLayout(buttons)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self._composer, context=context).activated.connect(self._on_save)
        self._composer.hide()

    def _on_save(self) -> None:
        words = self.field.toPlainText().strip()
        if not words:
            self.give_up()
            return
        self._composer.hide()
        if self._rewriting:
            self.rewritten.emit(self._rewriting, words)
        else:
            self.written.emit(words)

    def _show(self) -> None:
        done = sum(not row.noted.note.open for row in self._rows)
        self._counts.setText(tr("{n} 条，{done} 条已解决", n=len(self._rows), done=done) if self._rows else "")
        for tool in (self.copy, self.paper):
            tool.setEnabled(bool(self._rows))
        half = {uid: card.reply.text() for uid, card in self.cards.items() if card.reply}
        while item := self._stack.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                if widget is not self._nothing:
                    widget.deleteLater()
        rows = [row for row in self._rows if self.filter.key in (ALL, OPEN if row.noted.note.open else DONE)]
        self.cards = {row.uid: self._card(row, half.get(row.uid, "")) for row in rows}
        for card in self.cards.values():
            self._stack.addWidget(card)
        if not rows:
            self._nothing.setText(self._hint if not self._rows else tr("没有这样的批注"))
            self._nothing.setContentsMargins(24, 48, 24, 0)
            self._stack.addWidget(self._nothing)
            self._nothing.show()

    def _card(self, row: NoteRow, half: str) -> NoteCard:
        card = NoteCard(row, name=self._name, current=row.uid == self._current, writable=self._writable)
        if card.reply:
            card.reply.setText(half)
        card.chosen.connect(self._on_chosen)
        card.replied.connect(self._on_replied)
        card.resolve_wanted.connect(self.resolve_wanted)
        card.reopen_wanted.connect(self.reopen_wanted)
        card.drop_wanted.connect(self.drop_wanted)
        note = row.noted.note
        card.edit_wanted.connect(lambda uid: self.begin(note.anchor.words, note.text, uid=uid))
        return card

    def _on_chosen(self, uid: str) -> None:
        if uid != self._current:
            self.choose(uid)
        self.chosen.emit(uid)

    def _on_replied(self, uid: str, words: str) -> None:
        card = self.cards.get(uid)
        if card and card.reply:
            card.reply.clear()
        self.replied.emit(uid, words)


class _NoteField(QPlainTextEdit):
    """left: by Esc."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _tool(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, current_theme(application())))
    button.setIconSize(QSize(20, 20))
    button.setFixedSize(28, 28)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
