"""The head of a page: its heading with the date at the right, over 文武线, or the heading alone below it."""

from typing import NamedTuple

from editor.export.word import markup
from editor.export.word.front.display import date_run, double_rule, rules_height
from editor.export.word.front.places import exact, head_line
from editor.export.word.session import WordSession


class PageHead(NamedTuple):
    """A page's heading. size: of its type; gap: to the rules; after: from the rules to what follows; twips."""

    style: str
    runs: str
    size: int
    gap: int
    after: int


def dated_head(head: PageHead, dates: tuple[str, ...], session: WordSession, properties: str = "") -> str:
    """Return the head of a page with its date. properties: of the paragraph, before its borders."""
    line, space = head_line(session.look, head.size, head.gap, rules_height(session.look))
    rule = double_rule(session.look, session.accent, space=space)
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{session.geometry.measure}"/></w:tabs>'
    content = head.runs + markup.text_run("\t") + date_run(dates, session)
    return markup.paragraph(head.style, content, properties + rule + stop + exact(line, after=head.after))
