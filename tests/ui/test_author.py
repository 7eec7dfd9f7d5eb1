"""署名 changed at an open window: who is meant from then on, and what stays with who it was."""

from dataclasses import replace

import pytest

from editor.model.edits import put_article
from editor.model.note_edits import notes_of
from editor.model.notes import Anchor
from editor.model.review import Step
from editor.ui.app.desktop_settings import SettingsActs, open_settings
from editor.ui.settings_dialog.dialog import SettingsDialog
from tests.review_desk import CHIEF, EDITOR
from tests.ui.review_desk import ISSUE, button_of, click, open_desk, take, write

GENERAL = 2
"""The page of the settings, from 0."""


@pytest.fixture
def desk(open_window, library, qtbot, tmp_path):
    return open_desk(open_window, library, qtbot, tmp_path, author=CHIEF)


def sign_as(window, name):
    settings = window._settings
    acts = SettingsActs(
        settings=settings, in_force=settings.start, choose_scheme=lambda _choice: None, reopen=lambda: None
    )
    open_settings(acts, window)
    dialog = window.findChild(SettingsDialog)
    dialog.pages.setCurrentRow(GENERAL)
    write(dialog.general.author, name)
    dialog.accept()


def first(window):
    return next(window.context.opened.issue.articles())


def test_another_name_counts_at_once(desk):
    take(desk, "review.submit", who=CHIEF)
    take(desk, "review.return", who=CHIEF, words="再看")
    note = desk.notes.add(first(desk).uid, Anchor(), "全称")
    sign_as(desk, EDITOR)
    assert desk.session.author == EDITOR
    click(button_of(desk, "review.submit"))
    dialog = desk.decisions.dialog
    assert dialog.who.who.currentText().startswith(EDITOR)
    dialog.reject()
    (kept,) = notes_of(desk.context.opened.issue)
    assert (kept.note.uid, kept.note.author) == (note.uid, CHIEF)
    for words in ("云州日报", "云州日报社"):
        desk.context.opened.apply("改来源", lambda space, words=words: with_source(space, words))
        assert desk.context.opened.save()
    assert EDITOR in {one.author for one in desk.session.library.versions.revisions(first(desk).uid)}


def with_source(space, words):
    return put_article(space, replace(next(space.issue.articles()), source=words))


def test_the_same_name_keeps_who_took_steps_here(desk):
    take(desk, "review.submit", who=EDITOR)
    sign_as(desk, CHIEF)
    assert desk._settings.member_for(Step.SUBMIT) == EDITOR
    assert desk.context.opened.issue.uid == ISSUE.uid
