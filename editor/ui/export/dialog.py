"""The export dialog: which forms, what name, where; then progress, and what came of it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.desk.copies import NUMBER_PLACE
from editor.desk.exporting import Export, Targets
from editor.desk.formats import EXPORTED, PDF, FileFormat
from editor.desk.naming import edition_pattern, file_stem, legal
from editor.desk.printable_issue import PrintableIssue
from editor.model.language import tr, tr_marked
from editor.model.review import CLOSED
from editor.model.saying import said_number, said_size
from editor.ui.export.card import FormatCard
from editor.ui.export.copies import CopyChoices
from editor.ui.export.job import ExportJob, ExportWanted, Released
from editor.ui.export.options import PrintChoices
from editor.ui.kit.viewer import view
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_COVER_WIDTH = 196
_MOST_NAMED = 4


class ExportDialog(QDialog):
    """Exports one issue; exported tells what was made.

    sheets: how many pages it has, 0 before they are set; released: looks up what was signed of an approved issue.
    """

    exported = Signal(object)

    def __init__(
        self,
        opened: PrintableIssue,
        folder: Path,
        *,
        sheets: int,
        released: Released,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened, self._released = opened, released
        self._doubts: Sequence[str] = ()
        self._job: ExportJob | None = None
        self.setWindowTitle(tr("导出"))
        self.setModal(True)
        self.resize(832, 520)
        set_style(self, ground="raised")
        self.cards = {
            one.key: FormatCard(one.name, tr_marked(one.card.description), one.card.icon)
            for one in EXPORTED
            if one.card
        }
        self.choices = PrintChoices(opened.issue)
        self.copies = CopyChoices() if opened.issue.archive.state in CLOSED else None
        self.name = QLineEdit(file_stem(opened.issue, opened.publication.file_name))
        self.folder = QLineEdit(str(folder))
        self.open_after = QCheckBox(tr("完成后打开文件夹"))
        self._wording = label(role="small", ink="text2")
        self._warned = label(role="small", ink="warn")
        for words in (self._wording, self._warned):
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 0)
        self._progress.hide()
        self.start_button, self.close_button = QPushButton(tr("导出")), QPushButton(tr("取消"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.cover = QLabel()
        row.addWidget(_preview(self.cover, sheets))
        row.addLayout(self._form(), 1)
        self._connect()
        self._update_enabled()

    def show_cover(self, picture: QPixmap) -> None:
        """Show the picture of the first page."""
        self.cover.setPixmap(picture)

    @property
    def targets(self) -> Targets:
        """What is exported where."""
        folder, name = Path(self.folder.text().strip()), legal(self.name.text().replace(NUMBER_PLACE, ""))
        return {one.key: folder / f"{name}{one.ending}" for one in EXPORTED if self.cards[one.key].chosen}

    @property
    def _base(self) -> Path:
        return Path(self.folder.text().strip()) / legal(self.name.text())

    @property
    def message(self) -> str:
        """What the dialog says below the form."""
        return self._wording.text()

    @property
    def warned(self) -> str:
        """What the user should look at after an export."""
        return self._warned.text()

    @property
    def running(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    def show_doubts(self, doubts: Sequence[str]) -> None:
        """Say why an approval does not count here: only proofs go out then."""
        self._doubts = doubts
        self._update_enabled()

    def choose_only(self, chosen: FileFormat) -> None:
        """Choose one form and no other."""
        for key, card in self.cards.items():
            card.choose(on=key == chosen.key)

    def propose_name(self, revision: int) -> None:
        """Propose the name of a revision, 1 for the first."""
        pattern = edition_pattern(self._opened.publication.file_name, revision)
        self.name.setText(file_stem(self._opened.issue, pattern))

    @property
    def _wanted(self) -> ExportWanted:
        return ExportWanted(
            targets=self.targets,
            options=self.choices.options(dt.datetime.now().astimezone()),
            copies=self.copies.run if self.copies else None,
            base=self._base,
        )

    def start(self) -> None:
        """Export."""
        if self._job is not None:
            return
        self._job = ExportJob(self._opened, self._wanted, self._released, self)
        self._job.copied.connect(self._on_copied)
        self._job.step_begun.connect(self._on_step_begun)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.stopped.connect(self._on_stopped)
        self._set_running(running=True)
        self._job.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def reject(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._show_message(tr("正在停止…"))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.stop()
            self._job.wait()
        super().closeEvent(event)

    def _form(self) -> QVBoxLayout:
        form = QVBoxLayout()
        form.setContentsMargins(28, 24, 28, 24)
        form.setSpacing(8)
        total = "".join(said_number(self._opened.issue.number)[-1:])
        form.addWidget(label(tr("导出{total}", total=total), role="view"))
        form.addSpacing(8)
        for card in self.cards.values():
            form.addWidget(card)
        if self.copies:
            form.addWidget(self.copies.card)
        form.addSpacing(12)
        form.addLayout(self._fields())
        form.addSpacing(8)
        form.addWidget(self._wording)
        form.addWidget(self._warned)
        form.addStretch()
        form.addWidget(self._progress)
        form.addSpacing(8)
        form.addLayout(self._buttons())
        return form

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        self.name.setAccessibleName(tr("文件名"))
        self.folder.setAccessibleName(tr("放到"))
        change = QPushButton(tr("更改…"))
        change.clicked.connect(self._choose_folder)
        grid.addWidget(label(tr("文件名"), ink="text2"), 0, 0)
        grid.addWidget(self.name, 0, 1, 1, 2)
        grid.addWidget(label(tr("放到"), ink="text2"), 1, 0)
        grid.addWidget(self.folder, 1, 1)
        grid.addWidget(change, 1, 2)
        self.choices.place(grid, 2)
        if self.copies:
            self.copies.place(grid, 4)
        grid.addWidget(self.open_after, 6, 1, 1, 2)
        self.open_after.setChecked(True)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.close_button)
        row.addWidget(self.start_button)
        set_style(self.start_button, kind="primary")
        self.start_button.setDefault(True)
        return row

    def _connect(self) -> None:
        self.start_button.clicked.connect(self.start)
        self.close_button.clicked.connect(self.reject)
        for card in self.cards.values():
            card.toggled.connect(self._update_enabled)
        self.cards[PDF.key].toggled.connect(self.choices.enable)
        self.choices.proof.toggled.connect(self._update_enabled)
        if self.copies:
            self.copies.card.toggled.connect(self._update_enabled)
            self.copies.numbered.toggled.connect(self._update_enabled)
            self.copies.stamp.textChanged.connect(self._update_enabled)
            for number in (self.copies.first, self.copies.last):
                number.valueChanged.connect(self._update_enabled)
        for field in (self.name, self.folder):
            field.textChanged.connect(self._update_enabled)

    def _update_enabled(self) -> None:
        """Say what is in the way, or what would be replaced, before it happens."""
        copies = self.copies.paths(self._base) if self.copies else ()
        wanted = [*self.targets.values(), *copies]
        fault = self.copies.fault if self.copies else ""
        named = bool(self.name.text().strip() and self.folder.text().strip())
        refused = self._refused if wanted else ""
        self.start_button.setEnabled(bool(wanted) and named and not fault and not refused)
        old = [path.name for path in wanted if path.exists()]
        if fault:
            self._show_message(fault, ink="error")
        elif not wanted:
            self._show_message(tr("请至少选一种格式。"))
        elif refused:
            self._show_message(refused, ink="error")
        elif not named:
            self._show_message(tr("请写明文件名和文件夹。"))
        elif old:
            self._show_message(tr("文件夹里已有{old}，导出后会被替换。", old=_named(old)), ink="warn")
        else:
            self._show_message("")

    @property
    def _refused(self) -> str:
        """Why nothing goes out as it is chosen; empty where it does."""
        wanted = self._wanted
        if not self._doubts or (wanted.copies is None and wanted.marked):
            return ""
        return tr(
            "这一期的签发在这台电脑上不作数，不能导出。{doubt}要看样子，可只选 PDF 并勾“纸样”。",
            doubt=self._doubts[0],
        )

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("导出到哪个文件夹"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _set_running(self, *, running: bool) -> None:
        for part in (*self.cards.values(), self.name, self.folder, self.open_after):
            part.setEnabled(not running)
        self.choices.enable(not running and self.cards[PDF.key].chosen)
        if self.copies:
            self.copies.enable(on=not running)
        self.start_button.setVisible(not running)
        self.close_button.setText(tr("停止") if running else tr("关闭"))
        self._progress.setRange(0, 0)
        self._progress.setVisible(running)

    def _on_step_begun(self, step: str) -> None:
        self._show_message(f"{step}…")

    def _on_copied(self, done: int, n: int) -> None:
        self._progress.setRange(0, n)
        self._progress.setValue(done)
        self._show_message(tr("正在做副本：{done} / {n} 份…", done=done, n=n))

    def _on_done(self, outcome: Export) -> None:
        self._finish()
        self._show_message("\n".join(_written(outcome.written)), ink="ok")
        opened = not self.open_after.isChecked() or view(Path(self.folder.text()))
        unopened = () if opened else (tr("没能打开文件夹，请自己到“{folder}”里找。", folder=self.folder.text()),)
        self._warned.setText("\n".join((*outcome.warnings, *unopened)))
        self._make_room()
        self.exported.emit(outcome)

    def _on_failed(self, reason: str) -> None:
        self._finish()
        self._show_message(reason, ink="error")

    def _on_stopped(self, n: int) -> None:
        self._finish()
        self._show_message(tr("已停止，写好了 {n} 个文件。", n=n) if n else tr("已停止，没有写任何文件。"))

    def _finish(self) -> None:
        if self._job is not None:
            self._job.wait()
        self._job = None
        self._set_running(running=False)

    def _show_message(self, words: str, *, ink: str = "text2") -> None:
        self._wording.setText(words)
        self._warned.setText("")
        set_style(self._wording, ink=ink)
        self._make_room()

    def _make_room(self) -> None:
        """Grow by what is said: a layout's least height takes no account of lines that wrap."""
        layout = self.layout()
        if layout and layout.activate():
            wrapped = layout.hasHeightForWidth()
            needed = layout.totalHeightForWidth(self.width()) if wrapped else layout.totalSizeHint().height()
            self.resize(self.width(), max(self.height(), needed))


