"""What is sought in the library, and what takes its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from editor.desk.replacing import Search
from editor.model.language import tr
from editor.text.sanitise import sanitise
from editor.ui.find.pieces import field, head


class SearchForm(QWidget):
    """changed: something else is sought; search_wanted: the user wants to search now."""

    changed = Signal()
    search_wanted = Signal()

    def __init__(self, search: Search, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query, self.replacement = field(tr("查找")), field(tr("替换为"))
        self.case, self.width_blind = QCheckBox(tr("区分大小写")), QCheckBox(tr("全半角不分"))
        # nothing to write in their place may be forgetfulness: that the words go is chosen
        self.deleting = QCheckBox(tr("删去，不写别的"))
        self._head = head(tr("替换"), self.replacement)
        self.start = QPushButton(tr("查找"))
        self.start.setAutoDefault(False)
        self._lay_out()
        self.query.setText(search.query)
        self.replacement.setText(words)
        self.case.setChecked(search.match_case)
        self.width_blind.setChecked(search.any_width)
        self.query.textChanged.connect(self.changed)
        self.query.returnPressed.connect(self.search_wanted)
        self.start.clicked.connect(self.search_wanted)
        self.replacement.textChanged.connect(self.changed)
        self.deleting.toggled.connect(self._on_deleting)
        for option in (self.case, self.width_blind):
            option.toggled.connect(self.changed)

    @property
    def search(self) -> Search:
        """What is sought."""
        return Search(query=self.query.text(), match_case=self.case.isChecked(), any_width=self.width_blind.isChecked())

    @property
    def words(self) -> str:
        """What takes the place of hits; empty where they are deleted, or where nothing is written yet."""
        return "" if self.deleting.isChecked() else sanitise(self.replacement.text())

    @property
    def decided(self) -> bool:
        """Whether it is said what becomes of hits."""
        return bool(self.words) or self.deleting.isChecked()

    def show_replacing(self, *, on: bool) -> None:
        """Offer to replace, or only to search."""
        for part in (self._head, self.replacement, self.deleting):
            part.setVisible(on)

    def set_running(self, *, running: bool) -> None:
        """Let nothing be changed while the library is looked through."""
        for part in (self.query, self.deleting, self.case, self.width_blind):
            part.setEnabled(not running)
        self.replacement.setEnabled(not running and not self.deleting.isChecked())
        self.start.setEnabled(not running and bool(self.query.text()))

    def _on_deleting(self) -> None:
        self.replacement.setEnabled(not self.deleting.isChecked())
        self.changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(head(tr("查找"), self.query), 0, 0)
        grid.addWidget(self.query, 0, 1)
        grid.addWidget(self.start, 0, 2)
        grid.addWidget(self._head, 1, 0)
        grid.addWidget(self.replacement, 1, 1)
        grid.addWidget(self.deleting, 1, 2)
        options = QHBoxLayout()
        options.setSpacing(16)
        options.addWidget(self.case)
        options.addWidget(self.width_blind)
        options.addStretch()
        grid.addLayout(options, 2, 1)
