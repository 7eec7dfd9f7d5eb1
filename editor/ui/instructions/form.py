"""The form of one instruction."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDate, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.desk.instructions.keeping import Entered
from editor.model.instruction import Instruction
from editor.model.language import tr
from editor.ui.kit.dialog_frame import named
from editor.ui.kit.drop_cue import DropCue, dropped_files
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import unmoved_by_wheel
from editor.ui.theme.apply import set_style

_WORDS, _AT_WORDS = 148, 3


class InstructionForm(QWidget):
    """choose_wanted: a file is to be chosen as the scan; show_wanted: the kept scan is to be looked at."""

    choose_wanted = Signal()
    show_wanted = Signal()

    def __init__(self, articles: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """articles: uid and title of each."""
        super().__init__(parent)
        self.article, self.leader, self.post = QComboBox(), QLineEdit(), QLineEdit()
        self.day, self.words = QDateEdit(QDate.currentDate()), QPlainTextEdit()
        self.choose, self.show_scan, self.scan_name = (
            QPushButton(tr("选择文件…")),
            QPushButton(tr("查看")),
            CutLabel(ink="text2"),
        )
        self._scan: Path | None = None
        for uid, title in articles:
            self.article.addItem(title, uid)
        self.setAcceptDrops(True)
        DropCue(self, _dropped_words)
        self._lay_out()
        self.choose.clicked.connect(self.choose_wanted)
        self.show_scan.clicked.connect(self.show_wanted)

    @property
    def entered(self) -> Entered:
        """What stands in the form."""
        return Entered(
            article=str(self.article.currentData() or ""),
            leader=self.leader.text(),
            post=self.post.text(),
            day=self.day.date().toPython(),  # type: ignore[arg-type]
            words=self.words.toPlainText(),
            scan=self._scan,
        )

    def begin(self, article: str) -> None:
        """Empty the form for a new instruction on an article. The leader stays: several come from one desk."""
        self._show_article(article)
        self.words.clear()
        self._show_scan(None, kept=False)
        self.leader.setFocus()
        self.leader.selectAll()

    def show_instruction(self, one: Instruction) -> None:
        """Show what is kept."""
        self._show_article(one.article)
        self.leader.setText(one.leader)
        self.post.setText(one.post)
        self.day.setDate(QDate(one.day.year, one.day.month, one.day.day))
        self.words.setPlainText(one.words)
        self._show_scan(None, kept=bool(one.scan))

    def take_scan(self, path: Path) -> None:
        """Take a file as the scan; it is kept with the rest."""
        self._show_scan(path, kept=False)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_scan(dropped_files(event.mimeData())[0])

    # inside

    def _show_article(self, uid: str) -> None:
        self.article.setCurrentIndex(max(self.article.findData(uid), 0))

    def _show_scan(self, path: Path | None, *, kept: bool) -> None:
        self._scan = path
        without = tr("已有扫描件") if kept else tr("没有扫描件，也可以把照片或 PDF 拖到这里")
        self.scan_name.show_text(path.name if path else without)
        self.show_scan.setVisible(kept)
        self.choose.setText(tr("换一份…") if path or kept else tr("选择文件…"))

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(8)
        self.day.setDisplayFormat(tr("yyyy年M月d日"))
        self.day.setFixedWidth(168)
        for field in (self.article, self.day):
            unmoved_by_wheel(field)
        self.article.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.leader.setPlaceholderText(tr("姓名"))
        self.post.setPlaceholderText(tr("职务，可不填"))
        who = QHBoxLayout()
        who.setSpacing(8)
        who.addWidget(self.leader, 2)
        who.addWidget(self.post, 3)
        day = QHBoxLayout()
        day.addWidget(self.day)
        day.addStretch()
        self.words.setMinimumHeight(_WORDS)
        self.words.setTabChangesFocus(True)
        set_style(self.words, kind="field")
        scan = QHBoxLayout()
        scan.setSpacing(8)
        scan.addWidget(self.scan_name, 1)
        for button in (self.show_scan, self.choose):
            button.setAutoDefault(False)
            scan.addWidget(button)
        for name, part in (
            (tr("文章"), self.article),
            (tr("批示人"), _row(who)),
            (tr("日期"), _row(day)),
            (tr("批示内容"), self.words),
            (tr("扫描件"), _row(scan)),
        ):
            part.setAccessibleName(name)
            stack.addLayout(named(name, part))
        self.leader.setAccessibleName(tr("批示人"))
        self.post.setAccessibleName(tr("职务"))
        self.day.setAccessibleName(tr("日期"))
        stack.setStretch(_AT_WORDS, 1)


def _row(layout: QHBoxLayout) -> QWidget:
    held = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    held.setLayout(layout)
    return held


def _dropped_words(data: QMimeData) -> str:
    return tr("松开后作为批示的扫描件") if dropped_files(data) else ""
