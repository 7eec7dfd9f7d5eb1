"""似已刊 beside typing: the articles of the open issue, and those that wait, asked of the library in its thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from editor.desk.checking import read_library_on, read_seen, reads_seen
from editor.desk.ports import Shares
from editor.model.article import Article
from editor.model.language import tr
from editor.ui.kit.job import Job
from editor.ui.work.opened_issue import OpenedIssue
from editor.ui.work.session import Session

if TYPE_CHECKING:
    from editor.checks.seen import SeenBefore

# articles of an old library that are read between two writes: a second of work at most
_AT_ONCE = 25
_QUIET_MS, _NEXT_MS = 1200, 100


class SeenReading(QObject):
    """Keeps what was found last. read: there is something new; arrived: of a piece that just came in, a sentence."""

    read = Signal()
    arrived = Signal(str)

    def __init__(self, session: Session) -> None:
        """Ask the library of a session."""
        super().__init__(session)
        self._session = session
        self._known: SeenBefore | None = None
        self._wanted: tuple[Article, ...] = ()
        self._of = ""
        self._job: Job | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._begin)

    @property
    def known(self) -> "SeenBefore | None":
        """What is known of articles as they were when they were asked about, None before the first answer."""
        return self._known

    def forget(self) -> None:
        """Forget what was found: another issue is open."""
        self._known, self._wanted, self._of = None, (), ""
        self._quiet.stop()

    def want(self, opened: OpenedIssue) -> None:
        """Have an issue and what waits beside it asked about in a while, as far as it was not yet."""
        articles = tuple(opened.value.articles())
        if not reads_seen(opened.printable):
            self.forget()
            return
        if self._known and all(self._known.same(article) is not None for article in articles):
            return
        self._wanted, self._of = articles, opened.issue.uid
        self._quiet.start()

    def _begin(self) -> None:
        if self._job or not self._wanted:
            return
        library, articles, before, uid = self._session.library, self._wanted, self._known, self._of

        def call(_shares: Shares) -> object:
            # first what the library has not read: in pieces, since what is typed is written in the same thread
            left = read_library_on(library, _AT_ONCE)
            return uid, None if left else read_seen(library, articles, before)

        self._job = Job(call, run=self._beside)
        self._job.done.connect(self._keep)
        self._job.failed.connect(self._give_up)
        self._job.ended.connect(self._end)
        self._job.start()

    def _beside(self, work: Callable[[], None]) -> None:
        self._session.library_thread.later(work)

    def _keep(self, answer: object) -> None:
        uid, found = cast("tuple[str, SeenBefore | None]", answer)
        # of an issue that is open no longer nothing is said
        if uid != self._of or found is None:
            return
        before, self._known = self._known, found
        self._wanted = ()
        if before is not None:
            self._say_arrived(before, found)
        self.read.emit()

    def _say_arrived(self, before: "SeenBefore", found: "SeenBefore") -> None:
        for uid, (article, sightings) in found.results.items():
            if uid not in before.results and sightings:
                place, title = sightings[0].place, sightings[0].title
                words = tr("“{new}”似已刊于{place}《{title}》", new=article.title.text, place=place, title=title)
                self.arrived.emit(words)

    def _give_up(self, _message: str) -> None:
        """Wait for the next change: what is wrong with the library is said by those who save."""
        self._wanted = ()

    def _end(self) -> None:
        self._job = None
        if self._wanted:
            self._quiet.start(_NEXT_MS)
