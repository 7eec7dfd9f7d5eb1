"""The rest: the user's name, and what is done with libraries and files."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from editor.desk.starting.author import checked_author
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.app.settings import Settings
from editor.ui.kit.folder_field import FolderField
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label
from editor.ui.settings_dialog.rows import Page, form, name


class GeneralPage(Page):
    """Writes into the settings as it is changed; a name that cannot be one is said and not kept."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(tr("一般"))
        self._settings = settings
        self.author, self.message = QLineEdit(settings.author), StateLine()
        self.reopen = QCheckBox(tr("启动时打开上次的刊库"))
        self.export = QLineEdit(str(settings.export_folder))
        self.library = FolderField(settings.library_folder)
        self._lay_out()
        self.author.textEdited.connect(self._on_author_edited)
        self.reopen.setChecked(settings.reopen_last)
        self.reopen.toggled.connect(self._on_reopen_toggled)
        self.export.textEdited.connect(self._on_export_edited)
        self.library.folder_changed.connect(self._on_library_changed)

    def _on_author_edited(self, text: str) -> None:
        try:
            self._settings.author = checked_author(text)
        except UserError as error:
            self.message.show_message(str(error), state="error")
            self.message.show()
            return
        self.message.hide()

    def _on_reopen_toggled(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._settings.reopen_last = on

    def _on_export_edited(self) -> None:
        if self.export.text().strip():
            self._settings.export_folder = Path(self.export.text().strip()).expanduser()

    def _on_export_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("导出到哪个文件夹"), self.export.text())
        if chosen:
            self.export.setText(chosen)
            self._on_export_edited()

    def _on_library_changed(self, folder: Path) -> None:
        self._settings.library_folder = folder

    def _lay_out(self) -> None:
        self.author.setAccessibleName(tr("署名"))
        self.author.setPlaceholderText(tr("例如：杨婷"))
        self.export.setAccessibleName(tr("导出到"))
        change = QPushButton(tr("更改…"))
        change.clicked.connect(self._on_export_clicked)
        folder = QHBoxLayout()
        folder.setSpacing(8)
        folder.addWidget(self.export, 1)
        folder.addWidget(change)
        rows = form()
        who = QVBoxLayout()
        who.setSpacing(4)
        who.addWidget(self.author)
        who.addWidget(self.message)
        self.message.hide()
        rows.addRow(name(tr("署名")), who)
        rows.addRow(name(tr("启动")), self.reopen)
        rows.addRow(name(tr("导出到")), folder)
        rows.addRow(name(tr("新刊库放在")), self.library)
        self.stack.addLayout(rows)
        self.stack.addWidget(
            label(tr("改了就从此时起用：版本、放行、批注、送审都写着它；已写下的不变。"), role="small", ink="text2")
        )
        self.stack.addStretch()
