"""A list of terms: issuing bodies, sources with their hosts, documents with their short names."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from editor.model import register_edits as edits
from editor.model.language import tr
from editor.model.registers import Registers, Term, Vocabulary, term_named
from editor.text.pinyin import sort_key
from editor.ui.kit.frames import framed, rule, small_buttons
from editor.ui.kit.widgets import label
from editor.ui.registers.book import RegisterBook
from editor.ui.registers.entry_table import EntryTable
from editor.ui.registers.notice import Notice
from editor.ui.registers.seek_field import SeekField
from editor.ui.registers.term_rows import TERM_WORDS, term_columns, term_entry, term_written
from editor.ui.theme.tokens import Theme


class TermPage(QWidget):
    """One vocabulary of a book."""

    def __init__(self, book: RegisterBook, theme: Theme, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._vocabulary, self._words = book, vocabulary, TERM_WORDS[vocabulary]
        self.title = self._words.title
        self.seek = SeekField(
            theme, tr("找{title}，拼音也行", title=self.title), (tr("登记{one}", one=self._words.one),)
        )
        self.table = EntryTable(self.title, term_columns(vocabulary))
        self.notice, self.empty = Notice(), label(ink="text2")
        self.merge, self.remove = QPushButton(tr("合并")), QPushButton(tr("删除"))
        self._lay_out()
        self._connect()
        self.show_terms()

    def show_terms(self) -> None:
        """Show what the book holds."""
        terms = self._book.registers.terms(self._vocabulary)
        shown = [term for term in terms if self.seek.finds((term.name, *term.aliases, *term.hosts))]
        shown.sort(key=lambda term: sort_key(term.name))
        self.table.writable = self._book.writable
        self.table.show_entries([term_entry(term, self._vocabulary, self._book.usage) for term in shown])
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.empty.setText(self._nothing())
        self.seek.found = bool(shown)
        self.seek.set_writable(writable=self._book.writable)
        unknown = len(self._unregistered())
        self.notice.show_words(
            tr("文章用过的来源里有 {n} 个还没有登记。", n=unknown) if unknown else "", tr("全部登记")
        )
        self.notice.action.setEnabled(self._book.writable)
        self._show_chosen()

    def register_used(self) -> None:
        """Register every source that articles use, as one step."""
        names = self._unregistered()

        def change(registers: Registers) -> Registers:
            for name in names:
                registers = edits.put_term(registers, self._vocabulary, Term(name=name))
            return registers

        self._book.apply(tr("登记用过的 {n} 个来源", n=len(names)), change)

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 12, 0, 0)
        stack.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.seek, 1)
        row.addLayout(small_buttons(self.merge, self.remove))
        stack.addLayout(row)
        stack.addWidget(self.notice)
        stack.addWidget(framed(self.table, self.empty), 1)
        stack.addWidget(rule(self._words.rule))
        self.merge.setToolTip(tr("选中两个（Ctrl+单击），把一个并入另一个"))
        self.remove.setToolTip(tr("从名录删去，文章不变（Delete）"))

    def _connect(self) -> None:
        self._book.changed.connect(self.show_terms)
        self.seek.changed.connect(self.show_terms)
        self.seek.add_wanted.connect(self._on_add_wanted)
        self.seek.left_down.connect(self.table.setFocus)
        self.table.written.connect(self._on_written)
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.delete_wanted.connect(self._on_remove_clicked)
        self.merge.clicked.connect(self._on_merge_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.notice.accepted.connect(self.register_used)

    # showing

    def _nothing(self) -> str:
        if self.seek.words:
            return tr("没有“{words}”。按 Enter 登记。", words=self.seek.words)
        return tr("还没有登记{title}。在上面写一个，按 Enter 登记。", title=self.title)

    def _show_chosen(self) -> None:
        many, writable = len(self.table.chosen), self._book.writable
        self.merge.setEnabled(writable and many == 2)
        self.remove.setEnabled(writable and many > 0)

    def _unregistered(self) -> tuple[str, ...]:
        if self._vocabulary is not Vocabulary.SOURCES:
            return ()
        return tuple(name for name in self._book.usage.sources if not term_named(self._book.registers.sources, name))

    def _chosen(self) -> tuple[Term, ...]:
        terms = {term.uid: term for term in self._book.registers.terms(self._vocabulary)}
        return tuple(terms[uid] for uid in self.table.chosen if uid in terms)

    # acting

    def _on_add_wanted(self, words: str, _place: int) -> None:
        made = Term(name=words.strip("《》"))
        if self._book.apply(
            tr("登记{one}“{name}”", one=self._words.one, name=made.name),
            lambda registers: edits.put_term(registers, self._vocabulary, made),
        ):
            self.seek.clear()
            self.table.choose(made.uid)

    def _on_written(self, uid: str, column: int, text: str) -> None:
        term = next((one for one in self._book.registers.terms(self._vocabulary) if one.uid == uid), None)
        if term is None:
            return
        words, after = term_written(term, self._vocabulary, column, text)
        if not self._book.apply(words, lambda registers: edits.put_term(registers, self._vocabulary, after)):
            self.show_terms()

    def _on_merge_clicked(self) -> None:
        one, other = self._chosen()
        menu = QMenu(self)
        for source, target in ((one, other), (other, one)):
            words = tr("“{name}”并入“{name2}”", name=source.name, name2=target.name)
            menu.addAction(words).triggered.connect(partial(self._merge, source.uid, target.uid, words))
        menu.popup(self.merge.mapToGlobal(QPoint(0, self.merge.height())))

    def _merge(self, source: str, target: str, words: str) -> None:
        self._book.apply(words, lambda registers: edits.merge_terms(registers, self._vocabulary, source, target))
        self.table.choose(target)

    def _on_remove_clicked(self) -> None:
        terms = self._chosen()
        if not terms or not self._book.writable:
            return

        def change(registers: Registers) -> Registers:
            for term in terms:
                registers = edits.remove_term(registers, self._vocabulary, term.uid)
            return registers

        named = f"“{terms[0].name}”" if len(terms) == 1 else tr(" {n} 个{one}", n=len(terms), one=self._words.one)
        self._book.apply(tr("删除{named}", named=named), change)
