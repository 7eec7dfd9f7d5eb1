"""Settings of a publication as files, and the picture of its masthead: chosen, dropped, read and written."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from editor.desk.files import read_file
from editor.desk.fonts import add_font_file
from editor.desk.formats import FONT_DROPS, FONT_FILES, PICTURE_FILES, PROFILE_FILES
from editor.desk.profile.files import file_name, load_profile, save_profile
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.commands.context import WindowContext
from editor.ui.kit.failures import open_message, show_failure
from editor.ui.kit.message_dialog import Message, MessageAnswer, MessageDialog, MessageKind
from editor.ui.profile.draft import Draft
from editor.ui.profile.view import ProfileView


class ProfileFiles(QObject):
    """While one view is open. draft: the publication that is set in it; fonts_changed: the library has other fonts."""

    fonts_changed = Signal()

    def __init__(self, context: WindowContext, view: ProfileView, draft: Draft) -> None:
        """Do what is wanted in the view."""
        super().__init__(view)
        self._context, self._session, self._view, self.draft = context, context.session, view, draft
        view.files_dropped.connect(self._on_files_dropped)
        view.stack.fonts_wanted.connect(self._choose_fonts)
        view.stack.font_unwanted.connect(self._ask_font)
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

    def add_fonts(self, paths: list[Path]) -> None:
        """Put fonts into the library, at once; those that cannot be used are named with the reason."""
        refused, added = [], []
        for path in paths:
            try:
                added.append(add_font_file(path, self._session.library).name)
            except UserError as error:
                refused.append(str(error))
        if added:
            self._view.foot.show_saved(tr("✓ 已添加字体{names}", names=tr("、").join(added)))
            self.fonts_changed.emit()
        if refused:
            show_failure(self._context.window, tr("没有添加字体"), "\n".join(refused))

    def remove_font(self, sha256: str) -> None:
        """Take a font out of the library, at once."""
        try:
            self._session.library.files.remove_font(sha256)
        except UserError as error:
            show_failure(self._context.window, tr("没有移除字体"), str(error))
            return
        self.fonts_changed.emit()

    def _ask_font(self, sha256: str) -> None:
        name = next(font.name for font in self._session.library.files.fonts() if font.sha256 == sha256)
        reason = tr("用到它的期改用自带的字体来排，页数可能变；签发过的文件不变。以后可以再添加。")
        answers = (MessageAnswer(tr("取消")), MessageAnswer(tr("移除"), lambda: self.remove_font(sha256)))
        message = Message(MessageKind.QUESTION, tr("移除字体“{name}”？", name=name), reason)
        open_message(MessageDialog(message, self._context.window, answers=answers))

    def _choose_fonts(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._context.window, tr("添加字体"), "", FONT_FILES.dialog_filter)
        if names:
            self.add_fonts([Path(name) for name in names])

    def _on_files_dropped(self, paths: list[Path]) -> None:
        if not paths:
            return
        if FONT_DROPS.matches(paths[0]):
            self.add_fonts(paths)
        elif PROFILE_FILES.matches(paths[0]):
            self.load(paths[0])
        else:
            self.take_picture(paths[0])

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
