"""The facts of an article below its title: one line while the text is written, fields when they are wanted."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from editor.desk.used_words import UsedWords
from editor.model.article import Article
from editor.model.edits import INBOX
from editor.model.issue import Issue
from editor.model.language import tr
from editor.ui.article.facts_editor import FactsEditor
from editor.ui.article.facts_line import FactsLine
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import SIZES
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme


class FactsFold(QWidget):
    """Opens when the line is chosen or entered by Tab, folds when the text is gone to, unless pinned.

    pinned: the user has pinned the facts open, or no longer.
    """

    pinned = Signal(bool)

    def __init__(self, theme: Theme, words: Callable[[], UsedWords], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self.pin = FactsLine(), _pin(theme)
        self.word = CutLabel(ink="warn", end=True)
        self.word.hide()
        self.editor = FactsEditor(theme, words)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.line, 1)
        head.addWidget(self.pin)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        stack.addLayout(head)
        stack.addWidget(self.editor)
        stack.addWidget(self.word)
        self._section = ""
        self._show_open(on=False)
        self.line.clicked.connect(self._on_line_clicked)
        self.line.passed.connect(self.enter)
        self.pin.toggled.connect(self.pinned)
        self.editor.edited.connect(lambda edit: self.line.show_facts(edit.article, self._section))

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self.editor.isHidden()

    def show_facts(self, article: Article, issue: Issue, section: str, *, writable: bool, other: bool) -> None:
        """Show an article's facts. section: uid of the one it stands in; other: another article's than before.

        A new article begins with its facts open, and so does one that is led to from a field.
        """
        names = {one.uid: one.name for one in issue.sections}
        self._section = tr("收件") if section == INBOX else names.get(section, tr("待编"))
        self.editor.show_facts(article, issue, section, writable=writable)
        self.line.show_facts(article, self._section)
        if other:
            blank = writable and not article.title.text and not article.source and not article.blocks
            self._show_open(on=self.pin.isChecked() or blank or self._has_focus())

    def show_progress(self, lacking: tuple[str, ...], word: str) -> None:
        """Say what is missing, and in a line of its own why the article was set back, empty where it was not."""
        self.line.show_lacking(lacking)
        if word != self.word.whole:
            self.word.show_text(word)
            self.word.setVisible(bool(word))

    def enter(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Open the facts and give the first the keyboard."""
        self.open()
        self.editor.source.setFocus(reason)

    def open(self) -> None:
        """Open the facts, laid out at once: who opens them leads to a field."""
        self._show_open(on=True)
        parent = self.parentWidget()
        inner = parent.layout() if parent else None
        if inner:
            inner.activate()

    def leave(self) -> None:
        """Fold the facts unless they are pinned: the text is written now."""
        if not self.pin.isChecked():
            self._show_open(on=False)

    def _on_line_clicked(self) -> None:
        if not self.is_open:
            self.enter(Qt.FocusReason.OtherFocusReason)
            return
        # before the fields are gone with the keyboard
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pin.setChecked(False)
        self._show_open(on=False)

    def _has_focus(self) -> bool:
        return any(part.hasFocus() for part in self.editor.findChildren(QWidget))

    def _show_open(self, *, on: bool) -> None:
        self.editor.setVisible(on)
        self.pin.setVisible(on)
        self.line.show_open(on=on)


def _pin(theme: Theme) -> QToolButton:
    made = QToolButton()
    made.setCheckable(True)
    made.setIcon(icon("pin", theme, size=16))
    made.setIconSize(QSize(16, 16))
    made.setFixedSize(SIZES["button.small"], SIZES["button.small"])
    made.setToolTip(tr("写正文时不收起"))
    made.setAccessibleName(tr("写正文时不收起"))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
