"""A table under edit: its grid with caption and note."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.model.body import Table
from editor.model.language import tr
from editor.text.sanitise import sanitise
from editor.ui.kit.widgets import dialog_buttons, label
from editor.ui.tables.grid import TableGrid, with_grid
from editor.ui.theme.apply import set_style


class TableDialog(QDialog):
    """Nothing of the table changes before it is accepted."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setWindowTitle(tr("表格"))
        self.resize(820, 560)
        set_style(self, ground="raised")
        self.caption, self.note = QLineEdit(table.caption), QLineEdit(table.note)
        self.grid = TableGrid(table)
        self._build()
        self.grid.finished.connect(self.accept)
        self.grid.setFocus()

    @property
    def table(self) -> Table:
        """The table as the dialog has it."""
        made = with_grid(self._table, self.grid.edits.grid)
        caption, note = (sanitise(field.text()).strip() for field in (self.caption, self.note))
        return replace(made, caption=caption, note=note)

    def _build(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(24, 20, 24, 20)
        stack.setSpacing(8)
        stack.addLayout(_field(tr("表题"), self.caption, tr("例如：表1　2025年主要指标")))
        stack.addLayout(self._tools())
        stack.addWidget(self.grid, 1)
        stack.addLayout(_field(tr("表注"), self.note, tr("例如：数据来源、口径说明")))
        hint = tr(
            "Tab 到下一格，最后一格再按 Tab 加一行；可从 Excel、Word 粘贴；Ctrl+B 加粗，Ctrl+Z 撤销，Ctrl+Enter 好。"
        )
        stack.addWidget(label(hint, role="small", ink="text2"))
        stack.addLayout(dialog_buttons(self))

    def _tools(self) -> QHBoxLayout:
        edits = self.grid.edits
        row = QHBoxLayout()
        row.setSpacing(4)
        for words, act in (
            (tr("上方加行"), lambda: edits.insert_row(below=False)),
            (tr("下方加行"), lambda: edits.insert_row(below=True)),
            (tr("左侧加列"), lambda: edits.insert_column(right=False)),
            (tr("右侧加列"), lambda: edits.insert_column(right=True)),
            (tr("删行"), edits.remove_rows),
            (tr("删列"), edits.remove_columns),
            (tr("上移"), lambda: edits.move_row(-1)),
            (tr("下移"), lambda: edits.move_row(1)),
            (tr("粘贴"), edits.paste),
        ):
            button = QPushButton(words)
            button.setProperty("small", "true")
            button.setAutoDefault(False)
            set_style(button, kind="tool")
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch()
        return row


def _field(name: str, field: QLineEdit, placeholder: str) -> QHBoxLayout:
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(label(name, ink="text2"))
    row.addWidget(field, 1)
    return row
