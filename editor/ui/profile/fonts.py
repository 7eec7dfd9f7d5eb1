"""The fonts of a look: what each of its faces is set in, and the files that the office has added to its library."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.document.faces import LookFace, apply_fonts, look_faces
from editor.document.look import look_table
from editor.model.font import Font
from editor.model.language import tr
from editor.model.publication import Look
from editor.ui.kit.pieces import CutLabel, StateLine
from editor.ui.kit.widgets import application, hairline, label
from editor.ui.profile.form import WIDTH
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_USES_WIDTH, _ROW, _BELOW = 200, 32, 8


class FontsBox(QWidget):
    """Shows faces and files. add_wanted: files are to be chosen; removed: sha256 of one that is to go."""

    add_wanted = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Look, tuple[Font, ...]] | None = None
        self.faces, self.files = _Lines(), _Lines()
        picture = icon("add", current_theme(application()), size=16, token="accent")
        self.add = QPushButton(picture, tr("添加字体…"))
        set_style(self.add, kind="link")
        self.add.clicked.connect(self.add_wanted)
        licence = label(
            tr(
                "也可以把 .ttf、.otf、.ttc 文件拖到这里。只添加本单位有权使用并嵌入文件的字体：用到的字嵌进 PDF；"
                "字体文件留在刊库里，不进期刊包。添加和移除立刻生效，不能撤销。"
            ),
            role="small",
            ink="text3",
        )
        licence.setWordWrap(True)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(4)
        self._stack.addWidget(self.faces)
        self._stack.addWidget(self.files)
        self._stack.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack.addWidget(licence)

    def show_fonts(self, look: Look, fonts: tuple[Font, ...]) -> None:
        """Show what a look is set in with the office's fonts."""
        if self._shown == (look, fonts):
            return
        self._shown = look, fonts
        self.faces.show_rows([_face_row(face) for face in look_faces(apply_fonts(look_table(look), fonts))])
        self.files.show_rows([self._file_row(font) for font in fonts])
        self.files.setVisible(bool(fonts))
        # a form that is laid out already does not ask how high a sentence that wraps is by now
        self._stack.activate()
        self.setFixedHeight(self._stack.totalHeightForWidth(WIDTH))

    def _file_row(self, font: Font) -> list[QWidget]:
        families = tr("、").join(dict.fromkeys(face.name for face in font.faces))
        count = max(face.count for face in font.faces)
        name = CutLabel()
        name.show_text(families)
        file = CutLabel(role="small", ink="text2")
        file.show_text(tr("{name} · {n} 字", name=font.name, n=count))
        out = QToolButton()
        out.setIcon(icon("cancel", current_theme(application()), size=16))
        out.setIconSize(QSize(16, 16))
        out.setFixedSize(28, 28)
        out.setAccessibleName(tr("移除字体{name}", name=families))
        out.setToolTip(tr("移除字体{name}", name=families))
        out.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        out.clicked.connect(lambda: self.removed.emit(font.sha256))
        return [name, file, out]


class _Lines(QWidget):
    """Rows of widgets with hairlines between them."""

    def __init__(self) -> None:
        super().__init__()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, _BELOW)
        self._stack.setSpacing(0)
        self._rows = QWidget()
        self._stack.addWidget(self._rows)

    def show_rows(self, rows: list[list[QWidget]]) -> None:
        """Show rows in place of those before."""
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(12)
        grid.setColumnMinimumWidth(0, _USES_WIDTH)
        grid.setColumnStretch(1, 1)
        for at, parts in enumerate(rows):
            grid.setRowMinimumHeight(2 * at, _ROW)
            for column, part in enumerate(parts):
                grid.addWidget(part, 2 * at, column)
            grid.addWidget(hairline(), 2 * at + 1, 0, 1, 3)
        # beside sentences that wrap, a layout gives rows less than their least height
        self.setFixedHeight((_ROW + 1) * len(rows) + _BELOW)
        self._stack.removeWidget(self._rows)
        self._stack.addWidget(made)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = made
        made.show()


def _face_row(face: LookFace) -> list[QWidget]:
    name = CutLabel()
    name.show_text(face.used_for)
    state = StateLine()
    if face.own:
        state.show_message(tr("{own}（本单位的字体）", own=face.own), state="ok")
    elif face.asked:
        state.show_message(
            tr("{asked}：刊库里没有，用{shipped}代替", asked=face.asked, shipped=face.shipped), state="warn"
        )
    else:
        state.show_message(tr("{shipped}（自带）", shipped=face.shipped))
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 7, 0, 7)
    line.addWidget(state, 1)
    return [name, box]
