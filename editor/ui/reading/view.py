"""审读 in place of the window's columns: small pages, pages, notes, and what stands before a signature."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.model.language import tr
from editor.pages.reports import Compared, PageChange, PagesSet
from editor.ui.kit.widgets import column, lay_out_room
from editor.ui.pages.layout import Fit, Zoom
from editor.ui.pages.words import sheet_name
from editor.ui.reading.bar import ReadingBar
from editor.ui.reading.foot import BeforeSignature, ReadingFoot
from editor.ui.reading.notes_view import NotesView
from editor.ui.reading.pages import ReadingPages
from editor.ui.reading.rows import NoteRow
from editor.ui.reading.strip import ReadingStrip
from editor.ui.theme.apply import set_style

_NOTES = 328
_HINT = tr("还没有批注。在版面上点一个词或拖选一段，或按 N，就写下一条。")


class ReadingView(QWidget):
    """note_wanted: in the middle of the page. seen: the sheets that were looked at, from 1."""

    left = Signal()
    note_wanted = Signal()
    sheet_seen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet. name: of who reads."""
        super().__init__(parent)
        set_style(self, ground="window")
        self.bar, self.foot, self.before = ReadingBar(), ReadingFoot(), BeforeSignature()
        self.strip, self.pages, self.notes = ReadingStrip(), ReadingPages(), NotesView(name, _HINT)
        self.seen: set[int] = set()
        self._found = Compared(edition=0, changes=())
        self._rows: tuple[NoteRow, ...] = ()
        self._at = -1
        self.pages.set_zoom(Zoom(fit=Fit.PAGE, two_up=True))
        self._build()
        self._connect()

    def show_pages(self, report: PagesSet) -> None:
        """Show an edition."""
        self.pages.switch.show_pages(report)
        self.strip.show_pages(report)
        self._on_sheet_changed(self.pages.sheet)

    def show_compared(self, found: Compared, since: str) -> None:
        """Show what changed. since: the reading compared with, empty for none."""
        self._found, self._at = found, -1
        pages, places = len(found.sheets), len(found.changes)
        words = tr("与上次相比改了 {n} 页", n=pages) if pages else tr("与上次相比没有改动")
        looks = tr("，{n} 页只是样子变了", n=len(found.looks)) if found.looks else ""
        moved = tr("，{n} 页只是文字换了位置", n=len(found.moved)) if found.moved else ""
        self.bar.show_changes(
            words if since else "", tr("改了 {n} 处{looks}{moved}", n=places, looks=looks, moved=moved), places=places
        )
        self.pages.show_changes(found.changes)
        self._show_marks()

    def show_notes(self, rows: Sequence[NoteRow], *, writable: bool) -> None:
        """Show the issue's notes on the pages and in their list."""
        self._rows = tuple(rows)
        self.notes.show_notes(rows, writable=writable)
        self.pages.show_notes(rows, self.notes.current)
        self._show_marks()

    def choose_note(self, uid: str) -> None:
        """Take a note in hand, and bring its words into view."""
        self.notes.choose(uid)
        self.pages.show_notes(self._rows, uid)
        row = next((one for one in self._rows if one.uid == uid), None)
        if row and row.areas:
            self.pages.go_to_area(row.areas[0])
        elif row and row.sheet:
            self.pages.navigator.go_to_sheet(row.sheet)

    def step(self, by: int) -> PageChange | None:
        """Go to the next (1) or previous (-1) change; return it, None where there is none."""
        changes = self._found.changes
        if not changes:
            return None
        self._at = (self._at + by) % len(changes) if self._at >= 0 else (0 if by > 0 else len(changes) - 1)
        change = changes[self._at]
        self.pages.show_changes(changes, change)
        if change.areas:
            self.pages.go_to_area(change.areas[0])
        was = tr("原为“{before}”", before=change.before[:40]) if change.before else tr("新增")
        self.foot.show_place(
            tr(
                "改动 {at} / {n}：{was}",
                at=self._at + 1,
                n=len(changes),
                was=was if change.after else tr("删去“") + change.before[:40] + "”",
            )
        )
        return change

    @property
    def changed(self) -> tuple[int, ...]:
        """The sheets that say or show something else than was read."""
        return self._found.sheets

    # inside

    def _build(self) -> None:
        right = QWidget()
        right.setFixedWidth(_NOTES)
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.notes, 1)
        side.addWidget(self.before)
        lay_out_room(self, self.bar, (self.strip, column(self.pages, ground="sunken"), right), self.foot)

    def _connect(self) -> None:
        self.bar.left.connect(self.left)
        self.bar.stepped.connect(self.step)
        self.bar.spread_chosen.connect(self._set_spread)
        self.strip.sheet_chosen.connect(self.pages.navigator.go_to_sheet)
        self.pages.sheet_changed.connect(self._on_sheet_changed)
        self.pages.zoom_changed.connect(lambda _zoom, factor: self.bar.zoom.setText(f"{factor:.0%}"))
        self.pages.note_chosen.connect(self.choose_note)
        self.notes.chosen.connect(self.choose_note)
        self.notes.given_up.connect(self._to_pages)
        for keys, act in (
            ("F8", lambda: self.step(1)),
            ("Shift+F8", lambda: self.step(-1)),
            ("N", self.note_wanted.emit),
            ("Esc", self._on_escape),
        ):
            self._shortcut(keys, act)

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(keys), self, context=context).activated.connect(act)

    def _to_pages(self) -> None:
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_escape(self) -> None:
        if self.notes.writing:
            self.notes.give_up()
        else:
            self.left.emit()

    def _set_spread(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.pages.set_zoom(Zoom(fit=Fit.PAGE, two_up=on))

    def _on_sheet_changed(self, sheet: int) -> None:
        facts = self.pages.facts
        if facts is None or not sheet:
            return
        shown = range(1, facts.sheets + 1)
        view = self.pages.viewport().rect()
        whole = [
            one
            for one in shown
            if self.pages.position.rect_of(one).toRect().intersected(view).height() > view.height() / 3
        ]
        self.seen.update(whole or [sheet])
        names = "–".join(dict.fromkeys(sheet_name(facts, one) for one in (whole or [sheet])))
        self.foot.show_place(
            tr("第 {names} 页 / {sheets}", names=names, sheets=facts.sheets)
            if names[:1].isdecimal()
            else f"{names} / {facts.sheets}"
        )
        self.strip.show_sheet(sheet)
        self.sheet_seen.emit()

    def _show_marks(self) -> None:
        self.strip.show_marks(self.changed, Counter(row.sheet for row in self._rows if row.noted.note.open))
