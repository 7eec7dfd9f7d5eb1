"""收集 at work: clipboard and folder are watched, what comes is read and put into 收件, each said in one line."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal

from editor.desk.intake.outcomes import Outcome, ReadArticle, ReadIssue, RefusedFile, SignedFile
from editor.desk.intake.taking import editable_issue, place_in, same_original, take_articles
from editor.model.edits import add_articles
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.intake.clipboard_watch import ClipboardWatch
from editor.ui.intake.collect_queue import CollectQueue
from editor.ui.intake.folder_watch import FolderWatch
from editor.ui.work.session import Session

if TYPE_CHECKING:
    from editor.desk.intake.reading import ReadingOptions


class Collecting(QObject):
    """Of one window. landed: what a piece turned out to be, and a line to be said.

    told: a line on a piece that was taken in before, or on a folder that cannot be seen.
    No step of the history, no dialog, no other article opened: whoever writes goes on writing.
    """

    landed = Signal(object, str)
    told = Signal(str)

    def __init__(self, session: Session, options: "Callable[[], ReadingOptions]", parent: QObject) -> None:
        """options: how pieces are read."""
        super().__init__(parent)
        self._session = session
        self.on = False
        self.clipboard, self.folder = ClipboardWatch(self), FolderWatch(self)
        self.queue = CollectQueue(options, self)
        self.clipboard.copied.connect(self.queue.add)
        self.folder.files_came.connect(self._on_files_came)
        self.folder.lost.connect(self.told)
        self.queue.read.connect(self._on_read)

    def turn(self, *, on: bool, folder: Path | None) -> None:
        """Watch from now on, or no longer. folder: None for the clipboard alone."""
        self.on = on
        self.clipboard.watch(on=on)
        wanted = folder if on else None
        if wanted != self.folder.folder:
            self.folder.watch(wanted)

    def close(self) -> None:
        """Watch and read no more: the window goes."""
        self.turn(on=False, folder=None)
        self.queue.close()

    def _on_files_came(self, files: tuple[Path, ...]) -> None:
        for path in files:
            self.queue.add(path)

    def _on_read(self, outcome: Outcome) -> None:
        if isinstance(outcome, ReadArticle):
            try:
                self._put(outcome)
            except UserError as error:
                outcome = RefusedFile(path=outcome.path, message=str(error))
            else:
                return
        self.landed.emit(outcome, tr("收集：{words}", words=left_words(outcome)))

    def _put(self, read: ReadArticle) -> None:
        """Put a piece into 收件 and say so. Raises UserError."""
        opened = self._session.opened_issue
        before = self._space()
        known = same_original(before, read.article)
        if known:
            title = known.title.text or tr("（无标题）")
            self.told.emit(tr("收集：《{title}》以前收过，没有再收", title=title))
            return
        if opened and opened.writable:
            opened.receive(lambda space: add_articles(space, place_in(space, None), (read.article,)), read.files)
        else:
            take_articles(self._session.library, before, (read,), place_in(before, None), author=self._session.author)
            # 收件 belongs to the publication: the issue that is open shows it too
            self._session.follow()
        self.landed.emit(read, landed_words(read))

    def _space(self) -> Workspace:
        """Return what pieces come into: the open issue, else the newest in hand as the library holds it."""
        opened = self._session.opened_issue
        if opened and opened.writable:
            return opened.value
        uid = editable_issue(self._session.library)
        if not uid:
            raise UserError(tr("没有在编的一期，没有地方放。请新建一期后再复制一次。"))
        if opened and not opened.save():
            raise UserError(tr("打开的这一期还没有存上，先不收。请等它存上后再复制一次。"))
        return self._session.library.workspace(uid)


def landed_words(read: ReadArticle) -> str:
    """Return a line on a piece that has come in."""
    title, source = read.article.title.text or tr("（无标题）"), read.article.source
    return (
        tr("收集：《{title}》进了收件，来源 {source}", title=title, source=source)
        if source
        else tr("收集：《{title}》进了收件，来源没有认出", title=title)
    )


def left_words(outcome: Outcome) -> str:
    """Return why a piece did not come in, and what to do."""
    match outcome:
        case RefusedFile(message=message):
            return message
        case ReadIssue(path=path):
            return tr("“{name}”读起来是一期简报，没有收；请用“导入”，或拖进窗口来选。", name=path.name)
        case SignedFile(path=path):
            return tr("“{name}”像是这里签发过的文件，没有收；要用，请拖进窗口来选。", name=path.name)
        case ReadArticle():
            return ""
        case _:
            assert_never(outcome)
