"""刊物设置: opened in place of the columns, and what becomes of it in the end."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.desk.review.steps import By
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.publication import Publication
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.full_view import FullViewHost
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import FullView
from editor.ui.credits.services import Services
from editor.ui.kit.failures import show_failure
from editor.ui.kit.scrim import scrim
from editor.ui.work.review_context import ReviewContext, now

if TYPE_CHECKING:
    from editor.ui.profile.profile_files import ProfileFiles
    from editor.ui.profile.setting import ProfileSetting
    from editor.ui.profile.view import ProfileView


_SAVED = tr("✓ 已保存")


class ProfileCommands(QObject):
    """Acts on the publications of one window's library. left: the columns are shown again.

    view, files: what is shown and what is read and written meanwhile, None while nothing is set.
    """

    left = Signal()

    def __init__(self, context: WindowContext, *, services: Services) -> None:
        """Act in one window. services: of the credits' forms."""
        super().__init__(context.window)
        self._services, self._board = services, ReviewContext(context.session, context.settings, context.bridge.run)
        self._context, self._session = context, context.session
        self._bridge = context.bridge
        self.room = FullViewHost(context, FullView.PROFILE)
        self.view: ProfileView | None = None
        self._setting: ProfileSetting | None = None
        self.files: ProfileFiles | None = None
        context.session.issue_opened.connect(self.leave)

    def open(self) -> None:
        """Show the open issue's publication, else the first of the library."""
        library, opened = self._session.library, self._session.opened_issue
        try:
            publications = library.publications()
            chosen = next((one for one in publications if opened and one.uid == opened.issue.publication), None)
            if self.view is None and (chosen or publications):
                self._begin(chosen or publications[0])
            elif self.view is None:
                self._context.show_message(tr("刊库里还没有刊物，先新建或导入一期。"))
        except UserError as error:
            show_failure(self._context.window, tr("没有打开刊物设置"), str(error))

    def leave(self) -> bool:
        """Save, carry the change into the issues in hand and show the columns again. Returns whether that went well."""
        view = self.view
        if view is None:
            return True
        if not self._finish():
            return False
        self.view, self._setting, self.files = None, None, None
        self.room.leave(view)
        self.left.emit()
        self._context.article.body.setFocus()
        return True

    def choose(self, uid: str) -> None:
        """Set another publication; where that cannot be, the one that is set stays."""
        from editor.ui.profile.setting import ProfileSetting

        try:
            if self._finish():
                self._set(ProfileSetting(self._session.library.publication(uid), self._session))
        except UserError as error:
            show_failure(self._context.window, tr("没有换刊物"), str(error))
        self._show_publications()

    def new(self) -> None:
        """Set a publication that is there as soon as something of it is set."""
        from editor.desk.starting.new_publication import NewPublication, found_publication
        from editor.ui.profile.setting import ProfileSetting

        if self._finish():
            self._set(ProfileSetting(found_publication(NewPublication(masthead="新刊物")), self._session))
            if self.view:
                self.view.choose("masthead")
                self.view.stack.masthead.begin_name()

    def rule(self, approvers: tuple[str, ...], second_pair: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Say by whom the publication is approved from now on."""
        from editor.desk.review.enrolling import set_rules

        if self._setting is None or self.view is None or not self._setting.draft.saving.save():
            return
        draft, library = self._setting.draft, self._session.library
        ruled = replace(draft.value, approvers=approvers, second_pair=second_pair)
        try:
            if all(one.uid != ruled.uid for one in library.publications()):
                library.save_publication(draft.value)
            set_rules(self._board.office, ruled, By(name=self._session.author, at=now()))
        except UserError as error:
            self.view.refresh()
            self.view.form.refuse(str(error))
            return
        draft.take_rules(ruled)

    def begin_issue(self) -> None:
        """Ask what the first issue of a publication is to be, make it and open it."""
        from editor.desk.renewal import propose_first
        from editor.ui.new_issue.dialog import NewIssueDialog

        if self._setting is None or not self._setting.draft.saving.save():
            return
        publication = self._setting.draft.value
        try:
            # one that nothing of was changed is not there yet
            self._session.library.save_publication(publication)
        except UserError as error:
            show_failure(self._context.window, tr("还不能新建一期"), str(error))
            return
        library, author = self._session.library, self._session.author
        dialog = NewIssueDialog(library, propose_first(publication), self._context.window, author=author)
        with scrim(self._context.window):
            dialog.exec()
        if dialog.made and self.leave():
            self._session.open(dialog.made.uid)
        dialog.deleteLater()

    # inside

    def _begin(self, publication: Publication) -> None:
        from editor.ui.profile.profile_files import ProfileFiles
        from editor.ui.profile.setting import ProfileSetting
        from editor.ui.profile.view import ProfileView

        opened = self._session.opened_issue
        if opened:
            opened.close_step()
        setting = ProfileSetting(publication, self._session)
        view = self.view = ProfileView(self._services, self._board.every_chief)
        self.files = ProfileFiles(self._context, view, setting.draft)
        self._connect(view)
        self.room.enter(view)
        self._set(setting)
        view.list.setFocus()

    def _connect(self, view: "ProfileView") -> None:
        guest, bar = self.room.guest, view.bar
        view.left.connect(self.leave)
        view.pages_wanted.connect(self._set_pages)
        view.pages.wanted.connect(self._bridge.draw_for_guest)
        guest.pages_set.connect(view.pages.show_pages)
        guest.picture_made.connect(view.pages.view.switch.show_picture)
        guest.failed.connect(view.pages.say_failure)
        view.foot.issue_wanted.connect(self.begin_issue)
        view.ruled.connect(self.rule)
        if self.files:
            self.files.fonts_changed.connect(self._on_fonts_changed)
        bar.chosen.connect(self.choose)
        bar.new_wanted.connect(self.new)

    def _set(self, setting: "ProfileSetting") -> None:
        view = self.view
        if view is None or self.files is None:
            return
        self._setting, self.files.draft = setting, setting.draft
        setting.draft.setParent(view)
        writable = not self._session.library.read_only
        view.show_draft(setting.draft, setting.shown)
        view.stack.set_writable(writable=writable)
        view.foot.show_reach(setting.reach, closed=self._session.library.why_read_only)
        view.foot.show_saved("")
        setting.draft.changed.connect(lambda _before, _after: view.foot.show_saved(tr("● 正在保存…")))
        setting.draft.saving.saved.connect(self._on_saved)
        setting.draft.saving.failed.connect(
            lambda reason: view.foot.show_saved(tr("没有存上：{reason}", reason=reason), bad=True)
        )
        self._show_publications()
        self._set_pages()

    def _finish(self) -> bool:
        if self._setting is None or self.view is None:
            return True
        try:
            return self._setting.finish(issues_too=self.view.foot.also.isChecked())
        except UserError as error:
            show_failure(self._context.window, tr("设置已存好，但没有写进编辑中的期"), str(error))
            return True

    def _set_pages(self) -> None:
        if self._setting:
            self._bridge.set_for_guest(self._setting.printable())

    def _on_fonts_changed(self) -> None:
        if self._setting and self.view:
            self._setting.take_fonts()
            self.view.refresh()
            self._set_pages()

    def _on_saved(self) -> None:
        if self.view:
            self.view.foot.show_saved(_SAVED)
            self._show_publications()

    def _show_publications(self) -> None:
        if self.view and self._setting:
            now = self._setting.draft.value
            known = self._session.library.publications()
            there = tuple(now if one.uid == now.uid else one for one in known)
            self.view.bar.show_publications(there if now in there else (*there, now), now.uid)


COMMANDS = CommandSet(
    ProfileCommands,
    (
        Command(
            name="profile.edit",
            text=tr("刊物设置…"),
            english="Publication settings",
            icon="publication",
            keys=("Ctrl+Alt+S",),
            places=(CommandGroup.ISSUE.at(50), CommandMenu.MAIN.at(210)),
            run=ProfileCommands.open,
        ),
    ),
)
