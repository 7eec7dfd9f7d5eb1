"""What taking a table of house words would do, row by row, before it is done."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.desk.registers.house_words import WordPlan
from editor.model.house_words import HouseWord, HouseWords
from editor.model.language import tr
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.frames import framed
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import label
from editor.ui.registers.house_form import changed_fields
from editor.ui.registers.house_rows import WORD_COLUMNS
from editor.ui.registers.row_list import RowColumn, RowList

_SIZE = 760, 520
_NEW, _CHANGED, _REFUSED = "new", "changed", "refused"
_REFUSED_COLUMNS = (
    RowColumn(tr("行"), 56, lambda row: str(row.line)),
    RowColumn(tr("内容"), 220, lambda row: row.text),
    RowColumn(tr("为什么没有收"), 0, lambda row: row.reason),
)


class TakingDialog(GrowingDialog):
    """Accepted where the user wants it done."""

    def __init__(self, plan: WordPlan, known: HouseWords, name: str, parent: QWidget | None = None) -> None:
        """name: of the file, or what else the table comes from."""
        super().__init__(tr("导入用语"), parent)
        self.resize(*_SIZE)
        self._rows: Mapping[str, Sequence[Any]] = {_NEW: plan.new, _CHANGED: plan.changed, _REFUSED: plan.refused}
        before = {one.uid: one for one in known.words}
        self.lists = {
            _NEW: RowList(tr("新增的用语"), WORD_COLUMNS),
            _CHANGED: RowList(tr("改动的用语"), _changed_columns(before)),
            _REFUSED: RowList(tr("没有收的行"), _REFUSED_COLUMNS),
        }
        self.parts = Segments(
            tr("看哪一部分"), [(_NEW, tr("新用语")), (_CHANGED, tr("改动")), (_REFUSED, tr("没有收"))]
        )
        self.take, self.leave = QPushButton(tr("导入 {n} 条", n=len(plan.taken))), QPushButton(tr("取消"))
        self._frames: dict[str, QWidget] = {}
        self._lay_out(plan, name)
        self._show(next((key for key, rows in self._rows.items() if rows), _NEW))

    def _lay_out(self, plan: WordPlan, name: str) -> None:
        stack = QVBoxLayout(self)
        fill(stack, tr("导入用语"), _summary(plan, name))
        self.parts.setMaximumWidth(360)
        stack.addWidget(self.parts)
        for key, shown in self.lists.items():
            self.parts.segments[key].show_count(len(self._rows[key]))
            shown.show_values(self._rows[key])
            frame = framed(shown, nothing := label(tr("没有。"), ink="text2"))
            shown.setVisible(bool(self._rows[key]))
            nothing.setVisible(not self._rows[key])
            self._frames[key] = frame
            stack.addWidget(frame, 1)
        if plan.unknown:
            line = StateLine()
            heads = tr("、").join(f"“{one}”" for one in plan.unknown)
            line.show_message(tr("不认得的列没有读：{heads}。", heads=heads), state="warn")
            stack.addWidget(line)
        stack.addLayout(buttons_row(self.leave, self.take))
        self.take.setEnabled(bool(plan.taken))
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.parts.chosen.connect(self._show)

    def _show(self, key: object) -> None:
        self.parts.show_key(key)
        for one, frame in self._frames.items():
            frame.setVisible(one == key)


def _summary(plan: WordPlan, name: str) -> str:
    words = tr(
        "{name}：新增 {new} 条，改动 {changed} 条，没有收 {refused} 行。",
        name=name,
        new=len(plan.new),
        changed=len(plan.changed),
        refused=len(plan.refused),
    )
    same = tr("另有 {n} 条与用语表里的相同。", n=plan.same) if plan.same else ""
    return words + same


def _changed_columns(before: Mapping[str, HouseWord]) -> tuple[RowColumn, ...]:
    return (
        RowColumn(tr("用语"), 150, lambda word: word.name),
        RowColumn(tr("改动"), 0, lambda word: tr("；").join(changed_fields(before[word.uid], word))),
    )
