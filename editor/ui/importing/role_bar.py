"""What the chosen line is, and what else it can be: one click each."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from editor.intake.past_issue import CORRECTABLE, LineRole
from editor.model.language import tr
from editor.ui.importing.role_words import CHOICES
from editor.ui.kit.text_question import TextQuestion
from editor.ui.kit.widgets import bar_frame, label
from editor.ui.theme.apply import set_style


class RoleBar(QWidget):
    """role_chosen, restored: for the chosen line; section_chosen: for the article it belongs to."""

    role_chosen = Signal(object)
    restored = Signal()
    section_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = bar_frame(self)
        row.setSpacing(4)
        self._line = label(role="small", ink="text2")
        row.addWidget(self._line)
        row.addSpacing(4)
        self.buttons: dict[LineRole, QPushButton] = {}
        for place, role in enumerate(CORRECTABLE, 1):
            row.addWidget(self._button(role, place))
        row.addStretch()
        self.restore = _small(tr("恢复原判"))
        self.restore.clicked.connect(self.restored)
        row.addWidget(self.restore)
        self.sections = QComboBox()
        self.sections.setProperty("small", "true")
        self.sections.setAccessibleName(tr("这一篇的栏目"))
        self.sections.setToolTip(tr("这一篇的栏目"))
        self.sections.setMinimumWidth(110)
        self.sections.activated.connect(self._on_section)
        self.show_line(0, None, said=False, movable=False)

    def show_line(self, line: int, role: LineRole | None, *, said: bool, movable: bool) -> None:
        """Show what a line is. said: by an editor; movable: whether it can be something else."""
        self._line.setText(tr("第 {line} 行是", line=line) if line else tr("点一行，指明它是什么"))
        for one, button in self.buttons.items():
            button.setEnabled(movable)
            button.setChecked(one is role and movable)
        self.restore.setVisible(said)

    def show_sections(self, names: tuple[str, ...], current: str) -> None:
        """Offer the sections for the article in hand; none where there is no article."""
        self.sections.clear()
        self.sections.addItems([*names, tr("新栏目…")])
        self.sections.setCurrentIndex(self.sections.findText(current) if current else -1)
        self.sections.setEnabled(bool(current))

    def _on_section(self, place: int) -> None:
        if place < self.sections.count() - 1:
            self.section_chosen.emit(self.sections.itemText(place))
            return
        question = TextQuestion(tr("新栏目"), tr("这一篇归到哪个新栏目？"), parent=self)
        if question.exec() and question.field.text().strip():
            self.section_chosen.emit(question.field.text().strip())

    def _button(self, role: LineRole, place: int) -> QPushButton:
        button = self.buttons[role] = _small(CHOICES[role])
        button.setCheckable(True)
        button.setToolTip(tr("{text}（{keys}）", text=CHOICES[role], keys=place))
        button.clicked.connect(lambda: self.role_chosen.emit(role))
        keys = QShortcut(QKeySequence(str(place)), self)
        keys.activated.connect(button.click)
        return button


def _small(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("small", "true")
    button.setAutoDefault(False)
    set_style(button, kind="tool")
    return button
