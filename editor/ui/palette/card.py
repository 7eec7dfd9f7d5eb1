"""The palette's card: the field, the answers, and a foot that tells the keys."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import IconPicture
from editor.ui.kit.widgets import SIZES, hairline, key_cap, label
from editor.ui.palette.answer_list import AnswerList
from editor.ui.palette.field import QueryField

_WIDTH, _TOP, _EDGE, _MARGIN = 640, 96, 24, 7
_HEAD, _FOOT, _MOST_ROWS = 48, 36, 11


class PaletteCard(QWidget):
    """settings_cap: the keys that lead to the settings; count: how many commands there are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field, self.list = QueryField(), AnswerList(tr("找到的命令和文章"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.settings_cap, self.count = key_cap(""), label(role="small", ink="text2")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(_head(self.field))
        stack.addWidget(hairline())
        box = QVBoxLayout()
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.addWidget(self.list)
        stack.addLayout(box, 1)
        stack.addWidget(hairline())
        stack.addWidget(_foot(self.settings_cap, self.count))

    def geometry_in(self, whole: QSize) -> QRect:
        """Return where the card lies in the palette, as high as its answers, at most what there is room for."""
        width = min(_WIDTH, whole.width() - 2 * _EDGE)
        top = min(_TOP, whole.height() // 8)
        frame = _HEAD + _FOOT + 2 + 2 * _MARGIN
        high = self.list.count * SIZES["row.palette"]
        most = min(_MOST_ROWS * SIZES["row.palette"], whole.height() - top - frame - _EDGE)
        return QRect((whole.width() - width) // 2, top, width, frame + min(high, most))


def _head(field: QueryField) -> QWidget:
    head = QWidget()
    head.setFixedHeight(_HEAD)
    row = QHBoxLayout(head)
    row.setContentsMargins(16, 0, 16, 0)
    row.setSpacing(12)
    row.addWidget(IconPicture("search", size=20))
    row.addWidget(field, 1)
    row.addWidget(label(tr("拼音首字母、汉字、英文都行"), role="small", ink="text2"))
    return head


def _foot(settings_cap: QLabel, count: QLabel) -> QWidget:
    foot = QWidget()
    foot.setFixedHeight(_FOOT)
    row = QHBoxLayout(foot)
    row.setContentsMargins(16, 0, 16, 0)
    row.setSpacing(6)
    for part in (key_cap("↑"), key_cap("↓"), label(tr("选择"), role="small", ink="text2")):
        row.addWidget(part)
    row.addSpacing(12)
    for part in (key_cap("Enter"), label(tr("执行"), role="small", ink="text2")):
        row.addWidget(part)
    row.addSpacing(12)
    for part in (settings_cap, label(tr("改快捷键"), role="small", ink="text2")):
        row.addWidget(part)
    row.addStretch()
    row.addWidget(count)
    return foot
