"""The page beside the form, set anew at every change, with its margins drawn."""

import functools
from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.document.look import LookTable, look_table
from editor.document.look_settings import Margins, margins_of
from editor.model.issue import Issue
from editor.model.language import mark_tr, tr, tr_marked
from editor.model.page_facts import PageFacts
from editor.pages.reports import PagesSet
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import bar_frame, hairline, label
from editor.ui.pages.view import PagesView
from editor.ui.pages.words import sheet_name
from editor.ui.theme.apply import set_style
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme, load_theme

_CHIP_WIDTH, _CHIP_HEIGHT = 30, 18


class PreviewPart(Enum):
    """A part of an issue that a category is about."""

    COVER = mark_tr("封面")
    CREDITS = mark_tr("版权页")
    CONTENTS = mark_tr("目录")
    BODY = mark_tr("正文")
    BACK = mark_tr("封底")


_SEGMENTS = tuple((part, tr_marked(part.value)) for part in PreviewPart if part is not PreviewPart.CREDITS)


class LivePages(QWidget):
    """Shows the pages of what is being set. wanted: sheets in view and their resolution."""

    wanted = Signal(tuple, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, ground="sunken")
        self.parts, self._place = Segments(tr("样页"), _SEGMENTS), CutLabel(ink="text2", end=True)
        self.view = MarginView()
        self._part, self._reason = PreviewPart.COVER, ""
        self._issue: Issue | None = None
        bar = QWidget()
        row = bar_frame(bar)
        row.addWidget(label(tr("样页"), role="strong"))
        row.addSpacing(6)
        row.addWidget(self._place, 1)
        row.addWidget(self.parts)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        for part in (bar, hairline()):
            stack.addWidget(part)
        stack.addWidget(self.view, 1)
        self.parts.chosen.connect(lambda part: self.go_to(PreviewPart(part)))
        self.view.wanted.connect(self.wanted)
        self.view.sheet_changed.connect(self._on_sheet_changed)
        self._on_sheet_changed(0)

    def show_issue(self, issue: Issue) -> None:
        """Say what is being set: its margins are drawn, and its parts are gone to."""
        self._issue = issue
        self.view.show_look(look_table(issue.look))

    def show_pages(self, report: PagesSet) -> None:
        """Show an edition; the first one at the part that was gone to."""
        first = self.view.facts is None
        self._reason = ""
        self.view.switch.show_pages(report)
        self._on_sheet_changed(self.view.sheet)
        if first:
            self.go_to(self._part)

    def say_failure(self, reason: str) -> None:
        """Say why there are no new pages."""
        self._reason = reason
        self._on_sheet_changed(self.view.sheet)

    def go_to(self, part: PreviewPart) -> None:
        """Bring a part of the issue into view."""
        self._part = part
        self.parts.show_key(part)
        facts = self.view.facts
        if facts and self._issue:
            self.view.navigator.go_to_sheet(sheet_of(part, self._issue, facts))

    def _on_sheet_changed(self, sheet: int) -> None:
        facts = self.view.facts
        words = tr("正在排版…")
        if facts and sheet:
            words = tr("{name}，改动即时可见", name=self._name(facts, sheet))
        self._place.show_text(self._reason or words)
        set_style(self._place, ink="error" if self._reason else "text2")

    def _name(self, facts: PageFacts, sheet: int) -> str:
        folio, issue = facts.folio_of(sheet), self._issue
        if folio:
            return tr("第 {folio:02} 页", folio=folio)
        named = (tr_marked(part.value) for part in PreviewPart if issue and sheet_of(part, issue, facts) == sheet)
        return next(named, sheet_name(facts, sheet))


def sheet_of(part: PreviewPart, issue: Issue, facts: PageFacts) -> int:
    """Return the sheet on which a part begins, from 1; for one that the issue lacks the nearest."""
    credits_page = bool(issue.credits or issue.contacts or issue.profile.notice)
    sheets = {
        PreviewPart.COVER: 1,
        PreviewPart.CREDITS: 2,
        PreviewPart.CONTENTS: 3 if credits_page else 2,
        PreviewPart.BODY: facts.front + 1,
        PreviewPart.BACK: facts.sheets,
    }
    return min(sheets[part], facts.sheets)


class MarginView(PagesView):
    """Pages with the margins of those that hold text; the marks on paper are light in every theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("样页"))
        self._table: LookTable | None = None

    def show_look(self, table: LookTable) -> None:
        """Draw the margins of a look."""
        self._table = table
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        facts = self.facts
        if self._table is None or facts is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margins, scale = margins_of(self._table), self._table.count("page.width")
        for sheet in range(facts.front + 1, facts.sheets + 1):
            page = self.position.rect_of(sheet)
            if facts.folio_of(sheet) and page.toRect().intersects(event.rect()):
                _draw_margins(painter, page, margins, page.width() / scale)
        painter.end()


@functools.cache
def _paper() -> Theme:
    return load_theme("light")


def _draw_margins(painter: QPainter, page: QRectF, margins: Margins, scale: float) -> None:
    """Draw the type area and the margins' widths in mm. scale: px a µm."""
    area = page.adjusted(margins.left * scale, margins.top * scale, -margins.right * scale, -margins.bottom * scale)
    edge = QColor(_paper().colour("accent"))
    edge.setAlpha(128)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    middle = area.center()
    chips = (
        (margins.top, middle.x(), (page.top() + area.top()) / 2),
        # beside the folio, which may stand in the middle
        (margins.bottom, middle.x() + 32, (page.bottom() + area.bottom()) / 2),
        (margins.left, (page.left() + area.left()) / 2, middle.y()),
        (margins.right, (page.right() + area.right()) / 2, middle.y()),
    )
    for value, x, y in chips:
        _draw_chip(painter, f"{value / 1000:.1f}".removesuffix(".0"), x, y)


def _draw_chip(painter: QPainter, words: str, x: float, y: float) -> None:
    box = QRectF(x - _CHIP_WIDTH / 2, y - _CHIP_HEIGHT / 2, _CHIP_WIDTH, _CHIP_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_paper().colour("accent.soft"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(font("digit"))
    painter.setPen(_paper().colour("accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
