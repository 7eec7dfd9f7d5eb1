"""Questions about single paragraphs of a Word file."""

from itertools import pairwise

from editor.intake.word.lines import Line, Role
from editor.intake.word.markup import qn
from editor.intake.word.package import Element
from editor.intake.word.pieces import Pieces
from editor.intake.word.session import Session
from editor.intake.word.styles import Style
from editor.model.body import Run, Text, plain
from editor.text.characters import join
from editor.text.sanitise import sanitise


def role_of(style: Style) -> Role:
    """Return what the style of a paragraph says it is."""
    found = (
        (style.is_title, Role.TITLE),
        (style.is_subtitle, Role.SUBTITLE),
        (style.is_quote, Role.QUOTE),
        (style.is_caption, Role.CAPTION),
        (style.is_table_head, Role.TABLE_HEAD),
        (style.is_note, Role.NOTE),
    )
    return next((role for fits, role in found if fits), Role.TEXT)


def is_contents(inline: Pieces, runs: Text) -> bool:
    """Return whether a line inside a table of contents is one of its lines: it ends with a folio."""
    return inline.in_contents and plain(runs).rstrip()[-1:].isdecimal()


def joined_words(lines: list[str]) -> str:
    """Return lines as one, with a blank between Latin words."""
    words = [" ".join(line.split()) for line in lines if line.strip()]
    made = words[0] if words else ""
    for _, after in pairwise(words):
        made = join(made, after)
    return made


def plain_lines(parent: Element, session: Session) -> list[Line]:
    """Return the bare text of what is nested too deep."""
    text = sanitise("".join(parent.itertext(qn("w:t")))).strip()
    return [Line(runs=(Run(text=text),), uid=session.uid(parent))] if text else []
