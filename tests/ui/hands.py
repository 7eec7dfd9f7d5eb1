"""A user's hands: keys go to whatever has the focus, the pointer to what is seen. No widget is ever called.

A walk runs in a thread beside the event loop, since a modal dialog holds the call that opened it.
"""

import queue
import threading
import time

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCursor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeySequence,
    QTextDocument,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QMenu,
    QWidget,
)

from editor.model.body import Table
from editor.ui.body.editor import BodyEditor
from editor.ui.body.object_walk import cell_location
from editor.ui.body.places import object_corner

PATIENCE_S, MOST_TABS = 60, 80


class Hands(QObject):
    """What a user can do; methods are called from the walk's thread, all but `walk`."""

    _asked = Signal(object)

    def __init__(self):
        super().__init__()
        self._failed = []
        self._asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)
        # QTest keeps Python's lock as long as the menu that it opened is up, and the walk would stand still
        breath = QTimer(self, interval=5)
        breath.timeout.connect(_let_the_walk_go_on)
        breath.start()

    def walk(self, qtbot, steps):
        """Take a walk; raise what it raised. What is still open then is closed."""
        raised = []

        def run():
            try:
                steps()
            except BaseException as error:  # noqa: BLE001 - raised again below
                raised.append(error)
                self._asked.emit(_close_dialogs)

        thread = threading.Thread(target=run, name="walk", daemon=True)
        thread.start()
        qtbot.waitUntil(lambda: not thread.is_alive(), timeout=10 * PATIENCE_S * 1000)
        if raised:
            raise raised[0]

    # seeing

    def see(self, look):
        """Return what `look` returns in the window's thread."""
        answer = queue.SimpleQueue()

        def ask():
            try:
                answer.put((look(), None))
            except Exception as error:  # noqa: BLE001 - raised again in the walk
                answer.put((None, error))

        self._asked.emit(ask)
        value, error = answer.get(timeout=PATIENCE_S)
        if error:
            raise error
        return value

    def until(self, look, words=""):
        """Wait until `look` returns something; return it."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            found = self.see(look)
            if found:
                return found
            threading.Event().wait(0.01)
        raise AssertionError(f"waited in vain: {words or look}; {self.see(_whereabouts)}")

    def focus(self):
        """Return the name of what has the focus."""
        return self.see(lambda: name_of(QApplication.focusWidget()))

    # the keyboard

    def press(self, *keys, times=1):
        """Press keys, written as in menus: Ctrl+N, Tab, Return."""
        for _ in range(times):
            for key in keys:
                self._ready()
                combination = QKeySequence(key)[0]
                # apart: the window that took the key down may be gone when it comes up
                for act in (QTest.keyPress, QTest.keyRelease):
                    self._do(lambda act=act, c=combination: _strike(act, c.key(), c.keyboardModifiers()))

    def write(self, words):
        """Type: Latin by keys, the rest as an input method hands it over."""
        for part in _parts(words):
            self._ready()
            if part.isascii():
                for letter in part:
                    self._do(lambda letter=letter: _strike(QTest.keyClick, letter))
            else:
                self._do(lambda part=part: _compose(part))

    def tab_to(self, name, *, back=False):
        """Press Tab until something of a name has the focus."""
        passed = []
        for _ in range(MOST_TABS):
            self._ready()
            here = self.focus()
            if name in here:
                return
            passed.append(here)
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab does not lead to {name}: {passed}")

    def pick(self, words):
        """Choose a line of the open menu by the arrow keys."""
        menu = self.until(QApplication.activePopupWidget, "a menu")
        for _ in range(MOST_TABS):
            if self.see(lambda: menu.activeAction() is not None and words in menu.activeAction().text()):
                self.press("Return")
                return
            self.press("Down")
        raise AssertionError(f"no {words} in the menu")

    # the pointer

    def click(self, words, *, times=1):
        """Click what shows or is named so."""
        self.click_at(lambda: _spot(words), words, times=times)

    def click_at(self, spot, words="", *, times=1):
        """Click a place: spot returns (widget, point) or None while there is none."""
        self._ready()
        self.until(spot, words)

        def at(act):
            # held: with a window's wrapper PySide gives up those of what is in it
            front = front_window()
            act(*_hit(*spot()))
            del front

        self._do(lambda: at(_point_at))
        self._do(lambda: at(lambda widget, point: _click(widget, point, times)))

    def drag(self, start, end):
        """Take what lies at a place of a list to another; the places are (viewport, point).

        Off screen there is no window system to carry it, so the list receives what it would: enter, move, drop.
        `packaging/real_pointer.py` drags with a real pointer.
        """
        self.click_at(start)

        def carry():
            (viewport, point), (_, target) = start(), end()
            view = viewport.parent()
            data = view.model().mimeData(view.selectedIndexes())
            _drop_event(QDragEnterEvent, viewport, point, data)
            for part in range(1, 9):
                _drop_event(QDragMoveEvent, viewport, point + (target - point) * part / 8, data)
            _drop_event(QDropEvent, viewport, target, data)

        self._do(carry)

    # inside

    def _ready(self):
        """Wait until the window in front has the keyboard: a user sees that it has."""
        self.until(_has_keyboard, "a focus")

    def _do(self, act):
        self._asked.emit(act)
        # a loop of any depth takes the second question only when it is free again
        self.see(lambda: None)
        if self._failed:
            raise self._failed.pop()

    def _on_asked(self, act):
        try:
            act()
        except Exception as error:  # noqa: BLE001 - raised again in the walk
            self._failed.append(error)


def name_of(widget):
    """Return how a widget is called: its accessible name, else its text."""
    if widget is None:
        return ""
    text = widget.text() if hasattr(widget, "text") and isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or type(widget).__name__


def shown(kind=QWidget):
    """Return what can be seen of a kind in the window in front, popups first."""
    window = front_window()
    return [one for one in (window, *window.findChildren(kind)) if isinstance(one, kind) and one.isVisible()]


def front_window():
    """Return the menu, dialog or window in front; not a completion's list, past which a user clicks on."""
    popup = QApplication.activePopupWidget()
    menu = popup if popup and popup.focusProxy() is None else None
    return menu or QApplication.activeModalWidget() or QApplication.activeWindow()


