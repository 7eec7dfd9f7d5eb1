"""原件 and guesses of the open article."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from editor.desk.files import write_file
from editor.model.errors import UserError
from editor.model.guesses import open_guesses
from editor.model.language import tr
from editor.model.origin import ManuscriptField, Origin
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import issue_open
from editor.ui.intake.original_panel import OriginalPanel, safe_name
from editor.ui.kit.failures import show_failure
from editor.ui.kit.guess_words import guess_names
from editor.ui.kit.job import Job
from editor.ui.kit.viewer import folder_to_view_from, view
from editor.ui.pages.place import PagesPlace


class OriginalCommands:
    """Acts on the open article of one window."""

    def __init__(self, context: WindowContext, place: PagesPlace) -> None:
        """place: where the pages stand, which make room for the original."""
        self._context, self._place = context, place
        self.panel: OriginalPanel | None = None
        self._shown: Origin | None = None
        context.article.turned.connect(self._refresh)
        context.session.issue_opened.connect(self._refresh)

    def toggle(self) -> None:
        """Show the original beside the text, or the pages again."""
        if self.panel:
            self.close()
            return
        panel = self.panel = OriginalPanel(self._place)
        panel.closed.connect(self.close)
        panel.open_wanted.connect(self.open)
        panel.save_wanted.connect(self.save)
        self._place.show_instead(panel)
        self._refresh()

    def close(self) -> None:
        """Show the pages again."""
        if self.panel:
            self._place.show_instead(None)
            self.panel.deleteLater()
            self.panel = None

    def open(self) -> None:
        """Open a copy of the original in what the system opens it with."""
        origin = self._shown
        if origin is None:
            return
        try:
            path = folder_to_view_from() / safe_name(origin)
            write_file(path, self._data(origin), private=True)
        except UserError as error:
            show_failure(self._context.window, tr("没有打开原件"), str(error))
            return
        if not view(path):
            words = tr("这台电脑上没有能打开它的程序。可以“另存为…”，到别的电脑上看。")
            show_failure(self._context.window, tr("没有打开原件"), words)

    def save(self) -> None:
        """Save a copy of the original, byte by byte as it came in."""
        origin = self._shown
        if origin is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._context.window, tr("原件另存为"), str(Path.home() / safe_name(origin))
        )
        if not chosen:
            return
        try:
            write_file(Path(chosen), self._data(origin))
        except UserError as error:
            show_failure(self._context.window, tr("没有存成"), str(error))
            return
        self._context.show_message(tr("原件已存为“{name}”", name=Path(chosen).name))

    def accept_guesses(self) -> None:
        """Take the guess in the field with the keyboard for true, else all of the open article."""
        article, facts = self._context.article.article, self._context.article.facts
        guesses = open_guesses(article) if article else ()
        if not guesses:
            self._context.show_message(tr("这一篇没有猜的"))
            return
        focus = QApplication.focusWidget()
        here = [field for field, guess in facts.guesses.items() if guess.parent() is focus and field in guesses]
        if focus is self._context.article.title and ManuscriptField.TITLE in guesses:
            here = [ManuscriptField.TITLE]
        done = tuple(here) or guesses
        facts.accept_guesses(done)
        self._context.show_message(tr("已认可：{fields}，Ctrl+Z 撤销", fields=guess_names(done)))

    def _data(self, origin: Origin) -> bytes:
        from editor.desk.intake.originals import original_data

        return original_data(origin, self._context.session.library.files)

    def _refresh(self) -> None:
        if self.panel is None:
            return
        article = self._context.article.article if self._context.session.opened_issue else None
        origin = self._shown = article.archive.origin if article else None
        self.panel.show_origin(article, origin)
        if origin:
            self._read(origin)

    def _read(self, origin: Origin) -> None:
        """Have the original read in the thread that may use PDFium; the answer counts while it is still shown."""
        files = self._context.session.library.files

        def text(_report: object) -> str:
            from editor.desk.intake.originals import original_text

            return original_text(origin, files)

        def show(words: str) -> None:
            if self.panel and self._shown is origin:
                self.panel.show_text(words)

        job = Job(text, run=self._context.bridge.run)
        job.done.connect(show)
        job.failed.connect(show)
        job.start()


COMMANDS = CommandSet(
    OriginalCommands,
    (
        Command(
            name="article.original",
            text=tr("原件"),
            english="Original file, where the article came from",
            icon="original",
            keys=("F12",),
            places=(
                CommandGroup.ARTICLE.at(26),
                CommandMenu.ARTICLES.at(105),
                CommandMenu.INBOX.at(110),
                CommandMenu.VIEW.at(15),
            ),
            available=issue_open,
            run=OriginalCommands.toggle,
        ),
        Command(
            name="article.accept",
            text=tr("认可猜的"),
            english="Accept guesses, source, title, date",
            icon="check",
            keys=("Ctrl+Shift+A",),
            places=(CommandGroup.ARTICLE.at(27),),
            writes=True,
            run=OriginalCommands.accept_guesses,
        ),
    ),
)
