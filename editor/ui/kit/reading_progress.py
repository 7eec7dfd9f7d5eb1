"""Files are being read: how far, and a way out. Only what takes long is seen."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import label

_SEEN_AFTER_MS, _WIDTH, _WHOLE = 700, 400, 1000


class ReadingProgress(GrowingDialog):
    """stopped: the user wants no more of it; the dialog stays until reading has ended."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("来稿"), parent)
        self.setFixedWidth(_WIDTH)
        self._name, self._bar, self.stop = CutLabel(ink="text2"), QProgressBar(), QPushButton(tr("取消"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(24, 20, 24, 20)
        stack.setSpacing(12)
        stack.addWidget(label(tr("正在读来稿"), role="strong"))
        stack.addWidget(self._name)
        stack.addWidget(self._bar)
        stack.addLayout(buttons_row(self.stop))
        self.stop.clicked.connect(self.reject)
        self._late = QTimer(self, singleShot=True, interval=_SEEN_AFTER_MS)
        self._late.timeout.connect(self.show)
        self._late.start()

    def show_progress(self, name: str, done: int, total: int, share: int) -> None:
        """Show which file is read, and how far. share: thousandths of it, less than 0 where nobody knows."""
        if not self.stop.isEnabled():
            return
        self._name.show_text(tr("第 {number} 个，共 {total} 个：{name}", number=done + 1, total=total, name=name))
        if share < 0 and total == 1:
            # another program does it and says nothing
            self._bar.setRange(0, 0)
            return
        self._bar.setRange(0, _WHOLE * total)
        self._bar.setValue(_WHOLE * done + max(share, 0))

    def end(self) -> None:
        """Go away: all is read."""
        self._late.stop()
        self.hide()
        self.deleteLater()

    def reject(self) -> None:
        self.stop.setEnabled(False)
        self._name.show_text(tr("正在停下…"))
        self.stopped.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()
