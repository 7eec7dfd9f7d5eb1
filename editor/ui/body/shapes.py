"""How a block and a run look in the body, and the properties by which they are read back.

Looks follow from the properties: bold in a heading is the heading's, bold of a run is its own.
"""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from editor.model.body import Run, Script
from editor.ui.theme.fonts import families, font, line_height
from editor.ui.theme.tokens import Theme

EM = 16
_USER = QTextFormat.Property.UserProperty.value
KIND, UID, EMPTY = _USER + 1, _USER + 2, _USER + 3
BOLD, ITALIC, SCRIPT, LINK, OBJECT = _USER + 11, _USER + 12, _USER + 13, _USER + 14, _USER + 15
OBJECT_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT_CHARACTER = "\ufffc"

_SCRIPTS = {
    Script.BASE: QTextCharFormat.VerticalAlignment.AlignNormal,
    Script.SUPER: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    Script.SUB: QTextCharFormat.VerticalAlignment.AlignSubScript,
}


class Kind(StrEnum):
    """What a line of the body is. An OBJECT line holds a figure or a table and nothing else."""

    PARAGRAPH = "paragraph"
    HEADING1 = "heading1"
    HEADING2 = "heading2"
    HEADING3 = "heading3"
    QUOTE = "quote"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    OBJECT = "object"


HEADINGS = (Kind.HEADING1, Kind.HEADING2, Kind.HEADING3)
LISTS = (Kind.BULLETS, Kind.NUMBERS)
_HEADING_PX = {Kind.HEADING1: 18, Kind.HEADING2: 16, Kind.HEADING3: 16}
_INDENTS = {Kind.PARAGRAPH: (0, 2 * EM), Kind.QUOTE: (2 * EM, 0), Kind.BULLETS: (3 * EM, 0), Kind.NUMBERS: (3 * EM, 0)}


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
    left, indent = _INDENTS.get(kind, (0, 0))
    shape.setLeftMargin(left)
    shape.setTextIndent(indent)
    shape.setTopMargin(12 if kind in HEADINGS else 4 if kind is Kind.OBJECT else 0)
    shape.setBottomMargin(6)
    if kind is not Kind.OBJECT:
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
    shape.setForeground(theme.colour("accent" if run.link else "text"))
    if run.link:
        shape.setProperty(LINK, run.link)
        shape.setToolTip(run.link)
        shape.setFontUnderline(True)
    return shape


def run_of(text: str, shape: QTextCharFormat) -> Run:
    """Return the run of some text in a format."""
    script = shape.stringProperty(SCRIPT)
    return Run(
        text=text,
        bold=shape.boolProperty(BOLD),
        italic=shape.boolProperty(ITALIC),
        script=Script(script) if script else Script.BASE,
        link=shape.stringProperty(LINK),
    )


def object_format(uid: str) -> QTextCharFormat:
    """Return the format of the character that stands for a figure or table."""
    shape = QTextCharFormat()
    shape.setObjectType(OBJECT_TYPE)
    shape.setProperty(OBJECT, uid)
    return shape


def _face(run: Run, kind: Kind) -> QFont:
    face = font("body")
    face.setPixelSize(_HEADING_PX.get(kind, EM))
    if kind is Kind.QUOTE:
        face.setFamilies(["Bulletin Kai", *families("body", platform="")])
    face.setBold(run.bold or kind in HEADINGS)
    face.setItalic(run.italic)
    return face
