"""What was replaced in the library, by name, to be taken back as a whole."""

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.desk.ports import Checkpoint
from editor.model.language import tr
from editor.ui.find.job import LibraryJob
from editor.ui.find.library_work import LibraryWork
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style
from editor.ui.work.session import Session

_RULE = tr("整体撤销：这一次改过的各期同时恢复。其中有一篇后来又改过，就都不动，并说明是哪一期。")


class CheckpointsDialog(QDialog):
    """undone: name of what was taken back last, empty for nothing."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._checkpoints: tuple[Checkpoint, ...] = ()
        self.undone = ""
        self.setWindowTitle(tr("撤销刊库替换"))
        self.setModal(True)
        self.resize(640, 400)
        set_style(self, ground="raised")
        self.list, self.work = QListWidget(), LibraryWork(self)
        self.list.setAccessibleName(tr("刊库替换"))
        self.undo, self.leave = QPushButton(tr("撤销这一次")), QPushButton(tr("关闭"))
        self._lay_out()
        self.undo.clicked.connect(self.take_back)
        self.leave.clicked.connect(self.reject)
        self.work.changed.connect(self._update_enabled)
        self.work.stopped.connect(lambda: self.work.message.show_message(tr("已停止，没有改动。")))
        self._fill()
        self.work.message.show_message("" if self._checkpoints else tr("没有可以撤销的刊库替换。"))
        self._update_enabled()

    @property
    def lines(self) -> tuple[str, ...]:
        """The rows as shown."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def take_back(self) -> None:
        """Take the chosen one back; say why where it cannot be."""
        chosen = self._checkpoints[self.list.currentRow()]
        if not self._session.save_all():
            self.work.message.show_message(tr("最近的改动还没有存进刊库，先存好再撤销。"), state="error")
            return
        library, author = self._session.library, self._session.author
        job = LibraryJob(lambda job: library.checkpoints.undo(chosen.uid, author=author, progress=job.step), self)
        self.work.begin(job, tr("正在撤销…"), lambda _none: self._on_done(chosen))

    def reject(self) -> None:
        if self.work.running:
            self.work.stop()
            return
        super().reject()

    def _on_done(self, chosen: Checkpoint) -> None:
        self.undone = chosen.name
        self._session.catch_up(tr("撤销{name}", name=chosen.name))
        self._fill()
        self.work.message.show_message(tr("已撤销：{name}", name=chosen.name), state="ok")
        self._update_enabled()

    def _update_enabled(self) -> None:
        running = self.work.running
        self.list.setEnabled(not running)
        self.undo.setEnabled(not running and bool(self._checkpoints) and not self._session.library.read_only)
        self.leave.setText(tr("停止") if running else tr("关闭"))
        self.work.progress.setVisible(running)

    def _fill(self) -> None:
        self._checkpoints = self._session.library.checkpoints.listed()
        self.list.clear()
        for one in self._checkpoints:
            at = one.at.astimezone()
            self.list.addItem(
                QListWidgetItem(
                    tr(
                        "{name}　{n} 期 · {author} · {at:%Y-%m-%d %H:%M}",
                        name=one.name,
                        n=one.issues,
                        author=one.author,
                        at=at,
                    )
                )
            )
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        rule = label(_RULE, role="small", ink="text3")
        rule.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.undo)
        set_style(self.undo, kind="primary")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addWidget(label(tr("撤销刊库替换"), role="view"))
        stack.addWidget(self.list, 1)
        for part in (rule, self.work.progress, self.work.message):
            stack.addWidget(part)
        stack.addLayout(row)