def row_spot(view, words, *, across=0.5, down=0.5):
    """Return a place on the row of a list or tree that shows words."""
    for one in shown(QAbstractItemView):
        if view != name_of(one):
            continue
        for index in _indexes(one.model()):
            if words in str(index.data() or "") and one.visualRect(index).isValid():
                rect = one.visualRect(index)
                return one.viewport(), QPoint(
                    rect.left() + round(rect.width() * across), rect.top() + round(rect.height() * down)
                )
    return None


def cell_spot(row, column):
    """Return the middle of a cell of the last table of the text, row 0 its head."""
    for body in shown(BodyEditor):
        for table in [block for block in body.blocks if isinstance(block, Table)][-1:]:
            place = body.objects.drawing(table.uid).places[cell_location(table, row, column)]
            return body.viewport(), (place.area.center() + object_corner(body.document(), table.uid)).toPoint()
    return None


def text_spot(name, words):
    """Return the place just before words in a text field of a name."""
    for field in shown():
        if name_of(field) == name and isinstance(getattr(field, "document", lambda: None)(), QTextDocument):
            cursor = field.document().find(words)
            if not cursor.isNull():
                cursor.setPosition(cursor.selectionStart())
                return field.viewport(), field.cursorRect(cursor).center()
    return None


def _spot(words):
    for menu in [one for one in shown(QMenu) if one is QApplication.activePopupWidget()]:
        for action in menu.actions():
            if words in action.text() and action.isEnabled():
                return menu, menu.actionGeometry(action).center()
    tests = (
        lambda one: words == one.accessibleName(),
        lambda one: words == _text(one),
        lambda one: words in one.accessibleName() or words in _text(one),
    )
    seen = [one for one in shown() if one.isEnabled()]
    found = next((one for test in tests for one in seen if test(one)), None)
    return _middle(found) if found else None


def _text(widget):
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else ""


def _middle(widget):
    inside = getattr(widget, "viewport", lambda: widget)()
    seen = inside.visibleRegion().boundingRect()
    # a wide check box has its words at the left
    return inside, QPoint(12, seen.center().y()) if isinstance(inside, QCheckBox) else seen.center()


def _indexes(model, parent=None):
    for row in range(model.rowCount(*([parent] if parent else []))):
        index = model.index(row, 0, *([parent] if parent else []))
        yield index
        yield from _indexes(model, index)


def _hit(widget, point):
    """Return what the pointer meets at a place, as the window system finds it, and where on it."""
    window = widget.window()
    whole = widget.mapTo(window, point)
    seen = window.childAt(whole) or window
    related = seen is widget or widget.isAncestorOf(seen) or seen.isAncestorOf(widget)
    assert related, f"{name_of(seen)} lies over {name_of(widget)}"
    return seen, seen.mapFrom(window, whole)


def _point_at(widget, point):
    QCursor.setPos(widget.mapToGlobal(point))


def _click(widget, point, times):
    """Click; the second click in a row is a double click, as a window system says it."""
    for turn in range(times):
        down = QTest.mouseDClick if turn == 1 else QTest.mousePress
        for act in (down, QTest.mouseRelease):
            act(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def _let_the_walk_go_on():
    threading.Event().wait(0.0005)


def _drop_event(kind, viewport, point, data):
    place = QPointF(point) if kind is QDropEvent else point
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    event = kind(place, move, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def _strike(act, *key):
    # a widget, not its QWindow: PySide keeps wrappers of dead ones and takes them for new ones
    front = QApplication.activePopupWidget()
    target = (front.focusWidget() or front) if front else QApplication.focusWidget()
    if target:
        act(target, *key)


def _has_keyboard():
    if QApplication.activePopupWidget():
        return True
    modal, active = QApplication.activeModalWidget(), QApplication.activeWindow()
    if active is None:
        _activate_as_a_window_manager_would(modal)
    return active is not None and QApplication.focusWidget() is not None and modal in (None, active)


def _activate_as_a_window_manager_would(modal):
    """Give the keyboard to the dialog or window in front: nobody does when a dialog closes off screen."""
    left = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
    if modal or left:
        (modal or left[-1]).activateWindow()


def _compose(words):
    field = QApplication.focusWidget()
    QApplication.sendEvent(field, QInputMethodEvent("pin'yin", []))
    done = QInputMethodEvent("", [])
    done.setCommitString(words)
    QApplication.sendEvent(field, done)


def _parts(words):
    """Split into runs that are typed and runs that are composed."""
    parts = []
    for letter in words:
        if parts and parts[-1].isascii() == letter.isascii():
            parts[-1] += letter
        else:
            parts.append(letter)
    return parts


def _whereabouts():
    return (
        f"focus {name_of(QApplication.focusWidget())!r}, modal {name_of(QApplication.activeModalWidget())!r}, "
        f"window {QApplication.activeWindow() and QApplication.activeWindow().windowTitle()!r}"
    )


def _close_dialogs():
    popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    if popup:
        popup.close()
    if isinstance(modal, QDialog):
        modal.done(0)
    if popup or modal:
        # one after another: the loop of each has to end
        QTimer.singleShot(0, _close_dialogs)
