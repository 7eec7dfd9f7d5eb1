"""From the first start to the exported files: once by the keyboard alone, once by the pointer with words typed."""

import io

import docx
import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from db import shelf
from editor.model.body import Figure, Heading, ItemList, Paragraph, Table, plain
from editor.ui.app.desktop import Desktop
from editor.ui.app.settings import Settings
from editor.ui.export.dialog import ExportDialog
from editor.ui.kit.failures import FailureReports
from tests.ui.hands import Hands, cell_spot, row_spot, shown, text_spot

TITLE, TITLE_LINES = "云州发布数据登记办法数据多跑路", ("云州发布数据登记办法", "数据多跑路")
SECOND = "省里开通统一查询入口"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()
    picture = io.BytesIO()
    Image.new("RGB", (1600, 900), "#0b4a8f").save(picture, "PNG")
    (tmp_path / "chart.png").write_bytes(picture.getvalue())
    return tmp_path


@pytest.fixture
def desktop(qapp, home):
    with Desktop(qapp, Settings(home / "window.ini"), shelf, FailureReports(qapp)) as made:
        yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Walk:
    """What both walks look at."""

    def __init__(self, desktop, home):
        self.desktop, self.home, self.hands = desktop, home, Hands()
        self.exported = home / "out"

    @property
    def window(self):
        return self.desktop.window

    def article(self):
        return self.window.context.opened.value.article(self.window.article.article.uid)

    def until(self, look, words=""):
        return self.hands.until(look, words)

    def until_dialog(self, title):
        self.until(lambda: (one := QApplication.activeModalWidget()) and one.windowTitle() == title, title)

    def until_no_dialog(self):
        self.until(lambda: QApplication.activeModalWidget() is None, "the dialog's end")

    def until_pages(self):
        self.until(lambda: self.window.pages.facts is not None, "pages")

    def until_exported(self):
        self.until(lambda: "已写好" in shown(ExportDialog)[0].status.message, "files")

    def kinds(self):
        return [type(block) for block in self.article().blocks]


def written_words(folder):
    """Return the words of the exported files without line breaks and blanks, as (PDF, Word)."""
    pdf, word = next(folder.glob("*.pdf")), next(folder.glob("*.docx"))
    with pypdfium2.PdfDocument(pdf) as document:
        pages = "".join(page.get_textpage().get_text_bounded() for page in document)
    texts = [node.text or "" for node in docx.Document(str(word)).element.body.iter() if node.tag.endswith("}t")]
    return "".join(pages.split()), "".join("".join(texts).split())


def test_a_first_issue_by_the_keyboard_alone(desktop, home, qtbot):
    walk = Walk(desktop, home)
    hands = walk.hands

    def steps():
        found_a_library(walk)
        write_the_first_article(walk)
        insert_by_keys(walk)
        order_by_keys(walk)
        check_by_keys(walk)
        export_by_keys(walk)

    desktop.begin()
    hands.walk(qtbot, steps)
    assert desktop.settings.author == "李雷"
    for words in written_words(walk.exported):
        for one in (*TITLE_LINES, SECOND, "云州日报", "一是摸清家底。", "登记办法原文", "统一登记", "季度", "登记笔数"):
            assert one in words


def found_a_library(walk):
    hands = walk.hands
    walk.until_dialog("署名")
    hands.press("Ctrl+A")
    hands.write("李雷")
    hands.press("Return")
    walk.until_no_dialog()
    hands.press("Ctrl+3")
    walk.until_dialog("新建刊库")
    hands.write("云州观察")
    hands.press("Return")
    walk.until_dialog("新建一期")
    hands.tab_to("总期号")
    hands.press("Ctrl+A")
    hands.write("214")
    hands.press("Return")
    walk.until_no_dialog()
    walk.until(lambda: walk.window and walk.window.context.opened.issue, "an issue")
    assert walk.window.context.opened.issue.number.total == 214


