"""Pictures of every view on the sample, offscreen: python packaging/screenshots.py FOLDER [THEME…]."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LANG", "C.UTF-8")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from review_views import review_views

from db import shelf
from editor.desk.printable_issue import add_sample
from editor.desk.renewal import new_issue, propose_issue
from editor.interchange.house_word_file import EXAMPLES
from editor.model.body import Block, Figure, Paragraph, Table, text_of
from editor.model.edits import change_articles, put_article
from editor.model.house_words import HouseWords
from editor.model.registers import Vocabulary
from editor.ui.app.desktop_settings import SettingsActs, open_settings
from editor.ui.app.settings import Settings
from editor.ui.article.figure_dialog import FigureDialog, PictureSource
from editor.ui.backups.dialog import BackupsDialog
from editor.ui.backups.restorer import restorer_for
from editor.ui.body.object_walk import TextStep
from editor.ui.commands.left_lists import OUTLINE
from editor.ui.keys.sheet import KeySheet
from editor.ui.kit.message_dialog import Message, MessageAnswer, MessageDialog, MessageKind
from editor.ui.new_issue.dialog import NewIssueDialog
from editor.ui.profile.categories import CATEGORIES
from editor.ui.settings_dialog.dialog import SettingsDialog
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import THEMES, load_theme
from editor.ui.welcome.window import WelcomeWindow
from editor.ui.window.main_window import MainWindow

_PATIENCE_MS, _MEASURE_MM = 2500, 154.2
Shot = tuple[str, QWidget]


def main(arguments: list[str]) -> int:
    """Write the pictures. Returns 2 for wrong use."""
    if not arguments:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    install_fonts()
    for name in arguments[1:] or THEMES:
        theme = load_theme(name)
        apply_theme(app, theme)
        with tempfile.TemporaryDirectory() as place, shelf.open_library(Path(place) / "library.db") as library:
            add_sample(library)
            settings = Settings(Path(place) / "window.ini", data=Path(place))
            window = MainWindow(library, Path(place) / "library.db", settings=settings, theme=theme, author="编辑甲")
            window.resize(1440, 900)
            window.show()
            window.reset_layout()
            wait()
            for title, widget in views(window, settings, Path(place) / "library.db"):
                widget.grab().save(str(folder / f"{name}-{title}.png"))
                print(f"{name}-{title}")
            window.close()
    return 0


def views(window: MainWindow, settings: Settings, place: Path) -> Iterator[Shot]:
    """Yield every view with its name, one after the other in the same window."""
    yield "01-main", window
    yield "01-facts", with_facts(window)
    yield "02-figure", with_object(window, Figure)
    yield "03-table", with_object(window, Table)
    yield from dialogs(window)
    yield "05-steps", with_steps(window)
    window.actions_by_name["check"].trigger()
    yield "06-checks", waited(window)
    window.actions_by_name["check"].trigger()
    yield "06-changes", with_changes(window)
    for name in ("track.reject.article", "track.toggle"):
        window.actions_by_name[name].trigger()
    window.lists.show(OUTLINE)
    window.find_bar.query.setText("数据")
    window.actions_by_name["find.replace"].trigger()
    window.actions_by_name["view.thumbs"].trigger()
    yield "07-find-and-thumbnails", waited(window)
    window.actions_by_name["view.thumbs"].trigger()
    window.find_bar.hide()
    window.archive.open("数据")
    yield "15-archive", waited(window)
    window.archive.leave()
    window.resize(1280, 720)
    yield "08-main-1280", waited(window)
    window.resize(1440, 900)
    export = window.exports.export_dialog()
    if export:
        yield "09-export", shown(export)
    yield "10-backups", shown(BackupsDialog(restorer_for(shelf, settings), place, window))
    yield "11-new-issue", shown(NewIssueDialog(window.session.library, propose_issue(window.session.library), window))
    yield "12-welcome", shown(welcome(settings))
    yield from settings_views(window)
    yield from register_views(window)
    yield from desk_views(window, settings)
    yield "14-versions", shown(with_versions(window))
    if window.versions.dialog:
        window.versions.dialog.reject()
    yield from with_abridging(window)
    yield from review_views(window, place.parent, wait)
    window.session.open(new_issue(window.session.library).uid)
    yield "13-empty-issue", waited(window)
    yield from front_parts(window)


def with_facts(window: MainWindow) -> QWidget:
    """Show the facts of the open article."""
    window.actions_by_name["go.facts"].trigger()
    return waited(window)


def with_steps(window: MainWindow) -> QWidget:
    """Show articles on their way through review and proof, one of them set back."""
    uids = tuple(article.uid for article in window.context.opened.issue.articles())
    window.context.opened.apply(
        "责任编辑",
        lambda space: change_articles(
            space, lambda one: replace(one, archive=replace(one.archive, editor="钟新敏", proofreader="郑言"))
        ),
    )
    for steps, uid in enumerate(uids):
        for _ in range(steps % 8):
            window.ways.take_on((uid,))
    window.ways.take_back(uids[3:4], "一审", "“全部办结”没有出处，请再核")
    window.show_article(uids[3])
    return waited(window)


def with_changes(window: MainWindow) -> QWidget:
    """Show changes by two people, one of them selected."""
    author = window.session.author
    window.actions_by_name["track.toggle"].trigger()
    for name, words in (("钟新敏", "Checked by the agency. "), (author, "Figures of March.")):
        window.session.author = name
        window.article.body.setFocus()
        window.article.body.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(window.article.body, words)
        window.context.opened.close_step()
    window.actions_by_name["track.next"].trigger()
    return waited(window)


def desk_views(window: MainWindow, settings: Settings) -> Iterator[Shot]:
    """Yield the palette, the pages of the settings and the sheet of keys."""
    window.actions_by_name["palette"].trigger()
    QTest.keyClicks(window.palettes.palette.field, "dc")
    yield "20-palette", waited(window)
    window.palettes.palette.leave()
    acts = SettingsActs(
        settings=settings, in_force=settings.start, choose_scheme=lambda _choice: None, reopen=lambda: None
    )
    open_settings(acts, window)
    for dialog in window.findChildren(SettingsDialog):
        for page in range(dialog.stack.count()):
            dialog.pages.setCurrentRow(page)
            yield f"21-settings-{page + 1}", waited(dialog)
        dialog.accept()
    window.actions_by_name["keys"].trigger()
    for sheet in window.findChildren(KeySheet):
        yield "22-keys", waited(sheet)
        sheet.accept()


def front_parts(window: MainWindow) -> Iterator[Shot]:
    """Yield the cover, the credits page with a name being written, and the back matter, as forms."""
    for number, part in ((14, "cover"), (15, "credits"), (16, "back")):
        window.outline.choose(part)
        window.outline.part_chosen.emit(part)
        if part == "credits":
            row = window.front.view.credits.roles.list.rows[-1]
            row.open_field()
            field = row.names.field
            if field:
                QTest.keyClicks(field, "g")
        yield f"{number}-{part}", waited(window)


def register_views(window: MainWindow) -> Iterator[Shot]:
    """Yield people and organisations, every page of tags and terms, and the tags of several articles."""
    people = window.registers.people_dialog()
    people.register_used()
    yield "registers-people", shown(people)
    people.accept()
    words = window.registers.words_dialog()
    words.terms[Vocabulary.SOURCES].register_used()
    for place in range(words.tabs.count()):
        words.tabs.setCurrentIndex(place)
        yield f"registers-words-{place + 1}", shown(words)
    words.accept()
    library = window.session.library
    library.house_words.save(library.house_words.stored(), HouseWords(EXAMPLES), author="编辑甲")
    house_words = window.registers.house_word_dialog()
    yield "registers-house-words", shown(house_words)
    house_words.accept()
    tags = window.registers.tag_dialog(removing=False)
    if tags:
        tags.add("数据要素")
        yield "registers-tag-articles", shown(tags)
        tags.reject()


def settings_views(window: MainWindow) -> Iterator[Shot]:
    """Yield every category of 刊物设置."""
    window.actions_by_name["profile.edit"].trigger()
    view = window.profiles.view
    for key in CATEGORIES if view else ():
        view.choose(key)
        yield f"profile-{key}", waited(window)
    window.profiles.leave()


def dialogs(window: MainWindow) -> Iterator[Shot]:
    """Yield the dialog of a figure, a table under edit, and a message."""
    pictures = window.context.opened.printable.pictures
    figure, table = first(window, Figure), first(window, Table)
    if isinstance(figure, Figure) and figure.picture and isinstance(table, Table):
        source = PictureSource(choose=lambda: None, take=lambda _name: None, measure=_MEASURE_MM)
        data = pictures[figure.picture.sha256]
        yield "04-figure-dialog", shown(FigureDialog(figure, data, source=source, parent=window))
        window.article.go_to_block(table.uid)
        window.article.body.editing.ways.enter(table.uid, TextStep.DOWN)
        yield "05-table", waited(window)
    message = Message(MessageKind.WARNING, "没有导入“第7期.json”", "这一期已经有了，刊库未变。")
    answers = (MessageAnswer("知道了"), MessageAnswer("打开已有的那一期"))
    yield "05-message", shown(MessageDialog(message, window, answers=answers))


def with_versions(window: MainWindow) -> QWidget:
    """Return the versions of the open article after a paragraph went and another came."""
    article = window.article.article
    if article:
        blocks = (*article.blocks[1:], Paragraph(runs=text_of("新近补充的一段。")))
        edited = replace(article, source="云州日报", blocks=blocks)
        window.context.opened.apply("改", lambda space: put_article(space, edited))
    window.actions_by_name["article.versions"].trigger()
    return window.versions.dialog or window


def with_abridging(window: MainWindow) -> Iterator[Shot]:
    """Yield the open article under abridging, a few sentences struck, and the register of manuscripts."""
    window.actions_by_name["article.abridge"].trigger()
    dialog = window.abridging.dialog
    if dialog:
        for key in (Qt.Key.Key_K, Qt.Key.Key_S, Qt.Key.Key_S, Qt.Key.Key_K):
            QTest.keyClick(dialog.original, key)
        yield "14-abridging", waited(dialog)
        QDialog.reject(dialog)
    window.actions_by_name["inbox.register"].trigger()
    register = window.inbox.dialog
    if register:
        yield "14-register", waited(register)
        register.reject()


def welcome(settings: Settings) -> QWidget:
    """Return the welcome view."""
    made = WelcomeWindow(shelf, settings)
    made.resize(1440, 900)
    return made


def with_object(window: MainWindow, kind: type[Block]) -> QWidget:
    """Return the window with the first figure or table of the issue chosen."""
    block = first(window, kind)
    if block:
        article = next(one for one in window.context.opened.value.articles() if block in one.blocks)
        window.show_article(article.uid)
        window.article.body.setFocus()
        window.article.body.caret.choose_object(block.uid)
        window.article.show_caret()
    return waited(window)


def first(window: MainWindow, kind: Callable[..., Block]) -> Block | None:
    """Return the first block of a kind in the issue."""
    articles = window.context.opened.value.articles()
    return next((block for one in articles for block in one.blocks if type(block) is kind), None)


def shown(widget: QWidget) -> QWidget:
    """Return a dialog or view once it is shown."""
    widget.show()
    return waited(widget)


def waited(widget: QWidget) -> QWidget:
    """Return a widget once its contents are loaded."""
    wait()
    return widget


def wait() -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
