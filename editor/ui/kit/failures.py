"""The one place that tells the user what went wrong."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.kit.message_dialog import Message, MessageAnswer, MessageDialog, MessageKind

_LOG = logging.getLogger(__name__)


def show_failure(
    parent: QWidget | None, what: str, reason: str, *, way: tuple[str, Callable[[], None]] | None = None
) -> None:
    """Say what did not happen, and why, without stopping the window. way: a button that leads on, and what it does."""
    answers = (MessageAnswer(tr("知道了")), *((MessageAnswer(*way),) if way else ()))
    open_message(MessageDialog(Message(MessageKind.WARNING, what, reason), parent, answers=answers))


def open_message(box: MessageDialog) -> None:
    """Show a message without stopping the window; it is gone once it was answered."""
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        reason = tr("已保存的内容没有丢失。请把下面的详细信息交给维护的人；继续工作前最好重新启动。")
        if self._log:
            reason = f"{reason}\n\n{tr('运行记录：{path}', path=self._log)}"
        open_message(MessageDialog(Message(MessageKind.FAULT, tr("程序出了错"), reason, trace), self.window))
