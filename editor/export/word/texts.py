"""Running text in Word: paragraphs, lists, lines of one kind, and their runs."""

import re
from collections.abc import Iterator
from itertools import pairwise

from editor.document.footnotes import NotedRun
from editor.export.word import markup
from editor.export.word.captions import caption_runs
from editor.export.word.elements import ListLines, OneLine, TextLines
from editor.export.word.footnotes import reference
from editor.export.word.front.places import exact
from editor.export.word.session import WordSession
from editor.export.word.styles import word_font
from editor.model.body import Run, Script, Text, plain
from editor.text.latin_marks import latin_marks

_BOLD = "<w:b/><w:bCs/>"
_LOOSE = '<w:keepNext w:val="0"/>'
# an address or a number that no renderer divides; flush lines before it would be torn apart
_LONG_WORD = re.compile("[!-~]{20}")
_FLUSH_LEFT = '<w:jc w:val="left"/>'
_KEEP, _WHOLE, _BREAK = "<w:keepNext/>", "<w:keepLines/>", "<w:pageBreakBefore/>"


def line_markup(line: OneLine, session: WordSession) -> str:
    """Return a paragraph of one line; captions have their number as a field."""
    kept = (_KEEP if line.keep else "") + (_BREAK if line.fresh else "")
    spaced = exact(session.geometry.unit, before=line.before, after=line.after) if line.before or line.after else ""
    words = caption_runs(line.text, session) if line.style == "Caption" else markup.text_run(line.text)
    return markup.paragraph(line.style, words, kept + spaced)


def text_markup(text: TextLines, session: WordSession, numbered: str = "") -> str:
    """Return a paragraph. numbered: its place in a list, as markup."""
    # the styles of headings keep them with what follows
    keep = _KEEP if text.keep else _LOOSE if text.style.startswith("Heading") else ""
    kept = keep + (_WHOLE if text.whole else "") + (_BREAK if text.fresh else "")
    bar = _bar(session) if text.style == "Quote" else ""
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{session.geometry.measure}"/></w:tabs>' if text.source else ""
    spaced = exact(text.height, before=text.before, after=text.after) if text.before or text.after else ""
    spacing = f'<w:spacing w:val="{session.geometry.tracking + text.spacing}"/>' if text.spacing else ""
    side = _FLUSH_LEFT if _LONG_WORD.search(plain(text.runs)) else ""
    words = runs(text.runs, session, spacing) + _source(text, session)
    return markup.paragraph(text.style, words, kept + numbered + bar + tab + spaced + side)


def list_markup(block: ListLines, session: WordSession) -> str:
    """Return a list; an ordered one counts from 1."""
    if block.ordered:
        session.lists.append(len(session.lists) + 2)
    number = session.lists[-1] if block.ordered else 1
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(text_markup(item, session, numbered) for item in block.items)


def runs(text: Text, session: WordSession, more: str = "") -> str:
    """Return runs with their appearance and live links. more: spacing or size, as markup."""
    marks = latin_marks(plain(text))
    at, made = 0, []
    for run in text:
        made += [_run(part, session, more, latin=latin) for part, latin in _cut(run, at, marks)]
        at += len(run.text)
    return "".join(made)


def _cut(run: Run, at: int, marks: tuple[tuple[int, int], ...]) -> Iterator[tuple[Run, bool]]:
    """Yield the parts of a run that begins at a place of its text, and whether they are marks of Latin words."""
    end = at + len(run.text)
    places = {place for span in marks for place in span if at < place < end}
    if isinstance(run, NotedRun) or not (places or any(start <= at < stop for start, stop in marks)):
        yield run, False
        return
    for first, last in pairwise((at, *sorted(places), end)):
        latin = any(start <= first < stop for start, stop in marks)
        yield _part(run, run.text[first - at : last - at]), latin


def _part(run: Run, text: str) -> Run:
    return Run(text=text, bold=run.bold, italic=run.italic, script=run.script, link=run.link)


def _run(run: Run, session: WordSession, more: str, *, latin: bool) -> str:
    if isinstance(run, NotedRun):
        return reference(run, session)
    relation = session.link(run.link)
    properties = (_BOLD if run.bold else "") + more
    if run.script is not Script.BASE:
        properties += f'<w:vertAlign w:val="{"superscript" if run.script is Script.SUPER else "subscript"}"/>'
    style = "Hyperlink" if relation else ""
    east = word_font(session.look, "lead_in") if run.bold else "楷体" if run.italic else ""
    made = markup.text_run(run.text, properties, style=style, east=east, latin=latin)
    return markup.external_link(relation, made) if relation else made


def _source(text: TextLines, session: WordSession) -> str:
    """Return the source at the right end of the text's last line, or of a line of its own."""
    if not text.source:
        return ""
    look = markup.run_of(colour=session.grey) + (f'<w:w w:val="{text.scale}"/>' if text.scale < 100 else "")
    return markup.text_run("\n\t" if text.apart else "\t") + markup.text_run(text.source, look, east="楷体")


def _bar(session: WordSession) -> str:
    """Return the bar beside a quotation."""
    em = session.geometry.advance // 20
    return f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="{em}" w:color="{session.pale}"/></w:pBdr>'
