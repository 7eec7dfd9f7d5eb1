"""The contents: a field that Word can update, filled already, set as the PDF's contents are."""

from editor.document.parts import ContentsPage, SectionPart
from editor.export.word import markup
from editor.export.word.front.contents_leaders import leaders_gap, led_markup
from editor.export.word.front.contents_pages import Room
from editor.export.word.front.contents_tiles import tiles_gap, tiles_markup
from editor.export.word.front.heads import PageHead, dated_head, head_going_on, head_height
from editor.export.word.front.places import WordSection, front_foot, front_margins, points
from editor.export.word.geometry import SEPARATOR
from editor.export.word.session import WordSession

_HEAD_GAP, _TRACKING = 160, 0.08


def contents_piece(page: ContentsPage, sections: tuple[SectionPart, ...], session: WordSession) -> WordSection:
    """Return the contents as a Word section, collected from TC fields: their titles differ from the headings.

    The field begins and ends in paragraphs of its own, since it may hold tables. Word updates its folios alone where it
    is asked for page numbers, and else makes a list of it in the styles toc 1 and toc 2.
    """
    size = points(session.look, "type.opener")
    tiled = session.look.text("style.contents") == "tiles"
    runs = markup.text_run(page.heading, markup.run_of(spacing=round(size * _TRACKING)))
    after = tiles_gap(session) if tiled else leaders_gap(session)
    head = PageHead(style="TOCHeading", runs=runs, size=size, gap=_HEAD_GAP, after=after)
    begin = markup.separator(runs=markup.field_start('TOC \\f C \\l "1-2" \\n "1-1" \\h \\z'))
    room = _room(head, session)
    groups = (tiles_markup if tiled else led_markup)(page, sections, session, room)
    content = dated_head(head, page.issue_line, session) + begin + groups
    margins = front_margins(session.look, session.geometry)
    going_on = head_going_on(page.heading, page.issue_line, session)
    return WordSection(content, "", margins, closing=markup.field_end(), going_on=going_on)


def _room(head: PageHead, session: WordSession) -> Room:
    """Return the height of the contents' pages, as in the PDF."""
    whole = front_foot(session.look, session.geometry) - session.geometry.top
    return Room(whole - head_height(head, session) - head.after - SEPARATOR, whole)
