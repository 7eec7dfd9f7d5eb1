"""Numbered and stamped copies of an approved issue, as the export dialog offers them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from editor.desk.copies import MOST_COPIES, NUMBER_PLACE, CopyRun, check_run, copy_paths
from editor.document.copy_mark import MOST_WORDS
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.export.card import FormatCard
from editor.ui.kit.widgets import label, unmoved_by_wheel
from editor.ui.theme.apply import set_style

_HIGHEST = 999_999
# as the offices' stamps have it, whatever the window speaks
_STAMPS = ("内部资料 注意保存", "样稿", "副本")


class CopyChoices:
    """A card, and two rows for the form below it, seen while the card is on."""

    def __init__(self) -> None:
        self.card = FormatCard(tr("副本"), tr("编号或盖戳，由签发的 PDF 做成，核验认得出"), "copy")
        self.card.choose(on=False)
        self.numbered = QCheckBox(tr("编号"))
        self.numbered.setChecked(True)
        self.numbered.setToolTip(tr("每页页脚一小行：编号，和由哪个签发的 PDF 派生"))
        self.first, self.last = _number(tr("从几号")), _number(tr("到几号"))
        self.last.setValue(10)
        self.serial = QCheckBox(tr("首页印份号"))
        self.serial.setToolTip(tr("首页左上角再印六位份号，如 000001"))
        self.stamp = QLineEdit()
        self.stamp.setAccessibleName(tr("戳记"))
        self.stamp.setPlaceholderText(tr("不盖就空着"))
        self.stamp.setMaxLength(MOST_WORDS)
        self._numbers, self._stamps = self._number_row(), self._stamp_row()
        self._names = label(tr("副本"), ink="text2"), label(tr("戳记"), ink="text2")
        self.numbered.toggled.connect(self._update_enabled)
        self.card.toggled.connect(self._update_enabled)
        self._update_enabled()

    @property
    def run(self) -> CopyRun | None:
        """What is wanted, None while the card is off."""
        if not self.card.chosen:
            return None
        count = self.last.value() - self.first.value() + 1 if self.numbered.isChecked() else 0
        words = self.stamp.text().strip()
        return CopyRun(first=self.first.value(), count=count, words=words, serial=self.serial.isChecked())

    @property
    def fault(self) -> str:
        """Why there are no copies to be made; empty when all is well."""
        run = self.run
        if run and self.numbered.isChecked() and run.count < 1:
            return tr("副本的编号要从小到大。")
        try:
            if run:
                check_run(run)
        except UserError as error:
            return str(error)
        return ""

    def paths(self, base: Path) -> tuple[Path, ...]:
        """Return the files to be written. base: a path without ending."""
        run = self.run
        return copy_paths(run, base) if run and not self.fault else ()

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put the rows into a form, from this row on."""
        for at, (name, part) in enumerate(zip(self._names, (self._numbers, self._stamps), strict=True), start=row):
            grid.addWidget(name, at, 0)
            grid.addWidget(part, at, 1, 1, 2)

    def enable(self, *, on: bool) -> None:
        """Let all be chosen, or nothing."""
        for part in (self.card, self._numbers, self._stamps):
            part.setEnabled(on)

    # inside

    def _number_row(self) -> QWidget:
        row, line = _row()
        for part in (self.numbered, self.first, label("–", ink="text2"), self.last):
            line.addWidget(part)
        line.addSpacing(12)
        line.addWidget(self.serial)
        line.addStretch()
        hint = tr(
            "一次最多 {most} 份。文件名里写 {place}，编号就放在那里；不写放在末尾。",
            most=MOST_COPIES,
            place=NUMBER_PLACE,
        )
        row.setToolTip(hint)
        return row

    def _stamp_row(self) -> QWidget:
        row, line = _row()
        line.addWidget(self.stamp, 1)
        for words in _STAMPS:
            button = QPushButton(words)
            button.setProperty("small", "true")
            set_style(button, kind="quiet")
            button.setAutoDefault(False)
            button.setToolTip(tr("盖“{words}”", words=words))
            button.clicked.connect(lambda _on=False, words=words: self.stamp.setText(words))
            line.addWidget(button)
        return row

    def _update_enabled(self) -> None:
        for part in (*self._names, self._numbers, self._stamps):
            part.setVisible(self.card.chosen)
        for field in (self.first, self.last, self.serial):
            field.setEnabled(self.numbered.isChecked())


def _number(name: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(1, _HIGHEST)
    field.setAccessibleName(name)
    unmoved_by_wheel(field)
    return field


def _row() -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return row, line
