"""The contacts of the credits page, one row each."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from editor.model.front_changes import FrontPart
from editor.model.items import moved, stepped
from editor.model.language import tr
from editor.model.publication import Contact, ContactKind
from editor.ui.credits.contact_row import CONTACT_FORMAT, KINDS, ContactRow
from editor.ui.credits.roles import GoneLines
from editor.ui.credits.rows import RowList, label_width
from editor.ui.credits.services import FrontScene, Services
from editor.ui.credits.tools import link_button
from editor.ui.kit.widgets import label

_LABELS = {ContactKind.CODE: tr("新媒体"), ContactKind.OTHER: ""}


class ContactsForm(QWidget):
    """Rows of contacts, and the way to one more."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.list: RowList[ContactRow] = RowList(CONTACT_FORMAT, self._made_row)
        self.gone = GoneLines(services, FrontPart.CONTACTS)
        self.add = link_button(tr("＋ 添加联系方式"))
        self._empty = label(tr("还没有联系方式。添加电话、邮箱、地址，或订阅用的二维码。"), ink="text2")
        self.add.clicked.connect(self._on_add_clicked)
        self.list.moved.connect(self._on_moved)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        for part in (self._empty, self.list, self.gone):
            stack.addWidget(part)
        stack.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_scene(self, scene: FrontScene) -> None:
        """Show the contacts."""
        contacts = scene.front.contacts
        self._empty.setVisible(not contacts)
        self.list.keep([contact.uid for contact in contacts])
        width = label_width(scene.labels)
        for row, contact in zip(self.list.rows, contacts, strict=True):
            row.show_contact(contact, scene, width)
        self.list.order_stops(self.add)
        self.gone.show_scene(scene)
        self.add.setVisible(scene.writable)

    def add_contact(self, kind: ContactKind) -> None:
        """Put a contact of a kind at the end and let the user write it."""
        made = Contact(label=_LABELS.get(kind, KINDS[kind][1]), kind=kind)
        self._services.edit(tr("添加联系方式"), lambda front: replace(front, contacts=(*front.contacts, made)))
        row = self.list.row(made.uid)
        if row:
            (row.value if made.label else row.name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _made_row(self, uid: str) -> ContactRow:
        row = ContactRow(uid, self._services)
        row.stepped.connect(lambda by: self._on_stepped(row, by))
        return row

    def _on_add_clicked(self) -> None:
        menu = QMenu(self)
        for kind, (_, words, _example) in KINDS.items():
            menu.addAction(words, partial(self.add_contact, kind))
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _on_moved(self, uid: str, position: int) -> None:
        self._services.edit(
            tr("移动联系方式"), lambda front: replace(front, contacts=moved(front.contacts, uid, position))
        )

    def _on_stepped(self, row: ContactRow, by: int) -> None:
        self._services.edit(
            tr("移动联系方式"), lambda front: replace(front, contacts=stepped(front.contacts, row.uid, by))
        )
        row.handle.setFocus(Qt.FocusReason.TabFocusReason)
