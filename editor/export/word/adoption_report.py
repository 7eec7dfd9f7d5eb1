"""采用通报 as a Word file: the ranking, points by month and the pieces, as tables."""

from collections.abc import Iterable, Iterator, Sequence

from docx.oxml.parser import parse_xml

from editor.document.adoption_report import AdoptionReport, PieceLine, UnitLine
from editor.document.colours import safe_colour
from editor.document.look import LookTable
from editor.document.parts import Properties
from editor.document.substitutes import printable_text
from editor.export.word import markup
from editor.export.word.package import finished, open_reference, set_properties
from editor.export.word.styles import apply_look

_HEADS = ("名次", "单位", "来稿", "采用", "头条", "采用率", "积分")
# twips, together the type area of the reference page
_WIDTHS = (700, 3300, 900, 900, 900, 1100, 1000)
_PIECES = (1700, 4500, 1400, 600, 600)
_WHOLE, _UNIT, _SUM = 8800, 2000, 700
_PAD, _NARROW = 60, 20
_BOLD = "<w:b/>"
_RIGHT = '<w:jc w:val="right"/>'


def adoption_word(report: AdoptionReport, look: LookTable) -> bytes:
    """Return the report as a Word file; the same report gives the same bytes."""
    docx = open_reference()
    apply_look(docx, look, safe_colour(report.heading.accent or "#a4161a"))
    body = docx.element.body
    end = body[-1]
    for old in list(body)[:-1]:
        body.remove(old)
    for content in _content(report):
        for element in parse_xml(f"<w:body {markup.NAMESPACES}>{content}</w:body>"):
            end.addprevious(element)
    heading = report.heading
    properties = Properties(
        masthead=heading.masthead,
        title=" ".join((heading.masthead, *heading.line, heading.name)),
        author=heading.masthead,
        language="zh-CN",
        keywords=(),
        running="",
        date=heading.made.date(),
    )
    set_properties(docx, properties)
    return finished(docx)


def _content(report: AdoptionReport) -> Iterator[str]:
    heading = report.heading
    yield _paragraph("Heading1", f"{heading.masthead}{heading.name}")
    yield _paragraph("Subtitle", "　".join((*heading.line, heading.aside)))
    if not report.units:
        yield _paragraph("TableText", report.empty)
    else:
        yield _paragraph("BodyText", report.lead)
        yield _paragraph("Heading3", "来稿和采用")
        every = (*report.units, *filter(None, (report.total,)))
        yield _table(_HEADS, _WIDTHS, map(_cells, every), left={1})
        if len(report.months) > 1:
            yield _paragraph("Heading3", "各月积分")
            each = (_WHOLE - _UNIT - _SUM) // len(report.months)
            widths = (_UNIT, *(each for _ in report.months), _SUM)
            rows = ((one.unit, *one.months, one.points) for one in every)
            yield _table(("单位", *report.months, "合计"), widths, rows, left={0}, pad=_NARROW)
        if report.pieces:
            yield _paragraph("Heading3", "采用篇目")
        for one in report.pieces:
            yield _paragraph("Heading4", f"{one.unit}（{one.count}）")
            yield _table(("期", "标题", "栏目", "", "积分"), _PIECES, map(_piece, one.pieces), left={0, 1, 2, 3})
    yield markup.separator()
    for rule in (*report.rules, heading.foot):
        yield _paragraph("Note", rule)


def _cells(one: UnitLine) -> tuple[str, ...]:
    return one.rank, one.unit, one.received, one.adopted, one.headlines, one.rate, one.points


def _piece(one: PieceLine) -> tuple[str, ...]:
    return one.issue, one.title, one.section, one.mark, one.points


def _table(
    heads: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]], *, left: set[int], pad: int = _PAD
) -> str:
    """Return a table. left: the columns that are not of numbers."""

    def row(style: str, texts: Sequence[str], *, head: bool = False) -> str:
        cells = (
            markup.cell(
                width, markup.paragraph(style, _run(text), "" if at in left else _RIGHT), align="center", pad=pad
            )
            for at, (text, width) in enumerate(zip(texts, widths, strict=True))
        )
        return markup.row(0, cells, head=head)

    made = [row("TableHead", heads, head=True), *(row("TableText", one) for one in rows)]
    return markup.table(tuple(widths), made, style="BulletinTable")


def _paragraph(style: str, text: str) -> str:
    return markup.paragraph(style, _run(text))


def _run(text: str, properties: str = "") -> str:
    return markup.text_run(printable_text(text), properties)
