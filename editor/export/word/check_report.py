"""检查报告 as a Word file, in the look of the publication: facts, then a table of findings an article."""

from collections.abc import Iterable, Iterator

from docx.oxml.parser import parse_xml

from editor.document.colours import safe_colour
from editor.document.look import LookTable
from editor.document.papers import CheckReport, QuotedPart, ReportedFinding, ReportGroup
from editor.document.parts import Properties
from editor.document.substitutes import printable_text
from editor.export.word import markup
from editor.export.word.package import finished, open_reference, set_properties
from editor.export.word.styles import apply_look

_HEADS = ("级别", "位置", "问题", "处理")
# twips, together the type area of the reference page
_WIDTHS = (800, 1500, 4600, 1900)
_PAD = 60
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOLD, _MEANT = "<w:b/>", '<w:b/><w:u w:val="single"/>'


def report_word(report: CheckReport, look: LookTable) -> bytes:
    """Return a report as a Word file; the same report gives the same bytes."""
    docx = open_reference()
    accent = safe_colour(report.heading.accent or look.text("colour.accent"))
    apply_look(docx, look, accent)
    body = docx.element.body
    end = body[-1]
    for old in list(body)[:-1]:
        body.remove(old)
    for content in _content(report):
        for element in parse_xml(f'<w:body xmlns:w="{_SPACE}">{content}</w:body>'):
            end.addprevious(element)
    heading = report.heading
    title = " ".join((heading.masthead, *heading.line, heading.name))
    properties = Properties(
        masthead=heading.masthead,
        title=title,
        author=heading.masthead,
        language="zh-CN",
        keywords=(),
        running="",
        date=heading.made.date(),
    )
    set_properties(docx, properties)
    return finished(docx)


def _content(report: CheckReport) -> Iterator[str]:
    heading = report.heading
    yield _paragraph("Heading1", f"{heading.masthead}{heading.name}")
    yield _paragraph("Subtitle", "　".join((*heading.line, heading.aside)))
    for fact in report.facts:
        yield markup.paragraph("TableText", _run(f"{fact.label}　", _BOLD) + _run(fact.text))
    if not report.sections:
        yield _paragraph("TableText", report.empty)
    for section in report.sections:
        yield _paragraph("Heading2", section.name)
        for group in section.groups:
            yield _paragraph("Heading4", _named(group))
            yield _table(group)
    yield markup.separator()
    if report.off:
        yield _paragraph("Note", f"没有用的规则（{len(report.off)} 条）：{'、'.join(report.off)}。")
    yield _paragraph("Note", report.counting)
    yield _paragraph("Note", heading.foot)


def _named(group: ReportGroup) -> str:
    page = f"第{group.page}页　" if group.page else ""
    return f"{page}{group.title}" + (f"（{group.count}）" if group.count else "")


def _table(group: ReportGroup) -> str:
    heads = (_paragraph("TableHead", word) for word in _HEADS)
    rows = [markup.row(0, _row(heads), head=True), *(markup.row(0, _row(_cells(one))) for one in group.findings)]
    return markup.table(_WIDTHS, rows, style="BulletinTable")


def _row(contents: Iterable[str]) -> Iterator[str]:
    for content, width in zip(contents, _WIDTHS, strict=True):
        yield markup.cell(width, content, align="top", pad=_PAD)


def _cells(one: ReportedFinding) -> tuple[str, ...]:
    lines = [markup.paragraph("TableText", _run(one.message, _BOLD))]
    lines += [markup.paragraph("TableText", "".join(map(_quoted, one.quote)))] if one.quote else []
    lines += [_paragraph("TableText", one.detail)] if one.detail else []
    lines += [_paragraph("TableText", f"改为：{one.becomes}")] if one.becomes else []
    lines += [_paragraph("TableText", f"依据：{one.why}")] if one.why else []
    level, place, state = (_paragraph("TableText", text) for text in (one.level, one.place, one.state))
    return level, place, "".join(lines), state


def _quoted(part: QuotedPart) -> str:
    return _run(part.text, _MEANT if part.meant else "")


def _paragraph(style: str, text: str) -> str:
    return markup.paragraph(style, _run(text))


def _run(text: str, properties: str = "") -> str:
    return markup.text_run(printable_text(text), properties)
