"""The line over everything of a window that only shows its library: who has it, and how to write again."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel, IconPicture
from editor.ui.kit.widgets import hairline
from editor.ui.theme.apply import set_style

_HEIGHT, _FLASH_MS = 32, 600


class LibraryBanner(QWidget):
    """Hidden where the library can be written. writing_wanted: the user wants to open it for writing."""

    writing_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("只读"))
        self._ground = QFrame()
        self._ground.setFixedHeight(_HEIGHT)
        self._words = CutLabel(end=True)
        self.write = QPushButton(tr("改为可写"))
        self.write.setProperty("small", "true")
        self.write.clicked.connect(self.writing_wanted)
        self._tone = "warn"
        self._flashing = QTimer(self)
        self._flashing.setSingleShot(True)
        self._flashing.setInterval(_FLASH_MS)
        self._flashing.timeout.connect(lambda: self._paint(self._tone))
        row = QHBoxLayout(self._ground)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(IconPicture("lock", size=16))
        row.addWidget(self._words, 1)
        row.addWidget(self.write)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._ground)
        stack.addWidget(hairline())
        self.hide()

    @property
    def message(self) -> str:
        """What it says, empty while it is hidden."""
        return "" if self.isHidden() else self._words.whole

    def show_reason(self, words: str) -> None:
        """Say why the library is only read; nothing where it is not."""
        self._show(words, tone="warn", free=False)

    def show_free(self) -> None:
        """Say that nobody has the library any more."""
        self._show(tr("刊库已在那边关闭，现在可以改为可写。"), tone="ok", free=True)

    def flash(self) -> None:
        """Draw the eye here: something was tried that cannot be done."""
        if not self.isHidden():
            self._paint("error")
            self._flashing.start()

    def _show(self, words: str, *, tone: str, free: bool) -> None:
        self._tone = tone
        self._words.show_text(words)
        self.write.setVisible(free)
        self.setVisible(bool(words))
        if not self._flashing.isActive():
            self._paint(tone)

    def _paint(self, tone: str) -> None:
        set_style(self._ground, ground=f"strip.{tone}")
