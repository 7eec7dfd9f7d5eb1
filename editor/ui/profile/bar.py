"""The bar over 刊物设置: back, which publication, what else can be done with it, done."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from editor.model.language import tr
from editor.model.publication import Publication
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import SIZES, application, label
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_NEW = "new"


class ProfileBar(QWidget):
    """chosen: uid of another publication; new_wanted: one more; left: back to the issue."""

    chosen = Signal(str)
    new_wanted = Signal()
    save_wanted = Signal()
    load_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZES["toolbar"])
        set_style(self, ground="window")
        self.back = _tool("arrow.left", tr("返回（Esc）"))
        self.undo, self.redo = _tool("undo", tr("撤销")), _tool("redo", tr("重做"))
        self._masthead = CutLabel(ink="text2")
        self.publications = ChoiceField(tr("刊物"))
        self.publications.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.more = _tool("more", tr("更多"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu())
        self.done = QPushButton(tr("完成"))
        self.done.setToolTip(tr("完成（Esc）"))
        set_style(self.done, kind="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(label(tr("刊物设置"), role="strong"))
        row.addWidget(self._masthead, 1)
        for part in (self.undo, self.redo, self.publications, self.more, self.done):
            row.addWidget(part)
        self._connect()

    def show_publications(self, publications: tuple[Publication, ...], uid: str) -> None:
        """Offer publications; uid: of the one that is set."""
        words = tuple((one.uid, one.profile.masthead) for one in publications)
        self.publications.show_choices((*words, (_NEW, tr("新建刊物…"))))
        self.publications.show_key(uid)
        self._masthead.show_text(next((name for key, name in words if key == uid), ""))

    def show_history(self, stack: QUndoStack, *, writable: bool) -> None:
        """Name what can be taken back."""
        for button, words, text, key in (
            (self.undo, tr("撤销"), stack.undoText(), QKeySequence.StandardKey.Undo),
            (self.redo, tr("重做"), stack.redoText(), QKeySequence.StandardKey.Redo),
        ):
            button.setEnabled(bool(text) and writable)
            keys = QKeySequence(key).toString()
            button.setToolTip(f"{words} {text}".strip() + tr("（{keys}）", keys=keys))
            button.setAccessibleName(f"{words} {text}".strip())

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for words, signal in (
            (tr("存为文件…"), self.save_wanted),
            (tr("从文件读入…"), self.load_wanted),
            (tr("新建刊物"), self.new_wanted),
        ):
            action = QAction(words, menu)
            action.triggered.connect(lambda _on=False, signal=signal: signal.emit())
            menu.addAction(action)
        return menu

    def _connect(self) -> None:
        for button in (self.back, self.done):
            button.clicked.connect(self.left)
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.publications.chosen.connect(self._on_chosen)

    def _on_chosen(self, key: object) -> None:
        if key == _NEW:
            self.new_wanted.emit()
        else:
            self.chosen.emit(str(key))


def _tool(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, current_theme(application())))
    button.setIconSize(QSize(20, 20))
    button.setFixedSize(32, 32)
    button.setToolTip(words)
    button.setAccessibleName(words.partition("（")[0])
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
