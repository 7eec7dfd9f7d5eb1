"""The keys of all commands: find one, press its new keys, or have the program's own back."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from editor.model.language import tr
from editor.ui.keys.keymap import Keymap
from editor.ui.keys.owned import doubt, refusal
from editor.ui.keys.spelling import native
from editor.ui.kit.pieces import StateLine
from editor.ui.palette.answer_list import AnswerList
from editor.ui.palette.entries import Answers, PaletteEntry
from editor.ui.settings_dialog.key_editor import KeyEditor
from editor.ui.settings_dialog.rows import Page


class KeysPage(Page):
    """keymap_changed: the new map, already in force here. commands: to list, without their keys."""

    keymap_changed = Signal(object)

    def __init__(self, commands: tuple[PaletteEntry, ...], keymap: Keymap, *, message: tuple[str, ...] = ()) -> None:
        """message: what of the kept keys could not be used."""
        super().__init__(tr("快捷键"))
        self._commands, self.keymap = commands, keymap
        self._texts = {one.key: one.text.removesuffix("…") for one in commands}
        self.query, self.list = _Query(), AnswerList(tr("命令和快捷键"))
        self.editor, self.message = KeyEditor(), StateLine()
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
        return self.list.entry.key if self.list.entry else ""

    def choose(self, command: str) -> None:
        """Lead to the keys of a command."""
        if self.list.choose(command):
            self.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # acting

    def _on_keys_pressed(self, keys: str) -> None:
        """Give keys to the command, unless they cannot be had, or another has them and must be asked for."""
        command = self.chosen
        reason = refusal(keys) if keys else ""
        owner = self.keymap.owner(keys) if keys else ""
        if not command:
            return
        self.editor.want("")
        if reason:
            self.message.show_message(
                tr("{native} 不能用：{reason}。", native=native(keys), reason=reason), state="error"
            )
        elif owner and owner != command:
            self.editor.want(keys)
            self.message.show_message(
                tr("{native} 现在是“{texts}”。", native=native(keys), texts=self._texts[owner]), state="warn"
            )
        else:
            self._give(keys)

    def _on_take_clicked(self) -> None:
        keys, owner = self.editor.wanted, self._texts[self.keymap.owner(self.editor.wanted)]
        self.editor.want("")
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
        self.editor.want("")
        self._change(self.keymap.reset(self.chosen))
        self.message.show_message(tr("“{texts}”已恢复默认。", texts=self._texts[self.chosen]), state="ok")

    def _on_reset_all_clicked(self) -> None:
        self.editor.want("")
        self._change(Keymap(self.keymap.defaults))
        self.message.show_message(tr("全部快捷键已恢复默认。"), state="ok")

    def _change(self, keymap: Keymap) -> None:
        command, self.keymap = self.chosen, keymap
        self._show_list()
        focus = self.focusWidget()
        self.choose(command)
        if focus is not self.editor.field and focus:
            focus.setFocus()
        self.keymap_changed.emit(keymap)

    # showing

    def _show_list(self) -> None:
        answers = Answers(_with_keys(self._commands, self.keymap)).to(self.query.text())
        self.list.show_answers(answers)
        if not answers:
            self.message.show_message(tr("没有“{query}”这样的命令。试试拼音首字母或英文。", query=self.query.text()))
        self._show_command()

    def _show_command(self) -> None:
        self.editor.show_command(self.chosen, self._texts.get(self.chosen, ""), self.keymap)

    def _on_row_chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.editor.want("")
        self.message.show_message("")
        self._show_command()

    def _on_query_edited(self) -> None:
        self.message.show_message("")
        self._show_list()

    # building

    def _lay_out(self) -> None:
        self.query.setPlaceholderText(tr("搜索命令：汉字、拼音首字母、英文"))
        self.query.setAccessibleName(tr("搜索命令"))
        self.stack.addWidget(self.query)
        self.stack.addWidget(self.list, 1)
        self.stack.addWidget(self.editor)
        self.stack.addWidget(self.message)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_row_chosen)
        self.list.doubleClicked.connect(lambda _index: self.editor.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.query.textEdited.connect(self._on_query_edited)
        self.query.stepped.connect(self.list.step)
        self.query.entered.connect(lambda: self.editor.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.editor.field.keys_pressed.connect(self._on_keys_pressed)
        self.editor.field.left.connect(lambda: self.query.setFocus(Qt.FocusReason.OtherFocusReason))
        self.editor.take.clicked.connect(self._on_take_clicked)
        self.editor.reset.clicked.connect(self._on_reset_clicked)
        self.editor.reset_all.clicked.connect(self._on_reset_all_clicked)


def _with_keys(commands: tuple[PaletteEntry, ...], keymap: Keymap) -> list[PaletteEntry]:
    return [
        replace(
            one,
            trail="" if keymap.is_default(one.key) else tr("已改"),
            keys=tuple(map(native, keymap.of(one.key))),
            reason="",
        )
        for one in commands
    ]


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
