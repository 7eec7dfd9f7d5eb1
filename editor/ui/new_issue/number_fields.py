"""The numbers of a new issue, kind by kind: only the fields a kind has are shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLineEdit, QRadioButton, QSpinBox, QWidget

from editor.desk.renewal import KIND_NAMES
from editor.model.language import tr
from editor.model.number import IssueKind, Number
from editor.ui.kit.widgets import label, unmoved_by_wheel

_HIGHEST, _NAMES = 99_999, 64


class NumberFields(QWidget):
    """Kind, number, total number and subject. names_width: of the first column, in logical pixels."""

    kind_chosen = Signal(IssueKind)
    number_edited = Signal()

    def __init__(self, number: Number, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = number.year
        self.kinds = {kind: QRadioButton(name) for kind, name in KIND_NAMES.items()}
        self.first, self.last = _spin(tr("期号"), least=1), _spin(tr("止期号"), least=1)
        self.total, self.total_last = _spin(tr("总期号"), least=0), _spin(tr("止总期号"), least=0)
        self.subject = QLineEdit()
        self.subject.setAccessibleName(tr("专题"))
        self.subject.setPlaceholderText(tr("例如：数据要素"))
        self._rows: dict[str, tuple[QWidget, ...]] = {}
        self._lay_out()
        self.show_number(number)
        self._connect()

    @property
    def kind(self) -> IssueKind:
        """The kind that is chosen."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def number(self) -> Number:
        """Return what the fields say. Raises ValueError, in plain words, when they do not fit the kind."""
        kind, both = self.kind, self.kind is IssueKind.COMBINED
        total = self.total.value() or None
        return Number(
            year=self._year,
            number=None if kind is IssueKind.SUPPLEMENT else self.first.value(),
            total=total,
            kind=kind,
            last=self.last.value() if both else None,
            total_last=(self.total_last.value() or None) if both and total else None,
            subject=self.subject.text().strip() if kind is IssueKind.SPECIAL else "",
        )

    def show_number(self, number: Number) -> None:
        """Put a number into the fields and show those its kind has; nothing is said to be edited."""
        self._year = number.year
        self.kinds[number.kind].setChecked(True)
        self.first.setValue(number.number or 1)
        self.last.setValue(number.last or (number.number or 1) + 1)
        self.total.setValue(number.total or 0)
        self.total_last.setValue(number.total_last or 0)
        shown = {
            "first": number.kind is not IssueKind.SUPPLEMENT,
            "last": number.kind is IssueKind.COMBINED,
            "subject": number.kind is IssueKind.SPECIAL,
        }
        for name, visible in shown.items():
            for part in self._rows[name]:
                part.setVisible(visible)

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        kinds = QHBoxLayout()
        kinds.setSpacing(16)
        for button in self.kinds.values():
            group.addButton(button)
            kinds.addWidget(button)
        kinds.addStretch()
        number_name, to, total_to = (
            label(tr("期号"), ink="text2"),
            label(tr("至"), ink="text2"),
            label(tr("至"), ink="text2"),
        )
        subject_name = label(tr("专题"), ink="text2")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _NAMES)
        grid.setColumnStretch(4, 1)
        kind_name, total_name = label(tr("类别"), ink="text2"), label(tr("总期号"), ink="text2")
        names = (kind_name, number_name, total_name, subject_name)
        self.names_width = max(_NAMES, *(one.sizeHint().width() for one in names))
        grid.addWidget(kind_name, 0, 0)
        grid.addLayout(kinds, 0, 1, 1, 4)
        for column, part in enumerate((number_name, self.first, to, self.last)):
            grid.addWidget(part, 1, column)
        for column, part in enumerate((total_name, self.total, total_to, self.total_last)):
            grid.addWidget(part, 2, column)
        grid.addWidget(subject_name, 3, 0)
        grid.addWidget(self.subject, 3, 1, 1, 4)
        self._rows = {
            "first": (number_name, self.first),
            "last": (to, self.last, total_to, self.total_last),
            "subject": (subject_name, self.subject),
        }

    def _connect(self) -> None:
        for kind, button in self.kinds.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.kind_chosen.emit(kind))
        for spin in (self.first, self.last, self.total, self.total_last):
            spin.valueChanged.connect(self.number_edited)
        self.subject.textEdited.connect(self.number_edited)


def _spin(name: str, *, least: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, _HIGHEST)
    spin.setAccessibleName(name)
    spin.setFixedWidth(112)
    unmoved_by_wheel(spin)
    if not least:
        spin.setSpecialValueText(tr("不编"))
    return spin
