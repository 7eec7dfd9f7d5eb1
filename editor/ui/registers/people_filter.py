"""Which of the people and organisations are shown: all, one kind, or those out of use."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from editor.model.credits import NameKind
from editor.model.language import tr
from editor.model.registers import Person
from editor.ui.theme.apply import set_style

_CHOICES: tuple[tuple[str, Callable[[Person], bool]], ...] = (
    (tr("全部"), lambda person: not person.retired),
    (tr("人员"), lambda person: not person.retired and person.kind is NameKind.PERSON),
    (tr("单位"), lambda person: not person.retired and person.kind is NameKind.ORGANISATION),
    (tr("已停用"), lambda person: person.retired),
)


class PeopleFilter(QObject):
    """A button a choice, one of them down. changed: another one is."""

    changed = Signal()

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self.buttons = tuple(QPushButton(words) for words, _ in _CHOICES)
        group = QButtonGroup(self)
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("small", "true")
            set_style(button, kind="segment")
            group.addButton(button, place)
            button.clicked.connect(self.changed)
        self.show_all()

    def show_all(self) -> None:
        """Choose all that are in use."""
        self.buttons[0].setChecked(True)

    def holds(self, person: Person) -> bool:
        """Return whether a person is to be shown."""
        return any(
            button.isChecked() and fits(person) for button, (_, fits) in zip(self.buttons, _CHOICES, strict=True)
        )
