"""How a change since a galley is said: its place, what was done, its words between some of those beside them."""

from editor.desk.block_ordinals import block_places, place_words
from editor.model.article import Article
from editor.model.block_kinds import TextStyle, style_name
from editor.model.block_texts import footnotes_of
from editor.model.body import Block, readable
from editor.model.language import mark_tr, tr, tr_marked
from editor.model.publication import PageStart
from editor.text.comparing import Piece, PieceKind, compare_words
from editor.text.comparing.blocks import block_text
from editor.text.tracked import ChangeKind, TrackedChange

BESIDE = 6
_PARAGRAPH_END = "¶"
_LONG = 2 * BESIDE
FACTS = {
    "title": mark_tr("标题"),
    "subtitle": mark_tr("副题"),
    "contents_title": mark_tr("目录标题"),
    "source": mark_tr("来源"),
    "link": mark_tr("链接"),
    "link_caption": mark_tr("链接说明"),
    "page_start": mark_tr("起页"),
    "tight": mark_tr("收紧"),
}
_STARTS = {
    PageStart.SECTION.value: mark_tr("按栏目"),
    PageStart.PAGE.value: mark_tr("另起一页"),
    PageStart.RUN_ON.value: mark_tr("接排"),
}
_DONE = {
    ChangeKind.INSERTED: mark_tr("插入"),
    ChangeKind.DELETED: mark_tr("删除"),
    ChangeKind.REPLACED: mark_tr("替换"),
    ChangeKind.MOVED: mark_tr("移动"),
    ChangeKind.FORMAT: mark_tr("格式"),
    ChangeKind.STYLE: mark_tr("样式"),
    ChangeKind.FIGURE: mark_tr("改图"),
    ChangeKind.TABLE: mark_tr("改表"),
    ChangeKind.BLOCK: mark_tr("整段"),
    ChangeKind.FACT: mark_tr("改"),
}


class ArticleWording:
    """Says the changes of one article. then, now: both versions of it."""

    def __init__(self, then: Article, now: Article) -> None:
        """Know both versions of an article."""
        self._blocks = {one.uid: one for one in now.blocks}
        self._then = {one.uid: one for one in then.blocks}
        gone = [one for one in then.blocks if one.uid not in self._blocks]
        former = block_places(then.blocks)
        self._gone = {block_text(one): place_words(former[one.uid]) for one in gone}
        self._places = {uid: place_words(one) for uid, one in block_places(now.blocks).items()}

    def block(self, change: TrackedChange) -> Block | None:
        """Return the block in which a change shows."""
        return self._blocks.get(change.spans[0].block) if change.spans else None

    def footnotes(self, change: TrackedChange) -> tuple[str, str] | None:
        """Return the footnotes of a block then and now where they are what changed."""
        block = self.block(change)
        was = self._then.get(change.key.removeprefix("format "))
        if change.kind is not ChangeKind.FORMAT or block is None or was is None:
            return None
        texts = "\n".join(footnotes_of(was)), "\n".join(footnotes_of(block))
        return texts if texts[0] != texts[1] else None

    def place(self, change: TrackedChange) -> str:
        """Return where a change stands, as a reader of the page counts."""
        if change.kind is ChangeKind.FACT:
            return tr_marked(FACTS[change.field])
        if self._is_gone(change):
            return tr("原{place}", place=self._gone[change.removed])
        found = self._places.get(change.spans[0].block, "") if change.spans else ""
        if self.footnotes(change):
            return tr("{place}的脚注", place=found)
        return found or tr("正文")

    def done(self, change: TrackedChange) -> str:
        """Return what was done, in a word."""
        if (change.removed, change.added) == ("", "\n"):
            return tr("分段")
        if (change.removed, change.added) == ("\n", ""):
            return tr("合段")
        if self.footnotes(change):
            return tr("改注")
        return tr_marked(_DONE[change.kind])

    def pieces(self, change: TrackedChange) -> tuple[Piece, ...]:
        """Return the words then and now, and a few of those that stand beside them."""
        notes = self.footnotes(change)
        if change.field == "page_start":
            return shortened(*(tr_marked(_STARTS[one]) for one in (change.removed, change.added)))
        match change.kind:
            case ChangeKind.FACT | ChangeKind.FIGURE | ChangeKind.TABLE | ChangeKind.BLOCK:
                return shortened(change.removed, change.added) or self._redrawn(change)
            case ChangeKind.STYLE:
                names = [style_name(TextStyle(one)) for one in (change.removed, change.added)]
                return (*made((PieceKind.REMOVED, names[0]), (PieceKind.ADDED, names[1])), *self._head(change))
            case ChangeKind.FORMAT if notes:
                return shortened(*notes)
            case ChangeKind.FORMAT | ChangeKind.MOVED:
                return made((PieceKind.SAME, cut(change.added)))
            case ChangeKind.INSERTED | ChangeKind.DELETED | ChangeKind.REPLACED:
                return self._beside(change)

    def _beside(self, change: TrackedChange) -> tuple[Piece, ...]:
        block = self.block(change)
        text = block_text(block) if block else ""
        whole = change.key.startswith("+") or self._is_gone(change)
        span = change.spans[0] if change.spans else None
        before = text[max(0, span.start - BESIDE) : span.start] if span and not whole else ""
        last = change.spans[-1] if change.spans else None
        after = text[last.end : last.end + BESIDE] if last and last.block == (span and span.block) and not whole else ""
        return made(
            (PieceKind.SAME, before),
            (PieceKind.REMOVED, change.removed),
            (PieceKind.ADDED, change.added),
            (PieceKind.SAME, after),
        )

    def _is_gone(self, change: TrackedChange) -> bool:
        """Return whether a whole block was taken out: what follows it is not beside its words."""
        return change.kind is ChangeKind.DELETED and not change.added and change.removed in self._gone

    def _redrawn(self, change: TrackedChange) -> tuple[Piece, ...]:
        """Return the caption of a figure or table whose words stayed: its picture or its shape changed."""
        return made((PieceKind.SAME, cut(change.added) or tr("（没有文字）")))

    def _head(self, change: TrackedChange) -> tuple[Piece, ...]:
        block = self.block(change)
        return made((PieceKind.SAME, f" {cut(block_text(block))}")) if block else ()


def shortened(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of two texts, long same ones cut to what stands beside a change; none where both are one."""
    found = compare_words(old, new)
    if all(one.kind is PieceKind.SAME for one in found):
        return ()
    parts = []
    for number, piece in enumerate(found):
        head = piece.text[:BESIDE] if number else ""
        tail = piece.text[-BESIDE:] if number < len(found) - 1 else ""
        long = piece.kind is PieceKind.SAME and len(piece.text) > _LONG
        parts.append((piece.kind, f"{head}…{tail}" if long else piece.text))
    return made(*parts)


def made(*parts: tuple[PieceKind, str]) -> tuple[Piece, ...]:
    """Return filled pieces, line ends as signs."""
    return tuple(Piece(kind, readable(text).replace("\n", _PARAGRAPH_END)) for kind, text in parts if text)


def cut(text: str) -> str:
    """Return the beginning of a text."""
    first = text.split("\n", maxsplit=1)[0]
    return first if len(first) <= 2 * _LONG else f"{first[: 2 * _LONG]}…"
