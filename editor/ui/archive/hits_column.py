"""The middle column: in which order, filtered by what, how many; the hits, or why there are none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.desk.archive.asking import Asked
from editor.desk.archive.values import Found, SearchOrder
from editor.model.language import tr
from editor.ui.archive.chips import Chips
from editor.ui.archive.hits_list import HitsList
from editor.ui.archive.search import Facets
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import bar_frame, fill_column, hairline, label

_PADDING = 48


class HitsColumn(QWidget):
    """order_chosen: by rank or by date. It decides nothing itself."""

    order_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bar = QWidget(self)
        self._stack = QStackedWidget(self)
        self.list, self.chips = HitsList(self._stack), Chips(bar)
        self.order = Segments(tr("排列"), ((SearchOrder.RANKED, tr("相关")), (SearchOrder.DATE, tr("日期"))))
        self.order.setToolTip(tr("相关：标题里有的在前；日期：新的在前"))
        self._count = label(ink="text2")
        self._none = _Nothing(self._stack)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._none)
        row = bar_frame(bar)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.order)
        row.addSpacing(4)
        row.addWidget(self.chips)
        row.addStretch()
        row.addWidget(self._count)
        fill_column(self, bar, hairline(), self._stack, ground="surface", grows=self._stack)
        self.order.chosen.connect(self.order_chosen)

    @property
    def count_words(self) -> str:
        """What it says of how many there are."""
        return self._count.text()

    @property
    def nothing_words(self) -> str:
        """What stands in place of hits, empty where there are some."""
        return self._none.words if self._stack.currentWidget() is self._none else ""

    def show_found(self, found: Found, asked: Asked, *, held: str) -> None:
        """Show an answer. held: the article that was in hand."""
        self.list.show_found(found, held=held, pick=bool(asked.words.strip() or asked.filters))
        self._count.setText(tr("{n} 篇", n=found.total))
        if found.total:
            self._stack.setCurrentWidget(self.list)
        else:
            self.show_nothing(*_no_hits(asked))

    def show_nothing(self, words: str, more: str) -> None:
        """Say why there are no hits, and what to do."""
        self._none.show_message(words, more)
        self._stack.setCurrentWidget(self._none)

    def show_filters(self, asked: Asked, facets: Facets) -> None:
        """Show what is filtered by and in which order the hits stand; without words they stand by date."""
        self.chips.show_filters(asked, facets)
        self.order.show_key(asked.order if asked.words.strip() else SearchOrder.DATE)
        self.order.setEnabled(bool(asked.words.strip()))


class _Nothing(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._more = label(role="head"), label(ink="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 0, _PADDING, 0)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._words, self._more):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setWordWrap(True)
            column.addWidget(part)
        column.addStretch(3)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_message(self, words: str, more: str) -> None:
        self._words.setText(words)
        self._more.setText(more)


def _no_hits(asked: Asked) -> tuple[str, str]:
    """Say that nothing was found, and what could be done about it."""
    if asked.filters:
        return tr("没有找到"), tr("去掉上面的一个筛选条件，或换一个词。")
    if asked.words.strip():
        return tr("没有找到“{words}”", words=asked.words.strip()[:40]), tr(
            "写短一些，或只写其中一个词；几种说法用 OR 连起来。"
        )
    return tr("刊库里还没有文章"), tr("导入往期或写下第一篇以后，都能在这里找到。")
