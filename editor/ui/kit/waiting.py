"""Waiting for work on a disk: the window stays alive, and only what takes long is seen."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from editor.desk.ports import Shares
from editor.model.language import tr
from editor.ui.kit.job import Job
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_SEEN_AFTER_MS = 400


def wait_for(words: str, call: Callable[[Shares], object], parent: QWidget | None = None) -> str:
    """Return when the call has ended: why it failed, empty when all is well. words: what is being done."""
    messages: list[str] = []  # one word, none after a bug, which is reported apart
    loop, view = QEventLoop(), _Progress(words, parent)
    task = Job(call)
    task.progressed.connect(view.show_progress)
    task.failed.connect(messages.append)
    task.done.connect(lambda _outcome: messages.append(""))
    task.ended.connect(loop.quit)
    late = QTimer(singleShot=True, interval=_SEEN_AFTER_MS)
    late.timeout.connect(view.show)
    late.start()
    task.start()
    loop.exec()
    late.stop()
    view.close()
    view.deleteLater()
    return messages[0] if messages else tr("程序出了错，请看另一个窗口里的说明。")


class _Progress(QWidget):
    def __init__(self, words: str, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(tr("简报编辑台"))
        self.setFixedWidth(360)
        set_style(self, ground="raised")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(24, 20, 24, 20)
        stack.setSpacing(12)
        stack.addWidget(label(words, role="strong"))
        stack.addWidget(self._bar)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the copy is; then it is still read once."""
        self._bar.setRange(0, total if done < total else 0)
        self._bar.setValue(done)
