"""The keys of all commands: find one, press its new keys, or have the program's own back."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLineEdit, QListView, QPushButton, QWidget

from editor.model.language import tr
from editor.ui.keys.keymap import Keymap
from editor.ui.keys.owned import doubt, refusal
from editor.ui.keys.spelling import native
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label
from editor.ui.palette.delegate import PaletteDelegate
from editor.ui.palette.entries import Answer, Answers, PaletteEntry
from editor.ui.palette.rows import ANSWER_ROLE, PaletteRows
from editor.ui.settings_dialog.key_field import KeyField
from editor.ui.settings_dialog.rows import Page
from editor.ui.theme.apply import set_style


class KeysPage(Page):
    """keymap_changed: the new map, already in force here. commands: to list, without their keys."""

    keymap_changed = Signal(object)

    def __init__(self, commands: tuple[PaletteEntry, ...], keymap: Keymap, *, message: tuple[str, ...] = ()) -> None:
        """message: what of the kept keys could not be used."""
        super().__init__(tr("快捷键"))
        self._commands, self.keymap, self._wanted = commands, keymap, ""
        self._texts = {one.key: one.text.removesuffix("…") for one in commands}
        self.query, self.list, self._rows = _Query(), QListView(), PaletteRows(self)
        self.command, self.field, self.message = label(role="strong"), KeyField(), StateLine()
        self.take, self.reset, self.reset_all = (
            QPushButton(tr("改给它")),
            QPushButton(tr("恢复默认")),
            QPushButton(tr("全部恢复默认")),
        )
        self._lay_out()
        self._connect()
        self._show_list()
        if message:
            self.message.show_message(
                tr("有几条没有用上：{said}。改动任何一条快捷键就会把它们清掉。", said=tr("；").join(message)),
                state="warn",
            )

    @property
    def chosen(self) -> str:
        """The command that keys are given to, empty for none."""
        answer = self.list.currentIndex().data(ANSWER_ROLE)
        return answer.entry.key if isinstance(answer, Answer) else ""

    def choose(self, command: str) -> None:
        """Lead to the keys of a command."""
        for row in range(self._rows.rowCount()):
            answer = self._rows.index(row, 0).data(ANSWER_ROLE)
            if isinstance(answer, Answer) and answer.entry.key == command:
                self.list.setCurrentIndex(self._rows.index(row, 0))
                self.list.scrollTo(self._rows.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # acting

    def _on_keys_pressed(self, keys: str) -> None:
        """Give keys to the command, unless they cannot be had, or another has them and must be asked for."""
        command = self.chosen
        reason = refusal(keys) if keys else ""
        owner = self.keymap.owner(keys) if keys else ""
        if not command:
            return
        self._want("")
        if reason:
            self.message.show_message(
                tr("{native} 不能用：{reason}。", native=native(keys), reason=reason), state="error"
            )
        elif owner and owner != command:
            self._want(keys)
            self.message.show_message(
                tr("{native} 现在是“{texts}”。", native=native(keys), texts=self._texts[owner]), state="warn"
            )
        else:
            self._give(keys)

    def _on_take_clicked(self) -> None:
        keys, owner = self._wanted, self._texts[self.keymap.owner(self._wanted)]
        self._want("")
        self._give(keys)
        self.message.show_message(
            tr(
                "已改给“{texts}”，“{owner}”不再用 {native}。",
                texts=self._texts[self.chosen],
                owner=owner,
                native=native(keys),
            ),
            state="ok",
        )
        self.query.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, keys: str) -> None:
        self._change(self.keymap.give(self.chosen, (keys,) if keys else ()))
        doubtful = doubt(keys)
        if doubtful:
            self.message.show_message(
                tr("已改。{doubtful}；按了没有反应时，请换一个。", doubtful=doubtful), state="warn"
            )
        else:
            self.message.show_message(tr("已改，马上可用。") if keys else tr("已改，不用快捷键。"), state="ok")

    def _on_reset_clicked(self) -> None:
        self._want("")
        self._change(self.keymap.reset(self.chosen))
        self.message.show_message(tr("“{texts}”已恢复默认。", texts=self._texts[self.chosen]), state="ok")

    def _on_reset_all_clicked(self) -> None:
        self._want("")
        self._change(Keymap(self.keymap.defaults))
        self.message.show_message(tr("全部快捷键已恢复默认。"), state="ok")

    def _change(self, keymap: Keymap) -> None:
        command, self.keymap = self.chosen, keymap
        self._show_list()
        focus = self.focusWidget()
        self.choose(command)
        if focus is not self.field and focus:
            focus.setFocus()
        self.keymap_changed.emit(keymap)

    def _want(self, keys: str) -> None:
        self._wanted = keys
        self.take.setVisible(bool(keys))

    # showing

    def _show_list(self) -> None:
        answers = Answers(self._with_keys()).to(self.query.text())
        self._rows.show(answers)
        self.list.setCurrentIndex(self._rows.index(self._rows.step(-1, 0), 0))
        if not answers:
            self.message.show_message(tr("没有“{query}”这样的命令。试试拼音首字母或英文。", query=self.query.text()))
        self._show_command()

    def _with_keys(self) -> list[PaletteEntry]:
        return [
            PaletteEntry(
                key=one.key,
                group=one.group,
                text=one.text,
                english=one.english,
                icon=one.icon,
                trail="" if self.keymap.is_default(one.key) else tr("已改"),
                keys=tuple(map(native, self.keymap.of(one.key))),
            )
            for one in self._commands
        ]

    def _show_command(self) -> None:
        command = self.chosen
        self.command.setText(self._texts.get(command, ""))
        self.field.show_keys("　".join(map(native, self.keymap.of(command))) if command else "")
        self.field.setEnabled(bool(command))
        self.reset.setEnabled(bool(command) and not self.keymap.is_default(command))
        self.reset_all.setEnabled(bool(self.keymap.chosen))

    def _on_row_chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._want("")
        self.message.show_message("")
        self._show_command()

    def _on_query_edited(self) -> None:
        self.message.show_message("")
        self._show_list()

    def _step(self, by: int) -> None:
        row = self._rows.step(self.list.currentIndex().row(), by)
        self.list.setCurrentIndex(self._rows.index(row, 0))

    # building

    def _lay_out(self) -> None:
        self.query.setPlaceholderText(tr("搜索命令：汉字、拼音首字母、英文"))
        self.query.setAccessibleName(tr("搜索命令"))
        self.list.setAccessibleName(tr("命令和快捷键"))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_style(self.reset_all, kind="quiet")
        for button in (self.take, self.reset, self.reset_all):
            button.setAutoDefault(False)
        self.take.hide()
        self.stack.addWidget(self.query)
        self.stack.addWidget(self.list, 1)
        self.stack.addWidget(self._editor())
        self.stack.addWidget(self.message)

    def _editor(self) -> QWidget:
        made = QFrame()
        set_style(made, ground="card")
        row = QHBoxLayout(made)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        self.command.setMinimumWidth(120)
        row.addWidget(self.command)
        for part in (self.field, self.take, self.reset, self.reset_all):
            row.addWidget(part, 1 if part is self.field else 0)
        return made

    def _connect(self) -> None:
        self.list.setModel(self._rows)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(self._on_row_chosen)
        self.list.doubleClicked.connect(lambda _index: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.query.textEdited.connect(self._on_query_edited)
        self.query.stepped.connect(self._step)
        self.query.entered.connect(lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.field.keys_pressed.connect(self._on_keys_pressed)
        self.field.left.connect(lambda: self.query.setFocus(Qt.FocusReason.OtherFocusReason))
        self.take.clicked.connect(self._on_take_clicked)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.reset_all.clicked.connect(self._on_reset_all_clicked)


class _Query(QLineEdit):
    """Steps through the list below; Enter goes on to the keys."""

    stepped = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
