"""Pictures for the figures of the open issue: chosen from files, kept in the library, shown at the page's measure."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from editor.desk.files import read_file
from editor.desk.formats import PICTURE_FILES
from editor.document.look import look_table
from editor.model.body import Figure
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.article.figure_dialog import Chosen, PictureSource
from editor.ui.commands.context import WindowContext
from editor.ui.kit.failures import show_failure

_POINT = 25.4 / 72


class FigurePictures:
    """Of one window."""

    def __init__(self, context: WindowContext) -> None:
        """Ask and say in one window."""
        self._context = context

    def source(self) -> PictureSource:
        """Return where a figure's dialog gets pictures from."""
        return PictureSource(choose=self.choose, take=self.take, measure=self.measure())

    def choose(self) -> Chosen:
        """Ask for a picture file and take it; None where there is none."""
        name, _ = QFileDialog.getOpenFileName(self._context.window, tr("选择图片"), "", PICTURE_FILES.dialog_filter)
        return self.take(name) if name else None

    def take(self, name: str) -> Chosen:
        """Take a picture file into the library; say why, and return None, where that cannot be."""
        try:
            return self._context.session.take_picture(read_file(Path(name)), Path(name).name)
        except UserError as error:
            show_failure(self._context.window, tr("没有放入图片"), str(error))
            return None

    def data(self, figure: Figure) -> bytes:
        """Return the bytes of a figure's picture, none where it has none."""
        pictures = self._context.opened.printable.pictures
        return pictures.get(figure.picture.sha256, b"") if figure.picture else b""

    def measure(self) -> float:
        """Return the width of the page's text in mm."""
        return look_table(self._context.opened.issue.look).measure * _POINT
