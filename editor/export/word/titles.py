"""Names of sections and titles of articles in Word, with the entries that Word's contents are made from."""

from editor.document.look_settings import COLOUR
from editor.export.word import markup
from editor.export.word.elements import ArticleTitle, Opener
from editor.export.word.front.display import display_runs, double_rule, flanked, rules_height
from editor.export.word.front.places import exact, points
from editor.export.word.geometry import TWIPS_PER_POINT
from editor.export.word.session import WordSession
from editor.export.word.squares import drawn_squares

_TRACKING = 0.08
_RULE_GAP = 140  # between 文武线 and a section's name
_NAME_LOWER = 160  # what its type stands lower in the PDF than in Word's line below that gap
_BAR = (600, 60)
_BAR_SINKS = 5  # half-points
_CENTRED = '<w:jc w:val="left"/>'


def opener_markup(opener: Opener, session: WordSession) -> str:
    """Return a section's name: under 文武线 with its place among the sections, or in the middle of a rule."""
    section = opener.section
    colour = section.colour[1:].upper() if COLOUR.fullmatch(section.colour) else session.accent
    if session.look.text("style.opener") == "plain":
        size = points(session.look, "type.section")
        tabs, words = flanked(section.name, size, session, colour)
        return _named(opener, f"{tabs}{exact(opener.line, after=opener.after)}{_CENTRED}", words, session)
    size, sink = points(session.look, "type.opener"), session.geometry.title_sink
    # what stands above the words in the PDF stands above them here too
    lower = min(_NAME_LOWER, max(0, opener.after - sink))
    rule = double_rule(session.look, colour, space=(_RULE_GAP + lower) // TWIPS_PER_POINT, side="top")
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{session.geometry.measure}"/></w:tabs>'
    above = rules_height(session.look) + _RULE_GAP
    line = exact(opener.line - above, before=sink, after=opener.after - sink - lower)
    name = markup.text_run(section.name, markup.run_of(colour=colour, spacing=round(size * _TRACKING)))
    marks = markup.text_run("\t") + drawn_squares(section.index, section.count, colour, session)
    return _named(opener, f"{rule}{tab}{line}", name + marks, session)


def _named(opener: Opener, properties: str, words: str, session: WordSession) -> str:
    name, number = session.bookmark(opener.section.anchor)
    content = _contents_field(opener.section.name, 1) + words
    return markup.paragraph("Heading1", markup.bookmark(name, number, content), properties)


def title_markup(title: ArticleTitle, session: WordSession) -> str:
    """Return an article's title, below a bar in the accent where the look has it."""
    article, size = title.article, session.geometry.title_size * 10
    name, number = session.bookmark(article.anchor)
    lines = (display_runs(line, size, spacing=title.spacing) for line in article.lines)
    words = markup.text_run("\n").join(lines)
    bar = _bar(session, session.geometry.title_line - title.line) + markup.text_run("\n") if title.bar else ""
    content = bar + markup.bookmark(name, number, _contents_field(article.contents_title, 2) + words)
    properties = ("<w:pageBreakBefore/>" if title.fresh else "") + exact(
        title.line, before=title.before, after=title.after
    )
    return markup.paragraph("Heading2", content, properties)


def _bar(session: WordSession, lower: int) -> str:
    """Return the bar over a title: a picture in a line of its own, which no renderer moves away from its words.

    lower: what the lines of this title are lower than others.
    """
    number = session.next_drawing()
    image = session.image(session.plain_picture(session.accent))
    drawn = markup.picture(image, number, _BAR, name=f"题线 {number}", alt="题线")
    return drawn.replace("<w:r>", f'<w:r><w:rPr><w:position w:val="{lower // 10 - _BAR_SINKS}"/></w:rPr>', 1)


def _contents_field(text: str, level: int) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return markup.hidden_field(f'TC "{quoted}" \\f C \\l {level}')
