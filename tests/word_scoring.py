"""How well a Word file was read: characters lost, and parts right, against what its maker says and mammoth reads."""

import io
import re
from collections import Counter
from typing import NamedTuple

import mammoth

from editor.intake.manuscript import Manuscript
from editor.model.block_kinds import as_figure, as_items, as_table, is_heading
from editor.model.block_texts import block_parts
from editor.model.body import ANCHOR, plain
from editor.text.characters import fold
from tests.word_kinds import WordKind


class Score(NamedTuple):
    """lost: characters of the file that are nowhere; parts: right and wanted by name of the part."""

    lost: int
    missing: str
    parts: dict[str, tuple[int, int]]


def texts_of(manuscript: Manuscript) -> str:
    """Return every text of a manuscript, its fields and its messages included."""
    article = manuscript.article
    blocks = [plain(text) for block in article.blocks for _, text in block_parts(block)]
    fields = (article.title.text, article.subtitle, article.source, article.link, article.link_caption)
    notes = [note.text for note in article.archive.notes]
    return "".join((*fields, *blocks, *notes, *manuscript.messages)).replace(ANCHOR, "")


def score(kind: WordKind, manuscript: Manuscript, data: bytes = b"") -> Score:
    """Return the score of a file. data: another file that mammoth reads in its place."""
    ours = Counter(_characters(texts_of(manuscript)))
    theirs = Counter(_characters(mammoth.extract_raw_text(io.BytesIO(data or kind.data)).value))
    left = theirs - ours - Counter(_characters(kind.told))
    left -= Counter("".join(_labels(manuscript)))
    missing = "".join(left.elements())
    return Score(lost=len(missing), missing=missing[:60], parts=dict(_parts(kind, manuscript)))


def _folded(value: object) -> str:
    """Return a value for comparison: LibreOffice writes other brackets into .rtf."""
    return fold(repr(value))


def _labels(manuscript: Manuscript):
    """Yield what stood around a text that became a field, and numbers that lists print themselves."""
    article = manuscript.article
    if article.source:
        yield "（来源：）(:)发文机构"
    if article.link:
        yield "来源：原文链接:"
    if article.archive.published:
        yield f"发布时间：:日期{article.archive.published}"
    for figure in filter(None, map(as_figure, article.blocks)):
        yield "来源：" if figure.source else ""
    for items in filter(None, map(as_items, article.blocks)):
        yield "".join(f"{at}.、" for at in range(1, len(items.items) + 1)) if items.ordered else ""


def _characters(text: str) -> str:
    """Return what counts: neither blanks nor marks of lists, which a list prints itself."""
    return re.sub(r"[\s•\u200b\ufeff]", "", text)


def _parts(kind: WordKind, manuscript: Manuscript):
    article = manuscript.article
    found = {
        "title": [article.title.lines] if article.title.text else [],
        "headings": [(one.level, plain(one.runs)) for one in article.blocks if is_heading(one)],
        "lists": [(one.ordered, len(one.items)) for one in filter(None, map(as_items, article.blocks))],
        "tables": [
            (len(one.rows) + 1, len(one.head), len(one.spans)) for one in filter(None, map(as_table, article.blocks))
        ],
        "figures": [one.caption for one in filter(None, map(as_figure, article.blocks))],
        "footnotes": [
            run.footnote for block in article.blocks for _, text in block_parts(block) for run in text if run.footnote
        ],
        "notes": [(note.author, note.anchor.words) for note in article.archive.notes],
        "source": [article.source] if kind.source else [],
        "link": [article.link] if kind.link else [],
    }
    wanted = {
        name: list(getattr(kind, name)) for name in ("headings", "lists", "tables", "figures", "footnotes", "notes")
    }
    wanted |= {"title": [kind.title] if kind.title else []}
    wanted |= {name: [getattr(kind, name)] if getattr(kind, name) else [] for name in ("source", "link")}
    for name, values in wanted.items():
        if values or (found[name] and kind.complete):
            right = sum((Counter(map(_folded, values)) & Counter(map(_folded, found[name]))).values())
            yield name, (right, max(len(values), len(found[name]) if kind.complete else 0))
