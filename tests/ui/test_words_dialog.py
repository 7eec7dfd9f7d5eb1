"""标签与名录, and tags of several articles at once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from editor.desk.printable_issue import add_sample
from editor.model import register_edits as edits
from editor.model.registers import Registers, Tag, Term, Vocabulary
from editor.text.pinyin import prepare
from editor.ui.registers.book import RegisterBook
from editor.ui.registers.words_dialog import WordsDialog

TAGS = ("数据", "数据要素", "政策")


@pytest.fixture
def issue(library):
    """The sample with 数据 on every article and 政策 on the first."""
    one = add_sample(library)
    first = next(one.articles()).uid
    sections = tuple(
        replace(
            section,
            articles=tuple(
                replace(
                    article,
                    archive=replace(
                        article.archive, tags=("数据", "政策") if article.uid == first else ("数据",), editor="陈贝"
                    ),
                )
                for article in section.articles
            ),
        )
        for section in one.sections
    )
    library.save_issue(replace(one, sections=sections), author="甲")
    return library.issue(one.uid)


@pytest.fixture
def book(library, issue):  # noqa: ARG001 - the tags of its articles are counted
    prepare()
    made = Registers()
    for name in TAGS:
        made = edits.put_tag(made, Tag(name=name))
    library.registers.save(library.registers.stored(), made, author="编辑甲")
    return RegisterBook(library, "编辑甲")


@pytest.fixture
def dialog(qtbot, theme, book):
    made = WordsDialog(book, theme)
    qtbot.addWidget(made)
    made.open()
    return made


@pytest.fixture
def tree(dialog):
    return dialog.tags.tree


@pytest.fixture
def sources(dialog):
    page = dialog.terms[Vocabulary.SOURCES]
    dialog.tabs.setCurrentWidget(page)
    return page


def many(issue):
    return sum(1 for _ in issue.articles())


def tags_in(library, issue):
    return {tag for one in library.issue(issue.uid).articles() for tag in one.archive.tags}


def item(tree, name):
    return next(one for one in tree.findItems(name, Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly))


def choose(tree, name):
    tree.setCurrentItem(item(tree, name), 0, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def rename(tree, qtbot, name, text):
    choose(tree, name)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    field = tree.findChild(QLineEdit)
    field.setText(text)
    with qtbot.waitSignal(tree.written):
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tree.findChild(QLineEdit) is None)


def type_in(seek, words):
    seek.field.setText(words)
    seek.field.textEdited.emit(words)


def test_tags_are_shown_with_the_articles_they_are_on(tree, issue):
    assert tree.lines == (f"数据 {many(issue)} 篇", "数据要素 —", "政策 1 篇")


def test_a_renamed_tag_is_renamed_in_every_article_and_taken_back(dialog, tree, qtbot, library, issue):
    rename(tree, qtbot, "数据", "大数据")
    assert tags_in(library, issue) == {"大数据", "政策"}
    assert "标签“数据”改为“大数据”" in dialog.bar.message.text
    assert library.checkpoints.listed()[0].name == "标签“数据”改为“大数据”"
    dialog.bar.undo.click()
    assert tags_in(library, issue) == {"数据", "政策"}
    assert library.registers.stored().tags[0].name == "数据"
    assert library.checkpoints.listed() == ()
    dialog.bar.redo.click()
    assert tags_in(library, issue) == {"大数据", "政策"}
    assert dialog.retagged


def test_a_name_that_is_taken_is_said_and_nothing_changes(dialog, tree, qtbot, library, issue):
    rename(tree, qtbot, "数据", "政策")
    assert "合并" in dialog.bar.message.text
    assert item(tree, "数据")
    assert tags_in(library, issue) == {"数据", "政策"}


def test_merged_tags_become_one_in_every_article(dialog, tree, qtbot, library, issue):
    tree.clearSelection()
    for name in ("政策", "数据"):
        item(tree, name).setSelected(True)
    dialog.tags.merge.click()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "标签“政策”并入“数据”").trigger()
    menu.close()
    assert tags_in(library, issue) == {"数据"}
    assert [tag.name for tag in library.registers.stored().tags] == ["数据", "数据要素"]


def test_delete_takes_a_tag_from_every_article(dialog, tree, library, issue):
    choose(tree, "政策")
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert tags_in(library, issue) == {"数据"}
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tags_in(library, issue) == {"数据", "政策"}


def test_keys_put_a_tag_below_the_one_above_and_out_again(tree, library):
    choose(tree, "数据要素")
    QTest.keyClick(tree, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert [line.split(" ")[2] for line in tree.lines if line.startswith("  ")] == ["数据要素"]
    assert tree.currentItem().text(0) == "数据要素"
    QTest.keyClick(tree, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert len(library.registers.stored().children("")) == 3


def test_a_tag_is_dropped_on_its_new_parent(tree, library, qtbot):
    choose(tree, "政策")
    box = tree.visualItemRect(item(tree, "数据"))
    drop_on(tree, box.center())
    qtbot.waitUntil(lambda: bool(library.registers.stored().children(library.registers.stored().tags[0].uid)))
    assert any(line == "  政策 1 篇" for line in tree.lines)


def drop_on(tree, point):
    none = Qt.KeyboardModifier.NoModifier
    data = tree.model().mimeData([tree.currentIndex()])
    viewport = tree.viewport()
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(QPoint(point), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(viewport, event)
    event = QDropEvent(QPointF(point), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(viewport, event)


def test_a_new_tag_is_made_where_none_was_found(dialog, tree, library):
    type_in(dialog.tags.seek, "交通")
    assert "没有“交通”" in dialog.tags.empty.text()
    QTest.keyClick(dialog.tags.seek.field, Qt.Key.Key_Return)
    assert library.registers.stored().tags[-1].name == "交通"
    assert tree.currentItem().text(0) == "交通"


def test_tags_are_found_by_pinyin_with_those_above_them(dialog, tree):
    choose(tree, "数据要素")
    QTest.keyClick(tree, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.tags.seek.field, "yaosu")
    assert [line.strip().split(" ")[0] for line in tree.lines] == ["数据", "数据要素"]


def test_tags_that_only_articles_have_are_taken_in(qtbot, theme, library, issue):
    dialog = WordsDialog(RegisterBook(library, "编辑甲"), theme)
    qtbot.addWidget(dialog)
    dialog.open()
    assert "2 个不在这里" in dialog.tags.notice.text
    dialog.tags.notice.action.click()
    assert {tag.name for tag in library.registers.stored().tags} == tags_in(library, issue)


def test_sources_of_articles_are_registered_with_their_counts(sources, issue):
    sources.notice.action.click()
    used = {one.source for one in issue.articles() if one.source}
    assert {line[0] for line in sources.table.lines} == used
    assert sum(int(line[3].split()[0]) for line in sources.table.lines) == sum(
        1 for one in issue.articles() if one.source
    )


def test_a_source_takes_aliases_and_hosts_in_place(sources, library, qtbot):
    type_in(sources.seek, "云州通讯")
    QTest.keyClick(sources.seek.field, Qt.Key.Key_Return)
    for column, text in ((1, "云通社，通讯社"), (2, "https://www.yz.example.cn/news/")):
        sources.table.editItem(sources.table.topLevelItem(0), column)
        field = sources.table.findChild(QLineEdit)
        field.setText(text)
        with qtbot.waitSignal(sources.table.written):
            QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: sources.table.findChild(QLineEdit) is None)
    (term,) = library.registers.stored().sources
    assert (term.aliases, term.hosts) == (("云通社", "通讯社"), ("yz.example.cn",))


def test_regions_are_looked_up_and_taken_as_tags(dialog, library):
    dialog.tabs.setCurrentWidget(dialog.regions)
    QTest.keyClicks(dialog.regions.seek.field, "guiyang")
    assert dialog.regions.table.lines == (("贵阳市", "贵州", "520100"),)
    dialog.regions.take.click()
    assert library.registers.stored().tags[-1].name == "贵阳市"


def test_registers_go_to_a_file_and_come_back(dialog, theme, book, library, tmp_path):
    book.apply("登记", lambda made: edits.put_term(made, Vocabulary.BODIES, Term(name="国家数据局")))
    dialog.export_to(tmp_path / "名录.json")
    library.registers.save(library.registers.stored(), Registers(), author="编辑甲")
    other = WordsDialog(RegisterBook(library, "编辑甲"), theme)
    other.import_from(tmp_path / "名录.json")
    assert [one.name for one in library.registers.stored().bodies] == ["国家数据局"]
    assert [one.name for one in library.registers.stored().tags] == list(TAGS)
    other.import_from(tmp_path / "没有.json")
    assert "无法读取" in other.bar.message.text
    other.deleteLater()


# tags of several articles


def chosen(window, count):
    uids = [one.uid for one in window.context.opened.value.articles()][:count]
    window.outline.choose(uids[0])
    window.outline.chosen.select(tuple(uids))
    return uids


def answer(act):
    def look():
        dialog = QApplication.activeModalWidget()
        act(dialog)
        dialog.accept()

    QTimer.singleShot(0, look)


def test_several_articles_are_tagged_as_one_step(window):
    prepare()
    uids = chosen(window, 3)
    answer(lambda dialog: QTest.keyClicks(dialog.field, "AI"))
    window.actions_by_name["tags.add"].trigger()
    tagged = [one.uid for one in window.context.opened.value.articles() if "AI" in one.archive.tags]
    assert tagged == uids
    assert window.context.opened.history.stack.undoText() == "3 篇加标签“AI”"
    window.actions_by_name["undo"].trigger()
    assert not any("AI" in one.archive.tags for one in window.context.opened.value.articles())


def test_a_tag_is_taken_from_several_articles(window):
    uids = chosen(window, 2)
    answer(lambda dialog: QTest.keyClicks(dialog.field, "AI"))
    window.actions_by_name["tags.add"].trigger()
    chosen(window, 3)

    def take_away(dialog):
        assert dialog.lines == ("AI　2/3 篇",)
        assert dialog.list.item(0).checkState() is Qt.CheckState.PartiallyChecked
        dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)

    answer(take_away)
    window.actions_by_name["tags.remove"].trigger()
    assert not any("AI" in one.archive.tags for one in window.context.opened.value.articles() if one.uid in uids)


def test_the_open_issue_shows_tags_renamed_in_the_library(window, qtbot, library):
    chosen(window, 1)
    answer(lambda dialog: QTest.keyClicks(dialog.field, "AI"))
    window.actions_by_name["tags.add"].trigger()

    def act(dialog):
        dialog.tags.register_used()
        rename(dialog.tags.tree, qtbot, "AI", "人工智能")

    answer(act)
    window.actions_by_name["registers.words"].trigger()
    assert next(window.context.opened.value.articles()).archive.tags == ("人工智能",)
    assert window.article.article.archive.tags == ("人工智能",)
    assert window.context.opened.save()
    assert next(library.issue(window.context.opened.issue.uid).articles()).archive.tags == ("人工智能",)
    assert window.session.words().tags[0] == "人工智能"


def test_the_checks_know_a_new_alias_at_once(window, qtbot):
    source = next(window.context.opened.value.articles()).source
    term = Term(name="云州通讯社", aliases=(source,))
    answer(lambda dialog: dialog._book.apply("登记", lambda made: edits.put_term(made, Vocabulary.SOURCES, term)))
    window.actions_by_name["registers.words"].trigger()
    qtbot.waitUntil(lambda: any(one.rule == "sources.alias" for one in window.checks.findings))
    assert window.session.words().sources[0] == "云州通讯社"
