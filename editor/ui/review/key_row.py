"""The chief editor's key: which file, and the passphrase that opens it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.desk.formats import KEY_FILES
from editor.desk.review.keys import describe_key
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.kit.pieces import StateLine


class PassphraseField(QWidget):
    """A line that is typed unseen unless it is asked to be seen: only then an input method works in it."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.seen = QLineEdit(), QCheckBox(tr("显示"))
        self.field.setAccessibleName(name)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.seen.setAccessibleName(tr("显示{name}", name=name))
        self.seen.setToolTip(tr("口令里有汉字时勾上：密码框里用不了输入法"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.seen)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(lambda _text: self.edited.emit())
        self.seen.toggled.connect(self._on_seen_toggled)

    @property
    def words(self) -> str:
        """What is written."""
        return self.field.text()

    def _on_seen_toggled(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
        self.field.setFocus()


class KeyFileField(QWidget):
    """chosen: another file is named. The line below says whose key it holds, or why it is none."""

    chosen = Signal()

    def __init__(self, path: Path | None, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.choose, self.message = QLineEdit(str(path or "")), QPushButton(tr("选择…")), StateLine()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(tr("总编辑保管的 .key 文件，例如 U 盘上的"))
        self.choose.setAutoDefault(False)
        self.owner = ""
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self.choose)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        stack.addLayout(line)
        stack.addWidget(self.message)
        self.setFocusProxy(self.field)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.field.textEdited.connect(lambda _text: self._update_enabled())
        self._update_enabled()

    @property
    def path(self) -> Path | None:
        """The file that is named, None for none."""
        text = self.field.text().strip().strip("\"'")
        return Path(text) if text else None

    def take(self, path: Path) -> None:
        """Name a file."""
        self.field.setText(str(path))
        self._update_enabled()

    def _on_choose_clicked(self) -> None:
        start = str(self.path.parent) if self.path else str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self, tr("选择密钥文件"), start, KEY_FILES.dialog_filter)
        if name:
            self.take(Path(name))

    def _update_enabled(self) -> None:
        path, self.owner = self.path, ""
        if path is None:
            self.message.show_message("")
        else:
            try:
                self.owner, printed = describe_key(path)
                self.message.show_message(tr("{name}的密钥，指纹 {fingerprint}", name=self.owner, fingerprint=printed))
            except UserError as error:
                self.message.show_message(str(error), state="error")
        self.chosen.emit()
