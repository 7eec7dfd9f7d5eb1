"""What is done with whole articles: new, in order, away, and back."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from editor.desk.intake.outcomes import ReadArticle
from editor.desk.ports import NO_FILES, BroughtFiles
from editor.desk.starting.author import editor_by_default
from editor.model.article import Article, Title
from editor.model.edits import (
    PENDING,
    ArticlePosition,
    add_articles,
    discard_articles,
    erase_articles,
    in_inbox,
    move_articles,
    place_of,
    put_article,
    restore_articles,
    step_articles,
)
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.body.clipboard import clipboard_data, copied_manuscript, pasted_article
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.kit.failures import show_failure
from editor.ui.kit.intake_words import pasted_words
from editor.ui.outline.paste_reading import LARGE, PasteReading
from editor.ui.outline.rows import PLACES, TRASH_KEY, OutlineRowKind

if TYPE_CHECKING:
    from editor.desk.intake.copied import Copied
    from editor.desk.intake.reading import ReadingOptions

_ONE = 1


class ArticleCommands:
    """Acts on the articles chosen in the outline, else on the open one."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self.pasting: PasteReading | None = None
        self._context, self._session = context, context.session
        context.outline.moved.connect(self.move)
        context.outline.renamed.connect(self.rename)
        context.outline.menu_wanted.connect(self.show_menu)
        context.outline.discard_wanted.connect(self.discard)

    def new(self) -> None:
        """Put an empty article in below the chosen one and go to its title."""
        self._add(Article(title=Title(text="")), tr("新建文章"))
        self._context.article.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paste(self) -> None:
        """Make an article of what is on the clipboard."""
        data = clipboard_data()
        large = copied_manuscript(data)
        if large and len(large.html) > LARGE:
            self._paste_beside(large)
            return
        try:
            read = pasted_article(data, self._session.take_picture, self._options()())
        except UserError as error:
            self._say_not_pasted(str(error))
        else:
            self._take_pasted(read)

    def _paste_beside(self, copied: "Copied") -> None:
        """Read a large copy in a thread."""
        from editor.desk.intake.copied import read_copied

        at, options = dt.datetime.now(tz=dt.UTC), self._options()
        self.pasting = PasteReading(lambda: read_copied(copied, at=at, options=options()), self._context.window)
        self.pasting.done.connect(self._take_pasted)
        self.pasting.failed.connect(self._say_not_pasted)
        self.pasting.stopped.connect(lambda: self._context.show_message(tr("已取消，没有粘贴")))
        self.pasting.start()

    def _options(self) -> "Callable[[], ReadingOptions]":
        """Return what says how a copy is read, in whatever thread it is."""
        library, publication = self._session.library, self._context.opened.issue.publication
        author = self._session.author

        def options() -> "ReadingOptions":
            # loaded with the first paste: the readers cost the start of the program nothing
            from editor.desk.intake.options import reading_options

            return reading_options(library, publication, author=author)

        return options

    def _say_not_pasted(self, reason: str) -> None:
        show_failure(self._context.window, tr("没有粘贴成文"), reason)

    def _take_pasted(self, read: ReadArticle | None) -> None:
        if read is None:
            self._context.show_message(tr("剪贴板里没有文字。先在网页、微信或 Word 里复制一篇，再粘贴成文。"))
            return
        self._add(read.article, tr("粘贴成文"), read.files)
        self._context.show_message(pasted_words(read))

    def begin_rename(self) -> None:
        """Let the chosen article's title be written in the outline."""
        self._context.outline.rename()

    def rename(self, uid: str, title: str) -> None:
        """Give an article another title; chosen line breaks go with the old one."""

        def change(space: Workspace) -> Workspace:
            article = space.article(uid)
            return put_article(space, replace(article, title=Title(text=title))) if article else space

        self._context.opened.apply(tr("改标题"), change)

    def move(self, uids: tuple[str, ...], place: ArticlePosition) -> None:
        """Move articles to a place; from the trash as well."""
        opened = self._context.opened
        discarded = {one.article.uid for one in opened.value.drawer.trash} & set(uids)

        def change(now: Workspace) -> Workspace:
            return move_articles(restore_articles(now, discarded) if discarded else now, uids, place)

        if uids and opened.apply(_counted(tr("移动"), uids), change) and discarded:
            self._context.show_article(uids[0])

    def move_to_pending(self) -> None:
        """Let the chosen articles wait for a place."""
        self.move(self._context.chosen(), ArticlePosition(section=PENDING, position=0))

    def go(self, by: int) -> None:
        """Go to the next article (1) or the one before (-1)."""
        self._context.outline.step(by)

    def step(self, by: int) -> None:
        """Move the chosen articles one place up (-1) or down (1)."""
        uids = self._context.chosen()
        if uids:
            self._context.opened.apply(
                _counted(tr("上移") if by < 0 else tr("下移"), uids), lambda space: step_articles(space, uids, by)
            )

    def discard(self) -> None:
        """Put the chosen articles into the trash."""
        uids, now = self._context.chosen(), dt.datetime.now(tz=dt.UTC)
        if uids and self._context.opened.apply(
            _counted(tr("删除"), uids), lambda space: discard_articles(space, uids, at=now)
        ):
            self._context.show_message(tr("已删到废稿箱（{n} 篇），Ctrl+Z 撤销", n=len(uids)))

    def show_trash(self) -> None:
        """Lead to the discarded articles."""
        outline = self._context.outline
        if not outline.unfold(TRASH_KEY):
            self._context.show_message(tr("废稿箱是空的"))
            return
        outline.setFocus(Qt.FocusReason.OtherFocusReason)
        self._context.show_message(tr("废稿箱：选中一篇，右键恢复，或看它的版本"))

    def restore(self) -> None:
        """Take the chosen articles back from the trash."""
        uids = self._context.outline.chosen.discarded()
        if uids and self._context.opened.apply(_counted(tr("恢复"), uids), lambda space: restore_articles(space, uids)):
            self._context.show_article(uids[0])

    def erase(self) -> None:
        """Take the chosen articles out of the trash for good; undo still brings them back."""
        uids = self._context.outline.chosen.discarded()
        if uids:
            self._context.opened.apply(_counted(tr("彻底删除"), uids), lambda space: erase_articles(space, uids))

    def show_menu(self, point: QPoint) -> None:
        """Show what can be done with the chosen rows."""
        kinds = {row.kind for row in self._context.outline.chosen.rows()}
        space = self._context.opened.value
        articles = tuple(filter(None, map(space.article, self._context.outline.chosen.articles())))
        if kinds == {OutlineRowKind.DISCARDED}:
            place = CommandMenu.DISCARDED
        elif articles and all(map(in_inbox, articles)):
            place = CommandMenu.INBOX
        else:
            place = CommandMenu.ARTICLES if OutlineRowKind.ARTICLE in kinds else CommandMenu.OUTLINE
        menu = QMenu(self._context.window)
        self._context.actions.fill(menu, place)
        menu.popup(point)

    def _add(self, article: Article, label: str, files: BroughtFiles = NO_FILES) -> None:
        """Put a new article in; who is at the machine is its editor, where that is a name."""
        place, editor = _place_below(self._context), editor_by_default(self._session.author)
        if editor and not article.archive.editor:
            article = replace(article, archive=replace(article.archive, editor=editor))
        opened = self._context.opened

        def put(space: Workspace) -> Workspace:
            return add_articles(space, place, (article,))

        if opened.apply(label, put) if files is NO_FILES else opened.bring(label, put, files):
            self._context.show_article(article.uid)


