"""A click on a word of a page puts the caret into that word, seen with real clicks on the sample's pages."""

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.model.block_texts import block_texts
from editor.model.body import ItemList, Paragraph, text_of
from editor.model.edits import put_article
from editor.model.page_facts import Spot
from editor.pages.printed_text import printed_between
from editor.pages.typesetter import Typesetter
from tests.ui.conftest import PATIENCE

_POINTS = 72 / 25400


def printed(window, start, end):
    """Return the characters of the open issue's pages between two spots, as they are printed."""
    opened = window.context.opened.printable
    look = look_table(opened.issue.look)
    with Typesetter() as typesetter:
        made = typesetter.render(
            issue_document(opened.issue, title_width=look.title_width), look, opened.pictures, final=False
        )
    with pypdfium2.PdfDocument(made.pdf) as pdf:
        return printed_between(pdf, start, end), pdf[0].get_width() / _POINTS


def click(window, one, width, *, part=0.25):
    """Click into a printed character. part: of its width; width: of the page, in µm."""
    pages = window.pages
    pages.navigator.go_to(Spot(sheet=one.sheet, y=round(one.top)))
    page = pages.position.rect_of(one.sheet)
    scale = page.width() / width
    x, y = one.left + part * (one.right - one.left), (one.top + one.bottom) / 2
    point = QPointF(page.left() + x * scale, page.top() + y * scale)
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())


def before(editor):
    """Return what stands between the block's beginning and the caret."""
    cursor = editor.textCursor()
    return cursor.block().text()[: cursor.positionInBlock()]


def article_with(window, kind):
    return next(
        (one, block)
        for one in window.context.opened.issue.articles()
        for block in one.blocks
        if isinstance(block, kind)
    )


@pytest.mark.parametrize("part", [0.25, 0.75])
def test_the_caret_goes_to_the_character_clicked(window, qtbot, part):
    article, block = article_with(window, Paragraph)
    chars, width = printed(window, *window.pages.facts.of(article.uid).extent(block.uid))
    (text,) = block_texts(block)
    for at in (7, len(chars) // 2, len(chars) - 3):
        click(window, chars[at], width, part=part)
        wanted = "".join(one.char for one in chars[: at + int(part > 0.5)])
        qtbot.waitUntil(lambda wanted=wanted: before(window.article.body).replace(" ", "") == wanted, timeout=PATIENCE)
        assert text.startswith(before(window.article.body))
    assert window.article.body.hasFocus()


def test_a_word_that_is_repeated_is_the_one_clicked(window, qtbot):
    article = next(window.context.opened.issue.articles())
    again = Paragraph(runs=text_of("数据登记" * 60))
    with qtbot.waitSignal(window.pages.edition_shown, timeout=PATIENCE):
        window.context.opened.apply(
            "改", lambda space: put_article(space, replace(article, blocks=(again, *article.blocks)))
        )
    chars, width = printed(window, *window.pages.facts.of(article.uid).extent(again.uid))
    for at in (4 * 31, 4 * 17 + 2):
        click(window, chars[at], width)
        qtbot.waitUntil(lambda at=at: len(before(window.article.body)) == at, timeout=PATIENCE)


def test_a_lists_item_is_the_one_clicked(window, qtbot):
    article, block = article_with(window, ItemList)
    chars, width = printed(window, *window.pages.facts.of(article.uid).extent(block.uid))
    words = "".join(one.char for one in chars)
    item = block_texts(block)[-1]
    click(window, chars[words.rindex(item[:6]) + 3], width)
    body = window.article.body
    qtbot.waitUntil(lambda: before(body) == item[:3], timeout=PATIENCE)
    assert body.textCursor().block().text() == item


def test_a_titles_word_is_the_one_clicked(window, qtbot):
    article = list(window.context.opened.issue.articles())[2]
    pages = window.pages.facts.of(article.uid)
    chars, width = printed(window, pages.start, pages.blocks[0].start)
    words = "".join(one.char for one in chars)
    click(window, chars[words.index(article.title.text[:4]) + 4], width)
    title = window.article.title
    qtbot.waitUntil(lambda: title.caret == 4, timeout=PATIENCE)
    assert title.hasFocus()


def test_who_goes_on_writing_at_once_is_left_alone(window, qtbot):
    article, block = article_with(window, Paragraph)
    chars, width = printed(window, *window.pages.facts.of(article.uid).extent(block.uid))
    with qtbot.waitSignal(window.bridge.place_found, timeout=PATIENCE):
        click(window, chars[40], width)
        QTest.keyClick(window.article.body, Qt.Key.Key_Right)
    assert len(before(window.article.body)) == 1
