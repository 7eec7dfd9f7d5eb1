"""A board at one window: real keys, real dialogs, and hands that click and type."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.desk.ports import Arrival
from editor.desk.review.enrolling import enrol, set_role
from editor.desk.review.office import Office
from editor.desk.review.steps import By
from editor.desk.review.trust import TrustFile
from editor.model.publication import Profile, Publication
from editor.model.review import Role
from editor.ui.review.verdict_card import VerdictCard
from editor.ui.work.review_context import now
from tests.fakes import article, issue_of
from tests.review_desk import CHIEF, EDITOR, STAFF
from tests.ui.composing import commit
from tests.ui.conftest import PATIENCE

WORDS = "only I know this"
ISSUE = issue_of(article(), article("海州公布数据目录"))
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)


def take_in(library):
    library.take_in(Arrival(issue=ISSUE, publication=ONE))


def make_board(library, folder):
    """Put three people on the list; return the chief's key file."""
    office = Office(library=library, trust=TrustFile(folder / "trusted-keys.json"))
    path = folder / f"{CHIEF}.key"
    enrol(office, path, name=CHIEF, passphrase=WORDS, at=now())
    for name, role in ((EDITOR, Role.EDITOR), (STAFF, Role.STAFF)):
        set_role(office, name, role, By(name=CHIEF, at=now()))
    return path


def open_desk(open_window, library, qtbot, folder, *, author=EDITOR):
    """Return a window on a small issue, its pages set; its key file is desk.key."""
    take_in(library)
    key = make_board(library, folder)
    made = open_window(library)
    made.session.author, made.key = author, key
    qtbot.waitUntil(lambda: made.pages.facts is not None, timeout=PATIENCE)
    return made


def click(button):
    assert button.isVisible(), "nobody can click what is not seen"
    assert button.isEnabled(), f"{button.text()} cannot be used"
    # a check box has its words at the left
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, button.height() // 2))


def write(field, words):
    """Type into a field that is empty, Latin by keys, the rest as an input method hands it over."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    if words.isascii():
        QTest.keyClicks(field, words)
    else:
        commit(field, words)


def drop(target, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    # a drop goes to what a drag has entered
    for kind, place in ((QDragEnterEvent, QPoint(10, 10)), (QDropEvent, QPointF(10, 10))):
        event = kind(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(target, event)


def choose(field, words):
    """Choose the line of a combo box that shows words, by its keys."""
    at = next(place for place in range(field.count()) if words in field.itemText(place))
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Home)
    for _ in range(at):
        QTest.keyClick(field, Qt.Key.Key_Down)
    field.activated.emit(field.currentIndex())
    assert words in field.currentText()


def button_of(window, name):
    """Return the button of the top bar that is seen for a command."""
    button = window.top.decisions.buttons[name]
    assert button.isVisible(), f"{name} is not offered"
    return button


def offered(window):
    return {name for name, one in window.top.decisions.buttons.items() if one.isVisible()}


def take(window, name, *, who="", words="", done=True):
    """Take a step by the top bar's button; return the dialog."""
    click(button_of(window, name))
    dialog = window.decisions.dialog
    assert dialog.isVisible()
    if who:
        choose(dialog.who.who, who)
    if words:
        write(dialog.note, words)
    if done:
        click(dialog.confirm)
        assert not dialog.isVisible(), dialog.message.text
        QApplication.processEvents()
    return dialog


def sign(window, qtbot, path, words=WORDS, *, wait=True):
    """Sign the pages that are read; return the dialog."""
    click(button_of(window, "review.approve" if "review.approve" in offered(window) else "review.read"))
    view = window.reading.view
    qtbot.waitUntil(lambda: view.pages.facts is not None, timeout=PATIENCE)
    click(next(one for one in decisions(view) if "签发" in one.text()))
    dialog = window.decisions.dialog
    write(dialog.key.field, str(path))
    write(dialog.passphrase.field, words)
    if dialog.confirm.isEnabled() and wait:
        click(dialog.confirm)
        qtbot.waitUntil(lambda: not dialog.signing.running, timeout=PATIENCE)
    return dialog


def decisions(view):
    row = view.bar.decisions
    return [row.itemAt(at).widget() for at in range(row.count())]


def verdicts(window, qtbot):
    dialog = window.proofs.dialog
    qtbot.waitUntil(lambda: any(one.isVisible() for one in dialog.findChildren(VerdictCard)), timeout=PATIENCE)
    return {one.what: one for one in dialog.verdicts}
