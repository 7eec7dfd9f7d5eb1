"""What is done with whole articles: new, in order, away, and back."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from editor.desk.formats import HTML, TEXT, article_as
from editor.model.edits import (
    PENDING,
    Place,
    add_articles,
    discard_articles,
    erase_articles,
    move_articles,
    place_of,
    put_article,
    restore_articles,
    step_articles,
)
from editor.model.issue import Article, Title
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.body.clipboard import clipboard_data, pasted_article
from editor.ui.outline.rows import PLACES, TRASH_KEY, RowKind
from editor.ui.window.parts import Commands, Parts

_ONE, _MENU = 1, ("article.rename", "order.up", "order.down", "article.pending", "article.discard")
_WAY = ("steps.on", "steps.back")


class ArticleCommands:
    """Acts on the articles chosen in the outline, else on the open one."""

    def __init__(self, parts: Parts) -> None:
        """Act in one window."""
        self._parts, self._session = parts, parts.session
        parts.outline.moved.connect(self.move)
        parts.outline.renamed.connect(self.rename)
        parts.outline.menu_wanted.connect(self.show_menu)
        parts.outline.discard_wanted.connect(self.discard)

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        return {
            "article.new": self.new,
            "article.paste": self.paste,
            "article.rename": self._parts.outline.rename,
            "article.discard": self.discard,
            "article.restore": self.restore,
            "article.trash": self.show_trash,
            "article.erase": self.erase,
            "article.pending": lambda: self.move(self.chosen(), Place(section=PENDING, position=0)),
            "order.up": lambda: self.step(-1),
            "order.down": lambda: self.step(1),
            "copy.html": self.copy_html,
            "copy.text": self.copy_text,
        }

    def chosen(self) -> tuple[str, ...]:
        """Return the articles that a command is about."""
        rows = self._parts.outline.chosen_rows()
        keys = tuple(row.key for row in rows if row.kind is RowKind.ARTICLE)
        article = self._parts.article.article
        return keys or ((article.uid,) if article and not rows else ())

    def new(self) -> None:
        """Put an empty article in below the chosen one and go to its title."""
        self._add(Article(title=Title(text="")), tr("新建文章"))
        self._parts.article.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paste(self) -> None:
        """Make an article of what is on the clipboard."""
        made = pasted_article(clipboard_data(), self._session.take_picture)
        if made is None:
            self._parts.say(tr("剪贴板里没有文字。先在网页、微信或 Word 里复制一篇，再粘贴成文。"))
            return
        article, said = made
        self._add(article, tr("粘贴成文"))
        self._parts.say(tr("；").join(said) or tr("已粘贴成文：{text}", text=article.title.text or tr("（无标题）")))

    def rename(self, uid: str, title: str) -> None:
        """Give an article another title; chosen line breaks go with the old one."""

        def change(space: Workspace) -> Workspace:
            article = space.article(uid)
            return put_article(space, replace(article, title=Title(text=title))) if article else space

        self._session.apply(tr("改标题"), change)

    def move(self, uids: tuple[str, ...], place: Place) -> None:
        """Move articles to a place; from the trash as well."""
        space = self._session.space
        discarded = {one.article.uid for one in space.drawer.trash} & set(uids) if space else set()

        def change(now: Workspace) -> Workspace:
            return move_articles(restore_articles(now, discarded) if discarded else now, uids, place)

        if uids and self._session.apply(_counted(tr("移动"), uids), change) and discarded:
            self._parts.show_article(uids[0])

    def step(self, by: int) -> None:
        """Move the chosen articles one place up (-1) or down (1)."""
        uids = self.chosen()
        if uids:
            self._session.apply(
                _counted(tr("上移") if by < 0 else tr("下移"), uids), lambda space: step_articles(space, uids, by)
            )

    def discard(self) -> None:
        """Put the chosen articles into the trash."""
        uids, now = self.chosen(), dt.datetime.now(tz=dt.UTC)
        if uids and self._session.apply(
            _counted(tr("删除"), uids), lambda space: discard_articles(space, uids, at=now)
        ):
            self._parts.say(tr("已删到废稿箱（{n} 篇），Ctrl+Z 撤销", n=len(uids)))

    def show_trash(self) -> None:
        """Lead to the discarded articles."""
        outline = self._parts.outline
        if not outline.unfold(TRASH_KEY):
            self._parts.say(tr("废稿箱是空的"))
            return
        outline.setFocus(Qt.FocusReason.OtherFocusReason)
        self._parts.say(tr("废稿箱：选中一篇，右键恢复，或看它的版本"))

    def restore(self) -> None:
        """Take the chosen articles back from the trash."""
        uids = self._discarded()
        if uids and self._session.apply(_counted(tr("恢复"), uids), lambda space: restore_articles(space, uids)):
            self._parts.show_article(uids[0])

    def erase(self) -> None:
        """Take the chosen articles out of the trash for good; undo still brings them back."""
        uids = self._discarded()
        if uids:
            self._session.apply(_counted(tr("彻底删除"), uids), lambda space: erase_articles(space, uids))

    def copy_html(self) -> None:
        """Put the open article on the clipboard as clean HTML, with its plain text beside."""
        article, opened = self._parts.article.article, self._session.open_issue
        if article and opened:
            data = QMimeData()
            data.setHtml(article_as(HTML, article, opened.pictures))
            data.setText(article_as(TEXT, article))
            QGuiApplication.clipboard().setMimeData(data)
            self._parts.say(tr("已复制为网页，可粘贴到公众号、邮件或 Word"))

    def copy_text(self) -> None:
        """Put the open article on the clipboard as plain text with a list of its links."""
        article = self._parts.article.article
        if article:
            QGuiApplication.clipboard().setText(article_as(TEXT, article))
            self._parts.say(tr("已复制为纯文字"))

    def show_menu(self, point: QPoint) -> None:
        """Show what can be done with the chosen rows."""
        kinds = {row.kind for row in self._parts.outline.chosen_rows()}
        menu = QMenu(self._parts.window)
        actions = self._parts.actions
        if kinds == {RowKind.DISCARDED}:
            names: tuple[str, ...] = ("article.restore", "article.erase", "article.versions")
        elif RowKind.ARTICLE in kinds:
            names = (*_WAY, *_MENU, "article.versions", "tags.add", "tags.remove", "copy.html", "copy.text")
        else:
            names = ("article.new", "article.paste")
        for name in names:
            menu.addAction(actions[name])
        menu.popup(point)

    def _add(self, article: Article, label: str) -> None:
        place = self._place_below()
        if place and self._session.apply(label, lambda space: add_articles(space, place, (article,))):
            self._parts.show_article(article.uid)

    def _place_below(self) -> Place | None:
        space, rows = self._session.space, self._parts.outline.chosen_rows()
        if space is None:
            return None
        for row in reversed(rows):
            if row.kind in PLACES or row.kind is RowKind.HINT:
                section = row.place.removeprefix("hint:")
                return Place(section=section, position=_size(space, section))
            found = place_of(space, row.key)
            if found:
                return Place(section=found.section, position=found.position + 1)
        article = self._parts.article.article
        here = place_of(space, article.uid) if article else None
        if here:
            return Place(section=here.section, position=here.position + 1)
        first = space.issue.sections[0].uid if space.issue.sections else PENDING
        return Place(section=first, position=0)

    def _discarded(self) -> tuple[str, ...]:
        return tuple(row.key for row in self._parts.outline.chosen_rows() if row.kind is RowKind.DISCARDED)


def _size(space: Workspace, section: str) -> int:
    sizes = {one.uid: len(one.articles) for one in space.issue.sections}
    return sizes.get(section, len(space.drawer.pending))


def _counted(words: str, uids: tuple[str, ...]) -> str:
    return tr("{words}文章", words=words) if len(uids) == _ONE else tr("{words} {n} 篇文章", words=words, n=len(uids))
