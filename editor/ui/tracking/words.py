"""What is said of a tracked change: its kind, its words, who made it and when."""

import datetime as dt

from editor.model.language import tr
from editor.model.publication import PageStart
from editor.text.comparing import Piece, PieceKind, compare_words
from editor.text.tracked import Change, ChangeKind, Made
from editor.ui.reading.rows import when

_PARAGRAPH_END = "¶"
# the words themselves are not new
_NEW = {ChangeKind.MOVED: PieceKind.SAME, ChangeKind.FORMAT: PieceKind.SAME}


def kind_words(change: Change) -> str:
    """Return what was done, in a word or two."""
    if change.kind is ChangeKind.FACT:
        return _facts().get(change.field, change.field)
    if (change.removed, change.added) == ("", "\n"):
        return tr("分段")
    if (change.removed, change.added) == ("\n", ""):
        return tr("合段")
    return {
        ChangeKind.INSERTED: tr("插入"),
        ChangeKind.DELETED: tr("删除"),
        ChangeKind.REPLACED: tr("替换"),
        ChangeKind.MOVED: tr("移动"),
        ChangeKind.FORMAT: tr("格式"),
        ChangeKind.STYLE: tr("样式"),
        ChangeKind.OBJECT: tr("整块"),
    }[change.kind]


def removed_words(change: Change) -> str:
    """Return the words that are gone; where something else changed, what it was."""
    return _said(change, change.removed)


def added_words(change: Change) -> str:
    """Return the words that are new; where something else changed, what it is."""
    return _said(change, change.added)


def pieces(change: Change) -> tuple[Piece, ...]:
    """Return the words of a change as the list shows them; of a title or another fact what stayed as well."""
    old, new = removed_words(change), added_words(change)
    if change.kind is ChangeKind.FACT:
        return compare_words(old, new)
    parts = (Piece(PieceKind.REMOVED, old), Piece(PieceKind.SAME, " " if old and new else ""))
    return (
        *(part for part in parts if part.text),
        *((Piece(_NEW.get(change.kind, PieceKind.ADDED), new),) if new else ()),
    )


def maker_words(made: Made) -> str:
    """Return who made a change."""
    return "、".join(made.names) or tr("署名不详")


def when_words(at: dt.datetime | None) -> str:
    """Return when a change was made. at: UTC, None where it was not noted."""
    return when(at) if at else ""


def tip_words(made: Made) -> str:
    """Return a change in a line or two, for tool tips and screen readers."""
    change = made.change
    head = " ".join(filter(None, (maker_words(made), when_words(made.at), kind_words(change))))
    old, new = removed_words(change), added_words(change)
    if change.kind in (ChangeKind.MOVED, ChangeKind.FORMAT):
        return head
    if old and new:
        return tr("{head}：“{old}”改为“{new}”", head=head, old=old, new=new)
    return tr("{head}：“{words}”", head=head, words=old or new)


def _said(change: Change, words: str) -> str:
    if change.kind is ChangeKind.STYLE:
        return _styles().get(words, words)
    if change.field == "page_start":
        return _starts().get(words, words)
    return words.replace("\n", _PARAGRAPH_END)


def _facts() -> dict[str, str]:
    return {
        "title": tr("标题"),
        "subtitle": tr("副题"),
        "contents_title": tr("目录标题"),
        "source": tr("来源"),
        "link": tr("链接"),
        "link_caption": tr("链接说明"),
        "page_start": tr("起页"),
    }


def _styles() -> dict[str, str]:
    return {
        "paragraph": tr("正文"),
        "heading1": tr("一级标题"),
        "heading2": tr("二级标题"),
        "heading3": tr("三级标题"),
        "quote": tr("引文"),
    }


def _starts() -> dict[str, str]:
    return {
        PageStart.SECTION.value: tr("按栏目"),
        PageStart.PAGE.value: tr("另起一页"),
        PageStart.RUN_ON.value: tr("接排"),
    }
