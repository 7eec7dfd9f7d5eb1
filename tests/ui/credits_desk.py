"""A form on values alone: what a session does for it, in a few lines."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from editor.model.credits import Credit, Name, NameKind
from editor.model.front import Front
from editor.model.front_changes import differences
from editor.model.publication import Contact, ContactKind, Profile, Publisher
from editor.model.uid import derived_uid
from editor.ui.credits.form import BackForm, CreditsForm
from editor.ui.credits.services import FrontScene, KnownName, Services

WANG, OTHER_WANG = derived_uid("wang"), derived_uid("other wang")


def names(*texts):
    return tuple(Name(text=text) for text in texts)


FRONT = Front(
    profile=Profile(
        masthead="云州观察",
        notice="仅供参考。",
        publishers=(Publisher(name="云州研究院", paragraphs=("第一段。",), uid=derived_uid("p")),),
    ),
    credits=(
        Credit(role="主编", names=names("沈怀远"), uid=derived_uid("a")),
        Credit(role="编委会", names=names("陆岚", "顾清和", "闻笛"), uid=derived_uid("b")),
        Credit(role="责任校对", uid=derived_uid("c")),
    ),
    contacts=(
        Contact(label="电话", value="000-5550-0161", kind=ContactKind.PHONE, uid=derived_uid("d")),
        Contact(label="邮箱", value="desk@example.org", kind=ContactKind.MAIL, uid=derived_uid("e")),
    ),
)
KNOWN = (
    KnownName(name=Name(text="陈贝", person=derived_uid("chen"))),
    KnownName(name=Name(text="王伟", person=WANG), remark="一部"),
    KnownName(name=Name(text="王伟", person=OTHER_WANG), remark="二部", rank=1),
    KnownName(name=Name(text="曾晓琪"), rank=3),
)
HOUSES = (KnownName(name=Name(text="云州市数据局")),)


@dataclass
class Desk:
    """front: as it stands; steps: labels of what was done; message: what the user was told."""

    front: Front
    before: Front | None = None
    writable: bool = True
    unprintable: str = ""
    editors: tuple = ()
    steps: list[str] = field(default_factory=list)
    message: list[str] = field(default_factory=list)
    registered: list[str] = field(default_factory=list)
    picture: object = None
    form: object = None

    def services(self):
        return Services(
            edit=self.edit,
            known=lambda kind: KNOWN if kind is NameKind.PERSON else HOUSES,
            register=self.register,
            choose_picture=lambda: self.picture,
            take_picture=lambda _data: self.picture,
            left=lambda: None,
            show_message=self.message.append,
        )

    def edit(self, label, change, *, step=""):
        after = change(self.front)
        if after != self.front:
            if not (step and self.steps and self.steps[-1] == label):
                self.steps.append(label)
            self.front = after
        self.show()

    def register(self, text, _kind):
        self.registered.append(text)
        return Name(text=text, person=derived_uid(text))

    def show(self):
        found = differences(self.front, self.before) if self.before else ()
        scene = FrontScene(
            front=self.front,
            writable=self.writable,
            before=self.before,
            differences=found,
            unprintable=self.unprintable,
            editors=self.editors,
        )
        if isinstance(self.form, BackForm):
            self.form.publishers.show_scene(scene, FRONT.profile.publishers)
            self.form.headings.show_scene(scene)
        else:
            self.form.show_scene(scene)

    def names(self, at):
        return [name.text for name in self.front.credits[at].names]


def open_desk(qtbot, *, form=CreditsForm, **fields):
    desk = Desk(**{"front": FRONT} | fields)
    desk.form = form(desk.services())
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(desk.form)
    area.resize(600, 800)
    desk.show()
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    desk.area = area
    return desk


def with_role(*people, at=1, **fields):
    rows = list(FRONT.credits)
    rows[at] = replace(rows[at], names=names(*people), **fields)
    return replace(FRONT, credits=tuple(rows))


def drop(target, point, data):
    """Send what a window system sends while something is dragged over a place and let go."""
    for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
        place = QPointF(point) if kind is QDropEvent else point
        event = kind(place, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(target, event)
