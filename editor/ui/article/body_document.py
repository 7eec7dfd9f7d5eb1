"""Blocks of a body as a text document: what the editor reads, in the face of the page."""

from collections.abc import Mapping
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextTableFormat,
)

from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Run, Script, Table, Text, text_of
from editor.ui.theme.fonts import families, font, line_height
from editor.ui.theme.tokens import Theme

_EM = 16
_HEADING_PX = {1: 18, 2: 16, 3: 16}
_SCRIPTS = {
    Script.BASE: QTextCharFormat.VerticalAlignment.AlignNormal,
    Script.SUPER: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    Script.SUB: QTextCharFormat.VerticalAlignment.AlignSubScript,
}


def fill_document(
    document: QTextDocument, blocks: tuple[Block, ...], pictures: Mapping[str, bytes], theme: Theme, *, measure: int
) -> None:
    """Show blocks in a document in place of what it holds. measure: width of the text in px."""
    document.clear()
    document.setDefaultFont(font("body"))
    document.setDocumentMargin(0)
    _Writer(document, pictures, theme, measure).write(blocks)


class _Writer:
    def __init__(self, document: QTextDocument, pictures: Mapping[str, bytes], theme: Theme, measure: int) -> None:
        self._document, self._pictures, self._theme, self._measure = document, pictures, theme, measure
        self._cursor = QTextCursor(document)
        self._fresh = True

    def write(self, blocks: tuple[Block, ...]) -> None:
        self._cursor.beginEditBlock()
        for block in blocks:
            self._block(block)
        self._cursor.endEditBlock()

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._line(block.runs, self._format(indent=2 * _EM))
            case Heading():
                self._line(block.runs, self._format(above=12), bold=True, px=_HEADING_PX[block.level])
            case Quote():
                self._line(block.runs, self._format(left=2 * _EM), face="kai")
            case ItemList():
                for number, item in enumerate(block.items, 1):
                    mark = f"{number}. " if block.ordered else "• "
                    self._line((*text_of(mark), *item), self._format(left=2 * _EM, indent=-_EM))
            case Figure():
                self._figure(block)
            case Table():
                self._table(block)
            case _:
                assert_never(block)

    def _line(self, runs: Text, shape: QTextBlockFormat, *, bold: bool = False, px: int = _EM, face: str = "") -> None:
        if self._fresh:
            self._cursor.setBlockFormat(shape)
        else:
            self._cursor.insertBlock(shape)
        self._fresh = False
        for run in runs:
            self._cursor.insertText(run.text, self._characters(run, bold=bold, px=px, face=face))

    def _format(self, *, indent: int = 0, left: int = 0, above: int = 0, centred: bool = False) -> QTextBlockFormat:
        shape = QTextBlockFormat()
        shape.setTextIndent(indent)
        shape.setLeftMargin(left)
        shape.setTopMargin(above)
        shape.setBottomMargin(6)
        shape.setLineHeight(line_height("body"), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        return shape

    def _characters(self, run: Run, *, bold: bool, px: int, face: str) -> QTextCharFormat:
        shape = QTextCharFormat()
        own = font("body")
        own.setPixelSize(px)
        if face == "kai":
            own.setFamilies(["Bulletin Kai", *families("body", platform="")])
        own.setBold(bold or run.bold)
        own.setItalic(run.italic)
        shape.setFont(own)
        shape.setForeground(self._theme.colour("accent" if run.link else "text"))
        shape.setVerticalAlignment(_SCRIPTS[run.script])
        if run.link:
            shape.setAnchor(True)
            shape.setAnchorHref(run.link)
            shape.setToolTip(run.link)
        return shape

    def _figure(self, block: Figure) -> None:
        data = self._pictures.get(block.picture.sha256) if block.picture else None
        image = QImage.fromData(data) if data else QImage()
        if image.isNull():
            self._note("〔图片缺失：版面上留有位置〕", "warn")
        else:
            self._line((), self._format(above=8, centred=True))
            shape = QTextImageFormat()
            width = self._measure * block.width // 1000
            name = f"picture:{block.uid}"
            shown = image.scaledToWidth(min(width * 2, image.width()), Qt.TransformationMode.SmoothTransformation)
            self._document.addResource(QTextDocument.ResourceType.ImageResource.value, name, shown)
            shape.setName(name)
            shape.setWidth(width)
            self._cursor.insertImage(shape)
        for text in (block.caption, f"来源：{block.source}" if block.source else ""):
            if text:
                self._note(text, "text2")

    def _note(self, text: str, ink: str) -> None:
        self._line((), self._format(centred=True))
        shape = QTextCharFormat()
        shape.setFont(font("small"))
        shape.setForeground(self._theme.colour(ink))
        self._cursor.insertText(text, shape)

    def _table(self, block: Table) -> None:
        if block.caption:
            self._note(block.caption, "text2")
        self._line((), self._format())
        shape = QTextTableFormat()
        shape.setCellPadding(6)
        shape.setCellSpacing(0)
        shape.setBorder(1)
        shape.setBorderBrush(self._theme.colour("line.strong"))
        shape.setBorderCollapse(True)
        shape.setHeaderRowCount(1)
        rows = (block.head, *block.rows)
        table = self._cursor.insertTable(len(rows), len(block.head), shape)
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                inside = table.cellAt(place, column).firstCursorPosition()
                for run in cell:
                    inside.insertText(run.text, self._cell(run, bold=place == 0))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if block.note:
            self._note(block.note, "text2")

    def _cell(self, run: Run, *, bold: bool) -> QTextCharFormat:
        shape = self._characters(run, bold=bold, px=13, face="")
        if bold:
            shape.setFontWeight(QFont.Weight.Bold)
        return shape
