"""与签发的对照: the pages that are no longer what was approved, each beside what was."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from editor.model.approval import Approval
from editor.model.language import tr
from editor.model.seen_pages import SeenPages
from editor.pages.reports import PagePicture
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.times import when
from editor.ui.kit.widgets import hairline, label
from editor.ui.pages.page_sheet import PageSheet
from editor.ui.pages.words import sheet_name
from editor.ui.theme.apply import set_style

if TYPE_CHECKING:
    from editor.pages.pairs import Pairs, SheetPair

_LEAST, _SIDE, _HEAD, _INCH = (1080, 720), 200, 28, 110.0
Run = Callable[[Callable[[], None]], None]
_Drawn = tuple[PagePicture | None, PagePicture | None]
_Wanted = tuple["SheetPair", bytes | None]


class CompareDialog(QDialog):
    """make: sets both states, in the thread that run has it done in; seen: pictures kept with the approval.

    Those are shown on demand, and where the approved PDF is lost.
    """

    def __init__(
        self,
        approval: Approval,
        make: "Callable[[], Pairs]",
        run: Run,
        *,
        seen: SeenPages | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._run, self._seen = run, seen
        self._wanted: _Wanted | None = None
        self.pairs: Pairs | None = None
        self.setWindowTitle(tr("与签发的对照"))
        self.setModal(True)
        self.setMinimumSize(*_LEAST)
        set_style(self, ground="window")
        self.list, self.message = QListWidget(), CutLabel(ink="text2", end=True)
        self.before, self.after = PageSheet(tr("签发的")), PageSheet(tr("现在的"))
        self.kept = QCheckBox(tr("签发时存下的画面"))
        self.leave = QPushButton(tr("关闭"))
        self._lay_out(tr("签发的：{name}，{when}", name=approval.name, when=when(approval.at)))
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.leave.clicked.connect(self.accept)
        self.kept.toggled.connect(lambda _on: self._on_row_changed(self.list.currentRow()))
        for keys, by in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.step(by))
        self.message.show_text(tr("正在对照…"))
        self._begin(make)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) page that changed."""
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())

    # building

    def _lay_out(self, then: str) -> None:
        self.list.setAccessibleName(tr("改过的页"))
        side = QWidget()
        set_style(side, ground="sidebar")
        side.setFixedWidth(_SIDE)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.addWidget(self.list)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(side)
        below.addWidget(hairline(upright=True))
        below.addWidget(self._pages(then), 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addLayout(self._top())
        stack.addWidget(hairline())
        stack.addLayout(below, 1)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 12, 8)
        top.setSpacing(12)
        top.addWidget(label(tr("与签发的对照"), role="strong"))
        top.addWidget(self.message, 1)
        top.addWidget(label(tr("F8 下一页"), role="small", ink="text2"))
        top.addWidget(self.leave)
        return top

    def _pages(self, then: str) -> QWidget:
        pages = QWidget()
        set_style(pages, ground="sunken")
        row = QHBoxLayout(pages)
        row.setContentsMargins(16, 12, 16, 16)
        row.setSpacing(16)
        for words, sheet, more in ((then, self.before, self.kept), (tr("现在的"), self.after, None)):
            column, head = QVBoxLayout(), QHBoxLayout()
            column.setSpacing(8)
            message = label(words, role="strong")
            # the pages of both sides begin on one line
            message.setFixedHeight(_HEAD)
            head.addWidget(message, 1)
            if more:
                head.addWidget(more)
            column.addLayout(head)
            column.addWidget(sheet, 1)
            row.addLayout(column, 1)
        self.kept.hide()
        return pages

    # work

    def _begin(self, make: "Callable[[], Pairs]") -> None:
        task = Job(lambda _report: make(), run=self._run)
        task.done.connect(self._on_set)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_set(self, pairs: "Pairs") -> None:
        self.pairs = pairs
        self._offer_kept(pairs)
        named = [_name(pairs, pair) for pair in pairs.differing]
        if not named:
            self.message.show_text(tr("每一页看起来都和签发的一样。"))
            for sheet in (self.before, self.after):
                sheet.show_message(tr("没有差别"))
            return
        message = tr("{n} 页和签发的不同：{pages}", n=len(named), pages=tr("、").join(named))
        self.message.show_text(message if pairs.signed else tr("签发的 PDF 不在刊库里或已损坏。{said}", said=message))
        counts = [_count(pairs, pair) for pair in pairs.differing]
        self.list.addItems([_line(pair, name, n) for pair, name, n in zip(pairs.differing, named, counts, strict=True)])
        # words before looks: a changed cover drawing follows from them
        self.list.setCurrentRow(next((at for at, n in enumerate(counts) if n), 0))
        self.list.setFocus()

    def _offer_kept(self, pairs: "Pairs") -> None:
        """Offer the kept pictures where they are of the same pages; where the approved PDF is lost, show them."""
        seen = self._seen
        if seen is None or len(seen.pages) != pairs.before.facts.sheets:
            return
        then, now = seen.rasteriser, pairs.rasteriser
        words = tr("签发时存下的图像（{then}）；现在两面是重画的（{now}），有出入时看它。", then=then, now=now)
        self.kept.setToolTip(words)
        self.kept.setChecked(not pairs.signed)
        self.kept.show()

    def _on_failed(self, reason: str) -> None:
        self.message.show_text(reason)
        for sheet in (self.before, self.after):
            sheet.show_message("")

    def _on_row_changed(self, row: int) -> None:
        if self.pairs is None or row < 0:
            return
        pair, inch = self.pairs.differing[row], _INCH * self.devicePixelRatioF()
        before, after = self.pairs.before.pdf, self.pairs.after.pdf
        kept = self._seen.page(pair.before or 0) if self._seen and self.kept.isChecked() else None
        wanted = self._wanted = pair, kept
        task = Job(lambda _report: (wanted, _drawn(before, after, wanted, inch)), run=self._run)
        task.done.connect(self._on_drawn)
        task.start()

    def _on_drawn(self, answer: tuple[_Wanted, _Drawn]) -> None:
        wanted, (before, after) = answer
        if self.pairs is None or wanted is not self._wanted:
            return
        pair, _kept = wanted
        self.before.show_page(before, self.pairs.before.areas(pair.before))
        self.after.show_page(after, self.pairs.after.areas(pair.after))


def _drawn(before: bytes, after: bytes, wanted: _Wanted, inch: float) -> _Drawn:
    """Return the pages of both sides; in the thread that may use PDFium, which has loaded it by then."""
    from editor.pages.pairs import page_picture
    from editor.pages.seen import seen_picture

    pair, kept = wanted
    early = seen_picture(kept) if kept else None
    early = early or page_picture(before, pair.before or 0, resolution=inch)
    return early, page_picture(after, pair.after or 0, resolution=inch)


def _name(pairs: "Pairs", pair: "SheetPair") -> str:
    if pair.after is None:
        return sheet_name(pairs.before.facts, pair.before or 1)
    return sheet_name(pairs.after.facts, pair.after)


def _line(pair: "SheetPair", name: str, n: int) -> str:
    if pair.before is None:
        return tr("{page}　多出的一页", page=name)
    if pair.after is None:
        return tr("{page}　没有了", page=name)
    return tr("{page}　{n} 处", page=name, n=n) if n else tr("{page}　只是样子变了", page=name)


def _count(pairs: "Pairs", pair: "SheetPair") -> int:
    sides = (pairs.before, pair.before), (pairs.after, pair.after)
    return max(sum(one.sheet == sheet for one in side.changes) for side, sheet in sides)
