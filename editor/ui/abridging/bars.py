"""The bars of 摘编: what is abridged, how long it may become, and how long it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import SIZES, bar_frame, label, toolbar_tool, unmoved_by_wheel
from editor.ui.theme.apply import set_style
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme

LIMITS = (300, 500, 800)
_MOST, _STEP, _FIELD = 99_999, 50, 72


class AbridgingTop(QWidget):
    """The upper bar: the article, back and again, what takes the result over."""

    def __init__(self, title: str, actions: dict[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZES["toolbar"])
        set_style(self, ground="window")
        name = CutLabel(role="head", end=True)
        name.show_text(title)
        self.use = QPushButton(icon("check", theme, token="accent.on"), tr("采用"))
        self.use.setAutoDefault(False)
        set_style(self.use, kind="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(toolbar_tool(actions["close"]))
        row.addWidget(label(tr("摘编"), role="head"))
        row.addWidget(name, 1)
        for key in ("undo", "redo"):
            row.addWidget(toolbar_tool(actions[key]))
        row.addSpacing(4)
        row.addWidget(self.use)


class OriginalBar(QWidget):
    """The bar above the original: which text it is, and how many characters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._note, self._many = label(role="strong"), CutLabel(ink="text2", end=True), label(ink="text2")
        row = bar_frame(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._note, 1)
        row.addWidget(self._many)

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join((self._name.text(), self._note.whole, self._many.text()))

    def show_text(self, name: str, note: str, characters: int | None) -> None:
        """Say which text it is. characters: its 字数, None while it is not known."""
        self._name.setText(name)
        self._note.show_text(note)
        self._many.setText("" if characters is None else tr("{characters:,} 字", characters=characters))


class ResultBar(QWidget):
    """The bar above the result: its 字数 against the limit. limit_chosen: 字数, 0 for any; done: keys may go back."""

    limit_chosen = Signal(int)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._many, self._rest = label(role="strong"), label()
        self.presets = Segments(tr("上限"), [(one, str(one)) for one in LIMITS])
        self.limit = QSpinBox()
        self.limit.setAccessibleName(tr("上限，字"))
        self.limit.setToolTip(tr("最多多少字；写 0 就不限"))
        self.limit.setRange(0, _MOST)
        self.limit.setSingleStep(_STEP)
        self.limit.setSpecialValueText(tr("不限"))
        self.limit.setProperty("plain", "true")
        self.limit.setFixedWidth(_FIELD)
        self.limit.setFixedHeight(28)
        self.limit.setAlignment(Qt.AlignmentFlag.AlignRight)
        unmoved_by_wheel(self.limit)
        row = bar_frame(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(8)
        for part in (label(tr("摘编后"), role="strong"), self._many, self._rest):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(label(tr("上限"), ink="text2"))
        row.addWidget(self.presets)
        row.addWidget(self.limit)
        row.addWidget(label(tr("字"), ink="text2"))
        self.presets.chosen.connect(self.limit.setValue)
        self.presets.chosen.connect(lambda _limit: self.done.emit())
        self.limit.valueChanged.connect(self._on_limit)
        self.limit.lineEdit().returnPressed.connect(self.done)

    @property
    def text(self) -> str:
        """What it says of the length."""
        return " ".join((self._many.text(), self._rest.text())).strip()

    def show_limit(self, limit: int) -> None:
        """Show how long the result may be."""
        self.limit.setValue(limit)
        self.presets.show_key(limit)

    def show_length(self, characters: int) -> None:
        """Say how long the result is, and how far from the limit."""
        limit = self.limit.value()
        over = characters - limit
        self._many.setText(tr("{characters:,} 字", characters=characters))
        words = (
            (
                tr("超 {characters:,} 字", characters=over)
                if over > 0
                else tr("还可 {characters:,} 字", characters=-over)
            )
            if limit
            else ""
        )
        self._rest.setText(words)
        set_style(self._rest, ink="error" if limit and over > 0 else "text2")
        set_style(self._many, ink="error" if limit and over > 0 else "text")

    def _on_limit(self, limit: int) -> None:
        self.presets.show_key(limit)
        self.limit_chosen.emit(limit)
