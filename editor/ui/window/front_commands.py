"""What is done with the parts before and behind the articles: credits page and back matter."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from editor.desk.checking.check import previous_issue
from editor.model.body import Figure
from editor.model.credit_filling import filled_front
from editor.model.edits import put_issue
from editor.model.errors import UserError
from editor.model.front import Front, front_of, put_front
from editor.model.front_changes import differences
from editor.model.issue import Issue
from editor.model.numbering import label
from editor.model.picture import Picture
from editor.model.publication import Name, NameKind, Publisher
from editor.model.register_edits import put_person
from editor.model.registers import Person
from editor.model.workspace import Workspace
from editor.proof.finding import Finding
from editor.ui.body.clipboard import pasted
from editor.ui.credits.services import Known, Scene, Services
from editor.ui.credits.view import BACK, CREDITS, PartView, part_of
from editor.ui.failures import say_failure
from editor.ui.window.parts import Parts

_PICTURES = "图片 (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff)"


class FrontCommands(QObject):
    """Shows these parts in the middle column of one window, and writes what is changed there."""

    def __init__(self, parts: Parts, middle: QStackedWidget) -> None:
        super().__init__(parts.window)
        self._parts, self._session = parts, parts.session
        self._previous: tuple[str, Issue | None] = ("", None)
        self.part = ""
        self.view = PartView(self._services())
        middle.addWidget(self.view)
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(lambda _before, _after: self.show())
        self._session.stepped.connect(self._on_stepped)
        people = parts.actions.get("registers.people")
        if people:
            self.view.people.show()
            self.view.people.clicked.connect(people.trigger)

    def open(self, part: str) -> bool:
        """Show a part; False for one that has no form."""
        self.part = part if part in (CREDITS, BACK) else ""
        self._session.close_step()
        self.show()
        if self.part:
            self.view.begin()
        return bool(self.part)

    def leave(self) -> None:
        """Give the middle column back to the articles."""
        self.part = ""

    def show(self) -> None:
        """Show the open part as it stands."""
        opened = self._session.open_issue
        if not self.part or opened is None:
            return
        front, former = filled_front(opened.issue), self._former(opened.issue)
        before = front_of(former) if former else None
        scene = Scene(
            front=front,
            writable=self._session.writable,
            before=before,
            differences=differences(front, before) if before else (),
            pictures=opened.pictures,
        )
        named = label(former.number)[-1] if former else ""
        others = (*opened.publication.profile.publishers, *(former.profile.publishers if former else ()))
        self.view.show_part(self.part, scene, former=named, others=_once(others))

    def show_finding(self, finding: Finding) -> None:
        """Go to the row that a finding speaks of."""
        if self.part and finding.place.where == self.part:
            self.view.go_to(finding.place.block)

    def take_focus(self) -> None:
        """Give the open part the keyboard."""
        if self.part:
            self.view.take_focus()

    # what the forms ask for

    def _services(self) -> Services:
        return Services(
            edit=self._edit,
            known=self._known,
            register=self._register,
            choose_picture=self._choose_picture,
            take_picture=self._take_picture,
            left=self._on_left,
            say=self._parts.say,
        )

    def _edit(self, words: str, change: Callable[[Front], Front], *, step: str = "") -> None:
        def apply(space: Workspace) -> Workspace:
            front = filled_front(space.issue)
            after = change(front)
            return space if after == front else put_issue(space, put_front(space.issue, after))

        if not self._session.apply(words, apply, step=step):
            self.show()

    def _known(self, kind: NameKind) -> tuple[Known, ...]:
        """Return who is registered, then who is printed without being so."""
        people = [one for one in self._session.library.registers().people if one.kind is kind]
        known = [
            Known(name=Name(text=one.name, person=one.uid), remark=one.remark) for one in people if not one.retired
        ]
        texts = {text for one in people for text in (one.name, *one.aliases)}
        words = self._session.words()
        issue = self._session.issue
        printed = (
            (name.text for credit in issue.credits if credit.kind is kind for name in credit.names) if issue else ()
        )
        used = dict.fromkeys((*printed, *(words.people if kind is NameKind.PERSON else words.organisations)))
        return (*known, *(Known(name=Name(text=text)) for text in used if text not in texts))

    def _register(self, text: str, kind: NameKind) -> Name:
        """Make someone known. Raises UserError where that cannot be."""
        library = self._session.library
        registers, person = library.registers(), Person(name=text, kind=kind)
        library.save_registers(registers, put_person(registers, person), author=self._session.author)
        self._parts.say(f"已登记“{text}”")
        return Name(text=person.name, person=person.uid)

    def _choose_picture(self) -> Picture | None:
        name, _ = QFileDialog.getOpenFileName(self._parts.window, "选择图片", "", _PICTURES)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(name)])
        return self._take_picture(data) if name else None

    def _take_picture(self, data: QMimeData) -> Picture | None:
        try:
            blocks = pasted(data, frozenset(), self._session.take_picture).blocks
        except UserError as error:
            say_failure(self._parts.window, "没有放入图片", str(error))
            return None
        found = next((block.picture for block in blocks if isinstance(block, Figure) and block.picture), None)
        if found is None:
            self._parts.say("这里面没有图片。请选 PNG 或 JPEG 文件，或先复制一张图片。")
        return found

    def _on_left(self) -> None:
        self._session.close_step()
        self._session.begin_save()

    # the work

    def _former(self, issue: Issue) -> Issue | None:
        if self._previous[0] != issue.uid:
            self._previous = (issue.uid, previous_issue(self._session.library, issue))
        return self._previous[1]

    def _on_opened(self) -> None:
        self._previous = ("", None)

    def _on_stepped(self, before: Workspace, after: Workspace) -> None:
        """Lead to what undo or redo changed here."""
        one, other = front_of(before.issue), front_of(after.issue)
        touched = {part_of(found) for found in differences(other, one)} if one != other else set()
        if touched and self.part not in touched:
            part = CREDITS if CREDITS in touched else BACK
            self._parts.outline.choose(part)
            self._parts.outline.part_chosen.emit(part)


def _once(publishers: tuple[Publisher, ...]) -> tuple[Publisher, ...]:
    """Return publishers once each, the first of a name."""
    return tuple({one.name: one for one in reversed(publishers)}.values())[::-1]
