"""The contents: a field that Word can update, filled already, set as the PDF's contents are."""

from editor.document.parts import ContentsPage, SectionPart
from editor.export.word import markup
from editor.export.word.front.contents_looks import first_gap, group_markup, heading_runs
from editor.export.word.front.heads import PageHead, dated_head
from editor.export.word.front.places import WordSection, front_margins, points
from editor.export.word.session import WordSession

_HEAD_GAP = 160


def contents_piece(
    page: ContentsPage, sections: tuple[SectionPart, ...], session: WordSession, *, titled: bool
) -> WordSection:
    """Return the contents as a Word section. titled: collected from TC fields, where titles differ from headings."""
    size = points(session.look, "type.opener")
    runs = heading_runs(page.heading, session)
    head = PageHead(style="TOCHeading", runs=runs, size=size, gap=_HEAD_GAP, after=first_gap(session))
    instruction = 'TOC \\f C \\l "1-2" \\n "1-1" \\h \\z' if titled else 'TOC \\o "1-2" \\n "1-1" \\h \\z \\u'
    rows = [row for place, group in enumerate(page.groups) for row in group_markup(page, place, sections, session)]
    field = "".join(
        markup.paragraph(row.style, (markup.field_start(instruction) if at == 0 else "") + row.runs, row.properties)
        for at, row in enumerate(rows)
    )
    content = dated_head(head, page.issue_line, session) + field
    return WordSection(content, "", front_margins(session.look, session.geometry), closing=markup.field_end())
