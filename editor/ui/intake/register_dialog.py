"""来稿登记 of a publication: pieces that came in, from whom, what became of them; counts by unit; a reply to copy."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.desk.intake.register import RegisterEntry, register_grid, unit_counts, unit_grid
from editor.desk.intake.replies import reply_text
from editor.model.language import tr
from editor.text.cell_grid import Grid, grid_to_tabs
from editor.ui.intake.register_filters import RegisterFilters
from editor.ui.intake.register_tables import EntryTable, UnitTable
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill, named
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.segments import Segments
from editor.ui.theme.apply import set_style

_SIZE, _REPLY = (1040, 680), 144
_PIECES, _UNITS = "pieces", "units"


class RegisterDialog(GrowingDialog):
    """edited: uid of an article, its entry as the user has changed it; save_wanted: rows for a .csv file.

    folios_wanted: uid of an issue whose folios a reply needs; they are shown by `show_folios`.
    """

    edited = Signal(str, object)
    save_wanted = Signal(object)
    folios_wanted = Signal(str)

    def __init__(
        self, entries: Sequence[RegisterEntry], masthead: str, chosen: str = "", parent: QWidget | None = None
    ) -> None:
        """chosen: uid of the article to begin with, empty for the latest; masthead: of the publication."""
        super().__init__(tr("来稿登记"), parent)
        self.resize(*_SIZE)
        self._masthead, self._every, self._listed = masthead, tuple(entries), tuple(entries)
        self._folios: dict[str, Mapping[str, int]] = {}
        self._asked = set[str]()
        self.filters, self.table, self.units = RegisterFilters(), EntryTable(), UnitTable()
        self.view = Segments(tr("怎么列"), [(_PIECES, tr("逐篇")), (_UNITS, tr("按单位"))])
        self.unit, self.from_whom, self.reply = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.copy, close = QPushButton(tr("复制回复")), QPushButton(tr("关闭"))
        self.copy_table, self.save = QPushButton(tr("复制表格")), QPushButton(tr("另存为 .csv…"))
        self.message, self._stack, self._piece = StateLine(), QStackedWidget(), QWidget()
        self._lay_out(close)
        self._connect(close)
        self.filters.show_entries(self._every)
        self.view.show_key(_PIECES)
        self._list(chosen)
        self.table.setFocus()

    @property
    def chosen(self) -> RegisterEntry | None:
        """The entry of the current row."""
        row = self.table.currentRow()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    @property
    def grid(self) -> Grid:
        """What is listed, as rows, its head first."""
        return unit_grid(unit_counts(self._listed)) if self.view.key == _UNITS else register_grid(self._listed)

    def show_folios(self, issue: str, folios: Mapping[str, int]) -> None:
        """Take the folios of an issue's articles into the replies."""
        self._folios[issue] = folios
        self._show_reply()

    def say(self, words: str, state: str) -> None:
        """Say what became of something."""
        self.message.show_message(words, state=state)

    # showing

    def _list(self, chosen: str = "") -> None:
        wanted = self.filters.wanted
        self._listed = tuple(one for one in self._every if wanted.accepts(one))
        self.table.show_entries(self._listed)
        self.units.show_counts(unit_counts(self._listed))
        uids = [one.article for one in self._listed]
        self.table.setCurrentCell(uids.index(chosen) if chosen in uids else 0, 1)
        for button in (self.copy_table, self.save):
            button.setEnabled(bool(self._listed))
        self._show_view()
        self._show()

    def _show_view(self) -> None:
        by_unit = self.view.key == _UNITS
        self._stack.setCurrentWidget(self.units if by_unit else self.table)
        self._piece.setVisible(not by_unit)
        self.copy.setVisible(not by_unit)

    def _show(self) -> None:
        entry = self.chosen
        self.reply.setEnabled(entry is not None)
        self.copy.setEnabled(entry is not None)
        for part in (self.unit, self.from_whom):
            part.setEnabled(entry is not None and entry.own)
            part.setToolTip("" if entry is None or entry.own else tr("这一篇在别的期里，打开那一期才能改"))
        self.unit.setText(entry.receipt.unit if entry else "")
        self.from_whom.setText(entry.receipt.sender if entry else "")
        self._show_reply()

    def _show_reply(self) -> None:
        entry = self.chosen
        issue = entry.issue if entry else None
        folio = self._folios.get(issue.uid, {}).get(entry.article) if entry and issue else None
        self.reply.setPlainText(reply_text(entry, self._masthead, folio=folio) if entry else "")
        self.message.show_message("")
        self.ask_for_folios()

    def ask_for_folios(self) -> None:
        """Ask for the folios that the reply needs, once an issue; without an answer it names none."""
        issue = self.chosen.issue if self.chosen else None
        if issue and issue.printed and issue.uid not in self._asked and self.isVisible():
            self._asked.add(issue.uid)
            self.folios_wanted.emit(issue.uid)

    # answers

    def _on_edited(self) -> None:
        entry, row = self.chosen, self.table.currentRow()
        if entry is None:
            return
        receipt = replace(entry.receipt, unit=self.unit.text(), sender=self.from_whom.text())
        made = replace(entry, receipt=receipt)
        self._every = tuple(made if one is entry else one for one in self._every)
        self._listed = (*self._listed[:row], made, *self._listed[row + 1 :])
        self.table.show_entry(row, made)
        self.filters.show_entries(self._every)
        self.units.show_counts(unit_counts(self._listed))
        self._show_reply()
        self.edited.emit(entry.article, receipt)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.reply.toPlainText())
        self.say(tr("已复制，可以粘贴到邮件或微信"), "ok")

    def _on_copy_table_clicked(self) -> None:
        data = QMimeData()
        data.setText(grid_to_tabs(self.grid))
        QGuiApplication.clipboard().setMimeData(data)
        self.say(tr("已复制 {n} 行，可以粘贴到表格里", n=len(self.grid) - 1), "ok")

    # building

    def _lay_out(self, close: QPushButton) -> None:
        stack = QVBoxLayout(self)
        fill(stack, tr("来稿登记"), self._lead())
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.filters, 1)
        top.addWidget(self.view)
        stack.addLayout(top)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.units)
        stack.addWidget(self._stack, 1)
        inside = QVBoxLayout(self._piece)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        names = QHBoxLayout()
        names.setSpacing(16)
        for name, field in ((tr("来稿单位"), self.unit), (tr("发稿人"), self.from_whom)):
            field.setAccessibleName(name)
            names.addLayout(named(name, field), 1)
        inside.addLayout(names)
        self.reply.setAccessibleName(tr("回复"))
        inside.addLayout(named(tr("回复"), self.reply))
        stack.addWidget(self._piece)
        stack.addWidget(self.message)
        row = buttons_row(close, self.copy)
        for place, button in enumerate((self.copy_table, self.save)):
            button.setAutoDefault(False)
            row.insertWidget(place, button)
        stack.addLayout(row)
        self.reply.setFixedHeight(_REPLY)
        set_style(self.reply, kind="field")

    def _lead(self) -> str:
        if not self._every:
            return tr("还没有来稿。用“来稿…”（Ctrl+Shift+I）收文件进来。")
        return tr(
            "“{masthead}”各期，连同待编、收件和废稿箱，来稿共 {n} 篇。", masthead=self._masthead, n=len(self._every)
        )

    def _connect(self, close: QPushButton) -> None:
        self.filters.changed.connect(self._list)
        self.view.chosen.connect(lambda _key: self._show_view())
        self.table.currentCellChanged.connect(lambda *_cells: self._show())
        for field in (self.unit, self.from_whom):
            field.textEdited.connect(lambda _words: self._on_edited())
        self.copy.clicked.connect(self._on_copy_clicked)
        self.copy_table.clicked.connect(self._on_copy_table_clicked)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.grid))
        close.clicked.connect(self.accept)
