"""Settings of a publication as files, and the picture of its masthead: chosen, dropped, read and written."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from editor.desk.files import read_file
from editor.desk.formats import PICTURE_FILES, PROFILE_FILES
from editor.desk.profile.files import file_name, load_profile, save_profile
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.commands.context import WindowContext
from editor.ui.kit.failures import show_failure
from editor.ui.profile.draft import Draft
from editor.ui.profile.view import ProfileView


class ProfileFiles(QObject):
    """While one view is open. draft: the publication that is set in it."""

    def __init__(self, context: WindowContext, view: ProfileView, draft: Draft) -> None:
        """Do what is wanted in the view."""
        super().__init__(view)
        self._context, self._session, self._view, self.draft = context, context.session, view, draft
        view.file_dropped.connect(self._on_file_dropped)
        view.picture_wanted.connect(self._choose_picture)
        view.bar.save_wanted.connect(self._choose_target)
        view.bar.load_wanted.connect(self._choose_source)

    def save(self, path: Path) -> None:
        """Write the settings to a file."""
        try:
            save_profile(path, self.draft.value, self._session.library)
        except UserError as error:
            show_failure(self._context.window, tr("没有存为文件"), str(error))
            return
        self._view.foot.show_saved(tr("✓ 已存为“{name}”", name=path.name))

    def load(self, path: Path) -> None:
        """Take the settings of a file as one step; a file that is not wholly right changes nothing."""
        try:
            loaded = load_profile(path, self.draft.value, self._session.library)
        except UserError as error:
            show_failure(self._context.window, tr("没有读入刊物设置"), str(error))
            return
        self.draft.apply(tr("读入“{name}”", name=path.name), lambda _now: loaded)

    def take_picture(self, path: Path) -> None:
        """Let a picture file stand for the masthead's text."""
        try:
            picture, _ = self._session.take_picture(read_file(path), path.name)
        except UserError as error:
            show_failure(self._context.window, tr("没有放入图片"), str(error))
            return
        self._view.stack.masthead.put_picture(picture)

    def _on_file_dropped(self, path: Path) -> None:
        if PROFILE_FILES.matches(path):
            self.load(path)
        else:
            self.take_picture(path)

    def _choose_picture(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._context.window, tr("选择报头图片"), "", PICTURE_FILES.dialog_filter)
        if name:
            self.take_picture(Path(name))

    def _choose_target(self) -> None:
        folder = self._context.settings.export_folder / file_name(self.draft.value)
        name, _ = QFileDialog.getSaveFileName(
            self._context.window, tr("存为文件"), str(folder), PROFILE_FILES.dialog_filter
        )
        if name:
            self.save(Path(name))

    def _choose_source(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._context.window, tr("从文件读入"), "", PROFILE_FILES.dialog_filter)
        if name:
            self.load(Path(name))
