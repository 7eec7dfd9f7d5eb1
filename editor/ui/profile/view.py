"""刊物设置 in place of the window's columns: categories, a form, and the page that it makes."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.desk.formats import FONT_DROPS
from editor.model.language import tr
from editor.model.publication import Publication
from editor.ui.credits.services import Services
from editor.ui.kit.drop_cue import DropCue, dropped_files
from editor.ui.kit.drop_words import profile_words
from editor.ui.kit.widgets import application, lay_out_room
from editor.ui.profile.bar import ProfileBar
from editor.ui.profile.categories import CATEGORIES, printed_of
from editor.ui.profile.draft import Draft
from editor.ui.profile.draft_steps import DraftSteps
from editor.ui.profile.foot import ProfileFoot
from editor.ui.profile.form import WIDTH, Form, ShownProfile
from editor.ui.profile.form_stack import FormStack
from editor.ui.profile.live_pages import LivePages
from editor.ui.profile.tab_order import step_focus
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_LEFT, _RIGHT, _RIGHT_LEAST, _FORM = 208, 504, 240, WIDTH + 56
_PAGES_MS = 120


_KEYS = tuple(CATEGORIES)


class ProfileView(QWidget):
    """Shows one draft at a time. pages_wanted: something to set has changed; left: the user is done.

    picture_wanted: of the masthead; files_dropped: a picture, a file of settings, or fonts; ruled: by whom an issue is
    approved.
    """

    left = Signal()
    pages_wanted = Signal()
    picture_wanted = Signal()
    files_dropped = Signal(list)
    ruled = Signal(tuple, bool)

    def __init__(
        self, services: Services, chiefs: Callable[[], tuple[str, ...]], parent: QWidget | None = None
    ) -> None:
        """Show nothing yet. services: what the forms of credits ask for; chiefs: the library's chief editors."""
        super().__init__(parent)
        set_style(self, ground="window")
        self.bar, self.foot, self.pages = ProfileBar(), ProfileFoot(), LivePages()
        self.list, self.stack = QListWidget(), FormStack(services, chiefs)
        self._steps = DraftSteps(self.bar, self)
        self.setAcceptDrops(True)
        DropCue(self, profile_words)
        self._shown: Callable[[Publication], ShownProfile] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAGES_MS)
        self._soon.timeout.connect(self.pages_wanted)
        self._build()
        self._connect()

    def show_draft(self, draft: Draft, shown: Callable[[Publication], ShownProfile]) -> None:
        """Show a publication under edit. shown: what the forms are given for a value of it."""
        self._shown = shown
        self.pages.view.switch.forget()
        draft.changed.connect(self._on_changed)
        draft.stepped.connect(self._on_stepped)
        self._steps.follow(draft)
        self.refresh()

    def refresh(self) -> None:
        """Show the draft as it stands."""
        if self._steps.draft and self._shown:
            shown = self._shown(self._steps.draft.value)
            self.form.show_publication(shown)
            self.pages.show_issue(shown.issue)

    def choose(self, key: str) -> None:
        """Show a category."""
        self.list.setCurrentRow(_KEYS.index(key))

    @property
    def form(self) -> Form:
        """The form in view."""
        return self.stack.form(_KEYS[self.list.currentRow()])

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # the window would take a drop for an import
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        files = dropped_files(event.mimeData())
        fonts = files[:1] and FONT_DROPS.matches(files[0])
        self.files_dropped.emit([one for one in files if FONT_DROPS.matches(one)] if fonts else files[:1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # no shortcut: fields use Escape themselves, for what they offer
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: FBT001 - Qt's
        parts = (self.bar, self.list, self.form, self.pages, self.foot)
        return step_focus(parts, 1 if next_one else -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pages.setFixedWidth(max(_RIGHT_LEAST, min(_RIGHT, self.width() - _LEFT - _FORM - 2)))

    # inside

    def _build(self) -> None:
        self.list.setAccessibleName(tr("类别"))
        self.list.setIconSize(QSize(20, 20))
        for category in CATEGORIES.values():
            picture = icon(category.icon, current_theme(application()))
            self.list.addItem(QListWidgetItem(picture, category.title))
        left = QWidget()
        set_style(left, ground="sidebar")
        left.setFixedWidth(_LEFT)
        margin = QVBoxLayout(left)
        margin.setContentsMargins(8, 8, 8, 8)
        margin.addWidget(self.list)
        lay_out_room(self, self.bar, (left, self.stack, self.pages), self.foot)

    def _connect(self) -> None:
        self.stack.masthead.picture_wanted.connect(self.picture_wanted)
        self.stack.edited.connect(self._steps.apply)
        self.stack.left.connect(self._steps.close)
        self.stack.ruled.connect(self.ruled)
        self.list.currentRowChanged.connect(self._on_category_changed)
        self.bar.left.connect(self.left)
        self.list.setCurrentRow(0)

    def _on_category_changed(self, row: int) -> None:
        self._steps.close()
        self.stack.show_form(_KEYS[row])
        self.refresh()
        self.pages.go_to(CATEGORIES[_KEYS[row]].part)

    def _on_changed(self, before: Publication, after: Publication) -> None:
        message = self.form.message.text
        self.refresh()
        if message:
            self.form.refuse("")
        if printed_of(before) != printed_of(after) and not self._soon.isActive():
            self._soon.start()

    def _on_stepped(self, before: Publication, after: Publication) -> None:
        """Lead to what undo or redo has changed."""
        changed = [key for key, one in CATEGORIES.items() if one.value(before) != one.value(after)]
        if changed and _KEYS[self.list.currentRow()] not in changed:
            self.choose(changed[0])
