"""One house word under edit, beside the list."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from editor.model.house_word_edits import joined_cell, split_cell
from editor.model.house_words import HouseWord
from editor.model.language import tr
from editor.ui.kit.segments import Segments
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.kit.widgets import label
from editor.ui.registers.house_rows import LEVEL_WORDS, SCOPE_WORDS
from editor.ui.theme.apply import set_style

_WIDTH = 288
_Write = Callable[[HouseWord, str], HouseWord]
_FIELDS: tuple[tuple[str, str, str, Callable[[HouseWord], str], _Write], ...] = (
    ("name", tr("用语"), "", lambda word: word.name, lambda word, text: replace(word, name=text)),
    (
        "instead",
        tr("改为"),
        tr("空着是禁用；几个用顿号分开"),
        lambda word: joined_cell(word.instead),
        lambda word, text: replace(word, instead=split_cell(text)),
    ),
    (
        "exceptions",
        tr("例外"),
        tr("含有它的说法，或《》、“”"),
        lambda word: joined_cell(word.exceptions),
        lambda word, text: replace(word, exceptions=split_cell(text)),
    ),
    (
        "sections",
        tr("栏目"),
        tr("空着是所有栏目"),
        lambda word: joined_cell(word.sections),
        lambda word, text: replace(word, sections=split_cell(text)),
    ),
    (
        "reason",
        tr("理由"),
        tr("检查时说给编辑听"),
        lambda word: word.reason,
        lambda word, text: replace(word, reason=text),
    ),
    (
        "source",
        tr("出处"),
        tr("哪份文件、哪本词典"),
        lambda word: word.source,
        lambda word, text: replace(word, source=text),
    ),
)


class HouseWordForm(QFrame):
    """written: the word as the user left it, and the name of the field that was changed."""

    written = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, ground="card")
        self.setFixedWidth(_WIDTH)
        self._word: HouseWord | None = None
        self.fields = {key: QLineEdit() for key, *_ in _FIELDS}
        self.level = Segments(tr("级别"), tuple(LEVEL_WORDS.items()))
        self.scope = Segments(tr("范围"), tuple(SCOPE_WORDS.items()))
        self._lay_out()
        self._connect()

    def show_word(self, word: HouseWord | None, *, writable: bool) -> None:
        """Show a word, None for none."""
        self._word = word
        for key, _, hint, text, _ in _FIELDS:
            shown = text(word) if word else ""
            self.fields[key].setPlaceholderText(hint if word else "")
            if self.fields[key].text() != shown:
                self.fields[key].setText(shown)
                self.fields[key].setCursorPosition(0)
        self.level.show_key(word.level if word else None)
        self.scope.show_key(word.scope if word else None)
        self.setEnabled(word is not None and writable)

    def begin(self, key: str) -> None:
        """Go to a field."""
        self.fields[key].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.fields[key].selectAll()

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(16, 12, 16, 12)
        stack.setSpacing(4)
        for key, title, _, _, _ in _FIELDS:
            self.fields[key].setAccessibleName(title)
            leave_undo_to_window(self.fields[key])
            self._add(stack, title, self.fields[key])
            if key == "instead":
                self._add(stack, tr("级别"), self.level)
                self._add(stack, tr("范围"), self.scope)
        stack.addStretch(1)

    def _add(self, stack: QVBoxLayout, title: str, part: QWidget) -> None:
        stack.addWidget(label(title, role="small", ink="text2"))
        # a choice is as wide as its words
        hugged = isinstance(part, Segments)
        stack.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if hugged else Qt.AlignmentFlag(0))
        stack.addSpacing(4)

    def _connect(self) -> None:
        for key, title, _, text, write in _FIELDS:
            self.fields[key].editingFinished.connect(partial(self._on_finished, key, title, text, write))
        self.level.chosen.connect(lambda key: self._tell(tr("级别"), lambda word: replace(word, level=key)))
        self.scope.chosen.connect(lambda key: self._tell(tr("范围"), lambda word: replace(word, scope=key)))

    def _on_finished(self, key: str, title: str, text: Callable[[HouseWord], str], write: _Write) -> None:
        typed = self.fields[key].text()
        if self._word and typed != text(self._word):
            self._tell(title, lambda word: write(word, typed))

    def _tell(self, title: str, change: Callable[[HouseWord], HouseWord]) -> None:
        if self._word:
            self.written.emit(change(self._word), title)


def changed_fields(before: HouseWord, after: HouseWord) -> tuple[str, ...]:
    """Return in words what is other, field by field."""
    texts = [(title, text(before), text(after)) for _, title, _, text, _ in _FIELDS]
    texts.append((tr("级别"), LEVEL_WORDS[before.level], LEVEL_WORDS[after.level]))
    texts.append((tr("范围"), SCOPE_WORDS[before.scope], SCOPE_WORDS[after.scope]))
    return tuple(
        tr("{title}“{before}”→“{after}”", title=title, before=one, after=other)
        for title, one, other in texts
        if one != other
    )
