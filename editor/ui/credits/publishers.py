"""Who is presented behind the articles: name, English name, logo, paragraphs; who is listed here is printed."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from editor.model.front import Front
from editor.model.front_changes import FrontPart
from editor.model.items import changed, inserted, moved, removed, stepped
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.publication import Publisher
from editor.ui.credits.picture_slot import PictureSlot
from editor.ui.credits.roles import GoneLines
from editor.ui.credits.rows import FrontRow, RestoreButton, RowList, bind
from editor.ui.credits.services import FrontScene, Services, put_back
from editor.ui.credits.texts import TextArea
from editor.ui.credits.tools import link_button
from editor.ui.kit.fact_field import FactField
from editor.ui.kit.widgets import label

PUBLISHER_FORMAT = "application/x-bulletin-publisher"
_LOGO = 56


class PublisherRow(FrontRow):
    """One publisher."""

    stepped = Signal(int)

    def __init__(self, uid: str, services: Services) -> None:
        super().__init__(uid, PUBLISHER_FORMAT)
        self._services = services
        self._scene: FrontScene | None = None
        self._publisher = Publisher(name="", uid=uid)
        self.name, self.english = (
            FactField(tr("单位名称"), tr("单位名称")),
            FactField(tr("英文名"), tr("英文名，可以空着")),
        )
        self.text = TextArea(tr("单位简介"), tr("简介，每段一行；空着就只印名称"), lines=True)
        self.slot = PictureSlot(tr("标志"), services, side=_LOGO)
        self.dark_slot = PictureSlot(tr("深底标志"), services, side=_LOGO)
        self.restore = RestoreButton()
        self._build()
        self._connect()

    def show_publisher(self, publisher: Publisher, scene: FrontScene) -> None:
        """Show a publisher."""
        self._publisher, self._scene = publisher, scene
        name, writable, logo = publisher.name or tr("单位"), scene.writable, publisher.logo
        difference = scene.difference(FrontPart.PUBLISHERS, publisher.uid)
        there = tuple(one and one.sha256 in scene.pictures for one in (logo, publisher.dark_logo))
        if not self.sees(publisher, difference, writable, there):
            return
        self.handle.show_row(publisher.uid, name)
        self.handle.setVisible(writable)
        for field, text in ((self.name, publisher.name), (self.english, publisher.english_name)):
            field.show_text(text)
            field.setReadOnly(not writable)
        self.text.show_text("\n".join(publisher.paragraphs))
        self.text.setReadOnly(not writable)
        self.slot.show_picture(logo, scene.pictures, writable=writable)
        self.dark_slot.show_picture(publisher.dark_logo, scene.pictures, writable=writable)
        self.restore.show_difference(difference, name, writable=writable)

    def stops(self) -> tuple[QWidget, ...]:
        return (self.handle, self.name, self.english, self.text, self.slot, self.dark_slot, self.restore)

    def write_name(self) -> None:
        """Let the user write the name."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def remove(self) -> None:
        """Print the publisher no more."""
        words, uid = tr("不印“{name}”", name=self._publisher.name or tr("单位")), self.uid
        self._services.edit(words, lambda front: _with(front, removed(front.profile.publishers, uid)))
        self._services.show_message(tr("{words}，Ctrl+Z 撤销", words=words))

    def put_back(self) -> None:
        """Bring back what the issue before had."""
        words = tr("恢复上期“{name}”", name=self._publisher.name)
        put_back(self._services, self._scene, FrontPart.PUBLISHERS, self.uid, words)

    def _build(self) -> None:
        inner = QVBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(self.name)
        inner.addWidget(self.english)
        # its letters below those of the fields, which have more blank before them
        below = QVBoxLayout()
        below.setContentsMargins(4, 0, 0, 0)
        below.addWidget(self.text)
        inner.addLayout(below)
        self.line.addLayout(inner, 1)
        logos = QVBoxLayout()
        logos.setSpacing(4)
        for slot in (self.slot, self.dark_slot):
            logos.addWidget(slot, 0, Qt.AlignmentFlag.AlignRight)
        logos.addStretch()
        self.line.addLayout(logos)
        self.line.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.handle.menu_wanted.connect(self._show_menu)
        self.handle.stepped.connect(self.stepped)
        self.handle.remove_wanted.connect(self.remove)
        self.handle.rename_wanted.connect(self.write_name)
        bind(self.name, lambda text: self._put(tr("改单位名称"), step="name", name=text), self._services)
        bind(self.english, lambda text: self._put(tr("改英文名"), step="english", english_name=text), self._services)
        self.text.written.connect(lambda text: self._put_text(text.split("\n") if text else ()))
        self.text.left.connect(self._on_text_left)
        self.slot.chosen.connect(self._on_logo_chosen)
        self.dark_slot.chosen.connect(self._on_dark_logo_chosen)
        self.restore.clicked.connect(self.put_back)

    def _put_text(self, paragraphs: Iterable[str]) -> None:
        self._put(tr("改单位简介"), step="text", paragraphs=tuple(paragraphs))

    def _on_text_left(self) -> None:
        """Drop empty lines, which print nothing."""
        self._put_text(one.strip() for one in self._publisher.paragraphs if one.strip())
        self._services.left()

    def _on_logo_chosen(self, logo: Picture | None) -> None:
        self._put(tr("换标志") if logo else tr("去掉标志"), logo=logo)

    def _on_dark_logo_chosen(self, logo: Picture | None) -> None:
        self._put(tr("换深底标志") if logo else tr("去掉深底标志"), dark_logo=logo)

    def _put(self, words: str, *, step: str = "", **fields: object) -> None:
        uid = self.uid

        def change(front: Front) -> Front:
            put: Callable[[Publisher], Publisher] = lambda one: replace(one, **fields)  # type: ignore[arg-type]  # noqa: E731
            return _with(front, changed(front.profile.publishers, uid, put))

        self._services.edit(words, change, step=f"{step}:{uid}" if step else "")

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(tr("上移\tCtrl+↑"), lambda: self.stepped.emit(-1))
        menu.addAction(tr("下移\tCtrl+↓"), lambda: self.stepped.emit(1))
        menu.addSeparator()
        menu.addAction(tr("不印这个单位\tDelete"), self.remove)
        menu.popup(self.handle.mapToGlobal(QPoint(0, self.handle.height())))


