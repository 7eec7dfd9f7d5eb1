"""What was understood, as an outline; a title is dragged to another section."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from editor.intake.past_issue import LineRole, ParsedIssue
from editor.model.article import Article
from editor.model.language import tr
from editor.model.number import date_label
from editor.model.saying import said_number
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.fonts import font

_ROW, _EDGE = 28, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What a row stands for. lines: where it stands in the text, empty for nowhere; article: uid of a title's row."""

    lines: tuple[int, ...] = ()
    article: str = ""
    section: str = ""


class Understood(QTreeWidget):
    """thing_chosen: the first line of a row; moved: uid of an article, the section it was dropped on."""

    thing_chosen = Signal(int)
    moved = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("读出的内容"))
        # the third is the room at the right: a header takes no margins of the view
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setMinimumSectionSize(_EDGE)
        self.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(2, _EDGE)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_style(self, kind="bare", ground="surface")
        self._quiet = False
        self._rows: list[tuple[QTreeWidgetItem, Thing]] = []
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(lambda item, _column: self._tell(item))

    def show_reading(self, parsed: ParsedIssue) -> None:
        """Show a reading; what was open stays open."""
        self._quiet = True
        self.clear()
        self._rows = []
        places = _Places(parsed)
        doubted = {one.line for one in parsed.doubts}
        self._add_front(parsed, places)
        for section in parsed.issue.sections:
            top = self._row(self, section.name, tr("{n} 篇", n=len(section.articles)), places.section(section.name))
            top.setFont(0, font("strong"))
            for article in section.articles:
                self._add_article(top, article, places, section.name, doubted)
            top.setExpanded(True)
        if places.of(LineRole.BACK):
            words = "、".join(one.name for one in parsed.issue.profile.publishers)
            self._row(self, tr("封底"), words, Thing(lines=places.of(LineRole.BACK)))
        self._quiet = False

    def show_line(self, line: int) -> None:
        """Choose the row that a line belongs to, the narrowest one; none where there is none."""
        fitting = [(len(thing.lines), item) for item, thing in self._rows if line in thing.lines]
        self._quiet = True
        if fitting:
            narrowest = min(fitting, key=lambda one: one[0])[1]
            self.setCurrentItem(narrowest)
            self.scrollToItem(narrowest)
        else:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        self._quiet = False

    def words(self) -> list[str]:
        """Return the rows as they read."""
        return [f"{item.text(0)}　{item.text(1)}".strip() for item, _ in self._rows]

    def item_of(self, article: str) -> QTreeWidgetItem | None:
        """Return the row of an article."""
        return next((item for item, thing in self._rows if thing.article == article), None)

    def item_of_section(self, name: str) -> QTreeWidgetItem | None:
        """Return the row of a section."""
        return next((item for item, one in self._rows if one.section == name and not one.article), None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell that a title was dropped on a section, or on a title there; the reading says what the rows become."""
        dragged, target = self._thing(self.currentItem()), self._thing(self.itemAt(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if dragged and target and dragged.article and target.section and target.section != dragged.section:
            self.moved.emit(dragged.article, target.section)

    # rows

    def _add_front(self, parsed: ParsedIssue, places: "_Places") -> None:
        issue = parsed.issue
        number = "　".join(said_number(issue.number))
        cover = (LineRole.MASTHEAD, LineRole.SLOGAN, LineRole.NUMBER, LineRole.HEADLINE)
        self._row(self, issue.profile.masthead or tr("（没有刊名）"), "", Thing(lines=places.of(*cover))).setFont(
            0, font("strong")
        )
        words = f"{number}　{date_label(issue.date)}"
        self._row(self, tr("期号"), words, Thing(lines=places.of(LineRole.NUMBER))).setToolTip(1, words)
        if issue.headline.text:
            self._row(self, tr("头条"), issue.headline.text[:24], Thing(lines=places.of(LineRole.HEADLINE)))
        roles = "、".join(one.role for one in issue.credits[:3])
        many = tr("{n} 项", n=len(issue.credits) + len(issue.contacts))
        lines = places.of(LineRole.CREDIT, LineRole.CONTACT, LineRole.NOTICE)
        if lines:
            self._row(self, tr("版权页"), f"{many}　{roles}", Thing(lines=lines))

    def _add_article(
        self, top: QTreeWidgetItem, article: Article, places: "_Places", section: str, doubted: set[int]
    ) -> None:
        lines = places.article(article.uid)
        item = self._row(
            top, article.title.text, _facts(article), Thing(lines=lines, article=article.uid, section=section)
        )
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsDragEnabled)
        item.setToolTip(0, article.title.text)
        if not doubted.isdisjoint(lines):
            item.setForeground(0, current_theme(application()).colour("warn"))
        for role, words, value in (
            (LineRole.SUBTITLE, tr("副题"), article.subtitle),
            (LineRole.SOURCE, tr("来源"), article.source),
            (LineRole.LINK, tr("链接"), article.link),
        ):
            if value:
                found = places.article(article.uid, role) or lines[-1:]
                self._row(item, f"{words}　{value}", "", Thing(lines=found, section=section))

    def _row(self, above: "QTreeWidget | QTreeWidgetItem", words: str, more: str, thing: Thing) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [words, more])
        item.setFont(1, font("small"))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, current_theme(application()).colour("text3"))
        item.setSizeHint(0, QSize(0, _ROW))
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
        self._rows.append((item, thing))
        return item

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item and not self._quiet:
            self._tell(item)

    def _tell(self, item: QTreeWidgetItem) -> None:
        thing = self._thing(item)
        if thing and thing.lines and not self._quiet:
            self.thing_chosen.emit(thing.lines[0])

    def _thing(self, item: QTreeWidgetItem | None) -> Thing | None:
        return next((thing for one, thing in self._rows if one is item), None)


class _Places:
    """Where things stand in the text."""

    def __init__(self, parsed: ParsedIssue) -> None:
        self._parsed = parsed

    def of(self, *roles: LineRole) -> tuple[int, ...]:
        """Return the lines of some roles."""
        return tuple(mark.line for mark in self._parsed.marks if mark.role in roles and not mark.article)

    def article(self, uid: str, *roles: LineRole) -> tuple[int, ...]:
        """Return an article's lines, its title first; the contents' line last."""
        marks = [mark for mark in self._parsed.marks if mark.article == uid and (not roles or mark.role in roles)]
        return tuple(mark.line for mark in sorted(marks, key=lambda one: one.role is LineRole.ENTRY))

    def section(self, name: str) -> Thing:
        """Return where a section's name stands."""
        lines = self._parsed.lines
        found: Iterator[int] = (
            mark.line for mark in self._parsed.marks if mark.role is LineRole.SECTION and name in lines[mark.line - 1]
        )
        return Thing(lines=tuple(found), section=name)


def _facts(article: Article) -> str:
    facts = [tr("{n} 段", n=len(article.blocks)), *((tr("链接"),) if article.link else ())]
    return "　".join((article.source[:14], *facts)).strip()