def _place_below(context: WindowContext) -> ArticlePosition:
    """Return where a new article goes: below what is chosen, else below the open article, else first."""
    space, rows = context.opened.value, context.outline.chosen.rows()
    for row in reversed(rows):
        if row.kind in PLACES or row.kind is OutlineRowKind.HINT:
            section = row.place.removeprefix("hint:")
            return ArticlePosition(section=section, position=_size(space, section))
        found = place_of(space, row.key)
        if found:
            return ArticlePosition(section=found.section, position=found.position + 1)
    article = context.article.article
    here = place_of(space, article.uid) if article else None
    if here:
        return ArticlePosition(section=here.section, position=here.position + 1)
    first = space.issue.sections[0].uid if space.issue.sections else PENDING
    return ArticlePosition(section=first, position=0)


def _size(space: Workspace, section: str) -> int:
    sizes = {one.uid: len(one.articles) for one in space.issue.sections}
    return sizes.get(section, len(space.drawer.pending))


def _counted(words: str, uids: tuple[str, ...]) -> str:
    return tr("{words}文章", words=words) if len(uids) == _ONE else tr("{words} {n} 篇文章", words=words, n=len(uids))


COMMANDS = CommandSet(
    ArticleCommands,
    (
        Command(
            name="article.new",
            text=tr("新建文章"),
            english="New article",
            icon="article.new",
            keys=("Ctrl+N",),
            places=(CommandGroup.ARTICLE.at(10), CommandMenu.OUTLINE.at(10), CommandBar.TOP_NEW.at(10)),
            writes=True,
            run=ArticleCommands.new,
        ),
        Command(
            name="article.paste",
            text=tr("粘贴成文"),
            english="Paste as article",
            icon="article.paste",
            keys=("Ctrl+Shift+V",),
            places=(CommandGroup.ARTICLE.at(20), CommandMenu.OUTLINE.at(20), CommandBar.TOP_NEW.at(20, folds=1)),
            writes=True,
            run=ArticleCommands.paste,
        ),
        Command(
            name="article.rename",
            text=tr("改标题"),
            english="Rename article, title",
            keys=("F2",),
            places=(CommandGroup.ARTICLE.at(30), CommandMenu.ARTICLES.at(30)),
            writes=True,
            run=ArticleCommands.begin_rename,
        ),
        Command(
            name="article.discard",
            text=tr("删到废稿箱"),
            english="Delete article to trash",
            icon="trash",
            places=(CommandGroup.ARTICLE.at(40), CommandMenu.ARTICLES.at(70)),
            writes=True,
            run=ArticleCommands.discard,
        ),
        Command(
            name="article.restore",
            text=tr("恢复到原处"),
            english="Restore article from trash",
            icon="restore",
            places=(CommandGroup.ARTICLE.at(50), CommandMenu.DISCARDED.at(10)),
            writes=True,
            run=ArticleCommands.restore,
        ),
        Command(
            name="article.trash",
            text=tr("废稿箱"),
            english="Trash, discarded articles",
            icon="trash",
            places=(CommandGroup.ARTICLE.at(60),),
            run=ArticleCommands.show_trash,
        ),
        Command(
            name="article.erase",
            text=tr("彻底删除"),
            english="Erase article",
            icon="trash",
            places=(CommandGroup.ARTICLE.at(70), CommandMenu.DISCARDED.at(20)),
            writes=True,
            run=ArticleCommands.erase,
        ),
        Command(
            name="article.pending",
            text=tr("移到待编"),
            english="Move article to pending",
            icon="pool",
            places=(CommandGroup.ARTICLE.at(80), CommandMenu.ARTICLES.at(60)),
            writes=True,
            run=ArticleCommands.move_to_pending,
        ),
        Command(
            name="order.up",
            text=tr("上移"),
            english="Move article up",
            icon="order.up",
            keys=("Ctrl+Up",),
            places=(CommandGroup.ARTICLE.at(90), CommandMenu.ARTICLES.at(40)),
            writes=True,
            run=lambda it: it.step(-1),
        ),
        Command(
            name="order.down",
            text=tr("下移"),
            english="Move article down",
            icon="order.down",
            keys=("Ctrl+Down",),
            places=(CommandGroup.ARTICLE.at(100), CommandMenu.ARTICLES.at(50)),
            writes=True,
            run=lambda it: it.step(1),
        ),
        Command(
            name="article.next",
            text=tr("下一篇"),
            english="Next article",
            icon="chevron.right",
            keys=("Alt+Down",),
            places=(CommandGroup.ARTICLE.at(170), CommandBar.TEXT_END.at(60, folds=2)),
            run=lambda it: it.go(1),
        ),
        Command(
            name="article.previous",
            text=tr("上一篇"),
            english="Previous article",
            icon="chevron.left",
            keys=("Alt+Up",),
            places=(CommandGroup.ARTICLE.at(180), CommandBar.TEXT_END.at(50, folds=2)),
            run=lambda it: it.go(-1),
        ),
    ),
)
