"""审读: opened in place of the columns; notes made, answered and found in the text; what was read is marked."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from editor.desk.fonts import look_fonts
from editor.desk.pictures import picture_bytes
from editor.desk.reading.marks import is_same, reading_of
from editor.desk.reading.open_points import open_points
from editor.model.errors import UserError
from editor.model.note_edits import (
    add_note,
    change_note,
    drop_note,
    notes_of,
    reopened,
    replied,
    resolved,
    without_notes,
)
from editor.model.notes import Anchor, Note, NoteField
from editor.model.numbering import label as number_label
from editor.model.page_facts import ArticlePages, PageFacts, Spot
from editor.model.reading import Reading
from editor.model.workspace import Workspace
from editor.pages.reports import (
    Area,
    AreasFound,
    Compared,
    PagesSet,
    PlaceFound,
    WantedAreas,
    WantedPlace,
    WordsAt,
)
from editor.text.anchors import anchor_text
from editor.text.words import word_at
from editor.ui.body.tints import Layer, Mark, MarkKind
from editor.ui.failures import say_failure
from editor.ui.outline.bar import CHECKS, NOTES, OutlineBar
from editor.ui.pages.bridge import PagesBridge, PagesGuest
from editor.ui.reading.notes_view import NotesView
from editor.ui.reading.rows import note_rows, part_of, rows_text, when
from editor.ui.reading.view import ReadingView
from editor.ui.widgets import application
from editor.ui.window.check_commands import CheckCommands
from editor.ui.window.parts import Commands, Parts

# commands that make sense while the columns are away
_STAY = frozenset({"view.full", "undo", "redo", "save"})
_REACH = 4000  # µm
_HINT = "还没有批注。到“审读”里在版面上点一个词，就写下一条。"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pointed:
    """Words that the user points at. start: found already, None before; end: where a drag ended."""

    pages: ArticlePages
    block: str
    text: str
    end: tuple[Spot, int]
    start: int | None = None


class ReadingCommands(QObject):
    """Acts on the notes of one window. decisions: makes what stands beside 读完 (approve, return) for each reading."""

    def __init__(
        self,
        parts: Parts,
        rooms: QStackedWidget,
        bridge: PagesBridge,
        checks: CheckCommands,
        lists: tuple[OutlineBar, QStackedWidget],
    ) -> None:
        """Act in one window. rooms: what fills it; lists: the left column's bar and its lists."""
        super().__init__(rooms)
        self._parts, self._session, self._rooms, self._bridge = parts, parts.session, rooms, bridge
        self._checks, (self._bar, left) = checks, lists
        self.view: ReadingView | None = None
        self.list = NotesView(parts.session.author, _HINT)
        left.addWidget(self.list)
        self.decisions: Callable[[], tuple[QWidget, ...]] = tuple
        self._guest = PagesGuest(self)
        self._enabled: dict[QAction, bool] = {}
        self._facts: PageFacts | None = None
        self._edition = 0
        self._areas: Mapping[str, tuple[Area, ...]] = {}
        self._asked: tuple[str, ...] = ()
        self._reading: Reading | None = None
        self._pointed: _Pointed | None = None
        self._wanted: WantedPlace | None = None
        self._target: tuple[str, Anchor] | None = None
        self._connect()

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        return {"review.read": self.open, "review.notes": lambda: self._checks.show_list(NOTES)}

    def open(self) -> None:
        """Show the open issue to be read."""
        opened, issue = self._session.open_issue, self._session.issue
        if self.view or opened is None or issue is None:
            return
        self._session.close_step()
        view = self.view = ReadingView(self._session.author)
        self._reading = self._session.library.readings.last(issue.uid)
        view.bar.show_issue(number_label(issue.number)[-1], _since(self._reading))
        view.bar.show_changes("", "", places=0)
        for widget in self.decisions():
            view.bar.decisions.addWidget(widget)
        self._wire(view)
        self._bridge.lend(self._guest)
        self._bridge.set_for_guest(opened)
        self._enabled = {action: action.isEnabled() for action in self._parts.actions.values()}
        for name, action in self._parts.actions.items():
            if name not in _STAY:
                action.setEnabled(False)
        self._rooms.addWidget(view)
        self._rooms.setCurrentWidget(view)
        self.show_notes()
        view.pages.setFocus()

    def leave(self) -> None:
        """Show the columns again."""
        view, self.view = self.view, None
        if view is None:
            return
        self._target = self._pointed = None
        for action, enabled in self._enabled.items():
            if action.objectName() not in _STAY:
                action.setEnabled(enabled)
        self._bridge.take_back(self._session.open_issue)
        self._rooms.setCurrentIndex(0)
        self._rooms.removeWidget(view)
        view.deleteLater()
        self.show_notes()
        self._parts.article.body.setFocus()

    def finish(self) -> None:
        """Mark the issue as read as it stands, and leave."""
        issue = self._session.issue
        if issue is None:
            return
        made = reading_of(issue, reader=self._session.author, at=_now())
        try:
            self._session.library.readings.add(made)
        except UserError as error:
            say_failure(self._parts.window, "没有记下", str(error))
            return
        self.leave()
        self._parts.say("已记下读到这里，下次审读只看改了什么")

    def show_notes(self) -> None:
        """Show the notes as they stand: in the list, in the text, on the pages."""
        issue = self._session.issue
        if issue is None:
            return
        facts = self._facts if self.view else self._parts.pages.facts
        rows = note_rows(issue, facts, self._areas if self.view else {})
        writable = not self._session.library.read_only
        self._bar.show_notes(sum(row.noted.note.open for row in rows))
        if self.view:
            self.view.show_notes(rows, writable=writable)
            self._show_points()
        else:
            self.list.show_notes(rows, writable=writable)
            self.mark_article()

    def mark_article(self) -> None:
        """Mark in the open article the words that open notes speak of."""
        article = self._parts.article
        notes = article.article.archive.notes if article.article else ()
        standing = [one.anchor for one in notes if one.open and not one.anchor.gone]
        for field, target in ((NoteField.BODY, article.body), (NoteField.TITLE, article.title)):
            marks = [
                Mark(block=one.block, start=one.start, end=one.end, kind=MarkKind.NOTE)
                for one in standing
                if one.field is field
            ]
            target.show_marks(Layer.NOTES, marks)

    # inside

    def _connect(self) -> None:
        guest, session = self._guest, self._session
        guest.pages_set.connect(self._on_pages_set)
        guest.place_found.connect(self._on_place_found)
        guest.areas_found.connect(self._on_areas_found)
        guest.compared.connect(self._on_compared)
        guest.failed.connect(self._on_failed)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        self._wire_list(self.list)
        self.list.chosen.connect(self._show_in_text)

    def _wire(self, view: ReadingView) -> None:
        guest = self._guest
        view.pages.wanted.connect(self._bridge.draw_for_guest)
        view.strip.wanted.connect(lambda sheets, inch: self._bridge.draw_for_guest(sheets, inch, small=True))
        guest.picture_made.connect(view.pages.show_picture)
        guest.small_picture_made.connect(view.strip.show_picture)
        view.left.connect(self.leave)
        view.bar.done.connect(self.finish)
        view.sheet_seen.connect(self._show_points)
        view.note_wanted.connect(self._begin_in_middle)
        view.pages.words_pointed.connect(self._on_words_pointed)
        view.notes.written.connect(self._on_written)
        view.before.checks_wanted.connect(self._on_checks_wanted)
        self._wire_list(view.notes)

    def _wire_list(self, notes: NotesView) -> None:
        notes.replied.connect(self._on_replied)
        notes.rewritten.connect(lambda uid, words: self._change("改批注", uid, lambda one: replace(one, text=words)))
        notes.resolve_wanted.connect(self._on_resolve_wanted)
        notes.reopen_wanted.connect(lambda uid: self._change("重新打开批注", uid, reopened))
        notes.drop_wanted.connect(lambda uid: self._apply("删除批注", lambda space: drop_note(space, uid)))
        notes.copy_wanted.connect(self._on_copy_wanted)

    # inside

    def _apply(self, label: str, change: Callable[[Workspace], Workspace]) -> None:
        if self._session.annotate(label, change):
            self._parts.say(f"已{label}，Ctrl+Z 撤销")

    def _change(self, label: str, uid: str, change: Callable[[Note], Note]) -> None:
        self._apply(label, lambda space: change_note(space, uid, change))

    def _on_replied(self, uid: str, words: str) -> None:
        author, at = self._session.author, _now()
        self._change("回复批注", uid, lambda one: replied(one, author=author, at=at, text=words))

    def _on_resolve_wanted(self, uid: str) -> None:
        by, at = self._session.author, _now()
        self._change("解决批注", uid, lambda one: resolved(one, by=by, at=at))

    def _on_written(self, words: str) -> None:
        if self._target is None or self.view is None:
            return
        article, anchor = self._target
        self._target = None
        note = Note(author=self._session.author, at=_now(), text=words, anchor=anchor)
        self.view.notes.choose(note.uid)
        self._apply("加批注", lambda space: add_note(space, article, note))
        self.view.pages.setFocus()

    def _on_copy_wanted(self) -> None:
        issue = self._session.issue
        if issue:
            facts = self._facts if self.view else self._parts.pages.facts
            application().clipboard().setText(rows_text(note_rows(issue, facts, self._areas if self.view else {})))
            said = "批注清单已复制"
            self._parts.say(said)
            if self.view:
                self.view.foot.show_place(said)

    def _show_in_text(self, uid: str) -> None:
        """Lead from the list beside the text to a note's words."""
        issue = self._session.issue
        found = next((one for one in notes_of(issue) if one.note.uid == uid), None) if issue else None
        if found is None:
            return
        anchor = found.note.anchor
        if not found.article:
            self._parts.outline.part_chosen.emit(anchor.field.value)
            return
        self._parts.show_article(found.article)
        if anchor.block and not anchor.gone:
            self._parts.article.body.show_span(anchor.block, (anchor.start, anchor.end))
            self._parts.article.show_caret()

    # inside

    def _begin_in_middle(self) -> None:
        place = self.view.pages.middle() if self.view else None
        if place:
            self._on_words_pointed(*place, *place)

    def _on_words_pointed(self, spot: Spot, x: int, end: Spot, far: int) -> None:
        view, facts, space = self.view, self._facts, self._session.space
        if view is None or facts is None or space is None or self._session.library.read_only:
            return
        uid = facts.article_at(spot)
        pages, article = facts.of(uid) if uid else None, space.article(uid) if uid else None
        if pages is None or article is None:
            self._begin("", Anchor(field=part_of(spot.sheet, facts)))
            return
        uid_of_block = pages.block_at(spot)
        block = next((one for one in article.blocks if one.uid == uid_of_block), None)
        text = anchor_text(block) if block else article.title.text
        self._pointed = _Pointed(pages=pages, block=uid_of_block if block else "", text=text, end=(end, far))
        self._find(spot, x)
        # until the words are found, and where there are none
        self._target = (pages.article, self._anchor(0, 0))
        view.notes.begin("", "")

    def _find(self, spot: Spot, x: int) -> None:
        pointed = self._pointed
        if pointed is None:
            return
        extent = pointed.pages.extent(pointed.block) if pointed.block else _title(pointed.pages)
        if extent is None:
            return
        start, end = extent
        self._wanted = WantedPlace(
            edition=self._edition, spot=spot, x=x, start=start, end=end, text=pointed.text, reach=_REACH
        )
        self._bridge.find(self._wanted)

    def _on_place_found(self, found: PlaceFound) -> None:
        pointed = self._pointed
        if pointed is None or found.wanted != self._wanted or self.view is None:
            return
        place = (found.wanted.spot, found.wanted.x)
        if pointed.start is None and pointed.end != place:
            self._pointed = replace(pointed, start=found.at)
            self._target = (pointed.pages.article, self._anchor(*word_at(pointed.text, found.at)))
            self._find(*pointed.end)
            return
        at = min(found.at, max(0, len(pointed.text) - 1))
        if pointed.start is None or pointed.start == found.at:
            start, end = word_at(pointed.text, at)
        else:
            start, end = sorted((pointed.start, found.at))
        self._begin(pointed.pages.article, self._anchor(start, end))

    def _anchor(self, start: int, end: int) -> Anchor:
        pointed = self._pointed
        if pointed is None:
            return Anchor()
        field = NoteField.BODY if pointed.block else NoteField.TITLE
        return Anchor(field=field, block=pointed.block, start=start, end=end, words=pointed.text[start:end])

    def _begin(self, article: str, anchor: Anchor) -> None:
        if self.view:
            self._target = (article, anchor)
            self.view.notes.begin(anchor.words, self.view.notes.field.toPlainText() if article else "")

    # inside

    def _on_opened(self) -> None:
        self.leave()
        self.show_notes()

    def _on_changed(self, before: Workspace, after: Workspace) -> None:
        opened = self._session.open_issue
        if self.view and opened and without_notes(before).issue != without_notes(after).issue:
            self._bridge.set_for_guest(opened)
        self._ask_areas()
        self.show_notes()

    def _on_pages_set(self, report: PagesSet) -> None:
        if self.view is None:
            return
        self._facts, self._edition, self._asked = report.facts, report.edition, ()
        self.view.show_pages(report)
        self._ask_areas()
        self.show_notes()
        issue, opened = self._session.issue, self._session.open_issue
        if self._reading is None or issue is None or opened is None:
            return
        if is_same(self._reading, issue):
            self._on_compared(Compared(edition=report.edition, changes=()))
            return
        was, library = self._reading.issue, self._session.library
        before = replace(opened, issue=was, pictures=picture_bytes(was, library), fonts=look_fonts(was, library))
        self._bridge.compare(report.edition, before)

    def _on_failed(self, reason: str) -> None:
        if self.view:
            self.view.foot.show_place(reason)

    def _ask_areas(self) -> None:
        issue = self._session.issue
        if self.view is None or issue is None or not self._edition:
            return
        noted = [one for one in notes_of(issue) if one.article and not one.note.anchor.gone and one.note.anchor.words]
        self._asked = tuple(one.note.uid for one in noted)
        words = tuple(
            WordsAt(
                article=one.article, block=one.note.anchor.block, start=one.note.anchor.start, end=one.note.anchor.end
            )
            for one in noted
        )
        self._bridge.find_areas(WantedAreas(edition=self._edition, words=words))

    def _on_areas_found(self, found: AreasFound) -> None:
        if self.view and len(found.areas) == len(self._asked):
            self._areas = dict(zip(self._asked, found.areas, strict=True))
            self.show_notes()

    def _on_compared(self, found: Compared) -> None:
        if self.view and found.edition == self._edition:
            self.view.show_compared(found, _since(self._reading))
            self._show_points()

    def _show_points(self) -> None:
        view, issue = self.view, self._session.issue
        if view and issue:
            points = open_points(self._checks.findings, notes_of(issue), changed=view.changed, seen=view.seen)
            view.before.show_points(points)

    def _on_checks_wanted(self) -> None:
        self.leave()
        self._checks.show_list(CHECKS)


def _title(pages: ArticlePages) -> tuple[Spot, Spot]:
    return pages.start, pages.blocks[0].start if pages.blocks else pages.end


def _since(reading: Reading | None) -> str:
    return f"上次审读：{reading.reader}，{when(reading.at)}" if reading else "第一次审读"


def _now() -> dt.datetime:
    return dt.datetime.now(tz=dt.UTC)
