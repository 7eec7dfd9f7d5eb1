"""An editor's work with a real pointer on a real screen: python real_pointer.py FOLDER, in .venv; pictures to FOLDER.

Opens the sample, writes, moves, undoes, exports; then checks the library and the files without the program. Prints one
line per check. `proof.py` installs what it needs.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import docx
import pypdfium2
from real_screen import SIZE, Screen, screen

from db.library import open_library

ARTICLE, SECTION, BEFORE = "冷链企业用一张温度曲线", "地方实践", "云州新区公布首批"
SENTENCE = "这一句由真的指针和键盘写下。"
NAME = "real-pointer"


def main(arguments: list[str]) -> int:
    """Work, then check. Returns 1 when a check failed."""
    pictures = Path(arguments[0])
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        library, out = home / "library.db", home / "out"
        out.mkdir()
        command = [sys.executable, "-m", "editor", "open", "--sample", "--library", str(library)]
        with screen("bulletin-desk", command, letters=SENTENCE, home=home, pictures=pictures) as (desk, running):
            desk.until(lambda: fitting(desk), "a window that lies on the screen")
            work(desk, out)
            desk.until(lambda: running.poll() is not None, "the end of the program")
        checks = {
            "the program ends by itself": running.returncode == 0,
            **written(library),
            **exported(out),
        }
    for name, passed in checks.items():
        print(f"{'PASS' if passed else 'FAIL'} {name}")
    return 0 if all(checks.values()) else 1


def fitting(desk: Screen) -> bool:
    """Return whether the window is inside the screen."""
    left, top, width, height = desk.see("简报编辑台", "frame").place
    most_across, most_down = map(int, SIZE.split("x"))
    return left >= 0 and top >= 0 and left + width <= most_across and top + height <= most_down


def work(desk: Screen, out: Path) -> None:
    """Do what an editor does."""
    write(desk)
    order(desk)
    undo(desk)
    export(desk, out)
    close(desk)


def write(desk: Screen) -> None:
    """Open an article and write a sentence into its first paragraph."""
    desk.see("目录", "tree")
    desk.keep("opened")
    desk.click(ARTICLE, "table cell")
    desk.until(lambda: ARTICLE in desk.see("标题", "text").text.replace("\n", ""), "the article's title")
    desk.click_at(desk.see("正文", "text").spot(down=0.05))
    desk.press("End")
    desk.write(SENTENCE)
    desk.until(lambda: SENTENCE in desk.see("正文", "text").text, "the sentence")
    desk.keep("written")


def order(desk: Screen) -> None:
    """Drag the article by its row between two articles of another section."""
    target = desk.see(BEFORE, "table cell")
    desk.drag(desk.see(ARTICLE, "table cell").spot(across=0.3), target.spot(across=0.3, down=0))
    desk.until(lambda: moved(desk), "the article in its new place")
    desk.keep("moved")


def undo(desk: Screen) -> None:
    """Undo the move and the sentence by the button; then redo both."""
    desk.click("撤销", "push button")
    desk.until(lambda: not moved(desk), "the article in its old place")
    desk.click("撤销", "push button")
    desk.until(lambda: SENTENCE not in desk.see("正文", "text").text, "the body without the sentence")
    desk.keep("undone")
    desk.click("重做", "push button")
    desk.until(lambda: SENTENCE in desk.see("正文", "text").text, "the sentence again")
    desk.click("重做", "push button")
    desk.until(lambda: moved(desk), "the article in its new place again")
    desk.keep("done-again")


def moved(desk: Screen) -> bool:
    """Return whether the outline shows the article where it was dropped."""
    rows = sorted((one for one in desk.things() if one.role == "table cell"), key=lambda one: one.place[1])
    names = [one.name for one in rows]
    place = {part: next(at for at, name in enumerate(names) if part in name) for part in (ARTICLE, BEFORE)}
    return place[ARTICLE] + 1 == place[BEFORE]


def export(desk: Screen, out: Path) -> None:
    """Export PDF and Word under a name into a folder chosen in its own dialog."""
    desk.click("导出", "push button")
    desk.click("文件名", "text", times=3)
    desk.write(NAME)
    desk.click("更改…", "push button")
    desk.click(out.name, "table cell")
    desk.keep("folder")
    desk.click("选择", "push button")
    desk.until(lambda: desk.see("放到", "text").text == str(out), "the folder")
    if desk.see("完成后打开文件夹", "check box").on:
        desk.click("完成后打开文件夹", "check box")
    desk.keep("export")
    desk.click_at(export_button(desk))
    desk.see(f"已写好 {NAME}.pdf")
    desk.keep("exported")
    desk.click("关闭", "push button")


def export_button(desk: Screen) -> tuple[int, int]:
    """Return where the dialog has its main button: the one below the fields."""
    buttons = [one for one in desk.things() if (one.role, one.name) == ("push button", "导出")]
    return max(buttons, key=lambda one: one.place[1]).spot()


def close(desk: Screen) -> None:
    """Close the window once everything is saved."""
    desk.see("已保存", "label")
    desk.keep("closing")
    desk.press("alt+F4")


def written(library: Path) -> dict[str, bool]:
    """Check the library; return the results by name."""
    with open_library(library) as opened:
        issue = opened.issue(opened.find("latest").uid)
    section = next(one for one in issue.sections if one.name == SECTION)
    titles = [one.title.text for one in section.articles]
    article = next((one for one in section.articles if ARTICLE in one.title.text), None)
    at = titles.index(article.title.text) if article else -1
    return {
        "the library holds the typed sentence": article is not None and SENTENCE in str(article.blocks),
        "the library holds the new order": article is not None and BEFORE in "".join(titles[at + 1 : at + 2]),
    }


def exported(out: Path) -> dict[str, bool]:
    """Check the exported files; return the results by name."""
    pdf, word = out / f"{NAME}.pdf", out / f"{NAME}.docx"
    with pypdfium2.PdfDocument(pdf) as document:
        pages = "".join(page.get_textpage().get_text_bounded() for page in document)
    paragraphs = "".join(one.text for one in docx.Document(str(word)).paragraphs)
    return {
        "the PDF holds the sentence": SENTENCE in "".join(pages.split()),
        "the Word file holds the sentence": SENTENCE in paragraphs,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
