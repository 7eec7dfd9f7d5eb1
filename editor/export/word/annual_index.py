"""年度总目录 as a Word file on the pages of its PDF: each page begins with the same line in both."""

from collections.abc import Iterator
from itertools import pairwise

from docx.document import Document as DocxDocument
from docx.oxml.parser import parse_xml

from editor.document.annual_index import AnnualIndex, IndexEntry, IndexGroup, IndexIssue, IndexPages, IndexPart
from editor.document.colours import safe_colour
from editor.document.look import LookTable
from editor.document.parts import Properties
from editor.document.substitutes import printable_text
from editor.export.word import markup
from editor.export.word.package import finished, open_reference, set_properties
from editor.export.word.styles import apply_look

# twips; the page and the type area of papers/index.typ
_PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'
_MARGINS = (
    '<w:pgMar w:top="1474" w:right="1247" w:bottom="1247" w:left="1361" w:header="850" w:footer="680" w:gutter="0"/>'
)
_MEASURE, _LABEL, _FOLIO, _LINE, _HANG = 9298, 1928, 567, 284, 210
_TITLE_PAGE, _STYLED = 3400, 8740
_INK, _GREY = "1A1A1A", "595959"
_NO_SPACE = '<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def index_word(index: AnnualIndex, pages: IndexPages, look: LookTable) -> bytes:
    """Return an index as a Word file. pages: of its PDF; the same index gives the same bytes."""
    docx = open_reference()
    accent = safe_colour(index.heading.accent or "#a4161a")
    apply_look(docx, look, accent)
    body = docx.element.body
    for old in list(body):
        body.remove(old)
    writer = _Writer(docx, index, pages, accent)
    for content in writer.content():
        for element in parse_xml(f"<w:body {markup.NAMESPACES}>{content}</w:body>"):
            body.append(element)
    heading = index.heading
    properties = Properties(
        masthead=heading.masthead,
        title=f"{heading.masthead}{index.year}{heading.name}",
        author=heading.masthead,
        language="zh-CN",
        keywords=(),
        running="",
        date=heading.made.date(),
    )
    set_properties(docx, properties)
    return finished(docx)


