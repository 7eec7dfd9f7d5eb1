"""A package was dropped: it comes in, or is verified as it is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.pieces import CutLabel

_WIDTH = 520
_MOST_NAMED = 6


class PackageDialog(GrowingDialog):
    """import_wanted, proof_wanted: what the user decides; the dialog is left by then."""

    import_wanted = Signal()
    proof_wanted = Signal()

    def __init__(self, files: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(tr("期刊包"), parent)
        self.setMinimumWidth(_WIDTH)
        self.take, self.prove = QPushButton(tr("导入")), QPushButton(tr("核验"))
        self.leave = QPushButton(tr("取消"))
        stack = QVBoxLayout(self)
        lead = tr("导入：收进刊库，成为一期。核验：只看是不是签发的那一份、改过没有，刊库不变。")
        fill(stack, tr("{n} 个期刊包，怎么办？", n=len(files)), lead)
        for file in files[:_MOST_NAMED]:
            name = CutLabel()
            name.show_text(file.name)
            stack.addWidget(name)
        if len(files) > _MOST_NAMED:
            stack.addWidget(_more(len(files) - _MOST_NAMED))
        stack.addStretch()
        stack.addSpacing(12)
        stack.addLayout(buttons_row(self.leave, self.prove, self.take))
        self.leave.clicked.connect(self.reject)
        self.prove.clicked.connect(self._on_prove_clicked)
        self.take.clicked.connect(self._on_take_clicked)

    def _on_prove_clicked(self) -> None:
        self.accept()
        self.proof_wanted.emit()

    def _on_take_clicked(self) -> None:
        self.accept()
        self.import_wanted.emit()


def _more(n: int) -> CutLabel:
    message = CutLabel(ink="text2")
    message.show_text(tr("另有 {n} 个", n=n))
    return message
