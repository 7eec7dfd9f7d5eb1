"""A Monday by hand: ten dirty pieces of all kinds come in, are decided on, placed, cleaned, and the issue goes out."""

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from editor.model.body import plain
from editor.model.edits import pending_and_inbox
from editor.model.guesses import open_guesses
from editor.ui.intake.report import IntakeReport
from tests.ui import monday
from tests.ui.hands import _drop_event, row_spot
from tests.ui.test_walks import Walk, desktop, export_by_keys, found_a_library, home, written_words  # noqa: F401

SECTIONS = 3


def test_ten_dirty_pieces_become_an_issue(desktop, home, qtbot):  # noqa: F811
    walk = Walk(desktop, home)
    files = monday.put_into(home)

    def steps():
        found_a_library(walk)
        drop_all(walk, files)
        paste_the_page(walk)
        decide(walk)
        clean_all(walk)
        export_by_keys(walk)

    desktop.begin()
    walk.hands.walk(qtbot, steps)
    page = monday.copied()
    for words in written_words(walk.exported):
        for piece in monday.pieces():
            for wanted in (piece.title, *piece.words):
                assert "".join(wanted.split()) in words, piece.name
            for other in piece.unwanted:
                assert "".join(other.split()) not in words, piece.name
        assert page.title in words
        assert page.first in words
        assert not [one for one in page.unwanted if one in words]


def waiting(walk):
    return [one.title.text for one in pending_and_inbox(walk.window.context.opened.value.drawer)[1]]


def drop_all(walk, files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    for kind in (QDragEnterEvent, QDropEvent):
        walk.hands._do(lambda kind=kind: _drop_event(kind, walk.window, walk.window.rect().center(), data))
    walk.until(lambda: isinstance(QApplication.activeModalWidget(), IntakeReport), "the report")
    walk.hands.press("Return")
    walk.until_no_dialog()
    came = walk.hands.see(lambda: pending_and_inbox(walk.window.context.opened.value.drawer)[1])
    for piece, article in zip(monday.pieces(), came, strict=True):
        assert article.title.text == piece.title
        assert piece.blocks in {0, len(article.blocks)}, piece.name


def paste_the_page(walk):
    page, data = monday.copied(), QMimeData()
    data.setHtml(page.data.decode())
    data.setText("见网页")
    data.setData("chromium/x-source-url", page.address.encode())
    walk.hands.see(lambda: QApplication.clipboard().setMimeData(data))
    walk.hands.press("Ctrl+Shift+V")
    walk.until(lambda: walk.article().title.text == page.title, "the page")
    article = walk.hands.see(walk.article)
    assert (article.source, article.link, article.archive.published.isoformat()) == (
        page.source,
        page.link,
        page.date,
    )


def decide(walk):
    """The pieces go to sections by number, what was guessed is accepted by one key."""
    hands = walk.hands
    hands.press("Ctrl+Shift+A")
    hands.press("Ctrl+Alt+G", "1")
    hands.click_at(lambda: row_spot("目录", monday.pieces()[0].title))
    for at, title in enumerate(hands.see(lambda: waiting(walk))):
        walk.until(lambda title=title: walk.article().title.text == title, title)
        hands.press("Ctrl+Shift+A")
        hands.press("Ctrl+Alt+G", str(at % SECTIONS + 1))
        walk.until(lambda title=title: title not in waiting(walk), title)
    issue = hands.see(lambda: walk.window.context.opened.issue)
    assert [len(section.articles) for section in issue.sections[:SECTIONS]] == [4, 3, 3]
    assert not [one.title.text for one in issue.articles() if open_guesses(one)]


def clean_all(walk):
    """What is typed by hand is cleaned by one command, which one undo takes back; what came in is clean already."""
    hands = walk.hands
    hands.tab_to("正文")
    hands.press("Ctrl+End", "Return", "Return")
    hands.write("各区已办结 ,共5件 。")
    before = hands.see(walk.article)
    hands.press("Ctrl+K")
    hands.write("整理…")
    hands.press("Return")
    walk.until_dialog("整理")
    hands.press("Return")
    walk.until_no_dialog()
    assert plain(hands.see(walk.article).blocks[-1].runs) == "各区已办结，共5件。"
    hands.press("Ctrl+Z")
    assert hands.see(walk.article) == before
    hands.press("Ctrl+Y")
