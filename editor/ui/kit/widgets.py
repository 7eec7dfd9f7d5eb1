"""Small pieces that every column is built of."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.model.language import tr
from editor.ui.theme.apply import set_style
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import read_tokens

SIZES: dict[str, int] = read_tokens()["size"]


def application() -> QApplication:
    """Return the application, which every widget lives in."""
    app = QApplication.instance()
    assert isinstance(app, QApplication), "widgets live in an application"  # noqa: S101
    return app


def bar_frame(bar: QWidget) -> QHBoxLayout:
    """Make a widget one of the 40 px bars; return its row."""
    bar.setFixedHeight(SIZES["subbar"])
    set_style(bar, ground="window")
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 0, 8, 0)
    row.setSpacing(2)
    return row


def bar_tool(action: QAction) -> QToolButton:
    """Return a 28 px button for an action."""
    return _tool(action, 28)


def toolbar_tool(action: QAction) -> QToolButton:
    """Return a 32 px button for an action."""
    return _tool(action, 32)


def label(text: str = "", *, role: str = "base", ink: str = "text") -> QLabel:
    """Return a label in one of the design's type roles and inks."""
    made = QLabel(text)
    made.setFont(font(role))
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_style(made, ink=ink)
    return made


def key_cap(keys: str) -> QLabel:
    """Return keys in a small frame, as the design shows them."""
    made = label(keys, role="digit", ink="text2")
    made.setFixedHeight(20)
    set_style(made, ground="key")
    return made


def hairline(*, upright: bool = False) -> QFrame:
    """Return a line between two grounds."""
    line = QFrame()
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    set_style(line, ground="line")
    return line


def column(*parts: QWidget, ground: str) -> QWidget:
    """Return the parts one below the other without gaps; the last but bars takes what is left."""
    made = QWidget()
    fill_column(made, *parts, ground=ground)
    return made


def fill_column(room: QWidget, *parts: QWidget, ground: str, grows: QWidget | None = None) -> None:
    """Lay the parts into a widget one below the other without gaps. grows: the one that takes what is left."""
    set_style(room, ground=ground)
    stack = QVBoxLayout(room)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(0)
    for part in parts:
        stack.addWidget(part, 1 if part is grows else 0)


def lay_out_room(room: QWidget, bar: QWidget, columns: tuple[QWidget, QWidget, QWidget], foot: QWidget) -> None:
    """Lay out a view that takes the window's place: bar, three columns of which the middle one grows, foot."""
    row = QHBoxLayout()
    row.setSpacing(0)
    left, middle, right = columns
    for part in (left, hairline(upright=True), middle, hairline(upright=True), right):
        row.addWidget(part, 1 if part is middle else 0)
    whole = QVBoxLayout(room)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(bar)
    whole.addWidget(hairline())
    whole.addLayout(row, 1)
    whole.addWidget(hairline())
    whole.addWidget(foot)


def unmoved_by_wheel(*fields: QWidget) -> None:
    """Let the wheel scroll what lies around fields; it must not change their value on its way."""
    for field in fields:
        field.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]


def with_keys(text: str, action: QAction) -> str:
    """Return a tool tip that names the action's keys."""
    keys = native_keys(action)
    return tr("{text}（{keys}）", text=text, keys=keys) if keys else text


def native_keys(action: QAction) -> str:
    """Return the first keys of an action as the system writes them, empty for none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def tip_with_keys(button: QAbstractButton, action: QAction) -> None:
    """Let a button's tool tip name its action and the keys it has; both may change."""

    def show() -> None:
        button.setToolTip(with_keys(action.toolTip(), action))

    action.changed.connect(show)
    show()


def dialog_buttons(dialog: QDialog, accept_words: str = "") -> QHBoxLayout:
    """Return the row that ends a dialog: cancel, and accept as the default."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch()
    cancel, accept = QPushButton(tr("取消")), QPushButton(accept_words or tr("好"))
    set_style(accept, kind="primary")
    accept.setDefault(True)
    cancel.clicked.connect(dialog.reject)
    accept.clicked.connect(dialog.accept)
    row.addWidget(cancel)
    row.addWidget(accept)
    return row


def _tool(action: QAction, side: int) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(20, 20))
    button.setFixedSize(side, side)
    tip_with_keys(button, action)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
