"""A chart under edit: kind, numbers, unit and caption, beside the drawing as it will be printed."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from editor.desk.files import read_file
from editor.desk.formats import GRID_FILES
from editor.document.charts import chart_faults
from editor.model.body import ChartKind, Figure
from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.cell_grid import Grid, grid_from_file
from editor.text.chart_numbers import chart_grid, said_unit, turned_grid
from editor.text.sanitise import sanitise
from editor.ui.charts.grid import ChartGrid
from editor.ui.charts.preview import ChartPreview
from editor.ui.kit.dialog_frame import buttons_row
from editor.ui.kit.drop_cue import DropCue, dropped_files
from editor.ui.kit.drop_words import grid_words
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style
from editor.ui.theme.tokens import Theme

_KINDS = ((ChartKind.BAR, tr("柱形")), (ChartKind.LINE, tr("折线")), (ChartKind.SHARE, tr("构成")))


class ChartDialog(QDialog):
    """Edits one chart. figure: as the dialog has it; it can be taken as soon as there are numbers to draw."""

    def __init__(self, figure: Figure, preview: ChartPreview, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = figure
        self.setWindowTitle(tr("统计图"))
        self.setAcceptDrops(True)
        self.resize(960, 600)
        set_style(self, ground="raised")
        DropCue(self, grid_words)
        self.kinds = Segments(tr("统计图的种类"), _KINDS)
        self.grid, self.preview = ChartGrid(theme), preview
        self.caption, self.source, self.unit = QLineEdit(figure.caption), QLineEdit(figure.source), QLineEdit()
        self.width_slider = QSlider(Qt.Orientation.Horizontal)
        self._percent, self._faults = label(role="small", ink="text2"), label(role="small", ink="warn")
        self._accept = QPushButton(tr("好"))
        self._build()
        self.kinds.show_key(figure.chart_kind)
        self.unit.setText(said_unit(figure.chart[0][0]) if figure.chart else "")
        self.grid.show_cells((("", *figure.chart[0][1:]), *figure.chart[1:]) if figure.chart else ())
        self._connect()
        self._on_changed()

    @property
    def figure(self) -> Figure:
        """The chart as the dialog has it."""
        cells = self.grid.cells or (("",),)
        kind = self.kinds.key
        return replace(
            self._figure,
            caption=_line(self.caption),
            source=_line(self.source),
            width=10 * self.width_slider.value(),
            chart=((_line(self.unit), *cells[0][1:]), *cells[1:]),
            chart_kind=kind if isinstance(kind, ChartKind) else ChartKind.BAR,
        )

    @property
    def faults(self) -> str:
        """What is said about the numbers."""
        return self._faults.text()

    def take_grid(self, cells: Grid) -> None:
        """Take the cells of a spreadsheet or a file in place of those shown; a unit in the first goes to its field."""
        grid = chart_grid(cells)
        if grid and grid[0][0]:
            self.unit.setText(grid[0][0])
        self.grid.show_cells((("", *grid[0][1:]), *grid[1:]) if grid else ())
        self.grid.setCurrentCell(min(1, self.grid.rowCount() - 1), 1)

    def read(self, path: Path) -> None:
        """Read a file of values; say why where that cannot be."""
        try:
            self.take_grid(grid_from_file(read_file(path), name=path.name))
        except UserError as error:
            self._faults.setText(str(error))
            return
        if not _line(self.caption):
            self.caption.setText(path.stem)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if grid_words(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(dropped_files(event.mimeData())[0])

    def done(self, result: int) -> None:
        self.preview.close_press()
        super().done(result)

    # making

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(tr("统计图"), role="view"))
        head.addStretch()
        head.addWidget(self.kinds)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(self._numbers(), 1)
        columns.addLayout(self._looks(), 1)
        self._faults.setWordWrap(True)
        self._faults.setAccessibleName(tr("统计图的问题"))
        cancel = QPushButton(tr("取消"))
        cancel.clicked.connect(self.reject)
        self._accept.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self._faults, 1)
        foot.addLayout(buttons_row(cancel, self._accept))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(24, 20, 24, 20)
        stack.setSpacing(16)
        stack.addLayout(head)
        stack.addLayout(columns, 1)
        stack.addLayout(foot)
        self.grid.setFocus()

    def _numbers(self) -> QVBoxLayout:
        read, turn, clear = QPushButton(tr("读入文件…")), QPushButton(tr("行列互换")), QPushButton(tr("清空"))
        read.clicked.connect(self._on_read_clicked)
        turn.clicked.connect(lambda: self.grid.show_cells(turned_grid(self.grid.cells)))
        clear.clicked.connect(lambda: self.grid.show_cells(()))
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (read, turn, clear):
            button.setAutoDefault(False)
            button.setProperty("small", "true")
            set_style(button, kind="quiet")
            row.addWidget(button)
        row.addStretch()
        hint = label(tr("第一行写各组的名称，第一列写类别；可从 Excel、WPS 粘贴"), role="small", ink="text2")
        hint.setWordWrap(True)
        stack = QVBoxLayout()
        stack.setSpacing(8)
        stack.addWidget(self.grid, 1)
        stack.addLayout(row)
        stack.addWidget(hint)
        return stack

    def _looks(self) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(12)
        stack.addWidget(self.preview, 1)
        stack.addLayout(self._fields())
        return stack

    def _fields(self) -> QGridLayout:
        self.width_slider.setRange(20, 100)
        self.width_slider.setValue(self._figure.width // 10)
        self.unit.setPlaceholderText(tr("如：亿元、%"))
        fields = (
            (tr("图题"), self.caption),
            (tr("计量单位"), self.unit),
            (tr("来源"), self.source),
            (tr("宽度"), self.width_slider),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, (name, field) in enumerate(fields):
            field.setAccessibleName(name)
            grid.addWidget(label(name, ink="text2"), at, 0)
            grid.addWidget(field, at, 1, 1, 1 if field is self.width_slider else 2)
        grid.addWidget(self._percent, len(fields) - 1, 2)
        return grid

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_changed)
        self.grid.changed.connect(self._on_changed)
        self.grid.pasted.connect(self.take_grid)
        self.width_slider.valueChanged.connect(self._on_changed)
        self.unit.textChanged.connect(self._on_changed)

    def _on_changed(self, *_what: object) -> None:
        figure = self.figure
        faults = chart_faults(figure)
        empty = not self.grid.cells
        self._faults.setText("" if empty else tr("；").join(one.rstrip("。") for one in faults))
        self._percent.setText(f"{self.width_slider.value()}%")
        self._accept.setEnabled(not empty)
        self.preview.show_figure(figure)

    def _on_read_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("读入数据"), "", GRID_FILES.dialog_filter)
        if name:
            self.read(Path(name))


def _line(field: QLineEdit) -> str:
    return sanitise(field.text()).strip()
