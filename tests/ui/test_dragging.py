"""While something is dragged it is seen where it would land, or what would be done; where it isn't taken, nothing."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from editor.ui.kit.drop_cue import DropCue
from editor.ui.outline.rows import PENDING_KEY

NONE = Qt.KeyboardModifier.NoModifier


def send(target, kind, point, data):
    """Send what a window system sends; return whether it is taken."""
    place = QPointF(point) if kind is QDropEvent else point
    event = kind(place, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE)
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


class Drag:
    """Articles dragged over the outline."""

    def __init__(self, window, *uids):
        self.view = window.outline
        model = self.view.model()
        self.data = model.mimeData([model.find(uid) for uid in uids])
        send(self.view.viewport(), QDragEnterEvent, QPoint(5, 5), self.data)

    def row(self, key):
        return self.view.visualRect(self.view.model().find(key))

    def over(self, key, part):
        """Hold over a row, at a part of its height; return whether it would be taken."""
        box = self.row(key)
        self.point = QPoint(box.center().x(), round(box.top() + part * (box.height() - 1)))
        return send(self.view.viewport(), QDragMoveEvent, self.point, self.data)

    def let_go(self):
        send(self.view.viewport(), QDropEvent, self.point, self.data)


@pytest.fixture
def uids(window):
    return [one.uid for one in window.context.opened.issue.articles()]


def in_order(window):
    return [one.uid for one in window.context.opened.issue.articles()]


def test_a_line_shows_between_which_articles_one_would_land(window, uids):
    first, second, section = uids[0], uids[1], window.context.opened.issue.sections[0]
    assert [one.uid for one in section.articles][:2] == [first, second], "the sample begins with two"
    drag, mark = Drag(window, first), window.outline.drops.mark
    assert drag.over(second, 0.9)
    assert mark.isVisible()
    assert mark.line
    assert mark.geometry().center().y() == pytest.approx(drag.row(second).bottom(), abs=3)
    assert drag.over(second, 0.1)
    assert mark.geometry().center().y() == pytest.approx(drag.row(second).top(), abs=3)
    assert drag.over(second, 0.9)
    drag.let_go()
    assert in_order(window)[:2] == [second, first]
    assert not mark.isVisible()


def test_a_section_is_framed_where_it_takes_an_article_at_its_end(window, uids):
    last, mark = window.context.opened.issue.sections[-1], window.outline.drops.mark
    drag = Drag(window, uids[0])
    assert drag.over(last.uid, 0.2)
    assert mark.isVisible()
    assert not mark.line
    assert mark.geometry().intersects(drag.row(last.uid))
    drag.let_go()
    assert window.context.opened.issue.sections[-1].articles[-1].uid == uids[0]


def test_right_below_its_name_a_line_leads_to_the_head_of_a_section(window, uids):
    last = window.context.opened.issue.sections[-1]
    drag = Drag(window, uids[0])
    assert drag.over(last.uid, 0.9)
    assert window.outline.drops.mark.line
    drag.let_go()
    assert window.context.opened.issue.sections[-1].articles[0].uid == uids[0]


def test_an_empty_place_takes_articles_in(window, uids):
    drag = Drag(window, uids[0])
    assert drag.over(PENDING_KEY, 0.9)
    assert not window.outline.drops.mark.line
    drag.let_go()
    assert [one.uid for one in window.context.opened.value.drawer.pending] == [uids[0]]


def test_where_no_article_is_taken_nothing_shows(window, uids):
    drag, mark = Drag(window, uids[0]), window.outline.drops.mark
    assert drag.over(uids[1], 0.9)
    for key in ("cover", "contents", uids[0]):
        assert not drag.over(key, 0.5)
        assert not mark.isVisible(), f"shown over {key}"
    before = window.context.opened.value
    drag.let_go()
    assert window.context.opened.value is before
    drag.over(uids[1], 0.9)
    QApplication.sendEvent(window.outline.viewport(), QDragLeaveEvent())
    assert not mark.isVisible()


def files(*names):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/somewhere/{name}") for name in names])
    return data


def cue(widget):
    """Return what is said over a widget, empty for nothing."""
    (made,) = [one for one in widget.children() if isinstance(one, DropCue)]
    return made.sheet.words if made.sheet.isVisible() else ""


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("第7期.json",), "松开后导入“第7期.json”"),
        (("第7期.json", "第8期.json"), "松开后导入 2 个文件"),
        (("第7期.json", "来稿.txt"), "松开后收 2 个文件，放进收件"),
        (("第7期.bulletin",), "松开后选：导入，还是核验"),
        (("来稿.docx",), "松开后收“来稿.docx”，放进收件"),
        (("图.png",), ""),
    ],
)
def test_the_window_says_what_it_does_with_files(window, names, words):
    assert send(window, QDragEnterEvent, QPoint(9, 9), files(*names)) == bool(words)
    assert cue(window) == words
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert cue(window) == ""


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("图.png",), "松开后在这里放入图片“图.png”"),
        (("图.png", "表.jpg"), "松开后在这里放入 2 张图片"),
    ],
)
def test_the_text_says_what_it_does_with_files(window, names, words):
    viewport = window.article.body.viewport()
    assert send(viewport, QDragEnterEvent, QPoint(9, 9), files(*names))
    assert cue(viewport) == words
    assert cue(window) == ""


def test_an_issue_over_the_text_is_the_windows(window):
    viewport = window.article.body.viewport()
    assert send(viewport, QDragEnterEvent, QPoint(9, 9), files("第7期.json"))
    assert cue(viewport) == ""
    assert cue(window) == "松开后导入“第7期.json”"


def test_a_text_that_is_only_read_takes_no_picture(window):
    window.article.body.setReadOnly(True)
    viewport = window.article.body.viewport()
    assert not send(viewport, QDragEnterEvent, QPoint(9, 9), files("图.png"))
    assert cue(viewport) == ""
