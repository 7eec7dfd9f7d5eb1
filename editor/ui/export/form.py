"""The form of the export dialog: which formats, with what options, under what name, where."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.desk.copies import NUMBER_PLACE
from editor.desk.exporting import Targets
from editor.desk.formats import EXPORTED, PDF, FileFormat
from editor.desk.naming import edition_pattern, file_stem, legal
from editor.desk.printable_issue import PrintableIssue
from editor.model.issue_state import CLOSED
from editor.model.language import tr, tr_marked
from editor.ui.export.card import FormatCard
from editor.ui.export.copies import CopyChoices
from editor.ui.export.job import ExportWanted
from editor.ui.export.options import PrintChoices
from editor.ui.kit.widgets import label


class ExportForm(QObject):
    """Fields for one issue, to be placed in a dialog. changed: something else is wanted.

    copies are offered of an issue that is approved.
    """

    changed = Signal()

    def __init__(self, opened: PrintableIssue, folder: Path, dialog: QWidget) -> None:
        """Fields under the issue's own name. folder: proposed."""
        super().__init__(dialog)
        self._opened, self._dialog = opened, dialog
        self.cards = {
            one.key: FormatCard(one.name, tr_marked(one.card.description), one.card.icon)
            for one in EXPORTED
            if one.card
        }
        self.choices = PrintChoices(opened.issue)
        self.copies = CopyChoices() if opened.issue.archive.state in CLOSED else None
        self.name = QLineEdit(file_stem(opened.issue, opened.publication.file_name))
        self.folder = QLineEdit(str(folder))
        self.open_after = QCheckBox(tr("完成后打开文件夹"))
        self._change = QPushButton(tr("更改…"))
        self.name.setAccessibleName(tr("文件名"))
        self.folder.setAccessibleName(tr("放到"))
        self.open_after.setChecked(True)
        self._connect()

    @property
    def targets(self) -> Targets:
        """What is exported where."""
        folder, name = Path(self.folder.text().strip()), legal(self.name.text().replace(NUMBER_PLACE, ""))
        return {one.key: folder / f"{name}{one.ending}" for one in EXPORTED if self.cards[one.key].chosen}

    @property
    def wanted(self) -> ExportWanted:
        """What is asked for as it stands; what is printed is stamped with the time now."""
        return ExportWanted(
            targets=self.targets,
            options=self.choices.options(dt.datetime.now().astimezone()),
            copies=self.copies.run if self.copies else None,
            base=self._base,
        )

    @property
    def paths(self) -> tuple[Path, ...]:
        """All files that would be written."""
        return (*self.targets.values(), *(self.copies.paths(self._base) if self.copies else ()))

    @property
    def fault(self) -> str:
        """Why no copies can be made as they are asked for; empty when all is well."""
        return self.copies.fault if self.copies else ""

    @property
    def named(self) -> bool:
        """Whether it is said under what name and where."""
        return bool(self.name.text().strip() and self.folder.text().strip())

    def choose_only(self, chosen: FileFormat) -> None:
        """Choose one form and no other."""
        for key, card in self.cards.items():
            card.choose(on=key == chosen.key)

    def propose_name(self, revision: int) -> None:
        """Propose the name of a revision, 1 for the first."""
        pattern = edition_pattern(self._opened.publication.file_name, revision)
        self.name.setText(file_stem(self._opened.issue, pattern))

    def place(self, stack: QVBoxLayout) -> None:
        """Put cards and fields into the dialog."""
        for card in self.cards.values():
            stack.addWidget(card)
        if self.copies:
            stack.addWidget(self.copies.card)
        stack.addSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(label(tr("文件名"), ink="text2"), 0, 0)
        grid.addWidget(self.name, 0, 1, 1, 2)
        grid.addWidget(label(tr("放到"), ink="text2"), 1, 0)
        grid.addWidget(self.folder, 1, 1)
        grid.addWidget(self._change, 1, 2)
        self.choices.place(grid, 2)
        if self.copies:
            self.copies.place(grid, 4)
        grid.addWidget(self.open_after, 6, 1, 1, 2)
        stack.addLayout(grid)

    def enable(self, *, on: bool) -> None:
        """Let all be chosen, or nothing."""
        for part in (*self.cards.values(), self.name, self.folder, self.open_after):
            part.setEnabled(on)
        self.choices.enable(on and self.cards[PDF.key].chosen)
        if self.copies:
            self.copies.enable(on=on)

    # inside

    @property
    def _base(self) -> Path:
        return Path(self.folder.text().strip()) / legal(self.name.text())

    def _connect(self) -> None:
        self._change.clicked.connect(self._choose_folder)
        for card in self.cards.values():
            card.toggled.connect(self.changed)
        self.cards[PDF.key].toggled.connect(self.choices.enable)
        self.choices.proof.toggled.connect(self.changed)
        if self.copies:
            self.copies.card.toggled.connect(self.changed)
            self.copies.numbered.toggled.connect(self.changed)
            self.copies.stamp.textChanged.connect(self.changed)
            for number in (self.copies.first, self.copies.last):
                number.valueChanged.connect(self.changed)
        for field in (self.name, self.folder):
            field.textChanged.connect(self.changed)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._dialog, tr("导出到哪个文件夹"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)
