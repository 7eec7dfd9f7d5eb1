"""The line below everything: facts of the issue left, of the place right."""

import datetime as dt

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.desk.overview import Overview
from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import SIZES, label
from editor.ui.theme.apply import set_style

_STAYS_MS = 8000


class StatusLine(QWidget):
    """Says what is saved, what the pages are doing, what just happened, and where the user is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZES["status"])
        set_style(self, ground="window")
        self._saved, self._backup, self._library, self._pages, self._wording = (
            CutLabel(role="small", ink="text2", end=True) for _ in range(5)
        )
        self._place = label(role="small", ink="text2")
        self.left = QHBoxLayout()
        self.left.setSpacing(16)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        row.addLayout(self.left)
        for part in (self._saved, self._backup, self._library, self._pages, self._wording):
            self.left.addWidget(part)
        row.addStretch()
        row.addWidget(self._place)
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(_STAYS_MS)
        self._fading.timeout.connect(lambda: self._tell(self._wording, ""))
        for part in (self._saved, self._backup, self._library, self._pages, self._wording):
            part.hide()

    @property
    def message(self) -> str:
        """What was said last, while it is still shown."""
        return self._wording.whole

    @property
    def saving(self) -> str:
        """What the line says of saving."""
        return self._saved.whole

    def show_message(self, words: str) -> None:
        """Say what just happened, for a few seconds."""
        self._tell(self._wording, words)
        self._fading.start()

    def show_saved(self, at: dt.datetime | None) -> None:
        """Say that everything is in the library. at: since when, None where nothing was changed yet."""
        self._tell(self._saved, tr("✓ 已保存 {at:%H:%M}", at=at) if at else "")

    def show_waiting(self) -> None:
        """Say that a change is about to be saved."""
        self._tell(self._saved, tr("● 正在保存…"))

    def show_unsaved(self, reason: str) -> None:
        """Say that changes are not in the library, and why."""
        self._tell(self._saved, tr("没有存上：{reason}", reason=reason), ink="error")

    def show_backup(self, words: str) -> None:
        """Say when the last backup was made."""
        self._tell(self._backup, words)

    def show_library(self, name: str, *, closed: str) -> None:
        """Name the library; closed: why nothing can be written into it, empty where it can."""
        words = tr("只读：{closed}", closed=closed) if closed else tr("刊库 {name}", name=name)
        self._tell(self._library, words, ink="warn" if closed else "text2")

    def show_pages(self, words: str, *, bad: bool = False) -> None:
        """Say what the pages are doing, or why there are no new ones."""
        self._tell(self._pages, words, ink="error" if bad else "text2")

    def show_place(self, seen: Overview | None, article: str, page: str, factor: float) -> None:
        """Say which article and page the user is at. page: as printed; factor: zoom."""
        line = seen.article(article) if seen else None
        parts = [
            tr("本篇 {characters:,} 字", characters=line.characters) if line else "",
            tr("本期 {characters:,} 字", characters=seen.characters) if seen else "",
        ]
        self._place.setText(" · ".join(part for part in (*parts, page, f"{factor:.0%}" if page else "") if part))

    @staticmethod
    def _tell(part: CutLabel, words: str, *, ink: str = "text2") -> None:
        if words != part.whole:
            part.show_text(words)
            part.setVisible(bool(words))
            set_style(part, ink=ink)
