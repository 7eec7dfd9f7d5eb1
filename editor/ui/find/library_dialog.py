"""Finding in the whole library, and replacing there: look first, tick, then replace at once.

Searching changes nothing and offers no change; replacing is another side of the dialog, chosen on purpose.
"""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTreeView, QVBoxLayout, QWidget

from editor.desk.replacing import Search, SearchHit
from editor.model.language import tr
from editor.ui.find.checkpoints_dialog import CheckpointsDialog
from editor.ui.find.library_search import LibrarySearch
from editor.ui.find.replace_controls import ReplaceControls
from editor.ui.find.results_delegate import ResultsDelegate
from editor.ui.find.results_model import HIT_ROLE, ResultsModel, issue_row
from editor.ui.find.search_form import SearchForm
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
        self.wanted: SearchHit | None = None
        self.setModal(True)
        self.resize(880, 640)
        set_style(self, ground="raised")
        self._title = label(role="view")
        self.side = Segments(tr("查找或替换"), ((False, tr("查找")), (True, tr("替换"))))
        self.form = SearchForm(search, words)
        self.stop, self.leave = QPushButton(tr("停止")), QPushButton(tr("关闭"))
        self.search = LibrarySearch(session, self.form, self)
        self.results, self.work = self.search.results, self.search.work
        self.controls = ReplaceControls(session, self.form, self.results)
        self.list = _list(self.results, self.form)
        self._lay_out()
        self._connect()
        self.work.message.show_message("")
        self.show_replacing(on=replacing)
        if search.query:
            self.search.search()

    def show_replacing(self, *, on: bool) -> None:
        """Show the side that replaces, or the one that only searches."""
        self.search.replacing = on
        self.side.show_key(on)
        self.setWindowTitle(tr("在刊库里替换") if on else tr("在刊库里查找"))
        self._title.setText(self.windowTitle())
        self.form.show_replacing(on=on)
        self.results.show_ticks(on=on)
        self.controls.show(on=on)
        if self.search.searched and not self.work.running:
            self.search.show_summary()
        self._update_enabled()

    def reject(self) -> None:
        # also what the window's cross does: nothing is left running behind a closed dialog
        if self.work.running:
            self.work.stop()
            self.work.message.show_message(tr("正在停止…"))
            return
        super().reject()

    def _on_issue_found(self, row: int) -> None:
        if row < _OPENED:
            self.list.expandRecursively(self.results.index(row, 0))

    def _on_form_changed(self) -> None:
        self.list.viewport().update()
        self._update_enabled()

    def _on_unlock_clicked(self) -> None:
        uid = self.results.found.locked(issue_row(self.list.currentIndex()))
        if uid:
            self._session.unlock(uid)
            self.results.unlock(uid)
            self.search.show_summary()
            self._update_enabled()

    def _on_activated(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        if hit and not self.work.running:
            self.wanted = hit
            self.accept()

    def _on_undo_clicked(self) -> None:
        dialog = CheckpointsDialog(self._session, self)
        dialog.exec()
        if dialog.undone:
            self.search.forget(tr("已撤销：{undone}", undone=dialog.undone))
            self._update_enabled()

    def _update_enabled(self) -> None:
        running = self.work.running
        self.form.set_running(running=running)
        self.side.setEnabled(not running)
        self.stop.setVisible(running)
        self.leave.setVisible(not running)
        self.work.progress.setVisible(running)
        if self.search.replacing:
            self.controls.update_enabled(self.search.searched, self.list.currentIndex(), running=running)

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch()
        top.addWidget(self.side)
        stack.addLayout(top)
        stack.addWidget(self.form)
        stack.addWidget(self.controls.every)
        stack.addWidget(self.list, 1)
        stack.addWidget(self.work.progress)
        stack.addWidget(self.work.message)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.controls.undo)
        row.addWidget(self.controls.unlock)
        row.addStretch()
        for button in (self.stop, self.leave, self.controls.replace):
            button.setAutoDefault(False)
            row.addWidget(button)
        stack.addLayout(row)

    def _connect(self) -> None:
        self.form.search_wanted.connect(self.search.search)
        self.form.changed.connect(self._on_form_changed)
        self.side.chosen.connect(lambda on: self.show_replacing(on=bool(on)))
        self.stop.clicked.connect(self.reject)
        self.leave.clicked.connect(self.reject)
        self.controls.replace.clicked.connect(self.search.replace)
        self.controls.undo.clicked.connect(self._on_undo_clicked)
        self.controls.unlock.clicked.connect(self._on_unlock_clicked)
        self.work.changed.connect(self._update_enabled)
        self.search.issue_found.connect(self._on_issue_found)
        self.list.selectionModel().currentChanged.connect(self._update_enabled)
        self.list.doubleClicked.connect(self._on_activated)
        self.results.ticks_changed.connect(self._update_enabled)


def _list(results: ResultsModel, form: SearchForm) -> QTreeView:
    made = QTreeView()
    made.setModel(results)
    made.setItemDelegate(ResultsDelegate(made, lambda: form.words if form.decided else None))
    made.setHeaderHidden(True)
    made.setUniformRowHeights(True)
    made.setAccessibleName(tr("找到的地方"))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setToolTip(tr("双击打开那一篇"))
    return made
