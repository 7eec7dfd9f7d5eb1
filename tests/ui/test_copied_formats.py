"""Every format that an article can be copied in has its command."""

import pytest
from PySide6.QtWidgets import QApplication

from editor.desk.formats import COPIED, TEXT, article_as


@pytest.mark.parametrize("form", COPIED, ids=[one.key for one in COPIED])
def test_the_open_article_is_copied_in_the_format(window, form):
    article, pictures = window.article.article, window.context.opened.printable.pictures
    window.actions_by_name[f"copy.{form.key}"].trigger()
    copied, made = QApplication.clipboard().mimeData(), article_as(form, article, pictures)
    assert copied.text() == (article_as(TEXT, article) if form.copying.rich else made)
    assert copied.hasHtml() == form.copying.rich
    assert form.copying.done in window.status.message
