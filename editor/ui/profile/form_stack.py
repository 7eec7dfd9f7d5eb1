"""The forms of all categories, each made when it is looked at first."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from editor.ui.credits.services import Services
from editor.ui.profile.checking import CheckingForm
from editor.ui.profile.file_names import FileNamesForm
from editor.ui.profile.form import Form
from editor.ui.profile.fronts import BackDefaults, CreditsDefaults
from editor.ui.profile.lists import LinksForm, ReviewForm
from editor.ui.profile.look import LookForm
from editor.ui.profile.masthead import MastheadForm
from editor.ui.profile.numbering import NumberingForm
from editor.ui.profile.sections import SectionsForm
from editor.ui.theme.apply import set_style


class FormStack(QStackedWidget):
    """forms: those made, by category. edited, left, ruled: of any of them; font_unwanted: sha256 of one to go."""

    edited = Signal(str, object, str)
    left = Signal()
    ruled = Signal(tuple, bool)
    fonts_wanted = Signal()
    font_unwanted = Signal(str)

    def __init__(
        self, services: Services, chiefs: Callable[[], tuple[str, ...]], parent: QWidget | None = None
    ) -> None:
        """services: what the forms of credits ask for; chiefs: the library's chief editors."""
        super().__init__(parent)
        self.masthead = MastheadForm()
        self.forms: dict[str, Form] = {}
        self._areas: dict[Form, QScrollArea] = {}
        self._writable = True
        self._makers: dict[str, Callable[[], Form]] = {
            "masthead": lambda: self.masthead,
            "sections": SectionsForm,
            "credits": lambda: CreditsDefaults(services),
            "back": lambda: BackDefaults(services),
            "numbering": NumberingForm,
            "look": LookForm,
            "links": LinksForm,
            "files": FileNamesForm,
            "checking": CheckingForm,
            "review": lambda: ReviewForm(chiefs),
        }

    def form(self, category: str) -> Form:
        """Return the form of a category."""
        return self.forms.get(category) or self._made(category)

    def show_form(self, category: str) -> None:
        """Bring the form of a category into view."""
        self.setCurrentWidget(self._areas[self.form(category)])

    def set_writable(self, *, writable: bool) -> None:
        """Let the forms be used, or only looked at."""
        self._writable = writable
        for form in self.forms.values():
            form.setEnabled(writable)

    def _made(self, category: str) -> Form:
        form = self.forms[category] = self._makers[category]()
        form.setEnabled(self._writable)
        form.edited.connect(self.edited)
        form.left.connect(self.left)
        if isinstance(form, ReviewForm):
            form.ruled.connect(self.ruled)
        if isinstance(form, LookForm):
            form.font_files.add_wanted.connect(self.fonts_wanted)
            form.font_files.removed.connect(self.font_unwanted)
        self._areas[form] = _scrolled(form)
        self.addWidget(self._areas[form])
        return form


def _scrolled(form: Form) -> QScrollArea:
    inside = QWidget()
    set_style(inside, ground="surface")
    row = QHBoxLayout(inside)
    row.setContentsMargins(24, 0, 24, 0)
    row.addStretch()
    row.addWidget(form)
    row.addStretch()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    set_style(area.viewport(), ground="surface")
    return area
