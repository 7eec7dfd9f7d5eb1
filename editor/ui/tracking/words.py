"""What is said of a tracked change: its kind, its words, who made it and when."""

import datetime as dt

from editor.model.block_kinds import TextStyle, style_name
from editor.model.body import readable
from editor.model.language import tr
from editor.model.publication import PageStart
from editor.text.comparing import Piece, PieceKind, compare_words
from editor.text.tracked import ChangeKind, Made, TrackedChange
from editor.ui.kit.change_drawing import shortened
from editor.ui.kit.times import when

_PARAGRAPH_END = "¶"
_BESIDE, _MOST = 8, 80
_WHOLE = frozenset((ChangeKind.FACT, ChangeKind.FIGURE, ChangeKind.TABLE, ChangeKind.BLOCK))
# the words themselves are not new
_NEW = {ChangeKind.MOVED: PieceKind.SAME, ChangeKind.FORMAT: PieceKind.SAME}


def kind_words(change: TrackedChange) -> str:
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
        ChangeKind.FIGURE: tr("改图"),
        ChangeKind.TABLE: tr("改表"),
        ChangeKind.BLOCK: tr("整段"),
    }[change.kind]


def removed_words(change: TrackedChange) -> str:
    """Return the words that are gone; where something else changed, what it was."""
    return readable(_wording(change, change.removed))


def added_words(change: TrackedChange) -> str:
    """Return the words that are new; where something else changed, what it is."""
    return readable(_wording(change, change.added))


def pieces(change: TrackedChange) -> tuple[Piece, ...]:
    """Return the words of a change as the list shows them; what is changed as a whole with what stayed around it."""
    old, new = removed_words(change), added_words(change)
    if change.kind in _WHOLE:
        return _near(compare_words(old, new))
    parts = [Piece(PieceKind.REMOVED, old), Piece(PieceKind.SAME, " " if old and new else "")]
    parts.append(Piece(_NEW.get(change.kind, PieceKind.ADDED), new))
    return tuple(part for part in parts if part.text)


def _near(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces with what stayed cut to what stands beside a change; as they are where nothing seems changed."""
    if len(found) == 1:
        return found
    made = []
    for number, piece in enumerate(found):
        head = piece.text[:_BESIDE] if number else ""
        tail = piece.text[-_BESIDE:] if number < len(found) - 1 else ""
        long = piece.kind is PieceKind.SAME and len(piece.text) > 2 * _BESIDE
        made.append(Piece(piece.kind, f"{head}…{tail}") if long else piece)
    return tuple(made)


def maker_words(made: Made) -> str:
    """Return who made a change."""
    return tr("、").join(made.names) or tr("署名不详")


def when_words(at: dt.datetime | None) -> str:
    """Return when a change was made. at: UTC, None where it was not noted."""
    return when(at) if at else ""


def tip_words(made: Made) -> str:
    """Return a change in a line or two, for tool tips and screen readers."""
    change = made.change
    head = " ".join(filter(None, (maker_words(made), when_words(made.at), kind_words(change))))
    old, new = (shortened(words, _MOST) for words in (removed_words(change), added_words(change)))
    if change.kind in (ChangeKind.MOVED, ChangeKind.FORMAT) or old == new:
        return head
    if old and new:
        return tr("{head}：“{old}”改为“{new}”", head=head, old=old, new=new)
    return tr("{head}：“{words}”", head=head, words=old or new)


def _wording(change: TrackedChange, words: str) -> str:
    if change.kind is ChangeKind.STYLE:
        return style_name(TextStyle(words))
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


def _starts() -> dict[str, str]:
    return {
        PageStart.SECTION.value: tr("按栏目"),
        PageStart.PAGE.value: tr("另起一页"),
        PageStart.RUN_ON.value: tr("接排"),
    }
