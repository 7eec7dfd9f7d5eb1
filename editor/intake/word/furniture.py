"""What stands outside the text of a Word file: its heads and feet, and the width of its text."""

import re

from editor.intake.word.fields import Fields
from editor.intake.word.markup import attribute, child, once, qn, short, whole
from editor.intake.word.package import Element, WordPackage
from editor.model.language import tr
from editor.text.sanitise import sanitise

_EMU_PER_TWIP = 635
# A4 with Word's margins
_MEASURE = 8306 * _EMU_PER_TWIP
_NAMES = frozenset(("w:t", "w:tab", "w:fldChar", "w:fldSimple", "w:instrText"))
# page numbers, between dashes and with 第 页
_FOLIO = re.compile(r"[\s\d\-—–－·.．第共页/／|ivxIVX]*")
_LONGEST = 200


def text_measure(body: Element) -> int:
    """Return the width of the text in EMU, by the last section that says so."""
    widths = [_width(one) for one in body.iter(qn("w:sectPr"))]
    return next((width for width in reversed(widths) if width > 0), _MEASURE)


def _width(section: Element) -> int:
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    parts = (attribute(size, "w:w"), attribute(margins, "w:left"), attribute(margins, "w:right"))
    page, left, right = (whole(part) or 0 for part in parts)
    return (page - left - right) * _EMU_PER_TWIP


def furniture_message(package: WordPackage, body: Element) -> str:
    """Return a sentence that names the words of heads and feet, which are left out; empty where there are none."""
    relations = package.relations(package.main)
    named = (attribute(one, "r:id") for one in body.iter(qn("w:headerReference"), qn("w:footerReference")))
    parts = dict.fromkeys(relations[key].target for key in named if key in relations)
    words = dict.fromkeys(filter(None, (_words(package.tree(name)) for name in parts)))
    if not words:
        return ""
    return tr("页眉页脚没有带入：{words}。", words=tr("；").join(words)[:_LONGEST])


def _words(root: Element | None) -> str:
    """Return the words of a head or foot without page numbers."""
    if root is None:
        return ""
    made, fields = "", Fields()
    for one in once(root, _NAMES):
        match short(one):
            case "w:fldChar":
                _follow(fields, attribute(one, "w:fldCharType"))
            case "w:instrText":
                fields.instruct(one.text or "")
            case "w:fldSimple":
                continue
            case "w:tab":
                made += " "
            case _ if not fields.stack:
                made += one.text or ""
    text = " ".join(sanitise(made).split())
    return "" if _FOLIO.fullmatch(text) else text


def _follow(fields: Fields, kind: str) -> None:
    if kind == "begin":
        fields.begin()
    elif kind == "end":
        fields.end()
