"""The administrative names of China, to look up and to take as tags."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.model import register_edits as edits
from editor.model.language import tr
from editor.model.registers import Registers, Tag
from editor.text.regions import Region, provinces, regions
from editor.ui.kit.frames import framed, rule, small_buttons
from editor.ui.kit.widgets import label
from editor.ui.registers.book import RegisterBook
from editor.ui.registers.entry_table import Column, EntryTable, TableEntry
from editor.ui.registers.seek_field import SeekField
from editor.ui.theme.tokens import Theme

_COLUMNS = (
    Column(title=tr("名称")),
    Column(title=tr("所在"), width=120),
    Column(title=tr("代码"), width=88, right=True),
)
_RULE = tr(
    "省级、地级全部，加上直辖市的区县和省直辖的县级；代码是国家标准 GB/T 2260 的，截至 2024 年底。"
    "地名在写标签时随时可选，不必先加到标签表。"
)


class RegionPage(QWidget):
    """All divisions; the chosen ones can be put into the tag tree."""

    title = tr("地区")

    def __init__(self, book: RegisterBook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.seek = SeekField(theme, tr("找地名，拼音也行"), ())
        self.table, self.empty = EntryTable(tr("地区"), _COLUMNS), label(tr("没有这个地名。"), ink="text2")
        self.take = QPushButton(tr("加到标签表"))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 12, 0, 0)
        stack.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.seek, 1)
        row.addLayout(small_buttons(self.take))
        stack.addLayout(row)
        stack.addWidget(framed(self.table, self.empty), 1)
        stack.addWidget(rule(_RULE))
        self.seek.changed.connect(self._show)
        self.seek.left_down.connect(self.table.setFocus)
        self.table.chosen_changed.connect(self._show_chosen)
        self.take.clicked.connect(self._on_take_clicked)
        self._show()

    def _show(self) -> None:
        shown = [one for one in regions() if self.seek.finds((one.name,))]
        self.table.show_entries([_entry(one) for one in shown])
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.take.setEnabled(self._book.writable and bool(self.table.chosen))

    def _on_take_clicked(self) -> None:
        names = [one.name for one in regions() if one.code in self.table.chosen]
        fresh = [name for name in names if all(tag.name != name for tag in self._book.registers.tags)]

        def change(registers: Registers) -> Registers:
            for name in fresh:
                registers = edits.put_tag(registers, Tag(name=name))
            return registers

        words = f"“{fresh[0]}”" if len(fresh) == 1 else tr(" {n} 个地名", n=len(fresh))
        self._book.apply(tr("把{words}加到标签表", words=words), change)


def _entry(region: Region) -> TableEntry:
    place = "" if region.is_province else provinces()[region.province]
    return TableEntry(uid=region.code, cells=(region.name, place, region.code), tip=region.name)
