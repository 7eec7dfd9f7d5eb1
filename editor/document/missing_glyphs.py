"""Names every place of a document where a character is printed as 〓, since no font has it."""

from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from editor.document.coverage import are_shipped, missing_places
from editor.document.look import LookTable
from editor.document.parts import BackMatter, ContentsPage, Cover, CreditsPage, Document, Part, SectionPart
from editor.document.printed_texts import document_texts, part_texts, printed_texts
from editor.model.language import tr
from editor.text.quotes import within_title


def said_missing_glyphs(document: Document, look: LookTable) -> tuple[str, ...]:
    """Return one sentence with every place, none where every character can be printed."""
    if are_shipped(document_texts(document)):
        return ()
    faces = tuple(one.face for one in look.added)
    places: dict[str, Counter[str]] = {}
    for place, text in _texts(document):
        missing = [text[at] for at in missing_places(text, faces)]
        if missing:
            places.setdefault(place, Counter()).update(missing)
    if not places:
        return ()
    shown = tr("；").join(tr("{place}里的{chars}", place=place, chars=_said(found)) for place, found in places.items())
    total = sum(found.total() for found in places.values())
    return (tr("有 {n} 处的字没有字体能印，印成“〓”：{shown}。请换掉这些字后再印发。", n=total, shown=shown),)


def _said(found: Counter[str]) -> str:
    return tr("、").join(
        tr("“{char}”（U+{ord:04X}）{n} 处", char=char, ord=ord(char), n=count) for char, count in found.items()
    )


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    for part in document.parts:
        place = _place(part)
        yield from ((place, text) for text in part_texts(part))
    for article in document.articles():
        yield from ((tr("《{title}》", title=within_title(article.title)), text) for text in printed_texts(article))


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
