"""Drawings of a Word file: pictures, text boxes, charts and diagrams, of today's markup and of VML."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from editor.intake.word.charts import chart_figure
from editor.intake.word.lines import Item, Line
from editor.intake.word.losses import Loss
from editor.intake.word.markup import attribute, child, once, qn, short, whole
from editor.intake.word.package import Element
from editor.intake.word.session import Session
from editor.model.body import Figure, text_of
from editor.model.uid import derived_uid
from editor.text.sanitise import sanitise

if TYPE_CHECKING:
    from editor.intake.word.walker import Walker

_KNOWN = frozenset(
    ("a:blip", "v:imagedata", "w:txbxContent", "c:chart", "relIds", "chart", "v:textpath", "a:t", "o:OLEObject")
)
_EMU_PER = {"pt": 12700, "in": 914400, "cm": 360000, "mm": 36000, "px": 9525}
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*(\d{1,6}(?:\.\d{1,6})?)\s*(pt|in|cm|mm|px)", re.IGNORECASE)
# paragraphs of a diagram
_MOST_WORDS = 500
# EMU: 2 mm, 5 mm
_RULE, _ICON = 72_000, 180_000


def drawing_items(element: Element, session: Session, walker: "Walker", part: str) -> list[Item]:
    """Return what a drawing holds: figures with their bytes kept by the session, and the lines of its boxes."""
    found = list(once(element, _KNOWN))
    made: list[Item] = []
    for one in found:
        made.extend(_items(one, element, session, walker, part))
    if not found and not _is_rule(element):
        session.account.note(Loss.SHAPES)
    return made


def _items(  # noqa: PLR0911 - a line a kind
    one: Element, drawing: Element, session: Session, walker: "Walker", part: str
) -> list[Item]:
    match short(one):
        case "a:blip" | "v:imagedata" if (loss := _ornament(drawing)) is not None:
            session.account.note(loss)
            return []
        case "a:blip":
            return [_picture(one, ("r:embed", "r:link"), drawing, session, part)]
        case "v:imagedata":
            return [_picture(one, ("r:id", "r:href"), drawing, session, part)]
        case "w:txbxContent":
            lines = walker.walk(one)
            session.account.note(Loss.BOXES, bool(lines))
            return lines
        case "c:chart" | "chart":
            return [_chart(one, drawing, session, part)]
        case "relIds":
            return _diagram(one, drawing, session, part)
        case "v:textpath":
            return [_words(one, one.get("string", ""), session)]
        case "a:t":
            return [_words(one, one.text or "", session)]
        case _:
            session.account.note(Loss.OBJECTS)
            return []


def _words(one: Element, text: str, session: Session) -> Line:
    return Line(runs=text_of(sanitise(text).strip()), uid=session.uid(one))


def _picture(one: Element, names: tuple[str, str], drawing: Element, session: Session, part: str) -> Figure:
    figure = Figure(alt=_alt(drawing), width=_width(drawing, session), uid=session.uid(one))
    if figure.uid in session.pictures:
        return figure
    relations = session.package.relations(part)
    inside = relations.get(attribute(one, names[0]))
    outside = relations.get(attribute(one, names[1])) or inside
    if inside and not inside.external:
        data = session.package.data(inside.target)
        session.account.note(Loss.MISSING, not data)
        if data:
            session.add_picture(figure, inside.target.rpartition("/")[2], data)
    elif outside and outside.external:
        session.account.note(Loss.LINKED)
    else:
        session.account.note(Loss.MISSING)
    cropped = child(one.getparent(), "a:srcRect")
    session.account.note(Loss.CROPPED, cropped is not None and any(cropped.attrib.values()))
    return figure


def _chart(one: Element, drawing: Element, session: Session, part: str) -> Figure:
    relation = session.package.relations(part).get(attribute(one, "r:id"))
    root = session.package.tree(relation.target) if relation and not relation.external else None
    made = None if root is None else chart_figure(root, alt=_alt(drawing), uid=session.uid(one))
    session.account.note(Loss.CHARTS if made else Loss.CHART_GAPS)
    return made or Figure(alt=_alt(drawing), uid=session.uid(one))


def _diagram(one: Element, drawing: Element, session: Session, part: str) -> list[Item]:
    """Return the place of a SmartArt diagram, and its words as lines."""
    session.account.note(Loss.DIAGRAMS)
    key = next((value for name, value in one.attrib.items() if name.endswith("}dm")), "")
    relation = session.package.relations(part).get(key)
    root = session.package.tree(relation.target) if relation and not relation.external else None
    figure = Figure(alt=_alt(drawing), uid=session.uid(one))
    paragraphs = () if root is None else root.iter(qn("a:p"))
    lines = ["".join(paragraph.itertext(qn("a:t"))) for paragraph in paragraphs]
    texts = [text_of(sanitise(line).strip()) for line in lines[:_MOST_WORDS]]
    uids = (derived_uid(figure.uid, str(at)) for at in range(len(texts)))
    return [figure, *(Line(runs=runs, uid=uid) for runs, uid in zip(texts, uids, strict=True) if runs)]


def _described(drawing: Element) -> Iterator[str]:
    for one in drawing.iter(qn("wp:docPr")):
        yield one.get("descr", "")
    for one in drawing.iter(qn("v:shape")):
        yield one.get("alt", "")


def _alt(drawing: Element) -> str:
    return next((" ".join(sanitise(text).split()) for text in _described(drawing) if text.strip()), "")


def _width(drawing: Element, session: Session) -> int:
    """Return a drawing's width in thousandths of the text's."""
    extents = (whole(one.get("cx", "")) for one in drawing.iter(qn("wp:extent")))
    styled = (_WIDTH.search(one.get("style", "")) for one in drawing.iter(qn("v:shape")))
    known = (round(float(match[1]) * _EMU_PER[match[2].lower()]) for match in styled if match)
    width = next((one for one in (*extents, *known) if one), session.measure)
    return min(max(round(1000 * width / session.measure), 50), 1000)


def _ornament(drawing: Element) -> Loss | None:
    """Return what a picture too small to show anything is counted as, None for any other."""
    for one in drawing.iter(qn("wp:extent")):
        width, height = whole(one.get("cx", "")) or _ICON, whole(one.get("cy", "")) or _ICON
        if min(width, height) < _RULE:
            return Loss.RULES
        return Loss.ICONS if max(width, height) < _ICON else None
    return None


def _is_rule(drawing: Element) -> bool:
    """Return whether a drawing only draws a line, as below the name of an official document."""
    shapes = [one for one in drawing.iter() if short(one) in ("v:line", "v:rect", "prstGeom", "a:prstGeom")]
    return any(
        short(one) == "v:line" or attribute(one, "o:hr") or "line" in one.get("prst", "").lower() for one in shapes
    )
