"""The facts of an article: label and value in two columns, then its tags."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.model.issue import Article, Section
from editor.model.numbering import date_label
from editor.model.publication import PageStart
from editor.ui.theme.apply import mark
from editor.ui.theme.fonts import font
from editor.ui.widgets import label

_STARTS = {PageStart.PAGE: "另起一页", PageStart.RUN_ON: "接排"}
_NONE = "—"


def fact_rows(article: Article, section: Section) -> tuple[tuple[str, str], ...]:
    """Return label and value of every fact, left column first in each row."""
    start = article.page_start
    by_section = start is PageStart.SECTION
    start_words = _STARTS[section.page_start if by_section else start] + ("（栏目默认）" if by_section else "")
    archive = article.archive
    return (
        ("来源", article.source or _NONE),
        ("责任编辑", archive.editor or _NONE),
        ("链接", article.link or _NONE),
        ("起页", start_words),
        ("链接说明", article.link_caption or _NONE),
        ("目录标题", article.contents_title or "与标题相同"),
        ("栏目", section.name),
        ("发布日期", date_label(archive.published) if archive.published else _NONE),
    )


class FactsView(QWidget):
    """Shows the facts of one article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(8)
        self._shown: QWidget | None = None

    def show_facts(self, article: Article, section: Section, *, measure: int) -> None:
        """Show an article's facts. measure: width to fill, in px."""
        if self._shown:
            self._stack.removeWidget(self._shown)
            self._shown.deleteLater()
        self._shown = QWidget()
        inside = QVBoxLayout(self._shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(_grid(fact_rows(article, section), measure))
        if article.archive.tags:
            inside.addLayout(_tags(article.archive.tags))
        self._stack.addWidget(self._shown)


def _grid(rows: tuple[tuple[str, str], ...], measure: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    widths = (measure * 11 // 20 - 92, measure * 9 // 20 - 92)
    for place, (name, value) in enumerate(rows):
        row, side = divmod(place, 2)
        grid.addWidget(label(name, ink="text2"), row, 2 * side)
        grid.addWidget(_value(value, widths[side]), row, 2 * side + 1)
    grid.setColumnMinimumWidth(0, 56)
    grid.setColumnMinimumWidth(2, 56)
    grid.setColumnStretch(1, 11)
    grid.setColumnStretch(3, 9)
    return grid


def _value(value: str, width: int) -> QLabel:
    shown = label(ink="accent" if value.startswith("http") else "text")
    shown.setText(shown.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, width))
    shown.setToolTip(value if shown.text() != value else "")
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown


def _tags(tags: tuple[str, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for tag in tags:
        chip = QLabel(tag)
        chip.setFont(font("small"))
        chip.setContentsMargins(8, 3, 8, 3)
        mark(chip, ground="card")
        row.addWidget(chip)
    row.addStretch()
    return row
