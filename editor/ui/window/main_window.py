"""The main window: outline, article and pages of one issue, and what the user does with them."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from editor.desk.importing import Import, import_file
from editor.desk.open_issue import OpenIssue, add_sample, open_issue
from editor.desk.overview import overview
from editor.desk.ports import Library
from editor.document.faces import dress
from editor.document.look import look_table
from editor.model.errors import UserError
from editor.model.issue import Article, Section
from editor.model.page_facts import Spot
from editor.pages.reports import PagesSet, PictureMade
from editor.ui.article.view import ArticleView, CopyFit
from editor.ui.export.dialog import ExportDialog
from editor.ui.failures import say_failure
from editor.ui.import_report import ImportReport
from editor.ui.outline.bar import OutlineBar
from editor.ui.outline.view import OutlineView
from editor.ui.pages.bar import PagesBar
from editor.ui.pages.bridge import PagesBridge
from editor.ui.pages.layout import Fit, Zoom
from editor.ui.pages.view import PagesView
from editor.ui.scrim import scrim
from editor.ui.settings import Settings
from editor.ui.theme.apply import mark
from editor.ui.theme.tokens import Theme
from editor.ui.widgets import SIZES, column, hairline
from editor.ui.window.actions import make_actions
from editor.ui.window.article_bar import ArticleBar
from editor.ui.window.empty import EmptyView
from editor.ui.window.status_line import StatusLine
from editor.ui.window.top_bar import TopBar

_FORMS = "一期简报 (*.txt *.json *.bulletin)"
_PARTS = {"cover": 1, "credits": 2, "contents": 3}


class MainWindow(QMainWindow):
    """Shows a library's issues, one at a time."""

    library_wanted = Signal(Path)

    def __init__(self, library: Library, place: Path, *, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._library, self._place, self._settings = library, place, settings
        self._opened: OpenIssue | None = None
        self._article = ""
        self.actions_by_name = make_actions(self, theme)
        self.menu = QMenu(self)
        self.bridge = PagesBridge(self)
        self.outline, self.outline_bar = OutlineView(), OutlineBar()
        self.article, self.fit = ArticleView(), CopyFit()
        self.article_bar = ArticleBar(self.actions_by_name)
        self.pages = PagesView()
        self.pages_bar = PagesBar(self.pages, self.actions_by_name)
        self.top, self.status = TopBar(self.actions_by_name, self.menu, theme), StatusLine()
        self.empty = EmptyView(self.actions_by_name)
        self.setAcceptDrops(True)
        self.setMinimumSize(1048, 600)
        self._build()
        self._connect()
        self._restore()
        self.refresh()

    # what is open

    @property
    def opened(self) -> OpenIssue | None:
        """The open issue."""
        return self._opened

    def refresh(self) -> None:
        """Show what the library holds: the open issue again, or its newest."""
        entries = self._library.issues()
        current = self._opened.issue.uid if self._opened else ""
        known = [entry.uid for entry in entries]
        self.status.show_library(self._place.name, holder=self._library.holder)
        if entries and current not in known:
            self.open_issue(known[0])
            return
        self.top.show_entries(entries, current)
        self._show_state()

    def open_issue(self, uid: str) -> None:
        """Open an issue of the library at its first article."""
        self._opened = open_issue(self._library, uid)
        self._article = ""
        self.pages.forget()
        self.bridge.set_issue(self._opened)
        self.status.show_pages("正在排版…")
        self.top.show_entries(self._library.issues(), uid)
        self._show_state()
        self._show_overview()
        self.outline.step(0)

    def import_files(self, files: tuple[Path, ...]) -> None:
        """Import files and open the last; say what found no place."""
        for path in files:
            try:
                outcome = import_file(path, self._library)
            except UserError as error:
                say_failure(self, f"没有导入“{path.name}”", str(error))
                continue
            self.open_issue(outcome.issue.uid)
            self._say_import(path, outcome)

    def show_article(self, uid: str, *, scroll: bool = True) -> None:
        """Open an article; scroll: bring its page into view."""
        found = self._find(uid)
        if found is None or self._opened is None:
            return
        section, article = found
        self._article = uid
        look = dress(look_table(self._opened.issue.look), tuple(file.font for file in self._opened.fonts))
        self.outline.choose(uid)
        self.article.show_article(article, section, self._opened.pictures, look)
        self.article_bar.show_place(section.name, section.articles.index(article) + 1, len(section.articles))
        self.pages.show_article(uid, scroll=scroll)
        self._show_place()

    # building

    def _build(self) -> None:
        left = column(self.outline_bar, hairline(), self.outline, ground="sidebar")
        middle = column(self.article_bar, hairline(), self._middle(), self.fit, ground="surface")
        right = column(self.pages_bar, hairline(), self.pages, ground="sunken")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for part, least in ((left, "outline.min"), (middle, "editor.min"), (right, "pages.min")):
            part.setMinimumWidth(SIZES[least])
            self.splitter.addWidget(part)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        whole = QWidget()
        mark(whole, ground="window")
        stack = QVBoxLayout(whole)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        for part in (self.top, hairline(), self.splitter, hairline(), self.status):
            stack.addWidget(part, 1 if part is self.splitter else 0)
        self.setCentralWidget(whole)
        for name in ("library.open", "issue.import", "export"):
            self.menu.addAction(self.actions_by_name[name])
        self.menu.addSeparator()
        for name in ("view.fitwidth", "view.fitpage", "view.twoup", "view.full", "view.reset"):
            self.menu.addAction(self.actions_by_name[name])

    def _middle(self) -> QStackedWidget:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.article)
        return self.stack

    def _connect(self) -> None:
        self.outline.article_chosen.connect(self.show_article)
        self.outline.part_chosen.connect(self._on_part_chosen)
        self.pages.wanted.connect(self.bridge.draw)
        self.pages.spot_clicked.connect(self._on_spot_clicked)
        self.pages.sheet_changed.connect(self._show_place)
        self.pages.zoom_changed.connect(self._on_zoom_changed)
        self.bridge.pages_set.connect(self._on_pages_set)
        self.bridge.picture_made.connect(self._on_picture_made)
        self.bridge.failed.connect(lambda reason: self.status.show_pages(reason, bad=True))
        self.top.issue_chosen.connect(self.open_issue)
        for name, act in self._commands().items():
            self.actions_by_name[name].triggered.connect(act)

    def _commands(self) -> dict[str, object]:
        return {
            "library.open": self._choose_library,
            "library.sample": self._add_sample,
            "issue.import": self._choose_files,
            "export": self.export,
            "article.next": lambda: self.outline.step(1),
            "article.previous": lambda: self.outline.step(-1),
            "view.outline": lambda: self._toggle(0),
            "view.pages": lambda: self._toggle(2),
            "go.outline": self._go(0, self.outline),
            "go.article": self._go(1, self.article),
            "go.pages": self._go(2, self.pages),
            "zoom.in": lambda: self.pages.step_zoom(1),
            "zoom.out": lambda: self.pages.step_zoom(-1),
            "view.fitwidth": lambda: self.pages.fit(Fit.WIDTH),
            "view.fitpage": lambda: self.pages.fit(Fit.PAGE),
            "view.twoup": self.pages.set_two_up,
            "view.full": self._set_full_screen,
            "view.reset": self.reset_layout,
        }

    def _go(self, place: int, target: QWidget) -> object:
        def go() -> None:
            self._column(place).show()
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

        return go

    def _toggle(self, place: int) -> None:
        self._column(place).setVisible(self._column(place).isHidden())

    def _column(self, place: int) -> QWidget:
        part = self.splitter.widget(place)
        assert part is not None, "the window has three columns"  # noqa: S101
        return part

    # commands

    def export(self) -> None:
        """Ask what to export and where, and do it."""
        dialog = self.export_dialog()
        if dialog:
            with scrim(self):
                dialog.exec()
            self._settings.export_folder = Path(dialog.folder.text())

    def export_dialog(self) -> ExportDialog | None:
        """Return the dialog for the open issue, None where none is open."""
        if self._opened is None:
            return None
        facts = self.pages.facts
        return ExportDialog(
            self._opened,
            self._settings.export_folder,
            cover=self.pages.picture_of(1),
            sheets=facts.sheets if facts else 0,
            parent=self,
        )

    def reset_layout(self) -> None:
        """Give columns and zoom their first sizes."""
        for place in range(3):
            self._column(place).show()
        left, right = (256, 432) if self.width() < 1400 else (SIZES["outline"], SIZES["pages"])
        self.splitter.setSizes([left, max(SIZES["editor.min"], self.width() - left - right), right])
        self.pages.set_zoom(Zoom())

    def _choose_library(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "打开资料库", str(self._place.parent), "资料库 (*.db)")
        if chosen:
            self.library_wanted.emit(Path(chosen))

    def _choose_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, "导入一期", str(Path.home()), _FORMS)
        self.import_files(tuple(map(Path, chosen)))

    def _add_sample(self) -> None:
        try:
            issue = add_sample(self._library)
        except UserError as error:
            say_failure(self, "没有放入示例", str(error))
            return
        self.open_issue(issue.uid)

    def _set_full_screen(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if on
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    # answers

    def _on_pages_set(self, report: PagesSet) -> None:
        first = self.pages.facts is None
        self.pages.show_pages(report)
        self.pages_bar.show_place(self.pages.sheet)
        self.status.show_pages("；".join(report.warnings))
        self._show_overview()
        if first and self._article:
            self.pages.show_article(self._article, scroll=True)
        self._show_place()

    def _on_picture_made(self, report: PictureMade) -> None:
        self.pages.show_picture(report)

    def _on_part_chosen(self, key: str) -> None:
        facts = self.pages.facts
        if facts:
            self.pages.go_to_sheet(_PARTS.get(key, facts.sheets))

    def _on_spot_clicked(self, spot: Spot) -> None:
        facts = self.pages.facts
        article = facts.article_at(spot) if facts else None
        if article:
            self.show_article(article, scroll=False)

    def _on_zoom_changed(self, zoom: Zoom, _factor: float) -> None:
        self.actions_by_name["view.fitwidth"].setChecked(zoom.fit is Fit.WIDTH)
        self.actions_by_name["view.fitpage"].setChecked(zoom.fit is Fit.PAGE)
        self.actions_by_name["view.twoup"].setChecked(zoom.two_up)
        self._show_place()

    # showing

    def _show_state(self) -> None:
        issue = self._opened.issue if self._opened else None
        self.top.show_issue(issue)
        self.stack.setCurrentWidget(self.article if issue and any(issue.articles()) else self.empty)
        self.fit.setVisible(issue is not None)
        self.article_bar.setVisible(issue is not None)
        writable = not self._library.read_only
        self.actions_by_name["export"].setEnabled(issue is not None)
        for name in ("issue.import", "library.sample"):
            self.actions_by_name[name].setEnabled(writable)
        name = issue.profile.masthead if issue else "简报编辑台"
        self.setWindowTitle(f"{name} — 简报编辑台" if issue else name)

    def _show_overview(self) -> None:
        if self._opened:
            seen = overview(self._opened.issue, self.pages.facts)
            self.outline.show_overview(seen)
            self.outline_bar.show_overview(seen)

    def _show_place(self) -> None:
        if self._opened is None:
            return
        seen, facts = overview(self._opened.issue, self.pages.facts), self.pages.facts
        folio = facts.folio_of(self.pages.sheet) if facts else None
        self.fit.show_line(seen.article(self._article))
        self.status.show_place(seen, self._article, f"第 {folio:02} 页" if folio else "", self.pages.factor)

    def _say_import(self, path: Path, outcome: Import) -> None:
        if outcome.unplaced or outcome.report:
            ImportReport(path.name, outcome, self).open()

    def _find(self, uid: str) -> tuple[Section, Article] | None:
        sections = self._opened.issue.sections if self._opened else ()
        pairs = ((section, article) for section in sections for article in section.articles)
        return next((pair for pair in pairs if pair[1].uid == uid), None)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self._library.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.import_files(tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep_bytes("geometry", self.saveGeometry())
        self._settings.keep_bytes("columns", self.splitter.saveState())
        self._settings.save()
        self.bridge.close()
        super().closeEvent(event)

    def _restore(self) -> None:
        geometry, columns = self._settings.bytes_of("geometry"), self._settings.bytes_of("columns")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1440, 900)
        if columns.isEmpty() or not self.splitter.restoreState(columns):
            self.reset_layout()
