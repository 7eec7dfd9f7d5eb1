"""A Chinese input method's hands: letters show under the caret, a commit writes words, candidates go to the caret."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

ENTRIES = (QLineEdit, QTextEdit, QPlainTextEdit)
POPUPS = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


def compose(widget, letters):
    QApplication.sendEvent(widget, QInputMethodEvent(letters, []))


def commit(widget, words):
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def shown(widget):
    """Return the text that is written; letters being composed are not."""
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


def enter(widget, qtbot):
    """Give a field the keyboard."""
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def candidates():
    """Return where the input method believes the caret to be, in the window with the focus."""
    return QGuiApplication.inputMethod().cursorRectangle().toRect()


def seen(widget):
    """Return where a widget can be seen in its window."""
    part = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)) + part.topLeft(), part.size())


def entries(widget):
    """Return what takes text below a widget, by accessible name; the line of a spin box by that of its box."""
    found = [one for kind in ENTRIES for one in widget.findChildren(kind) if not one.isReadOnly()]
    return {one.accessibleName() or one.parent().accessibleName(): one for one in found}


def check_entry(widget, words, qtbot):
    """Compose and commit words in an empty field as a user would, and look at what is seen."""
    enter(widget, qtbot)
    assert widget.window().windowType() not in POPUPS
    assert shown(widget) == ""
    compose(widget, "s")
    first = candidates()
    assert seen(widget).contains(first.center()), f"{first} is not in {seen(widget)}"
    compose(widget, "shu")
    assert candidates().x() > first.x(), "letters do not show"
    assert shown(widget) == "", "letters are written before the commit"
    commit(widget, words)
    assert shown(widget) == words
    compose(widget, "s")
    assert candidates().x() > first.x(), "the candidates stay behind the caret"
    assert seen(widget).contains(candidates().center())
    compose(widget, "")
    assert shown(widget) == words
