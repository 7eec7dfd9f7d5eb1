"""A Chinese input method in the dialogs of the review; a passphrase takes it while it is shown."""

import pytest

from editor.desk.review.enrolling import known_keys
from editor.desk.review.steps import By
from editor.model.review import Step
from editor.ui.app.settings import Settings
from editor.ui.review.approve_dialog import ApproveDialog
from editor.ui.review.confirm_dialog import ConfirmDialog
from editor.ui.review.faces import StepTexts
from editor.ui.review.keys_dialog import KeysDialog
from editor.ui.review.log_dialog import LogDialog
from editor.ui.review.make_key_dialog import MakeKeyDialog
from editor.ui.review.step_dialog import StepDialog
from editor.ui.work.review_context import ReviewContext
from editor.ui.work.session import Session
from tests.review_desk import CHIEF
from tests.ui.composing import check_entry, enter, entries
from tests.ui.review_desk import ISSUE, choose, make_board, take_in

pytestmark = pytest.mark.usefixtures("theme", "input_method")

FIELDS = {
    "step": {"姓名", "意见"},
    "approve": {"密钥文件"},
    "keys": {"新人的姓名"},
    "make": {"密钥文件放在哪里", "作保的密钥"},
    "confirm": {"指纹"},
    "log": {"查找记录"},
}
SECRET = {"approve": {"口令"}, "make": {"口令", "再输一次", "作保密钥的口令"}}


def step(board):
    def take(_by: By, _words: str) -> None:
        return None

    face = StepTexts(step=Step.RETURN, title="退回", lead="说明", confirm="退回", note="意见")
    dialog = StepDialog(board, face, take)
    choose(dialog.who.who, "另一个人")
    return dialog


@pytest.fixture
def make(library, qtbot, tmp_path):
    take_in(library)
    make_board(library, tmp_path)
    session = Session(library, "编辑甲")
    session.open(ISSUE.uid)
    board = ReviewContext(session, Settings(tmp_path / "window.ini"), run=lambda errand: errand())
    old = known_keys(board.office)[0][0]
    makers = {
        "step": lambda: step(board),
        "approve": lambda: ApproveDialog(board, ISSUE, before=(), sheets=0),
        "keys": lambda: KeysDialog(board),
        "make": lambda: MakeKeyDialog(board, CHIEF, old),
        "confirm": lambda: ConfirmDialog(board, CHIEF),
        "log": lambda: LogDialog(board),
    }

    def made(name):
        dialog = makers[name]()
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    yield made
    session.close()


@pytest.mark.parametrize(
    ("dialog", "name"), [(dialog, name) for dialog, names in FIELDS.items() for name in sorted(names)]
)
def test_a_field_takes_what_is_committed(make, qtbot, dialog, name):
    opened = make(dialog)
    field = entries(opened)[name]
    field.clear()
    field.repaint()
    check_entry(field, "云州数据", qtbot)


@pytest.mark.parametrize("dialog", list(FIELDS))
def test_every_field_of_a_dialog_is_named_here(make, dialog):
    assert set(entries(make(dialog))) == FIELDS[dialog] | SECRET.get(dialog, set())


def test_a_passphrase_takes_an_input_method_while_it_is_shown(make, qtbot):
    dialog = make("approve")
    field = dialog.passphrase.field
    enter(field, qtbot)
    assert field.echoMode() is field.EchoMode.Password
    dialog.passphrase.seen.click()
    assert field.hasFocus()
    check_entry(field, "一句只有自己知道的话", qtbot)


def test_roles_are_those_of_the_step(make):
    dialog = make("step")
    assert [dialog.who.role.itemText(at) for at in range(dialog.who.role.count())] == ["编辑", "总编辑"]
