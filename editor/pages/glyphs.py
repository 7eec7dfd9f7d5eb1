"""Warns of characters that are printed in another face than the look asks for."""

import itertools
from collections.abc import Iterator

from editor.document.coverage import BOLD, GETA, LAYOUT, has_glyph
from editor.document.look import LookTable
from editor.document.parts import ArticlePart, Document
from editor.model.block_texts import block_texts
from editor.model.language import tr
from editor.text.quotes import within_title

_SHOWN = 8


def check_glyphs(document: Document, look: LookTable) -> tuple[str, ...]:
    """Return warnings for characters that only a fallback face has. document: as printed."""
    return (*_titles_without_bold(document, look), *_replaced(document, look))


def _titles_without_bold(document: Document, look: LookTable) -> Iterator[str]:
    own = look.added_face("title")
    used = set().union(*(article.title for article in document.articles())) - LAYOUT - {GETA}
    lacking = {char for char in used if not has_glyph(BOLD, char) and not (own and own.has(char))}
    weak = ((article.title, char) for article in document.articles() for char in lacking.intersection(article.title))
    for title, char in sorted(set(weak)):
        yield tr(
            "《{title}》标题里的“{char}”（U+{ord:04X}）没有粗体，改用常规体。",
            title=within_title(title),
            char=char,
            ord=ord(char),
        )


def _replaced(document: Document, look: LookTable) -> Iterator[str]:
    """Yield a sentence for each article with characters that the office's own fonts lack and a shipped face prints."""
    for use, what in (("title", tr("标题")), ("body", tr("正文"))):
        face = look.added_face(use)
        if face is None:
            continue
        for article in document.articles():
            lacking = sorted({char for char in _text_of(article, use) if char not in LAYOUT and not face.has(char)})
            if lacking:
                shown = "".join(lacking[:_SHOWN]) + ("……" if len(lacking) > _SHOWN else "")
                yield tr(
                    "字体{name}没有《{title}》{what}里的“{shown}”共 {n} 个字，改用自带字体。",
                    name=face.name,
                    title=within_title(article.title),
                    what=what,
                    shown=shown,
                    n=len(lacking),
                )


def _text_of(article: ArticlePart, use: str) -> Iterator[str]:
    texts = (article.title,) if use == "title" else (text for block in article.blocks for text in block_texts(block))
    return itertools.chain.from_iterable(texts)
