"""Where an input method shows its candidates."""

from PySide6.QtGui import QGuiApplication, QTransform
from PySide6.QtWidgets import QWidget


def keep_candidates_at_caret() -> None:
    """Place the candidates anew whenever a caret moves. Call once, with the application made."""
    QGuiApplication.inputMethod().cursorRectangleChanged.connect(place_candidates)


def place_candidates() -> None:
    """Tell where the field with the focus lies.

    Qt tells when a field moves, not when what it lies in does: a scrolled column, a splitter, a bar above.
    """
    field = QGuiApplication.focusObject()
    if isinstance(field, QWidget):
        at = field.mapTo(field.window(), field.rect().topLeft())
        QGuiApplication.inputMethod().setInputItemTransform(QTransform.fromTranslate(at.x(), at.y()))
