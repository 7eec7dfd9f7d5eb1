"""Refuses characters that no font has, which would print as boxes."""

import itertools
from collections.abc import Iterator
from typing import assert_never

from editor.document.coverage import BOLD, LAYOUT, can_print, has_glyph
from editor.document.look import LookTable
from editor.document.parts import ArticlePart, BackMatter, ContentsPage, Cover, CreditsPage, Document, Part, SectionPart
from editor.document.printed_texts import part_texts, printed_texts
from editor.model.block_texts import block_texts
from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.quotes import within_title

_SHOWN = 8


def check_glyphs(document: Document, look: LookTable) -> tuple[str, ...]:
    """Return warnings for characters that only a fallback face has. Raises UserError for those that none has."""
    faces = [one.face for one in look.added]
    unknown = {char for char in _all_characters(document) if not can_print(char, faces)}
    if unknown:
        raise UserError(_refusal([one for one in _characters(document) if one[1] in unknown]))
    return (*_titles_without_bold(document, look), *_replaced(document, look))


def _titles_without_bold(document: Document, look: LookTable) -> Iterator[str]:
    own = look.added_face("title")
    used = set().union(*(article.title for article in document.articles())) - LAYOUT
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


def _all_characters(document: Document) -> set[str]:
    """Return every character that is printed, once: a text has each many times, and places are asked for rarely."""
    articles = (printed_texts(article) for article in document.articles())
    return set().union(*itertools.chain(*map(part_texts, document.parts), *articles)) - LAYOUT


def _characters(document: Document) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for place, text in _texts(document):
        for char in text:
            if char not in LAYOUT and (place, char) not in seen:
                seen.add((place, char))
                yield place, char


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    for part in document.parts:
        place = _place(part)
        yield from ((place, text) for text in part_texts(part))
    for article in document.articles():
        yield from ((f"《{within_title(article.title)}》", text) for text in printed_texts(article))


def _place(part: Part) -> str:
    match part:
        case Cover():
            return tr("封面")
        case CreditsPage():
            return tr("版权页")
        case ContentsPage():
            return tr("要目")
        case SectionPart():
            return tr("栏目“{name}”", name=part.name)
        case BackMatter():
            return part.heading
        case _:
            assert_never(part)


def _refusal(missing: list[tuple[str, str]]) -> str:
    shown = tr("；").join(
        tr("{place}里的“{char}”（U+{ord:04X}）", place=place, char=char, ord=ord(char))
        for place, char in missing[:_SHOWN]
    )
    more = tr("等 {n} 处", n=len(missing)) if len(missing) > _SHOWN else ""
    return tr("有字没有字形，不能排版：{shown}{more}。请换掉这些字后再导出。", shown=shown, more=more)
