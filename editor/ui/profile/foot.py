"""The line below 刊物设置: what is saved, whom the change reaches, and whom it leaves alone."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from editor.desk.profile.reach import Reach
from editor.model.language import tr
from editor.model.saying import said_number
from editor.ui.kit.widgets import SIZES, label
from editor.ui.theme.apply import set_style


class ProfileFoot(QWidget):
    """issue_wanted: the first issue of a publication that has none."""

    issue_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reach: Reach | None = None
        self._closed = ""
        self.setFixedHeight(SIZES["status"])
        set_style(self, ground="window")
        self._saved, self._scope = label(role="small", ink="text2"), label(role="small", ink="text2")
        self.also = QCheckBox()
        self.also.setChecked(True)
        self.first = QPushButton(tr("新建第一期…"))
        set_style(self.first, kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(self._saved)
        row.addWidget(self._scope)
        row.addStretch()
        row.addWidget(self.also)
        row.addWidget(self.first)
        self.first.clicked.connect(self.issue_wanted)
        self.also.toggled.connect(self._show_scope)

    @property
    def scope(self) -> str:
        """What it says of whom the change reaches."""
        return self._scope.text()

    @property
    def saved(self) -> str:
        """What it says of saving."""
        return self._saved.text()

    def show_reach(self, reach: Reach, *, closed: str) -> None:
        """Say whom a change reaches. closed: why there can be none, empty where there can."""
        writable = not closed
        self._closed, self._reach = closed, reach if writable else None
        self._show_scope()
        names = tr("、").join(said_number(entry.number)[0] for entry in reach.in_hand)
        self.also.setText(tr("也用于编辑中的{names}", names=names))
        self.also.setToolTip(tr("完成时作为一步写进这一期，可以在那里撤销"))
        self.also.setVisible(bool(names) and writable)
        self.first.setVisible(not (reach.in_hand or reach.submitted or reach.approved or reach.past) and writable)

    def _show_scope(self) -> None:
        if self._reach is None:
            self._scope.setText(tr("只读：{closed}", closed=self._closed))
        else:
            reach = self._reach if self.also.isChecked() else replace(self._reach, in_hand=())
            self._scope.setText(reach.words)

    def show_saved(self, words: str, *, bad: bool = False) -> None:
        """Say what is saved, or why it is not."""
        self._saved.setText(words)
        self._saved.setVisible(bool(words))
        set_style(self._saved, ink="error" if bad else "text2")
