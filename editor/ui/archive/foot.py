"""The line below: how the index is, what was done last, and which keys help."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel, IconPicture
from editor.ui.kit.widgets import SIZES, key_cap, label
from editor.ui.theme.apply import set_style

_KEYS = (
    (("↑", "↓"), tr("选择")),
    (("Enter",), tr("打开该期")),
    (("F3",), tr("下一处")),
    (("Ctrl+Enter",), tr("引用")),
    (("Esc",), tr("返回")),
)
_BAR = 120
_SIGNS = {"ok": ("check", "ok"), "warn": ("check.warning", "warn.mark"), "error": ("check.error", "error")}


class ArchiveFoot(QWidget):
    """repair_wanted, stop_wanted: of the index."""

    repair_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZES["status"])
        set_style(self, ground="window")
        self._sign, self._state = IconPicture("check", size=16), label(role="small", ink="text2")
        self.progress, self.act = QProgressBar(), QPushButton()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(_BAR, 4)
        set_style(self.act, kind="fold")
        self._done = CutLabel(role="small", ink="text2", end=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        for part in (self._sign, self._state, self.progress, self.act):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(16)
        row.addWidget(self._done, 1)
        for keys, words in _KEYS:
            row.addSpacing(10)
            for one in keys:
                row.addWidget(key_cap(one), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label(words, role="small", ink="text2"))
        self._stopping = False
        self.act.clicked.connect(self._on_clicked)
        self.show_state("", "")

    @property
    def state_words(self) -> str:
        """What it says of the index."""
        return self._state.text()

    @property
    def done_words(self) -> str:
        """What it says was done last."""
        return self._done.whole

    def show_state(self, words: str, state: str, *, act: str = "", share: float | None = None) -> None:
        """Say how the index is. act: what can be done, empty for nothing; share: of what is built, None for none."""
        self._state.setText(words)
        self._sign.setVisible(bool(state))
        if state:
            name, token = _SIGNS[state]
            self._sign.show_icon(name, token=token)
        self.act.setText(act)
        self.act.setVisible(bool(act))
        self.progress.setVisible(share is not None)
        self._stopping = share is not None
        if share is not None:
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(1000 * share))

    def show_done(self, words: str) -> None:
        """Say what was done."""
        self._done.show_text(words)

    def _on_clicked(self) -> None:
        (self.stop_wanted if self._stopping else self.repair_wanted).emit()