def write_the_first_article(walk):
    hands = walk.hands
    hands.press("Ctrl+N")
    walk.until(lambda: walk.window.article.article, "an article")
    assert hands.focus() == "标题"
    hands.write(TITLE)
    hands.press("Left", times=len(TITLE_LINES[1]))
    hands.press("Ctrl+Return")
    assert walk.article().title.lines == TITLE_LINES
    hands.press("Return")
    assert hands.focus() == "来源"
    hands.write("云州日报")
    hands.tab_to("链接")
    hands.write("https://example.org/a/1")
    hands.tab_to("标签")
    hands.write("数据要素")
    hands.press("Return")
    assert walk.article().archive.tags == ("数据要素",)
    hands.tab_to("正文")
    hands.write("登记办法原文")
    hands.press("Ctrl+Alt+1")
    hands.press("Return")
    hands.write("一是摸清家底。先把数据列成清单。")
    hands.press("Home")
    hands.press("Shift+Right", times=7)
    hands.press("Ctrl+B")
    hands.press("End", "Return")
    hands.press("Ctrl+Shift+8")
    hands.write("统一登记")
    hands.press("Return")
    hands.write("统一查询")
    hands.press("Return", "Return")
    hands.write("办法下月施行。")
    assert walk.kinds() == [Heading, Paragraph, ItemList, Paragraph]
    first, *_ = walk.article().blocks[1].runs
    assert (first.text, first.bold) == ("一是摸清家底。", True)


def insert_by_keys(walk):
    hands = walk.hands
    hands.press("Ctrl+Shift+G")
    walk.until_dialog("插入图片")
    hands.write(str(walk.home / "chart.png"))
    hands.press("Return")
    walk.until_no_dialog()
    walk.until(lambda: Figure in walk.kinds(), "a figure")
    hands.press("Return")
    walk.until_dialog("图")
    hands.write("登记笔数")
    hands.tab_to("替代文字")
    hands.write("各季度登记笔数的柱形图")
    hands.tab_to("来源")
    hands.press("Return")
    walk.until_no_dialog()
    figure = next(block for block in walk.article().blocks if isinstance(block, Figure))
    assert (figure.caption, figure.alt) == ("登记笔数", "各季度登记笔数的柱形图")
    hands.press("Ctrl+Shift+T")
    walk.until(lambda: Table in walk.kinds(), "a table")
    for word in ("季度", "笔数", "单位"):
        hands.write(word)
        hands.press("Tab")
    hands.write("一季度")
    hands.press("Tab")
    hands.write("120")
    hands.press("Ctrl+Return")
    table = next(block for block in walk.article().blocks if isinstance(block, Table))
    assert [plain(cell) for cell in table.head] == ["季度", "笔数", "单位"]
    assert plain(table.rows[0][1]) == "120"


def order_by_keys(walk):
    hands = walk.hands

    def titles():
        return [one.title.text for one in walk.window.context.opened.issue.articles()]

    hands.press("Ctrl+N")
    hands.write(SECOND)
    assert titles() == [TITLE, SECOND]
    hands.press("Ctrl+T")
    assert hands.focus() == "目录"
    hands.press("Ctrl+Up")
    assert titles() == [SECOND, TITLE]
    hands.press("Ctrl+Z")
    assert titles() == [TITLE, SECOND]
    hands.press("Ctrl+Y")
    assert titles() == [SECOND, TITLE]
    hands.press("Ctrl+Down", times=2)
    assert [one.title.text for one in walk.window.context.opened.issue.sections[1].articles] == [SECOND]


def check_by_keys(walk):
    hands = walk.hands
    walk.until_pages()
    hands.press("F7")
    walk.until(lambda: any("没有正文" in one.message for one in walk.window.checks.findings), "findings")
    hands.press("F4")
    hands.tab_to("放行…")
    hands.press("Space")
    hands.write("本期如此")
    hands.press("Return")
    walk.until(lambda: walk.window.context.opened.issue.archive.waivers, "the waiver")
    (waiver,) = walk.window.context.opened.issue.archive.waivers
    assert (waiver.reason, waiver.name) == ("本期如此", "李雷")
    assert hands.focus() == "检查结果"
    hands.press("F7")


def export_by_keys(walk):
    hands = walk.hands
    walk.exported.mkdir()
    hands.press("Ctrl+Shift+E")
    walk.until_dialog("导出")
    hands.tab_to("放到")
    hands.press("Ctrl+A")
    hands.write(str(walk.exported))
    hands.tab_to("完成后打开文件夹")
    hands.press("Space", "Return")
    walk.until_exported()
    hands.press("Escape")
    walk.until_no_dialog()


def test_a_first_issue_by_the_pointer(desktop, home, qtbot):
    """The keyboard only enters words, into what the pointer chose."""
    walk = Walk(desktop, home)

    def steps():
        open_the_sample_by_pointer(walk)
        begin_an_issue_by_pointer(walk)
        write_by_pointer(walk)
        insert_by_pointer(walk)
        order_by_pointer(walk)
        check_by_pointer(walk)
        export_by_pointer(walk)

    desktop.begin()
    walk.hands.walk(qtbot, steps)
    for words in written_words(walk.exported):
        for one in (TITLE, SECOND, "云州日报", "登记办法原文", "一是摸清家底。", "登记笔数", "季度"):
            assert one in words


