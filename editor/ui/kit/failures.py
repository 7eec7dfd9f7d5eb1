"""The one place that tells the user what went wrong."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.model.errors import UserError
from editor.model.language import tr

_LOG = logging.getLogger(__name__)


def show_failure(
    parent: QWidget | None, what: str, reason: str, *, way: tuple[str, Callable[[], None]] | None = None
) -> None:
    """Say what did not happen, and why, without stopping the window. way: a button that leads on, and what it does."""
    box = QMessageBox(QMessageBox.Icon.Warning, tr("简报编辑台"), what, QMessageBox.StandardButton.Ok, parent)
    box.setInformativeText(reason)
    box.button(QMessageBox.StandardButton.Ok).setText(tr("知道了"))
    if way:
        words, act = way
        box.addButton(words, QMessageBox.ButtonRole.ActionRole).clicked.connect(act)
        # of two buttons Qt takes neither for Esc
        box.setEscapeButton(QMessageBox.StandardButton.Ok)
    box.open()


class FailureReports(QObject):
    """Catches what no code expected, in any thread: UserError is said plainly, a bug with its trace to copy."""

    _raised = Signal(object)

    def __init__(self, parent: QObject | None = None, *, log: Path | None = None) -> None:
        """log: the file that tells more, named to the user."""
        super().__init__(parent)
        self._log = log
        self.window: QWidget | None = None
        self._raised.connect(self._on_raised)

    def install(self) -> None:
        """Take over Python's hooks."""
        sys.excepthook = self._from_here
        threading.excepthook = lambda raised: self._raised.emit(raised.exc_value)

    def _from_here(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self._raised.emit(error)

    def _on_raised(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            _LOG.warning("refused", exc_info=error)
            show_failure(self.window, tr("没有完成"), str(error))
            return
        _LOG.critical("a fault of the program", exc_info=error)
        trace = "".join(traceback.format_exception(error))
        sys.stderr.write(trace)
        box = QMessageBox(
            QMessageBox.Icon.Critical, tr("简报编辑台"), tr("程序出了错"), QMessageBox.StandardButton.Ok, self.window
        )
        box.setInformativeText(tr("已保存的内容没有丢失。请把下面的详细信息交给维护的人；继续工作前最好重新启动。"))
        if self._log:
            box.setInformativeText(f"{box.informativeText()}\n\n{tr('运行记录：{path}', path=self._log)}")
        box.setDetailedText(trace)
        box.open()