class _Writer:
    """Yields the file's elements in order and keeps count of lines, so that each finds its page."""

    def __init__(self, docx: DocxDocument, index: AnnualIndex, pages: IndexPages, accent: str) -> None:
        self._docx, self._index, self._pages, self._accent = docx, index, pages, accent
        # a line begins a page where its page is another than that of the line before
        self._turns = {at for at, (one, other) in enumerate(pairwise((0, *pages.entries))) if one != other}
        self._entry = self._group = 0

    def content(self) -> Iterator[str]:
        yield from self._title_page()
        yield self._section("", first=False)
        yield from self._contents()
        parts = self._index.parts
        for at, part in enumerate(parts):
            yield self._section("目次" if at == 0 else parts[at - 1].name, first=at == 0)
            yield from self._part(part)
        yield self._section(parts[-1].name if parts else "目次", first=not parts, last=True)

    def _title_page(self) -> Iterator[str]:
        heading, index = self._index.heading, self._index
        yield _centred("Title", heading.masthead, before=_TITLE_PAGE, size=52, colour=self._accent, line=800)
        yield _centred("Title", index.year, before=700, size=52, line=800, colour=_INK)
        yield _centred("Title", "　".join(heading.name), before=200, size=68, line=1000, colour=_INK)
        rule = f'<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="18" w:space="1" w:color="{self._accent}"/></w:pBdr>'
        side = (_MEASURE - 3515) // 2
        yield markup.paragraph(
            "Normal", "", f'{rule}{_spaced(line=400)}<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>'
        )
        for at, fact in enumerate(index.facts):
            yield _centred("Normal", fact, before=400 if at == 0 else 60, size=24, line=400)
        yield _centred("Normal", heading.foot, before=4200, size=18, colour=_GREY, line=300)

    def _contents(self) -> Iterator[str]:
        yield _centred("TOCHeading", "目　次", before=0, size=40, line=500, after=300, colour=_INK)
        yield markup.separator(runs=markup.field_start('TOC \\o "1-2" \\h \\z'))
        at = 0
        for part in self._index.parts:
            first = self._pages.groups[at] if part.groups else 0
            yield self._contents_line("TOC1", part.name, first, indent=0, bold=True)
            for group in part.groups:
                yield self._contents_line("TOC2", group.name, self._pages.groups[at], indent=420)
                at += 1
        yield markup.separator(runs=markup.field_end())
        for at, note in enumerate(self._index.notes):
            run = markup.text_run(printable_text(note), markup.run_of(colour=_GREY, half_points=18))
            yield markup.paragraph("Normal", run, _spaced(line=280, before=300 if at == 0 else 40) + _flush())

    def _contents_line(self, style: str, name: str, sheet: int, *, indent: int, bold: bool = False) -> str:
        run = markup.run_of(bold=bold, colour=self._accent if bold else "", half_points=23 if bold else 21)
        plain = markup.run_of(bold=False, half_points=20)
        text = (
            markup.text_run(printable_text(name), run)
            + _LEADER
            + markup.text_run(f"{sheet - 1 if sheet else ''}", plain)
        )
        space = _spaced(line=320, before=200 if bold else 20, after=60 if bold else 0)
        return markup.paragraph(style, text, f"{_UNRULED}{_tabs(_MEASURE)}{space}{_flush(indent)}")

    def _part(self, part: IndexPart) -> Iterator[str]:
        size = markup.run_of(bold=True, colour=self._accent, spacing=100, half_points=36)
        yield markup.paragraph(
            "Heading1",
            markup.text_run(printable_text(part.name), size),
            f'{_spaced(line=440)}{_flush()}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
        )
        yield _centred("Normal", part.lead, before=60, size=18, colour=_GREY, line=240)
        for group in part.groups:
            yield from self._of_group(group)

    def _of_group(self, group: IndexGroup) -> Iterator[str]:
        turn = self._entry in self._turns and self._group and not self._opens_part()
        name = markup.text_run(printable_text(group.name), markup.run_of(bold=True, colour=_INK, half_points=24))
        count = markup.text_run(f"\t{group.count}", markup.run_of(bold=False, colour=_GREY, half_points=18))
        rule = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="1A1A1A"/></w:pBdr>'
        broken = "<w:pageBreakBefore/>" if turn else ""
        above = 0 if turn else 360
        yield markup.paragraph(
            "Heading2",
            name + count,
            f"<w:keepNext/>{broken}{rule}{_tabs(_MEASURE, leader='')}{_spaced(line=320, before=above, after=50)}"
            f'{_flush()}<w:jc w:val="left"/><w:outlineLvl w:val="1"/>',
        )
        self._group += 1
        headed = True
        for issue in group.issues:
            for at, entry in enumerate(issue.entries):
                yield self._line(entry, issue if at == 0 else None, of_issue=True, headed=headed)
                headed = False
        for entry in group.entries:
            yield self._line(entry, None, of_issue=False, headed=headed)
            headed = False

    def _opens_part(self) -> bool:
        """Return whether the next group is the first of its part, which begins a page by itself."""
        at = 0
        for part in self._index.parts:
            if at == self._group:
                return True
            at += len(part.groups)
        return False

    def _line(self, entry: IndexEntry, issue: IndexIssue | None, *, of_issue: bool, headed: bool) -> str:
        turn = self._entry in self._turns and not headed
        self._entry += 1
        left = _LABEL if of_issue else 0
        label = ""
        if issue:
            label = markup.text_run(issue.name, markup.run_of(bold=True, colour=self._accent, half_points=18))
            label += markup.text_run(f" {issue.aside}", markup.run_of(colour=_GREY, half_points=17))
        words = markup.text_run(printable_text(entry.title), markup.run_of(half_points=21))
        if entry.source:
            source = markup.run_of(colour=_GREY, half_points=18)
            words += markup.text_run(f"　{printable_text(entry.source)}", source, east="楷体")
        words += _LEADER + markup.text_run(
            entry.folio if of_issue else f"{entry.number}\t{entry.folio}", markup.run_of(half_points=20)
        )
        stops = (_MEASURE,) if of_issue else (_MEASURE - _FOLIO, _MEASURE)
        hang = left + _HANG if not of_issue else left
        first = f'w:hanging="{hang}"' if hang else 'w:firstLine="0"'
        properties = (
            f"<w:keepLines/>{'<w:pageBreakBefore/>' if turn else ''}{_tabs(*stops, start=left)}"
            f"{_spaced(line=_LINE, before=30 if issue and not turn else 0)}"
            f'<w:ind w:left="{hang}" w:right="0" {first}/><w:jc w:val="left"/>'
        )
        content = f"{label}{markup.text_run(chr(9)) if of_issue else ''}{words}"
        return markup.paragraph("TableText", content, properties)

    def _section(self, name: str, *, first: bool, last: bool = False) -> str:
        """Return what ends a section: running head by name, folio; the title page, without a name, has neither."""
        references = f"{self._header(name)}{self._footer()}" if name else f"{self._header('')}{self._footer(bare=True)}"
        start = '<w:pgNumType w:start="1"/>' if first else ""
        kind = '<w:type w:val="nextPage"/>'
        inside = f"<w:sectPr>{references}{kind}{_PAGE}{_MARGINS}{start}</w:sectPr>"
        return inside if last else markup.separator(inside)

    def _header(self, name: str) -> str:
        if not name:
            return self._reference("header", markup.paragraph("Header", ""))
        index = self._index
        grey = markup.run_of(bold=False, colour=_GREY, half_points=17)
        text = f"{index.heading.masthead}{index.year}{index.heading.name}\t{name}"
        rule = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="BDBDBD"/></w:pBdr>'
        run = markup.text_run(printable_text(text), grey)
        return self._reference(
            "header", markup.paragraph("Header", run, f"{rule}{_tabs(_MEASURE, leader='')}{_flush()}{_LEFT}")
        )

    def _footer(self, *, bare: bool = False) -> str:
        grey = markup.run_of(bold=False, colour=_GREY, half_points=19)
        page = (
            markup.text_run("— ", grey) + markup.field("PAGE", markup.text_run("1", grey)) + markup.text_run(" —", grey)
        )
        inside = markup.paragraph("Footer", "" if bare else page, f'{_flush()}<w:jc w:val="center"/>')
        return self._reference("footer", inside)

    def _reference(self, part: str, content: str) -> str:
        story = self._docx.part
        made, relation = story.add_header_part() if part == "header" else story.add_footer_part()
        for old in list(made.element):
            made.element.remove(old)
        for new in parse_xml(f"<w:body {markup.NAMESPACES}>{content}</w:body>"):
            made.element.append(new)
        return f'<w:{part}Reference w:type="default" r:id="{relation}"/>'


