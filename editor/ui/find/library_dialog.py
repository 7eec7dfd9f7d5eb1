"""Finding in the whole library, and replacing there: look first, tick, then replace at once.

Searching changes nothing and offers no change; replacing is another side of the dialog, chosen on purpose.
"""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from editor.desk.ports import Checkpoint
from editor.desk.replacing import IssueHits, Search, SearchHit
from editor.model.language import tr
from editor.ui.find.checkpoints_dialog import CheckpointsDialog
from editor.ui.find.job import MOST_HITS, LibraryJob, Replacing, apply_in_library, search_library
from editor.ui.find.results_delegate import ResultsDelegate
from editor.ui.find.results_model import HIT_ROLE, ResultsModel
from editor.ui.find.search_form import SearchForm
from editor.ui.find.summary import summary
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style
from editor.ui.work.session import Session

_OPENED = 3


class LibraryDialog(QDialog):
    """Searches at once where something is sought. wanted: the hit that the user wants to see, None for none."""

    def __init__(
        self, session: Session, search: Search, words: str, parent: QWidget | None = None, *, replacing: bool = False
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._job: LibraryJob | None = None
        self._searched: Search | None = None
        self.wanted: SearchHit | None = None
        self.setModal(True)
        self.resize(880, 640)
        set_style(self, ground="raised")
        self.side = Segments(tr("查找或替换"), ((False, tr("查找")), (True, tr("替换"))))
        self.form = SearchForm(search, words)
        self.stop, self.leave, self.undo = (
            QPushButton(tr("停止")),
            QPushButton(tr("关闭")),
            QPushButton(tr("撤销刊库替换…")),
        )
        self.replace, self.unlock = QPushButton(tr("替换")), QPushButton(tr("允许修改这一期"))
        self.every = QCheckBox(tr("全选"))
        self.results, self.list = ResultsModel(self), QTreeView()
        self.message, self.progress = StateLine(), QProgressBar()
        self._lay_out()
        self._connect()
        self.message.show_message("")
        self.show_replacing(on=replacing)
        if search.query:
            self.start_search()

    @property
    def replacing(self) -> bool:
        """Whether something is to be replaced, not only found."""
        return self.side.key is True

    def show_replacing(self, *, on: bool) -> None:
        """Show the side that replaces, or the one that only searches."""
        self.side.show_key(on)
        self.setWindowTitle(tr("在刊库里替换") if on else tr("在刊库里查找"))
        self._title.setText(self.windowTitle())
        self.form.show_replacing(on=on)
        self.results.show_ticks(on=on)
        for part in (self.every, self.undo, self.unlock, self.replace):
            part.setVisible(on)
        if self._searched and not self.running:
            self.message.show_message(self._summary())
        self._show_state()

    @property
    def running(self) -> bool:
        """Whether the library is being looked through or written."""
        return self._job is not None

    def start_search(self) -> None:
        """Look through the library; the open issue's last changes are saved first."""
        if self._job or not self.form.search.query or not self._save():
            return
        self.results.clear()
        self._searched, library = self.form.search, self._session.library
        sought, unlocked = self._searched, self._session.unlocked
        job = self._begin(LibraryJob(lambda job: search_library(library, sought, unlocked, job), self), tr("正在查找…"))
        job.found.connect(self._on_found)
        job.done.connect(self._on_searched)
        job.start()

    def start_replacing(self) -> None:
        """Replace the hits that are ticked, as one change that can be taken back as a whole."""
        hits, session = self.results.ticked(), self._session
        if self._job or not (self.replacing and hits and self.form.decided) or self._searched is None:
            return
        if not self._save():
            return
        library, query, words = session.library, self._searched.query, self.form.words
        wanted = Replacing(hits=hits, query=query, words=words, author=session.author, unlocked=session.unlocked)
        job = self._begin(LibraryJob(lambda job: apply_in_library(library, wanted, job), self), tr("正在替换…"))
        job.done.connect(self._on_replaced)
        job.start()

    def reject(self) -> None:
        # also what the window's cross does: nothing is left running behind a closed dialog
        if self._job:
            self._job.stop()
            self.message.show_message(tr("正在停止…"))
            return
        super().reject()

    # answers

    def _on_found(self, found: IssueHits) -> None:
        here = self._session.opened_issue
        # what is not before the user's eyes is chosen one by one
        self.results.add(found, ticked=bool(here and here.issue.uid == found.entry.uid and here.writable))
        row = self.results.issues - 1
        if row < _OPENED:
            self.list.expandRecursively(self.results.index(row, 0))

    def _on_searched(self, whole: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._end()
        if whole:
            self.message.show_message(self._summary())
            return
        words = tr(
            "已找到 {n} 处，先停在这里（最多 {most_hits} 处）：请把要找的词写长一些。",
            n=self.results.many,
            most_hits=MOST_HITS,
        )
        self.message.show_message(words, state="warn")

    def _on_replaced(self, made: Checkpoint | None) -> None:
        self._end()
        if made is None:
            self.message.show_message(tr("替换后和原来一样，没有改动。"))
            return
        self._session.catch_up(made.name)
        self.results.clear()
        self._searched = None
        words = tr(
            "已{done}，改了 {n} 期。需要时可以整体撤销。",
            done=made.name.removeprefix("刊库"),
            n=made.issues,
        )
        self.message.show_message(words, state="ok")
        self._show_state()

    def _on_failed(self, reason: str) -> None:
        self._end()
        self.message.show_message(reason, state="error")

    def _on_stopped(self) -> None:
        self._end()
        self.message.show_message(
            tr("已停止。到此为止找到 {n} 处。", n=self.results.many) if self.results.many else tr("已停止，没有改动。")
        )

    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_changed(self) -> None:
        self.list.viewport().update()
        self._show_state()

    def _on_unlock_clicked(self) -> None:
        uid = self.results.locked(self.list.currentIndex())
        if uid:
            self._session.unlock(uid)
            self.results.unlock(uid)
            self.message.show_message(self._summary())
            self._show_state()

    def _on_activated(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        if hit and not self._job:
            self.wanted = hit
            self.accept()

    def _on_undo_clicked(self) -> None:
        dialog = CheckpointsDialog(self._session, self)
        dialog.exec()
        if dialog.undone:
            self.results.clear()
            self._searched = None
            self.message.show_message(tr("已撤销：{undone}", undone=dialog.undone), state="ok")
            self._show_state()

    # work

    def _save(self) -> bool:
        saved = self._session.save_all()
        if not saved:
            self.message.show_message(tr("最近的改动还没有存进刊库，先存好再在刊库里查找、替换。"), state="error")
        return saved

    def _begin(self, job: LibraryJob, words: str) -> LibraryJob:
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        self._job = job
        self.progress.setRange(0, 0)
        self.message.show_message(words)
        self._show_state()
        return job

    def _end(self) -> None:
        if self._job:
            self._job.wait()
        self._job = None
        self._show_state()

    def _summary(self) -> str:
        return summary(self.results, self.form.search.query, replacing=self.replacing)

    def _show_state(self) -> None:
        """Show what can be done now."""
        running = self.running
        self.form.set_running(running=running)
        self.side.setEnabled(not running)
        self.stop.setVisible(running)
        self.leave.setVisible(not running)
        self.progress.setVisible(running)
        if self.replacing:
            self._show_replacing()

    def _show_replacing(self) -> None:
        many, idle, decided = self.results.many_ticked, not self.running, self.form.decided
        writable = not self._session.library.read_only
        act = tr("删去") if self.form.deleting.isChecked() else tr("替换")
        self.replace.setText(tr("{act}选中的 {n} 处", act=act, n=many) if many else act)
        same = self.form.search == self._searched
        self.replace.setEnabled(bool(many) and decided and same and idle and writable)
        self.replace.setToolTip(self._lacking())
        self.undo.setEnabled(idle and writable)
        self.unlock.setEnabled(idle and writable and bool(self.results.locked(self.list.currentIndex())))
        self.every.setEnabled(self.results.tickable > 0 and idle)
        self.every.setChecked(0 < many == self.results.tickable)

    def _lacking(self) -> str:
        """Return what to do before something can be replaced."""
        if self._session.library.read_only:
            return self._session.library.why_read_only
        if not self.form.decided:
            return tr("先写上替换成什么；要把找到的文字删去，勾选“删去，不写别的”")
        return "" if self.results.many_ticked else tr("先在列表里勾选要改的地方")

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addLayout(self._top())
        stack.addWidget(self.form)
        stack.addWidget(self.every)
        stack.addWidget(self.list, 1)
        stack.addWidget(self.progress)
        stack.addWidget(self.message)
        stack.addLayout(self._buttons())
        self._set_up_list()

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._title = label(role="view")
        row.addWidget(self._title)
        row.addStretch()
        row.addWidget(self.side)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.undo)
        row.addWidget(self.unlock)
        row.addStretch()
        for button in (self.stop, self.leave, self.replace):
            row.addWidget(button)
        for button in (self.undo, self.unlock):
            set_style(button, kind="quiet")
        set_style(self.replace, kind="primary")
        self.unlock.setToolTip(tr("先在列表里选一期往期"))
        for button in (self.replace, self.stop, self.leave, self.undo, self.unlock):
            button.setAutoDefault(False)
        return row

    def _set_up_list(self) -> None:
        self.list.setModel(self.results)
        self.list.setItemDelegate(ResultsDelegate(self.list, lambda: self.form.words if self.form.decided else None))
        self.list.setHeaderHidden(True)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(tr("找到的地方"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setToolTip(tr("双击打开那一篇"))
        self.progress.setTextVisible(False)

    def _connect(self) -> None:
        self.form.search_wanted.connect(self.start_search)
        self.side.chosen.connect(lambda on: self.show_replacing(on=bool(on)))
        self.form.changed.connect(self._on_changed)
        self.replace.clicked.connect(self.start_replacing)
        self.stop.clicked.connect(self.reject)
        self.leave.clicked.connect(self.reject)
        self.undo.clicked.connect(self._on_undo_clicked)
        self.unlock.clicked.connect(self._on_unlock_clicked)
        self.list.selectionModel().currentChanged.connect(self._show_state)
        self.list.doubleClicked.connect(self._on_activated)
        self.every.clicked.connect(lambda on: self.results.tick_all(on=on))
        self.results.ticks_changed.connect(self._show_state)
