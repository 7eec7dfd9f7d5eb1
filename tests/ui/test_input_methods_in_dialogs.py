"""A Chinese input method in every dialog: what is committed is what is taken, and no field is forgotten."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import editor.ui
from db import shelf
from editor.desk.printable_issue import PrintableIssue, add_sample
from editor.desk.renewal import propose_issue
from editor.desk.replacing import Search
from editor.interchange.sample import sample_issue
from editor.model.body import Figure
from editor.model.house_words import HouseWord
from editor.model.issue_state import IssueState
from editor.model.number import IssueKind
from editor.pages.chart_press import ChartPress
from editor.ui.article.figure_dialog import FigureDialog, PictureSource
from editor.ui.article.set_back_dialog import SetBackDialog
from editor.ui.charts.dialog import ChartDialog
from editor.ui.charts.preview import ChartPreview
from editor.ui.checks.reason import ReasonForm
from editor.ui.export.dialog import ExportDialog
from editor.ui.find.search_form import SearchForm
from editor.ui.instructions.form import InstructionForm
from editor.ui.new_issue.dialog import NewIssueDialog
from editor.ui.new_issue.library_dialog import NewLibraryDialog
from editor.ui.registers.house_form import HouseWordForm
from editor.ui.theme.tokens import load_theme
from editor.ui.welcome.name_dialog import NameDialog
from editor.ui.welcome.view import WelcomeView
from tests.ui.composing import candidates, check_entry, commit, compose, enter, entries, seen

pytestmark = pytest.mark.usefixtures("theme", "input_method")

FIELDS = {
    "figure": {"图题", "来源", "替代文字"},
    "chart": {"图题", "来源", "计量单位"},
    "library search": {"查找", "替换为"},
    "new issue": {"专题"},
    "new library": {"刊名", "栏目 1", "栏目 2", "栏目 3", "栏目 4", "新刊库放在"},
    "name": {"你的名字"},
    "welcome": {"新刊库放在"},
    "export": {"文件名", "放到", "戳记"},
    "reason": {"放行的理由"},
    "set back": {"退回的原因"},
    "instruction": {"批示人", "职务", "批示内容"},
    "house word": {"用语", "改为", "例外", "栏目", "理由", "出处"},
}
NUMBERS = {
    "instruction": {"日期"},
    "new issue": {"期号", "止期号", "总期号", "止总期号", "日期"},
    "export": {"第几次纸样", "从几号", "到几号"},
}
WRITTEN_IN = {"QLineEdit", "QTextEdit", "QPlainTextEdit", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QDateTimeEdit"}
ASKING = {"getText", "getMultiLineText", "getItem", "getInt", "getDouble", "setEditable", "openPersistentEditor"}
# where they are made: those above, numbers and days of the statistics,
# those of the window's article, rooms and review, the palette's (test_palette), and
# what an import and a message report, which is only read
MODULES = {
    "archive/bar.py",
    "archive/preview.py",
    "article/facts_editor.py",
    "article/figure_dialog.py",
    "abridging/bars.py",
    "abridging/dialog.py",
    "article/set_back_dialog.py",
    "article/tags_field.py",
    "article/view.py",
    "body/object_texts.py",
    "charts/dialog.py",
    "checks/reason.py",
    "credits/contact_row.py",
    "credits/cover.py",
    "credits/names_writing.py",
    "credits/publishers.py",
    "credits/role_row.py",
    "credits/texts.py",
    "export/copies.py",
    "export/form.py",
    "export/options.py",
    "find/pieces.py",
    "importing/past_dialog.py",
    "importing/report.py",
    "instructions/form.py",
    "intake/original_panel.py",
    "intake/register_dialog.py",
    "kit/message_dialog.py",
    "kit/text_question.py",
    "new_issue/library_dialog.py",
    "new_issue/number_fields.py",
    "new_issue/numbering_dialog.py",
    "new_issue/section_list.py",
    "palette/card.py",
    "profile/checking.py",
    "profile/colours.py",
    "profile/file_names.py",
    "profile/look.py",
    "profile/masthead.py",
    "profile/name_list.py",
    "profile/sections.py",
    "reading/card.py",
    "reading/notes_view.py",
    "registers/cells.py",
    "registers/house_form.py",
    "registers/seek_field.py",
    "registers/tag_articles_dialog.py",
    "review/confirm_dialog.py",
    "review/key_row.py",
    "review/keys_dialog.py",
    "review/log_dialog.py",
    "review/make_key_dialog.py",
    "review/step_dialog.py",
    "review/who_field.py",
    "settings_dialog/general_page.py",
    "statistics/period_bar.py",
    "statistics/points_dialog.py",
    "settings_dialog/key_editor.py",
    "settings_dialog/keys_page.py",
    "versions/columns.py",
    "versions/dialog.py",
    "kit/folder_field.py",
    "welcome/name_dialog.py",
}


def new_issue(library):
    add_sample(library)
    proposal = propose_issue(library)
    return NewIssueDialog(library, proposal.of_kind(IssueKind.SPECIAL))


def house_word():
    made = HouseWordForm()
    made.show_word(HouseWord(name="布署"), writable=True)
    return made


def export(folder):
    issue, publication, pictures = sample_issue()
    issue = replace(issue, archive=replace(issue.archive, state=IssueState.APPROVED))
    opened = PrintableIssue(issue=issue, publication=publication, pictures=pictures)
    dialog = ExportDialog(opened, folder, sheets=0, released=lambda: None)
    dialog.form.copies.card.choose(on=True)
    return dialog


@pytest.fixture
def make(qtbot, library, tmp_path):
    undrawn = ChartPreview(ChartPress(sample_issue()[0], ()), lambda _draw: None)
    source = PictureSource(choose=lambda: None, take=lambda _name: None, measure=156)
    makers = {
        "figure": lambda: FigureDialog(Figure(), b"", source),
        "chart": lambda: ChartDialog(Figure(), undrawn, load_theme("light")),
        "library search": lambda: SearchForm(Search(query=""), ""),
        "new issue": lambda: new_issue(library),
        "new library": lambda: NewLibraryDialog(tmp_path),
        "name": lambda: NameDialog(""),
        "welcome": lambda: WelcomeView(shelf, tmp_path),
        "export": lambda: export(tmp_path),
        "reason": lambda: ReasonForm(lasting=True),
        "house word": house_word,
        "instruction": lambda: InstructionForm((("1" * 32, "海州公布数据目录"),)),
        "set back": lambda: SetBackDialog(("云州发布",), ("一审", "草稿")),
    }

    def made(name):
        dialog = makers[name]()
        qtbot.addWidget(dialog)
        if isinstance(dialog, WelcomeView):
            dialog.resize(1280, 720)
        dialog.show()
        if hasattr(dialog, "folder") and hasattr(dialog.folder, "place"):
            qtbot.waitUntil(lambda: dialog.folder.place is not None)
        return dialog

    return made


@pytest.mark.parametrize(
    ("dialog", "name"), [(dialog, name) for dialog, names in FIELDS.items() for name in sorted(names)]
)
def test_a_field_takes_what_is_committed(make, qtbot, dialog, name):
    opened = make(dialog)
    field = entries(opened)[name]
    field.clear()
    # a line scrolls back when it is painted
    field.repaint()
    check_entry(field, "云州数据", qtbot)


@pytest.mark.parametrize("dialog", list(FIELDS))
def test_every_field_of_a_dialog_is_named_here(make, dialog):
    assert set(entries(make(dialog))) == FIELDS[dialog] | NUMBERS.get(dialog, set())


@pytest.mark.parametrize("name", sorted(NUMBERS["new issue"]))
def test_a_number_takes_no_words_from_an_input_method(make, qtbot, name):
    dialog = make("new issue")
    dialog.numbers.kinds[IssueKind.COMBINED].click()
    line = entries(dialog)[name]
    enter(line.parent(), qtbot)
    proposal, before = dialog.proposal, line.text()
    compose(line.parent(), "shi")
    assert dialog.proposal == proposal
    commit(line.parent(), "十")
    assert (line.text(), dialog.proposal) == (before, proposal)
    assert seen(line.parent()).contains(candidates().center())


def test_what_a_dialog_gives_is_what_was_committed(make):
    figure = make("figure")
    commit(figure.caption, "图题")
    commit(figure.source, "来源")
    commit(figure.alt, "说明")
    assert (figure.figure.caption, figure.figure.source, figure.figure.alt) == ("图题", "来源", "说明")
    issue = make("new issue")
    commit(issue.numbers.subject, "数据要素")
    assert issue.proposal.number.subject == "数据要素"


def test_no_module_makes_a_field_unseen_by_these_tests():
    root = Path(editor.ui.__file__).parent
    trees = {path.relative_to(root).as_posix(): ast.parse(path.read_text("utf-8")) for path in root.rglob("*.py")}
    kinds = written_in(trees.values())
    assert {name for name, tree in trees.items() if makes_entry(tree, kinds)} == MODULES


def written_in(trees):
    """Return the names of Qt's classes to write in and of ours that are made of them."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    kinds = set(WRITTEN_IN)
    for _ in classes:
        more = {one.name for one in classes if kinds & {base.id for base in one.bases if isinstance(base, ast.Name)}}
        if more <= kinds:
            break
        kinds |= more
    return kinds


def makes_entry(tree, kinds):
    """Return whether a module makes something to write in, or asks for words by Qt's own dialog."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    made = {one.id for one in calls if isinstance(one, ast.Name)}
    asked = {one.attr for one in calls if isinstance(one, ast.Attribute)}
    return bool(made & kinds or asked & ASKING)
