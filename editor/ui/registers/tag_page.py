"""The tag tree with its commands: renamed, merged and taken away in every article, closed issues with them."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from editor.model import register_edits as edits
from editor.model.language import tr
from editor.model.registers import Registers, Tag
from editor.ui.kit.frames import framed, rule, small_buttons
from editor.ui.kit.widgets import label
from editor.ui.registers.book import RegisterBook
from editor.ui.registers.notice import Notice
from editor.ui.registers.seek_field import SeekField
from editor.ui.registers.tag_tree import TagTree
from editor.ui.theme.tokens import Theme

_RULE = tr(
    "改名、合并、删除时，各期和待编里的文章一起改；标签不印出来，已发布的各期也改得动。"
    "拖动或 Ctrl+→、Ctrl+← 换上级，双击或 F2 改名。"
)


class TagPage(QWidget):
    """The tags of a book."""

    title = tr("标签")

    def __init__(self, book: RegisterBook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.seek = SeekField(theme, tr("找标签，拼音也行"), (tr("新建标签"),))
        self.tree, self.notice, self.empty = TagTree(), Notice(), label(ink="text2")
        self.merge, self.remove = QPushButton(tr("合并")), QPushButton(tr("删除"))
        self._lay_out()
        self._connect()
        self.show_tags()

    def show_tags(self) -> None:
        """Show what the book holds."""
        registers = self._book.registers
        wanted = frozenset(tag.uid for tag in registers.tags if self.seek.finds((tag.name,)))
        self.tree.writable = self._book.writable
        self.tree.setDragEnabled(self._book.writable)
        self.tree.show_tags(registers, wanted, self._book.usage.tags)
        self.tree.setVisible(bool(wanted))
        self.empty.setVisible(not wanted)
        words = self.seek.words
        self.empty.setText(
            tr("没有“{words}”。按 Enter 新建。", words=words)
            if words
            else tr("还没有标签。在上面写一个，按 Enter 新建。")
        )
        self.seek.found = bool(wanted)
        self.seek.set_writable(writable=self._book.writable)
        unknown = len(self._unregistered())
        self.notice.show_words(tr("文章用过的标签里有 {n} 个不在这里。", n=unknown) if unknown else "", tr("全部收入"))
        self.notice.action.setEnabled(self._book.writable)
        self._show_chosen()

    def register_used(self) -> None:
        """Take in every tag that articles have, as one step."""
        names = self._unregistered()

        def change(registers: Registers) -> Registers:
            for name in names:
                registers = edits.put_tag(registers, Tag(name=name))
            return registers

        self._book.apply(tr("收入用过的 {n} 个标签", n=len(names)), change)

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
        stack.addWidget(framed(self.tree, self.empty), 1)
        stack.addWidget(rule(_RULE))
        self.merge.setToolTip(tr("选中两个（Ctrl+单击），把一个并入另一个"))
        self.remove.setToolTip(tr("从标签表和所有文章里去掉（Delete）"))

    def _connect(self) -> None:
        self._book.changed.connect(self.show_tags)
        self.seek.changed.connect(self.show_tags)
        self.seek.add_wanted.connect(self._on_add_wanted)
        self.seek.left_down.connect(self.tree.setFocus)
        self.tree.moved.connect(self._on_moved)
        self.tree.written.connect(self._on_written)
        self.tree.chosen_changed.connect(self._show_chosen)
        self.tree.delete_wanted.connect(self._on_remove_clicked)
        self.merge.clicked.connect(self._on_merge_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.notice.accepted.connect(self.register_used)

    def _show_chosen(self) -> None:
        many, writable = len(self.tree.chosen), self._book.writable
        self.merge.setEnabled(writable and many == 2)
        self.remove.setEnabled(writable and many > 0)

    def _unregistered(self) -> tuple[str, ...]:
        known = {tag.name.casefold() for tag in self._book.registers.tags}
        return tuple({name.casefold(): name for name in self._book.usage.tags if name.casefold() not in known}.values())

    def _chosen(self) -> tuple[Tag, ...]:
        found = (self._book.registers.tag(uid) for uid in self.tree.chosen)
        return tuple(tag for tag in found if tag)

    # acting

    def _on_add_wanted(self, words: str, _place: int) -> None:
        made = Tag(name=words)
        if self._book.apply(tr("新建标签“{words}”", words=words), lambda registers: edits.put_tag(registers, made)):
            self.seek.clear()
            self.tree.choose(made.uid)

    def _on_moved(self, uids: tuple[str, ...], parent: str) -> None:
        above = self._book.registers.tag(parent)

        def change(registers: Registers) -> Registers:
            for uid in uids:
                registers = edits.move_tag(registers, uid, parent)
            return registers

        moved = [tag.name for tag in map(self._book.registers.tag, uids) if tag]
        words = f"“{moved[0]}”" if len(moved) == 1 else tr(" {n} 个标签", n=len(moved))
        self._book.apply(
            tr(
                "把{words}移到{value}",
                words=words,
                value=tr("“{name}”下", name=above.name) if above else tr("最上一级"),
            ),
            change,
        )

    def _on_written(self, uid: str, text: str) -> None:
        tag, name = self._book.registers.tag(uid), text.strip()
        if tag is None:
            return
        words = tr("标签“{name}”改为“{name2}”", name=tag.name, name2=name)
        names = self._used({tag.name: name})
        if not self._book.apply(words, lambda registers: edits.rename_tag(registers, uid, name), names=names):
            self.show_tags()

    def _on_merge_clicked(self) -> None:
        one, other = self._chosen()
        menu = QMenu(self)
        for source, target in ((one, other), (other, one)):
            words = tr("标签“{name}”并入“{name2}”", name=source.name, name2=target.name)
            menu.addAction(words).triggered.connect(partial(self._merge, source, target, words))
        menu.popup(self.merge.mapToGlobal(QPoint(0, self.merge.height())))

    def _merge(self, source: Tag, target: Tag, words: str) -> None:
        self._book.apply(
            words,
            lambda registers: edits.merge_tags(registers, source.uid, target.uid),
            names=self._used({source.name: target.name}),
        )
        self.tree.choose(target.uid)

    def _on_remove_clicked(self) -> None:
        tags = self._chosen()
        if not tags or not self._book.writable:
            return

        def change(registers: Registers) -> Registers:
            for tag in tags:
                registers = edits.remove_tag(registers, tag.uid)
            return registers

        words = f"“{tags[0].name}”" if len(tags) == 1 else tr(" {n} 个", n=len(tags))
        self._book.apply(tr("删除标签{words}", words=words), change, names=self._used({tag.name: "" for tag in tags}))

    def _used(self, names: dict[str, str]) -> dict[str, str]:
        """Return those that articles have: where none has, only the tree changes."""
        return {old: new for old, new in names.items() if self._book.usage.tags.get(old)}
