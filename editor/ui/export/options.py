"""The options of an export: for the printer, for the proof-reader, as a draft. They concern the PDF alone."""

import datetime as dt

from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSpinBox, QWidget

from editor.desk.galley_proofs import draft_watermark, proof_of
from editor.document.print_options import PrintOptions
from editor.model.issue import Issue
from editor.model.language import tr
from editor.ui.kit.widgets import label, unmoved_by_wheel

_MOST_PROOFS = 99


class PrintChoices:
    """Two rows of boxes for a form. The watermark is offered while the issue is not approved."""

    def __init__(self, issue: Issue) -> None:
        self._issue = issue
        words = draft_watermark(issue)
        self.duplex = _box(tr("双面"), tr("右页起排，页码居外，必要处留白页"))
        self.of_four = _box(tr("凑四的倍数"), tr("补白页，封底仍在最后，供骑马订"))
        self.bleed = _box(tr("封面出血"), tr("封面四边各加 3 毫米"))
        self.watermark = _box(tr("“{words}”水印", words=words), tr("还没签发的一期，每页加水印"))
        self.watermark.setVisible(bool(words))
        self.proof = _box(tr("纸样"), tr("加行号、宽边和校样戳，供打印校对"))
        self.number = QSpinBox()
        self.number.setRange(1, _MOST_PROOFS)
        self.number.setPrefix(tr("第 "))
        self.number.setSuffix(tr(" 次"))
        self.number.setAccessibleName(tr("第几次纸样"))
        self.number.setEnabled(False)
        unmoved_by_wheel(self.number)
        self.proof.toggled.connect(self.number.setEnabled)
        self._rows = (
            _row(self.duplex, self.of_four, self.bleed),
            _row(self.watermark, self.proof, self.number),
        )

    def options(self, now: dt.datetime) -> PrintOptions:
        """Return what is chosen. now: the time that a proof is stamped with."""
        return PrintOptions(
            duplex=self.duplex.isChecked(),
            of_four=self.of_four.isChecked(),
            bleed=self.bleed.isChecked(),
            watermark=draft_watermark(self._issue) if self.watermark.isChecked() else "",
            proof=proof_of(self._issue, self.number.value(), now) if self.proof.isChecked() else None,
        )

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put the rows into a form, from this row on, their names in its first column."""
        for at, (name, boxes) in enumerate(zip((tr("付印"), tr("校对")), self._rows, strict=True), start=row):
            grid.addWidget(label(name, ink="text2"), at, 0)
            grid.addWidget(boxes, at, 1, 1, 2)

    def enable(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Let all be chosen, or nothing."""
        for boxes in self._rows:
            boxes.setEnabled(on)


def _row(*parts: QWidget) -> QWidget:
    boxes = QWidget()
    row = QHBoxLayout(boxes)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return boxes


def _box(name: str, words: str) -> QCheckBox:
    box = QCheckBox(name)
    box.setToolTip(words)
    box.setAccessibleDescription(words)
    return box
