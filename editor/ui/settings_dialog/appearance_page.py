"""The look: the scheme, shown at once, and the size of everything."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton

from editor.model.language import tr
from editor.ui.pieces import StateLine
from editor.ui.settings_dialog.rows import Page, form, name
from editor.ui.settings_dialog.scheme_card import SchemeCard
from editor.ui.theme.scheme import SchemeChoice
from editor.ui.widgets import label, unmoved_by_wheel

ZOOMS = (100, 110, 125, 150, 175, 200)


class AppearancePage(Page):
    """zoom: per cent, as it is kept; in_force: as the window is drawn now; reopen_wanted: to draw it so."""

    scheme_chosen = Signal(SchemeChoice)
    zoom_chosen = Signal(int)
    reopen_wanted = Signal()

    def __init__(self, scheme: SchemeChoice, *, zoom: int, in_force: int) -> None:
        super().__init__(tr("外观"))
        self._in_force = in_force
        self.cards = {choice: SchemeCard(choice) for choice in SchemeChoice}
        self.zoom, self.said, self.reopen = QComboBox(), StateLine(), QPushButton(tr("现在重新打开"))
        self._lay_out()
        self.cards[scheme].setChecked(True)
        for choice, card in self.cards.items():
            card.clicked.connect(self._chooser(choice))
        for percent in sorted({*ZOOMS, zoom}):
            self.zoom.addItem(f"{percent}%", percent)
        self.zoom.setCurrentIndex(self.zoom.findData(zoom))
        self.zoom.activated.connect(self._on_zoom_activated)
        self.reopen.clicked.connect(self.reopen_wanted)
        self._say(zoom)

    def _chooser(self, choice: SchemeChoice) -> Callable[[], None]:
        return lambda: self.scheme_chosen.emit(choice)

    def _on_zoom_activated(self) -> None:
        zoom = int(self.zoom.currentData())
        self.zoom_chosen.emit(zoom)
        self._say(zoom)

    def _say(self, zoom: int) -> None:
        waits = zoom != self._in_force
        self.said.say(tr("下次打开时按 {zoom}% 显示。", zoom=zoom) if waits else "")
        for part in (self.said, self.reopen):
            part.setVisible(waits)

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for card in self.cards.values():
            cards.addWidget(card)
        cards.addStretch()
        self.zoom.setAccessibleName(tr("界面大小"))
        self.zoom.setFixedWidth(104)
        unmoved_by_wheel(self.zoom)
        size = QHBoxLayout()
        size.setSpacing(12)
        size.addWidget(self.zoom, 0, Qt.AlignmentFlag.AlignTop)
        size.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        size.addWidget(self.reopen, 0, Qt.AlignmentFlag.AlignTop)
        size.addStretch()
        rows = form()
        rows.addRow(name(tr("颜色")), cards)
        rows.addRow(name(tr("界面大小")), size)
        self.stack.addLayout(rows)
        hint = label(
            tr(
                "“跟随系统”随系统的浅色、深色和高对比切换。版面总是白纸黑字，深色时略微调暗。\n"
                "界面大小在系统字号之上再放大，文字、图标、间距一起变；版面的缩放另用 Ctrl+= 和 Ctrl+-。"
            ),
            role="small",
            ink="text2",
        )
        hint.setWordWrap(True)
        self.stack.addSpacing(8)
        self.stack.addWidget(hint)
        self.stack.addStretch()
