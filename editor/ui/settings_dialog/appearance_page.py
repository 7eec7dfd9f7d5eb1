"""The look: the scheme, shown at once, the size of everything and the language."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton

from editor.model.language import tr
from editor.ui.app.language import Language
from editor.ui.app.settings import Start
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label, unmoved_by_wheel
from editor.ui.settings_dialog.rows import Page, form, name
from editor.ui.settings_dialog.scheme_card import SchemeCard
from editor.ui.theme.scheme import SchemeChoice

ZOOMS = (100, 110, 125, 150, 175, 200)
# each in its own words: who cannot read the one in force finds it
_LANGUAGES = {Language.CHINESE: "中文", Language.ENGLISH: "English"}


class AppearancePage(Page):
    """kept: for the next start; in_force: as the window is now; reopen_wanted: to have it as kept."""

    scheme_chosen = Signal(SchemeChoice)
    zoom_chosen = Signal(int)
    language_chosen = Signal(Language)
    reopen_wanted = Signal()

    def __init__(self, scheme: SchemeChoice, *, kept: Start, in_force: Start) -> None:
        super().__init__(tr("外观"))
        self._in_force = in_force
        self.cards = {choice: SchemeCard(choice) for choice in SchemeChoice}
        self.zoom, self.language = QComboBox(), QComboBox()
        self.message, self.reopen = StateLine(), QPushButton(tr("现在重新打开"))
        self._lay_out()
        self.cards[scheme].setChecked(True)
        for choice, card in self.cards.items():
            card.clicked.connect(self._chooser(choice))
        for percent in sorted({*ZOOMS, kept.zoom}):
            self.zoom.addItem(f"{percent}%", percent)
        for language, words in _LANGUAGES.items():
            self.language.addItem(words, language.value)
        self.zoom.setCurrentIndex(self.zoom.findData(kept.zoom))
        self.language.setCurrentIndex(self.language.findData(kept.language.value))
        self.zoom.activated.connect(self._on_zoom_activated)
        self.language.activated.connect(self._on_language_activated)
        self.reopen.clicked.connect(self.reopen_wanted)
        self._show_message()

    def _chooser(self, choice: SchemeChoice) -> Callable[[], None]:
        return lambda: self.scheme_chosen.emit(choice)

    def _on_zoom_activated(self) -> None:
        self.zoom_chosen.emit(int(self.zoom.currentData()))
        self._show_message()

    def _on_language_activated(self) -> None:
        self.language_chosen.emit(Language(self.language.currentData()))
        self._show_message()

    def _show_message(self) -> None:
        waiting = []
        if self.zoom.currentData() != self._in_force.zoom:
            waiting.append(tr("按 {zoom}% 显示", zoom=self.zoom.currentData()))
        if self.language.currentData() != self._in_force.language.value:
            waiting.append(tr("用 {language}", language=self.language.currentText()))
        self.message.show_message(tr("下次打开时{changes}。", changes=tr("，").join(waiting)) if waiting else "")
        for part in (self.message, self.reopen):
            part.setVisible(bool(waiting))

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for card in self.cards.values():
            cards.addWidget(card)
        cards.addStretch()
        self.zoom.setAccessibleName(tr("界面大小"))
        self.language.setAccessibleName(tr("语言"))
        rows = form()
        rows.addRow(name(tr("颜色")), cards)
        for field in (self.zoom, self.language):
            field.setFixedWidth(112)
            unmoved_by_wheel(field)
            rows.addRow(name(field.accessibleName()), field)
        self.stack.addLayout(rows)
        waiting = QHBoxLayout()
        waiting.setSpacing(12)
        waiting.addWidget(self.message, 1)
        waiting.addWidget(self.reopen)
        self.stack.addSpacing(8)
        self.stack.addLayout(waiting)
        hint = label(
            tr(
                "“跟随系统”随系统的浅色、深色和高对比切换。版面总是白纸黑字，深色时略微调暗。\n"
                "界面大小在系统字号之上再放大，文字、图标、间距一起变；版面的缩放另用 Ctrl+= 和 Ctrl+-。\n"
                "换了语言，印出来的、导出的和存下的照旧是中文。"
            ),
            role="small",
            ink="text2",
        )
        hint.setWordWrap(True)
        self.stack.addSpacing(8)
        self.stack.addWidget(hint)
        self.stack.addStretch()
