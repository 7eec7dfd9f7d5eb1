"""A command is declared once: where it is offered, when it can be used, and what runs it follow from that."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from db.library import open_library
from editor.desk.printable_issue import add_sample
from editor.model.issue_state import IssueState
from editor.model.number import Number
from editor.model.review import Role, Step
from editor.model.uid import new_uid
from editor.ui.commands.actions import CommandActions
from editor.ui.commands.command import Command, CommandSet, CommandTable
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.commands.state import NOT_NOW, CommandState, FullView, ReviewOffer, issue_open
from editor.ui.window.command_table import COMMANDS
from editor.ui.window.menus import MainMenus
from tests.ui.conftest import PATIENCE

CLOSED = "刊库由别的程序打开着"
OPEN = CommandState(issue=IssueState.EDITING, filled=True, writable=True)
PAST = replace(OPEN, past=True, writable=False)
SUBMITTED = replace(OPEN, issue=IssueState.SUBMITTED, writable=False)
READ_ONLY = replace(OPEN, writable=False, library_closed=CLOSED)


def offered(*steps, **facts):
    return replace(OPEN, review=ReviewOffer(steps=frozenset(steps), **facts))


def test_every_command_is_listed_and_run_but_the_button_of_the_menu():
    assert [command.name for command in COMMANDS if command.group is None] == ["more"]
    assert [command.name for command in COMMANDS if (command.run is None) is (command.switch is None)] == ["more"]


def test_every_command_belongs_to_a_heading_and_none_is_lost():
    listed = [command.name for commands in COMMANDS.groups().values() for command in commands]
    assert sorted([*listed, "more"]) == sorted(command.name for command in COMMANDS)


@pytest.mark.parametrize(("name", "state", "reason"), [
    ("article.new", OPEN, ""),
    ("article.new", CommandState(), "先打开或新建一期"),
    ("article.new", PAST, "往期只读，可用“允许修改这一期”"),
    ("article.new", SUBMITTED, "这一期已送审，现在不能改"),
    ("article.new", READ_ONLY, CLOSED),
    ("article.new", replace(PAST, writable=True), ""),
    ("export", CommandState(), "先打开或新建一期"),
    ("export", READ_ONLY, ""),
    ("issue.import", CommandState(), ""),
    ("issue.import", CommandState(library_closed=CLOSED), CLOSED),
    ("undo", OPEN, "没有可撤销的"),
    ("undo", replace(OPEN, can_undo=True), ""),
    ("redo", OPEN, "没有可重做的"),
    ("review.submit", offered(Step.SUBMIT), ""),
    ("review.submit", replace(offered(Step.SUBMIT), filled=False), NOT_NOW),
    ("review.submit", offered(Step.APPROVE), NOT_NOW),
    ("review.submit", CommandState(), "先打开或新建一期"),
    ("review.compare", offered(), NOT_NOW),
    ("review.compare", offered(changed=True), ""),
    ("review.notice", offered(notice=True), ""),
    ("save", replace(OPEN, full_view=FullView.READING), ""),
    ("save", replace(OPEN, full_view=FullView.PROFILE), NOT_NOW),
    ("view.full", replace(OPEN, full_view=FullView.PROFILE), ""),
    ("article.new", replace(OPEN, full_view=FullView.READING), NOT_NOW),
])  # fmt: skip
def test_what_cannot_be_used_says_why(name, state, reason):
    assert COMMANDS[name].unavailable(state) == reason


@pytest.mark.parametrize(("name", "state", "shown"), [
    ("issue.unlock", PAST, True),
    ("issue.unlock", OPEN, False),
    ("issue.unlock", replace(READ_ONLY, past=True), False),
    ("review.approve", offered(Step.APPROVE), True),
    ("review.approve", offered(Step.SUBMIT), False),
])  # fmt: skip
def test_what_leads_nowhere_is_hidden(name, state, shown):
    assert COMMANDS[name].shown(state) is shown


@pytest.mark.parametrize(("role", "text"), [(None, "退回、撤回…"), (Role.EDITOR, "撤回…"), (Role.CHIEF, "退回…")])
def test_a_step_is_called_as_the_author_knows_it(role, text):
    state = replace(SUBMITTED, review=ReviewOffer(steps=frozenset({Step.RETURN}), role=role))
    assert COMMANDS["review.return"].text_now(state) == text


class Runner:
    def __init__(self):
        self.ran = []

    def run(self):
        self.ran.append("run")

    def turn(self, on):
        self.ran.append(on)


SMALL = CommandSet(
    Runner,
    (
        Command(
            name="late",
            text="后一个…",
            english="Late",
            places=(CommandGroup.TEXT.at(20), CommandMenu.MAIN.at(210), CommandBar.TEXT.at(20)),
            available=issue_open,
            run=Runner.run,
        ),
        Command(
            name="early",
            text="前一个",
            english="Early",
            places=(CommandGroup.TEXT.at(10), CommandMenu.MAIN.at(110), CommandBar.TEXT.at(10)),
            text_now=lambda state: f"前一个 {state.undo_text}".strip(),
            switch=Runner.turn,
        ),
    ),
)


@pytest.fixture
def actions(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    yield CommandActions(CommandTable((SMALL,)), window, theme)
    window.close()


def texts(menu):
    return ["-" if one.isSeparator() else one.text() for one in menu.actions()]


def test_one_declaration_puts_it_into_menu_bar_and_list(actions):
    assert [action.text() for action, _ in actions.placed(CommandBar.TEXT)] == ["前一个", "后一个…"]
    assert [one.name for one in actions.table.groups()["正文"]] == ["early", "late"]
    whole = texts(MainMenus(actions, actions["late"].parent()).main)
    assert whole[:5] == ["前一个", "-", "后一个…", "-", "查找和替换"]
    menu = QMenu(actions["late"].parent())
    actions.fill(menu, CommandMenu.MAIN)
    assert texts(menu) == ["前一个", "后一个…"]


def test_it_is_run_by_the_object_of_its_feature(actions):
    runner = Runner()
    actions.bind((runner,))
    actions.show(CommandState())
    actions["late"].trigger()
    assert runner.ran == [], "no issue is open"
    actions.show(replace(OPEN, undo_text="改标题"))
    for name in ("late", "early", "early"):
        actions[name].trigger()
    assert runner.ran == ["run", True, False]
    assert (actions["early"].text(), actions["early"].toolTip()) == ("前一个 改标题", "前一个 改标题")
    with pytest.raises(KeyError):
        actions.bind(())


@pytest.mark.parametrize("change", [{"name": "early"}, {"places": (CommandBar.TEXT.at(10),)}])
def test_a_name_or_a_place_is_given_once(change):
    more = CommandSet(Runner, (replace(SMALL.commands[0], **{"name": "third", "places": ()} | change),))
    with pytest.raises(ValueError, match=r"early|TEXT"):
        CommandTable((SMALL, more))


def agree(window):
    """Assert that what is seen can be used where nothing speaks against it, and only there."""
    actions = window.actions_by_name
    seen = {name: action.isEnabled() for name, action in actions.items() if action.isVisible()}
    assert seen == {name: not actions.reason(name) for name in seen}
    return {name for name, on in seen.items() if on}


def test_actions_and_reasons_agree_whatever_is_open(open_window, library, qtbot):
    empty = open_window(library)
    assert {"issue.new", "library.open"} <= agree(empty)
    assert "article.new" not in agree(empty)
    empty.close()
    issue = add_sample(library)
    number = Number(year=issue.number.year, number=issue.number.number + 1, total=issue.number.total + 1)
    bare = tuple(replace(section, articles=(), uid=new_uid()) for section in issue.sections)
    later = replace(issue, uid=new_uid(), sections=bare, number=number, date=issue.date.replace(day=28))
    library.add_issue(later)
    window = open_window(library)
    qtbot.waitUntil(lambda: window.pages.facts is not None, timeout=PATIENCE)
    assert "review.submit" not in agree(window)
    window.session.open(issue.uid)
    assert "issue.unlock" in agree(window)
    assert "article.new" not in agree(window)
    window.actions_by_name["issue.unlock"].trigger()
    assert "article.new" in agree(window)
    window.actions_by_name["review.read"].trigger()
    assert agree(window) == {"save", "notes.paper", "view.full"}
    window.reading.leave()
    assert "article.new" in agree(window)
    window.actions_by_name["profile.edit"].trigger()
    assert agree(window) == {"view.full"}
    assert window.profiles.leave()
    assert "article.new" in agree(window)


def test_a_library_of_another_program_is_only_read(open_window, library, tmp_path, qtbot):
    add_sample(library)
    with open_library(tmp_path / "library.db") as reader:
        window = open_window(reader)
        qtbot.waitUntil(lambda: window.pages.facts is not None, timeout=PATIENCE)
        assert {"article.new", "issue.new", "issue.unlock"}.isdisjoint(agree(window))
        assert window.actions_by_name.reason("issue.new") == reader.why_read_only
        window.close()


def test_what_can_be_used_with_nothing_open_can_be_run(open_window, library, monkeypatch, qtbot):
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    window = open_window(library)
    # the sample would be open from then on
    names = sorted(agree(window) - {"library.sample"})
    assert {"review.read", "article.versions", "copy.html", "find.next", "check.next", "save"} <= set(names)
    for name in names:
        with qtbot.captureExceptions() as raised:
            window.actions_by_name[name].trigger()
        assert not raised, name
        for dialog in window.findChildren(QDialog):
            dialog.close()
    assert window.session.opened_issue is None
