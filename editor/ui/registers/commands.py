"""The registers from the window: people, and words; tags of several articles at once."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from editor.model.language import tr
from editor.model.tagging import tag_articles
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.kit.scrim import scrim

if TYPE_CHECKING:
    from editor.ui.registers.book import RegisterBook
    from editor.ui.registers.house_dialog import HouseWordDialog
    from editor.ui.registers.people_dialog import PeopleDialog
    from editor.ui.registers.tag_articles_dialog import TagArticlesDialog
    from editor.ui.registers.words_dialog import WordsDialog


class RegisterCommands:
    """Acts on the registers of one window's library."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context, self._session = context, context.session

    def show_people(self) -> None:
        """Show people and organisations."""
        self._show(self.people_dialog())

    def show_words(self) -> None:
        """Show tags and terms; what was retagged is shown in the open issue afterwards."""
        if not self._session.save_all():
            opened = self._session.opened_issue
            refused = opened.saving.refused if opened else ""
            self._context.show_message(tr("最近的改动还没有存上，先存好再整理标签。{refused}", refused=refused))
            return
        dialog = self.words_dialog()
        self._show(dialog)
        if dialog.retagged:
            self._session.catch_up(tr("整理标签"))

    def show_house_words(self) -> None:
        """Show the house words."""
        self._show(self.house_word_dialog())

    def house_word_dialog(self) -> "HouseWordDialog":
        """Return the dialog of house words."""
        from editor.ui.registers.house_book import HouseWordBook
        from editor.ui.registers.house_dialog import HouseWordDialog

        book = HouseWordBook(self._session.library, self._session.author)
        return HouseWordDialog(book, self._context.theme, self._context.window)

    def people_dialog(self) -> "PeopleDialog":
        """Return the dialog of people and organisations."""
        from editor.ui.registers.people_dialog import PeopleDialog

        return PeopleDialog(self._book(), self._context.theme, self._context.window)

    def words_dialog(self) -> "WordsDialog":
        """Return the dialog of tags and terms."""
        from editor.ui.registers.words_dialog import WordsDialog

        return WordsDialog(self._book(), self._context.theme, self._context.window)

    def tag(self, *, removing: bool) -> None:
        """Ask for tags of the chosen articles and change all of them as one step."""
        dialog = self.tag_dialog(removing=removing)
        if dialog is None:
            self._context.show_message(tr("先在目录里选中要改标签的文章。"))
            return
        with scrim(self._context.window):
            accepted = dialog.exec()
        if accepted:
            self.write_tags(dialog)
        dialog.deleteLater()

    def tag_dialog(self, *, removing: bool) -> "TagArticlesDialog | None":
        """Return the dialog for the chosen articles, else the open one; None where there is none."""
        from editor.text.regions import regions
        from editor.ui.registers.tag_articles_dialog import TagArticlesDialog

        opened, uids = self._context.opened, self._context.chosen()
        articles = [one for one in opened.value.articles() if one.uid in uids]
        if not articles or not opened.writable:
            return None
        words = (*self._session.words().tags, *(one.name for one in regions()))
        return TagArticlesDialog(articles, lambda: words, removing=removing, parent=self._context.window)

    def write_tags(self, dialog: "TagArticlesDialog") -> None:
        """Change the articles as the dialog says."""
        uids, added, removed = dialog.uids, dialog.added, dialog.removed
        named = [
            f"{word}“{tr('、').join(tags)}”" for word, tags in ((tr("加标签"), added), (tr("去标签"), removed)) if tags
        ]
        words = tr("{n} 篇{named}", n=len(uids), named=tr("，").join(named))
        if self._context.opened.apply(words, lambda space: tag_articles(space, uids, add=added, remove=removed)):
            self._context.show_message(tr("{words}，Ctrl+Z 撤销", words=words))

    def _book(self) -> "RegisterBook":
        from editor.ui.registers.book import RegisterBook

        return RegisterBook(self._session.library, self._session.author)

    def _show(self, dialog: QDialog) -> None:
        with scrim(self._context.window):
            dialog.exec()
        dialog.deleteLater()
        self._session.take_registers()


COMMANDS = CommandSet(
    RegisterCommands,
    (
        Command(
            name="registers.people",
            text=tr("人员与单位…"),
            english="People and organisations",
            icon="register.people",
            places=(CommandGroup.REGISTERS.at(10), CommandMenu.MAIN.at(220)),
            run=RegisterCommands.show_people,
        ),
        Command(
            name="registers.words",
            text=tr("标签与名录…"),
            english="Tags, sources, bodies, documents",
            icon="register",
            places=(CommandGroup.REGISTERS.at(20), CommandMenu.MAIN.at(230)),
            run=RegisterCommands.show_words,
        ),
        Command(
            name="registers.house_words",
            text=tr("用语表…"),
            english="House words: forbidden and preferred wordings",
            icon="register.house_words",
            places=(CommandGroup.REGISTERS.at(25), CommandMenu.MAIN.at(235)),
            run=RegisterCommands.show_house_words,
        ),
        Command(
            name="tags.add",
            text=tr("加标签…"),
            english="Add tags",
            icon="meta.tag",
            places=(CommandGroup.REGISTERS.at(30), CommandMenu.ARTICLES.at(90)),
            writes=True,
            run=lambda it: it.tag(removing=False),
        ),
        Command(
            name="tags.remove",
            text=tr("去标签…"),
            english="Remove tags",
            places=(CommandGroup.REGISTERS.at(40), CommandMenu.ARTICLES.at(100)),
            writes=True,
            run=lambda it: it.tag(removing=True),
        ),
    ),
)
