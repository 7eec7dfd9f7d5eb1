"""A Chinese input method in the registers: what is sought, cells, and tags of several articles."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from editor.model import register_edits as edits
from editor.model.article import Article, Title
from editor.model.credits import NameKind
from editor.model.registers import Person, Registers
from editor.text.pinyin import prepare
from editor.ui.registers.book import RegisterBook
from editor.ui.registers.people_dialog import PeopleDialog
from editor.ui.registers.tag_articles_dialog import TagArticlesDialog
from editor.ui.registers.words_dialog import WordsDialog
from tests.ui.composing import check_entry, commit, compose

pytestmark = pytest.mark.usefixtures("theme", "input_method")


@pytest.fixture
def book(library):
    prepare()
    made = edits.put_person(Registers(), Person(name="云州数据集团", kind=NameKind.ORGANISATION))
    library.registers.save(library.registers.stored(), made, author="编辑甲")
    return RegisterBook(library, "编辑甲")


@pytest.fixture
def people(qtbot, theme, book):
    made = PeopleDialog(book, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_sought_comes_from_the_input_method(people, qtbot):
    check_entry(people.seek.field, "数据", qtbot)
    assert [line[0] for line in people.table.lines] == ["云州数据集团"]
    commit(people.seek.field, "局")
    assert people.table.lines == ()


def test_a_name_that_is_being_composed_is_not_registered(people, library):
    people.seek.field.setFocus()
    compose(people.seek.field, "zhangsan")
    assert len(library.registers.stored().people) == 1
    commit(people.seek.field, "张三")
    QTest.keyClick(people.seek.field, Qt.Key.Key_Return)
    assert library.registers.stored().people[-1].name == "张三"


def test_a_cell_takes_what_is_committed(people, library, qtbot):
    people.table.editItem(people.table.topLevelItem(0), 2)
    field = people.table.findChild(QLineEdit)
    check_entry(field, "数据集团", qtbot)
    with qtbot.waitSignal(people.table.written):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert library.registers.stored().people[0].aliases == ("数据集团",)


def test_a_tag_comes_from_the_input_method(qtbot, theme, book, library):
    dialog = WordsDialog(book, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    check_entry(dialog.tags.seek.field, "数据", qtbot)
    QTest.keyClick(dialog.tags.seek.field, Qt.Key.Key_Return)
    assert [tag.name for tag in library.registers.stored().tags] == ["数据"]


def test_tags_of_articles_come_from_the_input_method(qtbot):
    prepare()
    dialog = TagArticlesDialog([Article(title=Title(text="甲"))], lambda: ("数据要素",), removing=False)
    qtbot.addWidget(dialog)
    dialog.show()
    check_entry(dialog.field, "数据", qtbot)
    assert dialog.completion.offered == ["数据要素"]
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.added == ("数据",)
