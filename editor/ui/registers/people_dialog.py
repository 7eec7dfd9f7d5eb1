"""人员与单位: who stands on credits pages and edits articles, with where each of them was used."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from editor.desk.registers.usage import RolesInIssue, unregistered, uses_by_person
from editor.model import register_edits as edits
from editor.model.credits import NameKind
from editor.model.language import tr
from editor.model.registers import Person, Registers
from editor.ui.kit.frames import framed, rule, small_buttons
from editor.ui.kit.widgets import label
from editor.ui.registers.book import RegisterBook
from editor.ui.registers.book_bar import BookBar
from editor.ui.registers.entry_table import EntryTable
from editor.ui.registers.notice import Notice
from editor.ui.registers.people_filter import PeopleFilter
from editor.ui.registers.people_rows import (
    PEOPLE_COLUMNS,
    named,
    person_entry,
    person_order,
    person_refusal,
    person_summary,
    person_written,
)
from editor.ui.registers.people_uses import PeopleUses
from editor.ui.registers.seek_field import SeekField
from editor.ui.theme.apply import set_style
from editor.ui.theme.tokens import Theme

_KINDS = (NameKind.PERSON, NameKind.ORGANISATION)
_RULE = tr(
    "改名、合并、停用只动名录，印好的各期照旧。双击或 F2 就地改；几个别名用顿号分开；职务次序从 1 数起，版权页照它排。"
)
_EMPTY = tr("名录还是空的。在上面写一个姓名或单位，按 Enter 登记。")


class PeopleDialog(QDialog):
    """Every change is in the library at once."""

    def __init__(self, book: RegisterBook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        book.setParent(self)
        self._uses: dict[str, tuple[RolesInIssue, ...]] = {}
        self.setWindowTitle(tr("人员与单位"))
        self.setModal(True)
        self.resize(980, 600)
        set_style(self, ground="raised")
        self.seek = SeekField(theme, tr("找姓名或单位，拼音也行"), (tr("登记人员"), tr("登记单位")))
        self.filter = PeopleFilter(self)
        self.notice, self.empty = Notice(), label(_EMPTY, ink="text2")
        self.table, self.uses = EntryTable(tr("人员与单位"), PEOPLE_COLUMNS), PeopleUses()
        self.merge, self.retire, self.remove = QPushButton(tr("合并")), QPushButton(tr("停用")), QPushButton(tr("删除"))
        self.bar = BookBar(book, theme, self)
        self._lay_out()
        self._connect()
        self._on_book_changed()
        self.seek.field.setFocus()

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addWidget(label(tr("人员与单位"), role="view"))
        stack.addWidget(self.seek)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self.filter.buttons:
            row.addWidget(button)
        row.addStretch()
        row.addLayout(small_buttons(self.merge, self.retire, self.remove))
        stack.addLayout(row)
        stack.addWidget(self.notice)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(framed(self.table, self.empty), 1)
        columns.addWidget(self.uses)
        stack.addLayout(columns, 1)
        stack.addWidget(rule(_RULE))
        stack.addWidget(self.bar)

    def _connect(self) -> None:
        self._book.changed.connect(self._on_book_changed)
        self.seek.changed.connect(self._show)
        self.seek.add_wanted.connect(self._on_add_wanted)
        self.seek.left_down.connect(self.table.setFocus)
        self.filter.changed.connect(self._show)
        self.table.written.connect(self._on_written)
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.delete_wanted.connect(self._on_remove_clicked)
        self.merge.clicked.connect(self._on_merge_clicked)
        self.retire.clicked.connect(self._on_retire_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.notice.accepted.connect(self.register_used)

    # showing

    def _on_book_changed(self) -> None:
        registers, usage = self._book.registers, self._book.usage
        self._uses = uses_by_person(registers, usage)
        unknown = len(unregistered(registers, usage))
        self.notice.show_words(
            tr("各期用过的名字里有 {n} 个还没有登记。", n=unknown) if unknown else "", tr("全部登记")
        )
        self.notice.action.setEnabled(self._book.writable)
        self._show()

    def _show(self) -> None:
        registers = self._book.registers
        sought = (one for one in registers.people if self.seek.finds((one.name, one.remark, *one.aliases)))
        shown = sorted(filter(self.filter.holds, sought), key=person_order)
        self.table.writable = self._book.writable
        self.table.show_entries([person_entry(one, len(self._uses.get(one.uid, ()))) for one in shown])
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.empty.setText(self._nothing())
        self.seek.found = bool(shown)
        self.seek.set_writable(writable=self._book.writable)
        self._show_chosen()

    def _nothing(self) -> str:
        if self.seek.words:
            return tr("没有“{words}”。按 Enter 登记为人员，Ctrl+Enter 登记为单位。", words=self.seek.words)
        return _EMPTY if not self._book.registers.people else tr("这一类还没有。")

    def _show_chosen(self) -> None:
        people = self._chosen()
        one = people[-1] if people else None
        self.uses.show_person(one, self._uses.get(one.uid, ()) if one else ())
        writable = self._book.writable
        kinds = {person.kind for person in people}
        self.merge.setEnabled(writable and len(people) == 2 and len(kinds) == 1)
        self.merge.setToolTip(tr("选中两个（Ctrl+单击），把一个并入另一个"))
        self.retire.setEnabled(writable and bool(people))
        self.retire.setText(tr("恢复") if one and one.retired else tr("停用"))
        self.retire.setToolTip(tr("停用后不再供选择，印过的不变；随时可以恢复"))
        self.remove.setEnabled(writable and bool(people))
        self.remove.setToolTip(tr("从名录删去，印过的不变（Delete）"))

    def _chosen(self) -> tuple[Person, ...]:
        found = (self._book.registers.person(uid) for uid in self.table.chosen)
        return tuple(person for person in found if person)

    # acting

    def register_used(self) -> None:
        """Register every name that issues use, as one step."""
        names = unregistered(self._book.registers, self._book.usage)

        def change(registers: Registers) -> Registers:
            for name, kind in names:
                registers = edits.put_person(registers, Person(name=name, kind=kind))
            return registers

        self._book.apply(tr("登记用过的 {n} 个名字", n=len(names)), change)

    def _on_add_wanted(self, words: str, place: int) -> None:
        made = Person(name=words, kind=_KINDS[place])
        if self._book.apply(tr("登记“{words}”", words=words), lambda registers: edits.put_person(registers, made)):
            self.filter.show_all()
            self.seek.clear()
            self.table.choose(made.uid)

    def _on_written(self, uid: str, column: int, text: str) -> None:
        person = self._book.registers.person(uid)
        if person is None:
            return
        refusal = person_refusal(column, text)
        if refusal:
            self._book.refused.emit(refusal)
            self._show()
            return
        words, after = person_written(person, column, text)
        if not self._book.apply(words, lambda registers: edits.put_person(registers, after)):
            self._show()

    def _on_merge_clicked(self) -> None:
        one, other = self._chosen()
        menu = QMenu(self)
        for source, target in ((one, other), (other, one)):
            words = tr("“{told}”并入“{told2}”", told=person_summary(source), told2=person_summary(target))
            menu.addAction(words).triggered.connect(partial(self._merge, source.uid, target.uid, words))
        menu.popup(self.merge.mapToGlobal(QPoint(0, self.merge.height())))

    def _merge(self, source: str, target: str, words: str) -> None:
        self._book.apply(words, lambda registers: edits.merge_people(registers, source, target))
        self.table.choose(target)

    def _on_retire_clicked(self) -> None:
        people = self._chosen()
        retired = not people[-1].retired

        def change(registers: Registers) -> Registers:
            for person in people:
                registers = edits.retire_person(registers, person.uid, retired=retired)
            return registers

        self._book.apply(f"{tr('停用') if retired else tr('恢复')}{named(people)}", change)

    def _on_remove_clicked(self) -> None:
        people = self._chosen()
        if not people or not self._book.writable:
            return

        def change(registers: Registers) -> Registers:
            for person in people:
                registers = edits.remove_person(registers, person.uid)
            return registers

        self._book.apply(tr("删除{named}", named=named(people)), change)
