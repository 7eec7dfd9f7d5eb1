"""A way to reach the board: kind, label and value in place, with its check."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from editor.checks.rules.contacts import fault
from editor.model.front import Front
from editor.model.front_changes import FrontPart
from editor.model.items import changed, removed
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.publication import Contact, ContactKind
from editor.ui.credits.picture_slot import PictureSlot, is_picture
from editor.ui.credits.rows import FrontRow, RestoreButton, bind
from editor.ui.credits.services import FrontScene, Services, put_back
from editor.ui.kit.drop_cue import DropCue
from editor.ui.kit.drop_words import picture_words
from editor.ui.kit.fact_field import FactField
from editor.ui.kit.pieces import IconPicture as Sign
from editor.ui.kit.widgets import label

CONTACT_FORMAT = "application/x-bulletin-contact"
KINDS = {
    ContactKind.PHONE: ("phone", tr("电话"), tr("如 000-1234567 转 8")),
    ContactKind.MAIL: ("mail", tr("邮箱"), tr("如 desk@example.org")),
    ContactKind.ADDRESS: ("address", tr("地址"), tr("写到门牌")),
    ContactKind.WEB: ("open.outside", tr("网址"), tr("如 www.example.org")),
    ContactKind.CODE: ("meta.qr", tr("二维码"), tr("可以空着，只印二维码")),
    ContactKind.OTHER: ("info", tr("其他"), tr("内容")),
}
# the frame and the blank of the value's field, which chips have not
_EDGE = 9
# kinds whose value nothing can be said of
_UNCHECKED = frozenset({ContactKind.ADDRESS, ContactKind.OTHER})


class ContactRow(FrontRow):
    """One contact."""

    stepped = Signal(int)

    def __init__(self, uid: str, services: Services) -> None:
        super().__init__(uid, CONTACT_FORMAT)
        self._services = services
        self._scene: FrontScene | None = None
        self._contact = Contact(label="", uid=uid)
        self.name = FactField(tr("联系方式名称"), tr("名称"))
        self.value, self.caption = (
            FactField(tr("联系方式内容")),
            FactField(tr("二维码说明"), tr("二维码下的说明，如 扫码订阅本刊")),
        )
        self.slot = PictureSlot(tr("二维码图片"), services)
        self.message, self.sign = label(role="small", ink="warn"), Sign("check.ok", size=16)
        self.restore = RestoreButton()
        self.setAcceptDrops(True)
        DropCue(self, lambda data: picture_words(data) if self.slot.takes_pictures else "")
        self._build()
        self._connect()

    def show_contact(self, contact: Contact, scene: FrontScene, width: int) -> None:
        """Show a contact. width: of its label, px."""
        self._contact, self._scene = contact, scene
        for field, text in ((self.name, contact.label), (self.value, contact.value), (self.caption, contact.caption)):
            field.show_text(text)
        difference, writable = scene.difference(FrontPart.CONTACTS, contact.uid), scene.writable
        picture = contact.picture
        if not self.sees(contact, difference, writable, width, picture and picture.sha256 in scene.pictures):
            return
        self.name.setFixedWidth(width - _EDGE)
        self._show_kind(contact, writable=writable)
        self.slot.show_picture(picture, scene.pictures, writable=writable)
        self._show_check(contact)
        self.restore.show_difference(difference, contact.label or KINDS[contact.kind][1], writable=writable)

    def _show_kind(self, contact: Contact, *, writable: bool) -> None:
        drawn, kind, example = KINDS[contact.kind]
        name, code = contact.label or kind, contact.kind is ContactKind.CODE
        self.handle.show_row(contact.uid, name, drawn)
        self.handle.setEnabled(writable)
        for field in (self.name, self.value, self.caption):
            field.setReadOnly(not writable)
        self.value.setPlaceholderText(example if writable else "")
        self.value.setAccessibleName(tr("{name} 内容", name=name))
        self.caption.setVisible(code or bool(contact.caption))
        self.slot.setVisible(code or contact.picture is not None)

    def stops(self) -> tuple[QWidget, ...]:
        return (self.handle, self.name, self.value, self.restore, self.caption, self.slot)

    def write_name(self) -> None:
        """Let the user write the label."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def remove(self) -> None:
        """Take the contact out of the issue."""
        words, uid = tr("删除“{label}”", label=self._contact.label or tr("联系方式")), self.uid
        self._services.edit(words, lambda front: replace(front, contacts=removed(front.contacts, uid)))
        self._services.show_message(tr("已{words}，Ctrl+Z 撤销", words=words))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.slot.takes_pictures and is_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.slot.take(event.mimeData())

    def _show_check(self, contact: Contact) -> None:
        message = fault(contact)
        self.message.setText(message)
        self.message.setVisible(bool(message))
        self.sign.setVisible(bool(message) or contact.kind not in _UNCHECKED)
        if message:
            self.sign.show_icon("check.warning", token="warn.mark", filled=True)
        else:
            self.sign.show_icon("check.ok", token="text2", filled=True)
        self.sign.setAccessibleName(message or tr("检查通过"))
        self.sign.setToolTip(message or tr("检查通过"))

    def _build(self) -> None:
        fields = QVBoxLayout()
        fields.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.value, 1)
        first.addWidget(self.restore)
        first.addWidget(self.message)
        first.addWidget(self.sign)
        first.addSpacing(6)
        fields.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.caption, 1)
        second.addWidget(self.slot)
        fields.addLayout(second)
        self.line.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addLayout(fields, 1)

    def _connect(self) -> None:
        self.handle.menu_wanted.connect(self._show_menu)
        self.handle.stepped.connect(self.stepped)
        self.handle.remove_wanted.connect(self.remove)
        self.handle.rename_wanted.connect(self.write_name)
        self._bind(self.name, tr("改联系方式名称"), lambda contact, text: replace(contact, label=text))
        self._bind(self.value, tr("改联系方式"), lambda contact, text: replace(contact, value=text))
        self._bind(self.caption, tr("改二维码说明"), lambda contact, text: replace(contact, caption=text))
        self.slot.chosen.connect(self._on_picture_chosen)
        self.restore.clicked.connect(
            lambda: put_back(
                self._services,
                self._scene,
                FrontPart.CONTACTS,
                self.uid,
                tr("恢复上期“{label}”", label=self._contact.label),
            )
        )

    def _bind(self, field: FactField, words: str, change: Callable[[Contact, str], Contact]) -> None:
        bind(
            field,
            lambda text: self._put(words, lambda contact: change(contact, text), step=f"{words}:{self.uid}"),
            self._services,
        )

    def _put(self, words: str, change: Callable[[Contact], Contact], *, step: str = "") -> None:
        uid = self.uid

        def apply(front: Front) -> Front:
            return replace(front, contacts=changed(front.contacts, uid, change))

        self._services.edit(words, apply, step=step)

    def _on_picture_chosen(self, picture: Picture | None) -> None:
        words = tr("换二维码图片") if picture else tr("去掉二维码图片")
        self._put(words, lambda contact: replace(contact, picture=picture))

    def _show_menu(self) -> None:
        menu = QMenu(self)
        for kind, (_, words, _example) in KINDS.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(kind is self._contact.kind)
            action.triggered.connect(
                lambda _on=False, kind=kind: self._put(
                    tr("改联系方式种类"), lambda contact: replace(contact, kind=kind)
                )
            )
        menu.addSeparator()
        menu.addAction(tr("上移\tCtrl+↑"), lambda: self.stepped.emit(-1))
        menu.addAction(tr("下移\tCtrl+↓"), lambda: self.stepped.emit(1))
        menu.addSeparator()
        menu.addAction(tr("删除\tDelete"), self.remove)
        menu.popup(self.handle.mapToGlobal(QPoint(0, self.handle.height())))
