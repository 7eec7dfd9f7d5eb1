"""How the whole application looks: the scheme that the user chose, by what the system shows."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editor.ui.app.settings import Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.focus import install_focus_ring
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.scheme import SchemeChoice, theme_name
from editor.ui.theme.tokens import HOUSE_ACCENT, load_theme


class ApplicationLook(QObject):
    """Keeps the application in its theme, also when the system goes over to dark or to high contrast."""

    chosen = Signal(object)

    def __init__(self, app: QApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._settings = app, settings
        install_fonts()
        self._apply()
        install_focus_ring(app)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        hints.accessibility().contrastPreferenceChanged.connect(self._apply)

    def choose(self, choice: SchemeChoice) -> None:
        """Show everything in a scheme from now on, and tell of the choice."""
        self._settings.scheme = choice
        self._apply()
        self.chosen.emit(choice)

    def _apply(self) -> None:
        hints = QGuiApplication.styleHints()
        wanted = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        name = theme_name(self._settings.scheme, hints.colorScheme(), contrast=wanted)
        self.theme = load_theme(name, accent=HOUSE_ACCENT)
        apply_theme(self._app, self.theme)
