"""The welcome view: three ways in, the libraries opened lately, where new ones are put."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.desk.formats import ISSUE_FILES, LIBRARY_FILES
from editor.desk.ports import LibraryShelf
from editor.model.language import tr
from editor.ui.app.settings import Recent
from editor.ui.kit.drop_cue import DropCue
from editor.ui.kit.drop_words import welcome_words
from editor.ui.kit.folder_field import FolderField
from editor.ui.kit.widgets import application, hairline, label
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon
from editor.ui.welcome.recent_row import RecentRow
from editor.ui.welcome.tile import Tile
from resources import resource

_SHOWN = 5
_WIDTH, _LEFT, _GAP = 960, 416, 96


class WelcomeView(QWidget):
    """Says what the user wants; does nothing itself."""

    sample_wanted = Signal()
    import_wanted = Signal(tuple)  # of paths
    new_wanted = Signal()
    open_wanted = Signal(Path)
    move_wanted = Signal(Path)
    forget_wanted = Signal(Path)
    restore_wanted = Signal(Path)
    author_wanted = Signal()

    def __init__(self, shelf: LibraryShelf, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.rows: tuple[RecentRow, ...] = ()
        self.sample = Tile(tr("打开示例"), tr("一期完整的简报，随便改"), "view.twoup", "Ctrl+1")
        self.past = Tile(tr("导入上周的一期"), tr("往期文本或期刊包；栏目、版权页照着来"), "article.import", "Ctrl+2")
        self.new = Tile(tr("新建刊库"), tr("从空白开始，先起刊名和栏目"), "library.new", "Ctrl+3")
        self.other = _link(tr("打开别处的刊库…"), "open")
        self.author = _link("", "meta.editor")
        self.folder = FolderField(folder)
        self._empty = label(tr("还没有打开过刊库。打开过的会列在这里。"), role="small", ink="text2")
        self._list = QVBoxLayout()
        self.setAcceptDrops(True)
        DropCue(self, welcome_words)
        set_style(self, ground="window")
        self._lay_out()
        self._connect()
        self.show_author("")

    def show_recent(self, recent: tuple[Recent, ...], *, now: dt.datetime) -> None:
        """List the libraries opened lately. now: local time."""
        while item := self._list.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.rows = tuple(RecentRow(one, self._shelf, now=now) for one in recent[:_SHOWN])
        for row in self.rows:
            self._list.addWidget(hairline())
            self._list.addWidget(row)
            row.open_wanted.connect(self.open_wanted)
            row.move_wanted.connect(self.move_wanted)
            row.forget_wanted.connect(self.forget_wanted)
            row.restore_wanted.connect(self.restore_wanted)
        if self.rows:
            self._list.addWidget(hairline())
        self._empty.setVisible(not self.rows)

    def show_author(self, name: str) -> None:
        """Say under which name the user works."""
        self.author.setText(tr("署名：{name}", name=name) if name else tr("写下你的名字…"))

    # building

    def _lay_out(self) -> None:
        body = QWidget()
        body.setMaximumWidth(_WIDTH)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addLayout(self._ways_in())
        columns.addSpacing(_GAP)
        columns.addLayout(self._places(), 1)
        stack = QVBoxLayout(body)
        stack.setContentsMargins(0, 32, 0, 32)
        stack.addLayout(_masthead())
        stack.addSpacing(48)
        stack.addLayout(columns)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(32, 0, 32, 0)
        across.addStretch()
        across.addWidget(body, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _ways_in(self) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(8)
        stack.addWidget(label(tr("开始"), role="head"))
        stack.addSpacing(4)
        for tile in (self.sample, self.past, self.new):
            tile.setFixedWidth(_LEFT)
            stack.addWidget(tile)
        stack.addSpacing(12)
        for link in (self.other, self.author):
            stack.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addStretch()
        return stack

    def _places(self) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(0)
        stack.addWidget(label(tr("最近"), role="head"))
        stack.addSpacing(12)
        stack.addWidget(self._empty)
        self._list.setSpacing(0)
        stack.addLayout(self._list)
        stack.addSpacing(32)
        stack.addWidget(label(tr("新刊库放在"), role="head"))
        stack.addSpacing(8)
        stack.addWidget(self.folder)
        stack.addStretch()
        return stack

    def _connect(self) -> None:
        self.sample.clicked.connect(self.sample_wanted)
        self.past.clicked.connect(self._choose_issues)
        self.new.clicked.connect(self.new_wanted)
        self.other.clicked.connect(self._choose_library)
        self.author.clicked.connect(self.author_wanted)

    # choosing

    def _choose_issues(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self, tr("导入上周的一期"), str(Path.home()), ISSUE_FILES.dialog_filter
        )
        self._want(tuple(map(Path, chosen)))

    def _choose_library(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("打开刊库"), str(self.folder.folder), LIBRARY_FILES.dialog_filter
        )
        self._want((Path(chosen),) if chosen else ())

    def _want(self, paths: tuple[Path, ...]) -> None:
        """Ask to open a library among the files; other files are issues to import."""
        libraries = [path for path in paths if LIBRARY_FILES.matches(path)]
        if libraries:
            self.open_wanted.emit(libraries[0])
        elif paths:
            self.import_wanted.emit(paths)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._want(tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()))


def _masthead() -> QHBoxLayout:
    text = QVBoxLayout()
    text.setSpacing(0)
    text.addWidget(label(tr("简报编辑台"), role="display"))
    text.addWidget(label(tr("从收件到印出的一期简报，都在这台电脑上。不联网，不上传。"), ink="text2"))
    row = QHBoxLayout()
    row.setSpacing(20)
    row.addWidget(_Emblem(), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addLayout(text, 1)
    return row


def _link(text: str, icon_name: str) -> QPushButton:
    button = QPushButton(text)
    button.setIcon(icon(icon_name, current_theme(application()), size=16, token="accent"))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    set_style(button, kind="link")
    return button


class _Emblem(QWidget):
    """The program's own icon, as the taskbar shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(48, 48)
        self._icon = QIcon(str(resource("app/bulletin-desk.svg")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
