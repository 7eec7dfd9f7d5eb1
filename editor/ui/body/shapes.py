"""How a block and a run look in the body, and the properties by which they are read back.

Looks follow from the properties: bold in a heading is the heading's, bold of a run is its own.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from editor.model.body import ANCHOR, Run, Script, Text
from editor.ui.theme.fonts import families, font, line_height
from editor.ui.theme.tokens import Theme

EM = 16
_SMALL = 13
_USER = QTextFormat.Property.UserProperty.value
KIND, UID, EMPTY = _USER + 1, _USER + 2, _USER + 3
BOLD, ITALIC, SCRIPT, LINK, OBJECT, FOOTNOTE = (_USER + at for at in range(11, 17))
OBJECT_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
FOOTNOTE_TYPE = OBJECT_TYPE + 1

_ANCHORS = re.compile(f"({ANCHOR})")
_SCRIPTS = {
    Script.BASE: QTextCharFormat.VerticalAlignment.AlignNormal,
    Script.SUPER: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    Script.SUB: QTextCharFormat.VerticalAlignment.AlignSubScript,
}


class Kind(StrEnum):
    """What a line is. An OBJECT line holds a figure or a table and nothing else; those from CELL on stand in one."""

    PARAGRAPH = "paragraph"
    HEADING1 = "heading1"
    HEADING2 = "heading2"
    HEADING3 = "heading3"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    QUOTE = "quote"
    OBJECT = "object"
    CELL = "cell"
    HEAD = "head"
    CAPTION = "caption"
    SOURCE = "source"


HEADINGS = (Kind.HEADING1, Kind.HEADING2, Kind.HEADING3)
LISTS = (Kind.BULLETS, Kind.NUMBERS)
IN_OBJECTS = (Kind.CELL, Kind.HEAD, Kind.CAPTION, Kind.SOURCE)


@dataclass(frozen=True, slots=True)
class KindLook:
    """How a line of a kind stands (px). left: margin; indent: of the first line; above: margin; size: of its type.

    face: role of its font; bold: all of it; ink: token of its colour; goes_on: Enter begins another line of the kind,
    and an empty one leads back to plain text; leads: its lead-ins are made bold.
    """

    left: int = 0
    indent: int = 0
    above: int = 0
    size: int = EM
    face: str = "body"
    bold: bool = False
    ink: str = "text"
    goes_on: bool = False
    leads: bool = False


def _look(kind: Kind) -> KindLook:  # noqa: C901, PLR0911 - a line a kind
    match kind:
        case Kind.PARAGRAPH:
            return KindLook(indent=2 * EM, leads=True)
        case Kind.HEADING1:
            return KindLook(above=12, size=18, bold=True)
        case Kind.HEADING2 | Kind.HEADING3:
            return KindLook(above=12, bold=True)
        case Kind.BULLETS | Kind.NUMBERS:
            return KindLook(left=3 * EM, goes_on=True, leads=True)
        case Kind.QUOTE:
            return KindLook(left=2 * EM, goes_on=True)
        case Kind.OBJECT:
            return KindLook(above=4)
        case Kind.CELL:
            return KindLook(size=_SMALL, face="base")
        case Kind.HEAD:
            return KindLook(size=_SMALL, face="base", bold=True)
        case Kind.CAPTION:
            return KindLook(size=_SMALL, face="base", bold=True)
        case Kind.SOURCE:
            return KindLook(size=_SMALL, face="base", ink="text2")
        case _:
            assert_never(kind)


KIND_LOOKS = {kind: _look(kind) for kind in Kind}


def kind_of(shape: QTextBlockFormat) -> Kind:
    """Return what a line is; one without our properties is a paragraph."""
    name = shape.stringProperty(KIND)
    return Kind(name) if name else Kind.PARAGRAPH


def block_format(kind: Kind, uid: str, *, empty: bool = False) -> QTextBlockFormat:
    """Return a line's format. empty: it stands for a list, or a body, that has nothing in it."""
    shape = QTextBlockFormat()
    shape.setProperty(KIND, kind.value)
    shape.setProperty(UID, uid)
    if empty:
        shape.setProperty(EMPTY, True)  # noqa: FBT003 - a property's value
    look = KIND_LOOKS[kind]
    shape.setLeftMargin(look.left)
    shape.setTextIndent(look.indent)
    shape.setTopMargin(look.above)
    shape.setBottomMargin(6)
    if kind is not Kind.OBJECT and kind not in IN_OBJECTS:
        shape.setLineHeight(line_height("body"), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    shape.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return shape


def char_format(run: Run, kind: Kind, theme: Theme) -> QTextCharFormat:
    """Return a run's format in a line of some kind."""
    shape = QTextCharFormat()
    for name, value in ((BOLD, run.bold), (ITALIC, run.italic)):
        if value:
            shape.setProperty(name, True)  # noqa: FBT003 - a property's value
    if run.script is not Script.BASE:
        shape.setProperty(SCRIPT, run.script.value)
        shape.setVerticalAlignment(_SCRIPTS[run.script])
    shape.setFont(_face(run, kind))
    shape.setForeground(theme.colour("accent" if run.link else KIND_LOOKS[kind].ink))
    if run.footnote:
        shape.setObjectType(FOOTNOTE_TYPE)
        shape.setProperty(FOOTNOTE, run.footnote)
        shape.setToolTip(run.footnote)
    if run.link:
        shape.setProperty(LINK, run.link)
        shape.setToolTip(run.link)
        shape.setFontUnderline(True)
    return shape


def runs_of(text: str, shape: QTextCharFormat) -> Text:
    """Return some text in a format as runs: one, but for the anchors of footnotes, each of which is one of its own."""
    if not shape.stringProperty(FOOTNOTE):
        return (run_of(text, shape),)
    parts = (part for part in _ANCHORS.split(text) if part)
    return tuple(run_of(part, shape) for part in parts)


def run_of(text: str, shape: QTextCharFormat) -> Run:
    """Return the run of some text in a format; text typed beside the anchor of a footnote has nothing of it."""
    script = shape.stringProperty(SCRIPT)
    return Run(
        text=text,
        bold=shape.boolProperty(BOLD),
        italic=shape.boolProperty(ITALIC),
        script=Script(script) if script else Script.BASE,
        link=shape.stringProperty(LINK),
        footnote=shape.stringProperty(FOOTNOTE) if text == ANCHOR else "",
    )


def object_format(uid: str) -> QTextCharFormat:
    """Return the format of the character that stands for a figure or table."""
    shape = QTextCharFormat()
    shape.setObjectType(OBJECT_TYPE)
    shape.setProperty(OBJECT, uid)
    return shape


def _face(run: Run, kind: Kind) -> QFont:
    look = KIND_LOOKS[kind]
    face = font(look.face)
    face.setPixelSize(look.size)
    if kind is Kind.QUOTE:
        face.setFamilies(["Bulletin Kai", *families("body", platform="")])
    face.setBold(run.bold or look.bold)
    face.setItalic(run.italic)
    return face