class PublishersForm(QWidget):
    """Rows of publishers, and the way to one more: a new one, or one that other issues or the publication have."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._scene: FrontScene | None = None
        self._others: tuple[Publisher, ...] = ()
        self.list: RowList[PublisherRow] = RowList(PUBLISHER_FORMAT, self._made_row)
        self.gone = GoneLines(services, FrontPart.PUBLISHERS)
        self.add = link_button(tr("＋ 添加单位"))
        self._empty = label(tr("没有要介绍的单位，末页不印。添加主办单位，写上名称和简介。"), ink="text2")
        self.add.clicked.connect(self._on_add_clicked)
        self.list.moved.connect(
            lambda uid, at: self._edit(tr("移动单位"), lambda publishers: moved(publishers, uid, at))
        )
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        for part in (self._empty, self.list, self.gone):
            stack.addWidget(part)
        stack.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_scene(self, scene: FrontScene, others: tuple[Publisher, ...] = ()) -> None:
        """Show the publishers. others: known ones that can be printed as well."""
        self._scene, self._others = scene, others
        publishers = scene.front.profile.publishers
        self._empty.setVisible(not publishers)
        self.list.keep([one.uid for one in publishers])
        for row, publisher in zip(self.list.rows, publishers, strict=True):
            row.show_publisher(publisher, scene)
        self.list.order_stops(self.add)
        self.gone.show_scene(scene)
        self.add.setVisible(scene.writable)

    def add_publisher(self, publisher: Publisher) -> None:
        """Print one more."""
        self._edit(tr("添加单位"), lambda publishers: inserted(publishers, len(publishers), publisher))
        row = self.list.row(publisher.uid)
        if row and not publisher.name:
            row.write_name()

    def _made_row(self, uid: str) -> PublisherRow:
        row = PublisherRow(uid, self._services)
        row.stepped.connect(lambda by: self._on_stepped(row, by))
        return row

    def _on_stepped(self, row: PublisherRow, by: int) -> None:
        self._edit(tr("移动单位"), lambda publishers: stepped(publishers, row.uid, by))
        row.handle.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_add_clicked(self) -> None:
        printed = {one.name for one in self._scene.front.profile.publishers} if self._scene else set()
        menu = QMenu(self)
        for one in self._others:
            if one.name not in printed:
                menu.addAction(one.name, partial(self.add_publisher, one))
        menu.addAction(tr("新的单位"), lambda: self.add_publisher(Publisher(name="")))
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _edit(self, words: str, change: Callable[[tuple[Publisher, ...]], tuple[Publisher, ...]]) -> None:
        self._services.edit(words, lambda front: _with(front, change(front.profile.publishers)))


def _with(front: Front, publishers: tuple[Publisher, ...]) -> Front:
    return replace(front, profile=replace(front.profile, publishers=publishers))
