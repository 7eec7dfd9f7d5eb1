"""往期导入: the text at the left, what was understood at the right, put right by clicks; only then taken in."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from editor.desk.past_reading import PastReading, Refused
from editor.desk.ports import Library
from editor.intake.past_issue import CORRECTABLE, Correction, LineMark, LineRole, ParsedIssue
from editor.model.language import tr
from editor.ui.importing.line_signs import signs_of
from editor.ui.importing.lists import DoubtList, FileList
from editor.ui.importing.past_bar import PastBar, past_actions
from editor.ui.importing.past_job import PastJob
from editor.ui.importing.past_layout import both_sides, message_row, source_side, stacked, understood_side
from editor.ui.importing.past_readings import PastReadings
from editor.ui.importing.past_taking import PastTaking
from editor.ui.importing.role_bar import RoleBar
from editor.ui.importing.role_words import CHOICES
from editor.ui.importing.source_view import SourceView
from editor.ui.importing.understood import Understood
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import hairline, label
from editor.ui.theme.apply import set_style

_SIZE, _LEAST = (1280, 780), (1200, 600)


class PastIssueDialog(QDialog):
    """Reads files at once, in a thread. Accepted as soon as every file that can be is in; taken: what came in.

    read: their readings, where they were read already.
    """

    def __init__(
        self,
        files: tuple[Path, ...],
        library: Library,
        parent: QWidget | None = None,
        *,
        read: tuple[PastReading, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("导入往期"))
        self.setModal(True)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        set_style(self, ground="window")
        self.readings = PastReadings(library, self)
        self.actions_by_name = past_actions(self)
        self.bar, self.roles, self.message = PastBar(self.actions_by_name), RoleBar(), StateLine()
        self.source, self.understood, self.doubts = SourceView(), Understood(), DoubtList()
        self.files, self._message_room = FileList(), QWidget()
        self._heading, self._points = label(role="strong"), label(role="strong")
        self._lay_out(many=len(files) > 1)
        self._connect()
        self._show_state(tr("正在读 {n} 个文件…", n=len(files)))
        self._marks: dict[int, LineMark] = {}
        self._reading = True
        self._taking: PastTaking | None = None
        self._job = PastJob(files, self, read=read)
        self._job.file_read.connect(self._on_file)
        self._job.progressed.connect(self._on_progress)
        self._job.ended.connect(self._on_ended)
        self._job.start()

    # what happens

    def _on_file(self, found: PastReading | Refused) -> None:
        """Show the first file that can be read while the others are still being read."""
        self.readings.add(found)
        place = len(self.readings.files) - 1
        if isinstance(found, PastReading) and self.readings.reading is None:
            self.files.setCurrentRow(place)
            self.files.item(place).setSelected(True)
            self.readings.open(place)
        elif self.readings.file:
            self._show_counts(self.readings.reading.parsed if self.readings.reading else None)

    def _on_progress(self, done: int, every: int) -> None:
        if done < every:
            self.bar.leave.setText(tr("停止"))
            self._show_state(tr("正在读第 {done} 个，共 {n} 个文件；已读的可以先看。", done=done + 1, n=every))

    def _on_ended(self) -> None:
        self._reading = False
        self.bar.leave.setText(tr("取消"))
        if self.readings.reading is None and self.readings.files:
            self.files.setCurrentRow(0)
            self.readings.open(0)
        else:
            self._show_file()

    def _show_file(self) -> None:
        """Show the open file's reading, the chosen line kept."""
        reading, line = self.readings.reading, self.source.line
        parsed = reading.parsed if reading else None
        self._marks = {mark.line: mark for mark in parsed.marks} if parsed else {}
        lines = parsed.lines if parsed else ()
        if self.source.toPlainText() != "\n".join(lines):
            self.source.show_text(lines)
            line = 0
        file = self.readings.file
        self.bar.show_file(file.name if file else "", reading.open_points if reading else 0)
        if reading and parsed:
            self.source.show_signs(signs_of(reading))
            self.understood.show_reading(parsed)
            self.doubts.show_reading(parsed)
        else:
            self.understood.clear()
            self.doubts.clear()
        self._show_counts(parsed)
        self._show_line(line)
        if not self._reading:
            self._show_state((file.refused or file.remark) if file else "")

    def _show_counts(self, parsed: ParsedIssue | None) -> None:
        many = sum(1 for _ in parsed.issue.articles()) if parsed else 0
        points = len(parsed.doubts) + len(parsed.unplaced) if parsed else 0
        self._heading.setText(tr("读出 {n} 篇", n=many))
        self._points.setText(tr("要看的 {n} 处", n=points) if points else tr("没有要看的地方"))
        file = self.readings.file
        self.bar.take.setEnabled(bool(file and file.is_open))
        still = [one for one in self.readings.files if one.is_open and not one.is_second]
        self.bar.take_all.setVisible(len(self.readings.files) > 1)
        self.bar.take_all.setEnabled(bool(still) and not self._reading)
        self.actions_by_name["undo"].setEnabled(bool(file and file.before and file.is_open))
        for name in ("next", "previous"):
            self.actions_by_name[name].setEnabled(points > 0)

    def choose_line(self, line: int) -> None:
        """Show a line and its counterpart."""
        self.source.choose(line)
        self._show_line(line)

    def _show_line(self, line: int) -> None:
        reading = self.readings.reading
        if reading is None or not line:
            self.roles.show_line(0, None, said=False, movable=False)
            self.roles.show_sections((), "")
            return
        if self.source.line != line:
            self.source.choose(line)
        mark = self._marks.get(line)
        said = any(one.line == line for one in reading.corrections)
        filled = bool(reading.parsed.lines[line - 1].strip())
        movable = filled and bool(self.readings.file and self.readings.file.is_open)
        self.roles.show_line(line if filled else 0, mark.role if mark else None, said=said, movable=movable)
        names = tuple(one.name for one in reading.parsed.issue.sections)
        self.roles.show_sections(names, self._section_of(mark.article) if mark else "")
        self.understood.show_line(line)
        self.doubts.show_line(line)

    def _say_role(self, role: LineRole) -> None:
        if self.source.line:
            self.readings.correct(Correction(line=self.source.line, role=role))

    def _say_section(self, name: str) -> None:
        mark = self._marks.get(self.source.line)
        if mark and mark.article:
            self._move(mark.article, name)

    def _move(self, article: str, section: str) -> None:
        """Put an article into another section: its title's line says so."""
        title = next(
            (one.line for one in self._marks.values() if (one.article, one.role) == (article, LineRole.TITLE)), 0
        )
        if title:
            self.source.choose(title)
            self.readings.correct(Correction(line=title, role=LineRole.TITLE, section=section))

    def _step(self, by: int) -> None:
        line = self.doubts.step(by)
        if line:
            self.choose_line(line)

    def _take(self) -> None:
        """Take the open file in; go on to the next, or end."""
        if self.readings.take(self.readings.at):
            self._go_on()
        else:
            self._show_file()

    def _take_all(self) -> None:
        """Take in every file that can be, in a thread; nothing is put right meanwhile."""
        self._taking = self.readings.taking()
        self._taking.progressed.connect(self._on_taking)
        self._taking.ended.connect(self._on_all_taken)
        self._hold(held=True)
        self._show_state(tr("正在收下…"))
        self._taking.start()

    def _on_taking(self, done: int, every: int) -> None:
        if done < every:
            self._show_state(tr("正在收下第 {done} 期，共 {n} 期；停止后已收下的留着。", done=done + 1, n=every))

    def _on_all_taken(self) -> None:
        self._taking = None
        self._hold(held=False)
        self._show_file()
        self._go_on()

    def _hold(self, *, held: bool) -> None:
        for part in (self.roles, self.source, self.understood, self.bar.take, self.bar.take_all):
            part.setEnabled(not held)
        self.bar.leave.setText(tr("停止") if held else tr("取消"))

    def _go_on(self) -> None:
        following = self.readings.next_open()
        refused = [one for one in self.readings.files if one.taken is None]
        if following >= 0:
            self.files.setCurrentRow(following)
            self.readings.open(following)
        elif refused and len(self.readings.files) > 1:
            self._show_file()
            taken = len(self.readings.taken)
            self._show_state(tr("收下 {n} 期，{refused} 个文件没有收下，原因见左边。", n=taken, refused=len(refused)))
            self.bar.leave.setText(tr("关闭"))
        else:
            self.accept()

    def _leave(self) -> None:
        """Leave the rest unread while files are being read, else close."""
        if self._taking:
            self._taking.stop()
        elif self._reading and self.readings.files:
            self._job.stop()
        else:
            self.reject()

    def reject(self) -> None:
        """Close; what was taken in by then stays in, what is not read yet stays unread. While taking in, only stop."""
        if self._taking:
            self._taking.stop()
            return
        self._job.stop()
        if self.readings.taken:
            self.accept()
        else:
            super().reject()

    def _section_of(self, article: str) -> str:
        reading = self.readings.reading
        sections = reading.parsed.issue.sections if reading and article else ()
        return next((one.name for one in sections if any(other.uid == article for other in one.articles)), "")

    def _show_menu(self, place: QPoint) -> None:
        if not self.roles.buttons[LineRole.TITLE].isEnabled():
            return
        menu = QMenu(self)
        for role in CORRECTABLE:
            menu.addAction(CHOICES[role], partial(self._say_role, role))
        menu.popup(place)

    def _show_state(self, words: str) -> None:
        failed = words and self.readings.files and not self._reading and self._taking is None
        remark = self.readings.file.remark if self.readings.file else ""
        state = "warn" if words and words == remark else "error" if failed else ""
        self.message.show_message(words, state=state)
        self._message_room.setVisible(bool(words))

    def _show_file_row(self, place: int) -> None:
        file = self.readings.files[place]
        self.files.show_file(place, file.name, *file.state())

    # building

    def _connect(self) -> None:
        self.readings.changed.connect(self._show_file)
        self.readings.file_changed.connect(self._show_file_row)
        self.files.file_chosen.connect(self.readings.open)
        self.source.line_chosen.connect(self._show_line)
        self.source.menu_wanted.connect(self._show_menu)
        self.understood.thing_chosen.connect(self.choose_line)
        self.understood.moved.connect(self._move)
        self.doubts.line_chosen.connect(self.choose_line)
        self.roles.role_chosen.connect(self._say_role)
        self.roles.restored.connect(lambda: self.readings.restore(self.source.line))
        self.roles.section_chosen.connect(self._say_section)
        self.bar.leave.clicked.connect(self._leave)
        self.bar.take.clicked.connect(self._take)
        self.bar.take_all.clicked.connect(self._take_all)
        for name, by in (("next", 1), ("previous", -1)):
            self.actions_by_name[name].triggered.connect(lambda _checked=False, by=by: self._step(by))
        self.actions_by_name["undo"].triggered.connect(self.readings.undo)

    def _lay_out(self, *, many: bool) -> None:
        files = self.files if many else None
        room = message_row(self._message_room, self.message)
        understood = understood_side(self._heading, self.understood, self.roles, self._points, self.doubts)
        stack = stacked(self, self.bar, hairline(), room)
        stack.addLayout(both_sides(files, source_side(self.source, self.roles), understood), 1)
