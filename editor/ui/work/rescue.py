"""Work that cannot be saved: kept in a file meanwhile, asked about at the end, offered at the next start."""

import datetime as dt
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.desk.files import write_file
from editor.desk.formats import PACKAGE_FILES
from editor.desk.naming import file_stem
from editor.desk.printable_issue import PrintableIssue
from editor.desk.rescue import Rescue, Unsaved, forget, package_of, put_back, rescue_path, rescues_for, write_rescue
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.kit.failures import open_message, show_failure
from editor.ui.kit.job import Job
from editor.ui.kit.message_dialog import Message, MessageAnswer, MessageDialog, MessageKind
from editor.ui.work.opened_issue import OpenedIssue
from editor.ui.work.session import Session

_Answer = Enum("_Answer", "ELSEWHERE CLOSE STAY")


class Rescuer(QObject):
    """Keeps one session's unsaved work out of harm's way. place: of its library; folder: for rescue files."""

    def __init__(self, session: Session, place: Path, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._place, self._folder, self._window = session, place, folder, window
        self._kept: Workspace | None = None
        self._left: Workspace | None = None
        self._keeping: Job | None = None
        session.save_failed.connect(self._on_save_failed)
        session.saved.connect(self._on_saved)

    # at the end

    def leave(self) -> bool:
        """Return whether the window may close: all is saved, or the user has seen what becomes of the rest."""
        opened = self._session.opened_issue
        while opened and opened.value is not self._left and not opened.save():
            chosen = self._ask(opened.saving.refused, self._kept_now(opened))
            if chosen is _Answer.STAY:
                return False
            if chosen is _Answer.CLOSE or self._save_elsewhere(opened.printable):
                # asked once: the window's own closing comes here again
                self._left = opened.value
        return True

    def _kept_now(self, opened: OpenedIssue) -> str:
        """Keep the work in a rescue file. Returns why that failed, empty when it lies there."""
        try:
            if opened.saving.pending:
                write_rescue(self._folder, opened.printable, self._unsaved(opened), opened.unsaved_files)
        except UserError as error:
            return str(error)
        return ""

    def _unsaved(self, opened: OpenedIssue) -> Unsaved:
        return Unsaved(
            library=str(self._place),
            author=self._session.author,
            at=dt.datetime.now(tz=dt.UTC),
            stored=opened.saving.stored,
            space=opened.value,
        )

    def _ask(self, refused: str, failure: str) -> _Answer:
        """Ask what is to become of the work. refused: why it is not saved.

        failure: why no rescue file was written, empty where it was.
        """
        kept = failure or tr("修改已另外收好，下次打开这个刊库时会提出放回（{folder}）。", folder=self._folder)
        close = tr("丢掉修改，关闭") if failure else tr("关闭")
        words = {_Answer.ELSEWHERE: tr("另存为期刊包…"), _Answer.CLOSE: close, _Answer.STAY: tr("不关闭")}
        number = MessageDialog(
            Message(MessageKind.WARNING, tr("有修改还没有存进刊库"), f"{refused}\n\n{kept}"),
            self._window,
            answers=[MessageAnswer(one) for one in words.values()],
            default=0 if failure else -1,
        ).exec()
        return list(words)[number - 1] if number else _Answer.STAY

    def _save_elsewhere(self, printable: PrintableIssue) -> bool:
        """Ask for a place and write the issue there as a package. Returns whether it is there."""
        stem = file_stem(printable.issue, printable.publication.file_name)
        name = str(Path.home() / f"{stem}{PACKAGE_FILES.ending}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("另存为期刊包"), name, PACKAGE_FILES.dialog_filter)
        if not chosen:
            return False
        try:
            write_file(Path(chosen), package_of(printable))
        except UserError as error:
            show_failure(self._window, tr("没有另存"), str(error))
            return False
        return True

    # meanwhile

    def _on_save_failed(self, _reason: str) -> None:
        """Keep what is newer than the rescue file, so that not even a crash takes it."""
        opened = self._session.opened_issue
        if opened is None or not opened.saving.pending or self._keeping or opened.value is self._kept:
            return
        self._kept, printable, unsaved = opened.value, opened.printable, self._unsaved(opened)
        files = opened.unsaved_files
        self._keeping = Job(lambda _report: write_rescue(self._folder, printable, unsaved, files))
        self._keeping.ended.connect(self._on_kept)
        self._keeping.start()

    def _on_kept(self) -> None:
        self._keeping = None
        self._drop_saved()

    def _on_saved(self, _at: object) -> None:
        self._drop_saved()

    def _drop_saved(self) -> None:
        """Take the rescue file away once its work is in the library."""
        opened = self._session.opened_issue
        if self._kept and opened and not self._keeping and not opened.saving.pending:
            self._kept = None
            rescue_path(self._folder, opened.issue).unlink(missing_ok=True)

    # at the next start

    def offer(self) -> None:
        """Offer what waits to be put back into this library."""
        if self._session.library.read_only:
            return
        for rescue in rescues_for(self._folder, self._place):
            self._offer(rescue)

    def _offer(self, rescue: Rescue) -> None:
        at = rescue.unsaved.at.astimezone()
        reason = tr(
            "{file_stem}，{at:%m月%d日 %H:%M}，{author}。\n"
            "放回后，之后在刊库里改过的文章不会被盖掉：两边都改过的，另放一份在“待编”。",
            file_stem=file_stem(rescue.issue),
            at=at,
            author=rescue.unsaved.author,
        )
        answers = (
            MessageAnswer(tr("不要了"), lambda: self._try(tr("没有删去"), lambda: forget(rescue))),
            MessageAnswer(tr("以后再说")),
            MessageAnswer(tr("放回刊库"), lambda: self._put_back(rescue)),
        )
        question = Message(MessageKind.QUESTION, tr("上次有修改没有存进刊库"), reason)
        open_message(MessageDialog(question, self._window, answers=answers))

    def _put_back(self, rescue: Rescue) -> None:
        def act() -> None:
            uid = put_back(rescue, self._session.library)
            self._session.open(uid)
            forget(rescue)

        self._try(tr("没有放回"), act)

    def _try(self, what: str, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as error:
            show_failure(self._window, what, str(error))