def _named(names: Sequence[str]) -> str:
    """Return the names of files, the first where they are many."""
    if len(names) > _MOST_NAMED:
        return tr("“{name}”等 {n} 个文件", name=names[0], n=len(names))
    return tr("、").join(f"“{name}”" for name in names)


def _written(paths: Sequence[Path]) -> Iterator[str]:
    """Yield a line a file, one for all where they are many."""
    if len(paths) > _MOST_NAMED:
        size = said_size(sum(path.stat().st_size for path in paths))
        last = paths[-1].name
        yield tr("已写好 {n} 个文件（共 {size}），最后一个是 {last}", n=len(paths), size=size, last=last)
        return
    for path in paths:
        yield tr("已写好 {name}（{size}）", name=path.name, size=said_size(path.stat().st_size))


def _preview(page: QLabel, sheets: int) -> QWidget:
    side = QWidget()
    side.setFixedWidth(252)
    set_style(side, ground="sunken")
    stack = QVBoxLayout(side)
    stack.setContentsMargins(28, 28, 28, 28)
    page.setFixedSize(_COVER_WIDTH, _COVER_WIDTH * 297 // 210)
    page.setScaledContents(True)
    set_style(page, ground="raised")
    page.setAccessibleName(tr("封面"))
    stack.addWidget(page)
    stack.addSpacing(12)
    stack.addWidget(label(tr("{n} 页 · A4", n=sheets) if sheets else tr("正在排版…"), role="small", ink="text2"))
    stack.addStretch()
    return side