def open_the_sample_by_pointer(walk):
    hands = walk.hands
    walk.until_dialog("署名")
    hands.click("你的名字", times=2)
    hands.write("李雷")
    hands.click("好")
    walk.until_no_dialog()
    hands.click("打开示例")
    walk.until(lambda: walk.window and walk.window.pages.facts, "the sample's pages")


def begin_an_issue_by_pointer(walk):
    hands = walk.hands
    hands.click("更多")
    hands.click("新建一期…")
    walk.until_dialog("新建一期")
    hands.click("晚一周")
    hands.click("新建")
    walk.until_no_dialog()
    walk.until(lambda: not any(walk.window.context.opened.issue.articles()), "the new issue")


def write_by_pointer(walk):
    hands = walk.hands
    hands.click("新建文章")
    walk.until(lambda: walk.window.article.article, "an article")
    hands.click("标题")
    hands.write(TITLE)
    hands.click("来源")
    hands.write("云州日报")
    hands.click("链接")
    hands.write("https://example.org/a/1")
    hands.click("正文")
    hands.write("登记办法原文")
    hands.click("段落样式")
    hands.click("一级标题")
    hands.press("Return")
    hands.write("一是摸清家底。先把数据列成清单。")
    hands.click("加粗段首语")
    hands.press("Return")
    hands.write("统一登记")
    hands.click("项目列表")
    assert walk.kinds() == [Heading, Paragraph, ItemList]
    assert walk.article().blocks[1].runs[0].bold


def insert_by_pointer(walk):
    hands = walk.hands
    hands.click("插入图片")
    walk.until_dialog("插入图片")
    hands.write(str(walk.home / "chart.png"))
    hands.click("Open")
    walk.until_no_dialog()
    walk.until(lambda: Figure in walk.kinds(), "a figure")
    hands.click("编辑…")
    walk.until_dialog("图")
    hands.click("图题")
    hands.write("登记笔数")
    hands.click("好")
    walk.until_no_dialog()
    hands.click_at(lambda: text_spot("正文", "统一登记"), "the list")
    hands.click("插入表格")
    walk.until(lambda: Table in walk.kinds(), "a table")
    hands.click_at(lambda: cell_spot(1, 1), "a cell")
    hands.write("季度")
    (table,) = [block for block in walk.article().blocks if isinstance(block, Table)]
    assert plain(table.rows[0][1]) == "季度"


def order_by_pointer(walk):
    hands = walk.hands

    def sections():
        return [[one.title.text for one in part.articles] for part in walk.window.context.opened.issue.sections]

    hands.click("新建文章")
    walk.until(lambda: walk.article().title.text == "", "a second article")
    hands.write(SECOND)
    assert sections()[0] == [TITLE, SECOND]
    target = walk.window.context.opened.issue.sections[1].name
    walk.until(lambda: row_spot("目录", SECOND), "its row")
    hands.drag(lambda: row_spot("目录", SECOND), lambda: row_spot("目录", target))
    walk.until(lambda: sections()[:2] == [[TITLE], [SECOND]], f"{SECOND} in {target}")
    hands.click("撤销")
    walk.until(lambda: sections()[0] == [TITLE, SECOND], "undo")
    hands.click("重做")
    walk.until(lambda: sections()[:2] == [[TITLE], [SECOND]], "redo")


def check_by_pointer(walk):
    hands = walk.hands
    walk.until_pages()
    hands.click("检查")
    walk.until(lambda: row_spot("检查结果", "没有正文"), "a finding")
    hands.click_at(lambda: row_spot("检查结果", "没有正文"))
    hands.click("放行…")
    hands.write("本期如此")
    hands.click("放行")
    walk.until(lambda: walk.window.context.opened.issue.archive.waivers, "the waiver")
    hands.click("目录")


def export_by_pointer(walk):
    hands = walk.hands
    walk.exported.mkdir()
    hands.click("导出")
    walk.until_dialog("导出")
    hands.click("放到", times=3)
    hands.write(str(walk.exported))
    hands.click("完成后打开文件夹")
    hands.click("导出")
    walk.until_exported()
    hands.click("关闭")
    walk.until_no_dialog()
