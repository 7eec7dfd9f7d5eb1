"""Looking through the library and replacing in it: what is asked of it, and what its answers show."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.desk.ports import Checkpoint
from editor.desk.replacing import IssueHits, Search
from editor.model.language import tr
from editor.ui.find.job import MOST_HITS, LibraryJob, Replacing, apply_in_library, search_library
from editor.ui.find.library_work import LibraryWork
from editor.ui.find.results_model import ResultsModel
from editor.ui.find.search_form import SearchForm
from editor.ui.find.summary import summary
from editor.ui.work.session import Session


class LibrarySearch(QObject):
    """Of one dialog. replacing: whether something is to be replaced, not only found.

    searched: what the results are of, None for none; issue_found: row of an issue that was added to the results.
    """

    issue_found = Signal(int)

    def __init__(self, session: Session, form: SearchForm, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._session, self._form = session, form
        self.results, self.work = ResultsModel(dialog), LibraryWork(dialog)
        self.replacing = False
        self.searched: Search | None = None
        self.work.stopped.connect(self._on_stopped)

    def search(self) -> None:
        """Look through the library; the open issue's last changes are saved first."""
        if self.work.running or not self._form.search.query or not self._save():
            return
        self.results.clear()
        self.searched, library = self._form.search, self._session.library
        sought, unlocked = self.searched, self._session.unlocked
        job = LibraryJob(lambda job: search_library(library, sought, unlocked, job), self)
        job.found.connect(self._on_found)
        self.work.begin(job, tr("正在查找…"), self._on_searched)

    def replace(self) -> None:
        """Replace the hits that are ticked, as one change that can be taken back as a whole."""
        hits, session = self.results.found.ticked(), self._session
        if self.work.running or not (self.replacing and hits and self._form.decided) or self.searched is None:
            return
        if not self._save():
            return
        library, query, words = session.library, self.searched.query, self._form.words
        wanted = Replacing(hits=hits, query=query, words=words, author=session.author, unlocked=session.unlocked)
        job = LibraryJob(lambda job: apply_in_library(library, wanted, job), self)
        self.work.begin(job, tr("正在替换…"), self._on_replaced)

    def forget(self, words: str) -> None:
        """Let go of the results, which are no longer what stands in the library. words: why, for the user."""
        self.searched = None
        self.results.clear()
        self.work.message.show_message(words, state="ok")

    def show_summary(self) -> None:
        """Say how much was found."""
        words = summary(self.results.found, self._form.search.query, replacing=self.replacing)
        self.work.message.show_message(words)

    def _on_found(self, found: IssueHits) -> None:
        here = self._session.opened_issue
        # what is not before the user's eyes is chosen one by one
        self.results.add(found, ticked=bool(here and here.issue.uid == found.entry.uid and here.writable))
        self.issue_found.emit(len(self.results.found.issues) - 1)

    def _on_searched(self, whole: bool) -> None:  # noqa: FBT001 - what the job brings
        if whole:
            self.show_summary()
            return
        words = tr(
            "已找到 {n} 处，先停在这里（最多 {most_hits} 处）：请把要找的词写长一些。",
            n=self.results.found.many,
            most_hits=MOST_HITS,
        )
        self.work.message.show_message(words, state="warn")

    def _on_replaced(self, made: Checkpoint | None) -> None:
        if made is None:
            self.work.message.show_message(tr("替换后和原来一样，没有改动。"))
            return
        self._session.catch_up(made.name)
        words = tr(
            "已{done}，改了 {n} 期。需要时可以整体撤销。",
            done=made.name.removeprefix("刊库"),
            n=made.issues,
        )
        self.forget(words)

    def _on_stopped(self) -> None:
        many = self.results.found.many
        self.work.message.show_message(
            tr("已停止。到此为止找到 {n} 处。", n=many) if many else tr("已停止，没有改动。")
        )

    def _save(self) -> bool:
        saved = self._session.save_all()
        if not saved:
            self.work.message.show_message(tr("最近的改动还没有存进刊库，先存好再在刊库里查找、替换。"), state="error")
        return saved