_LEFT = '<w:jc w:val="left"/>'
_LEADER = markup.text_run("\t", markup.run_of(colour=_GREY, half_points=14))
_UNRULED = '<w:pBdr><w:top w:val="nil"/><w:between w:val="nil"/></w:pBdr>'


def _centred(  # noqa: PLR0913
    style: str, text: str, *, before: int, size: int, line: int, colour: str = "", after: int = 0
) -> str:
    run = markup.text_run(printable_text(text), markup.run_of(colour=colour, half_points=size))
    space = _spaced(line=line, before=before, after=after)
    return markup.paragraph(style, run, f'{space}{_flush()}<w:jc w:val="center"/>')


def _spaced(*, line: int, before: int = 0, after: int = 0) -> str:
    return _NO_SPACE.format(before=before, after=after, line=line)


def _flush(left: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="0" w:firstLineChars="0" w:firstLine="0"/>'


def _tabs(*stops: int, leader: str = "dot", start: int = 0) -> str:
    """Return tab stops. start: of the text behind a label, 0 for none; leader: of the first of the others."""
    begin = f'<w:tab w:val="left" w:pos="{start}"/>' if start else ""
    # the styles of heads and contents have one of their own
    begin += f'<w:tab w:val="clear" w:pos="{_STYLED}"/>'
    made = "".join(
        f'<w:tab w:val="right"{f" w:leader={chr(34)}{leader}{chr(34)}" if leader and at == 0 else ""} w:pos="{stop}"/>'
        for at, stop in enumerate(stops)
    )
    return f"<w:tabs>{begin}{made}</w:tabs>"
