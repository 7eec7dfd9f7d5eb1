"""What is done with files that are let go over a place, in a few words; empty where nothing is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from editor.desk.formats import (
    FONT_DROPS,
    GRID_FILES,
    LIBRARY_FILES,
    PACKAGE_FILES,
    PICTURE_FILES,
    PROFILE_FILES,
    VECTOR_PICTURES,
    FileEndings,
    format_of,
)
from editor.model.language import tr
from editor.ui.kit.drop_cue import dropped_files


def import_words(data: QMimeData) -> str:
    """Return the words of a place that takes in issues and manuscripts; pictures belong into a text."""
    files = [one for one in dropped_files(data) if not (PICTURE_FILES.matches(one) or VECTOR_PICTURES.matches(one))]
    if not files:
        return ""
    if all(PACKAGE_FILES.matches(one) for one in files):
        return tr("松开后选：导入，还是核验")
    if all(_is_issue(one) for one in files):
        return _named(files, tr("松开后导入“{name}”", name=files[0].name), tr("松开后导入 {n} 个文件", n=len(files)))
    one, many = tr("松开后收“{name}”，放进收件", name=files[0].name), tr("松开后收 {n} 个文件，放进收件", n=len(files))
    return _named(files, one, many)


def _named(files: Sequence[Path], one: str, many: str) -> str:
    return one if len(files) == 1 else many


def _is_issue(path: Path) -> bool:
    kind = format_of(path)
    return kind is not None and bool(kind.reads_issue) and not kind.reads_article


def welcome_words(data: QMimeData) -> str:
    """Return the words of the first view: it opens a library and takes in issues."""
    libraries = [one for one in dropped_files(data) if LIBRARY_FILES.matches(one)]
    return tr("松开后打开刊库“{name}”", name=libraries[0].stem) if libraries else import_words(data)


def figure_words(data: QMimeData) -> str:
    """Return the words of a text that takes pictures in."""
    pictures = [one for one in dropped_files(data) if PICTURE_FILES.matches(one) or VECTOR_PICTURES.matches(one)]
    if len(pictures) == 1:
        return tr("松开后在这里放入图片“{name}”", name=pictures[0].name)
    return tr("松开后在这里放入 {n} 张图片", n=len(pictures)) if pictures else ""


def article_words(data: QMimeData) -> str:
    """Return the words of an open article that other files become articles beside."""
    files = dropped_files(data)
    if not files or any(LIBRARY_FILES.matches(one) or _is_issue(one) for one in files):
        return ""
    one = tr("松开后收“{name}”，放在这一篇后面", name=files[0].name)
    return _named(files, one, tr("松开后收 {n} 个文件，放在这一篇后面", n=len(files)))


def grid_words(data: QMimeData) -> str:
    """Return the words of a place that takes a file of values in."""
    files = dropped_files(data)
    return _of_first(data, GRID_FILES, tr("松开后读入“{name}”的数据", name=files[0].name)) if files else ""


def picture_words(data: QMimeData) -> str:
    """Return the words of a place for one picture."""
    return _of_first(data, PICTURE_FILES, tr("松开后放入这张图片"))


def verify_words(data: QMimeData) -> str:
    """Return the words of the dialog that verifies whatever file it is given."""
    many = len(dropped_files(data))
    return tr("松开后核验 {n} 个文件", n=many) if many else ""


def scan_words(data: QMimeData) -> str:
    """Return the words of the place for scans of what was signed by hand; it says itself what is none."""
    return tr("松开后存入扫描件") if dropped_files(data) else ""


def profile_words(data: QMimeData) -> str:
    """Return the words of a publication's settings: a file of settings, a font, or the picture of its name."""
    settings = _of_first(data, PROFILE_FILES, tr("松开后读入这份刊物设置"))
    fonts = _of_first(data, FONT_DROPS, tr("松开后把字体添加到刊库"))
    return settings or fonts or _of_first(data, PICTURE_FILES, tr("松开后用作报头图片"))


def _of_first(data: QMimeData, kind: FileEndings, words: str) -> str:
    files = dropped_files(data)
    return words if files and kind.matches(files[0]) else ""
