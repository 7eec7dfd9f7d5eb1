"""A role of the credits page: its name, its names, who says them, and what can be done with it."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from editor.model.credits import Credit, Filling, Name
from editor.model.front_changes import FrontPart
from editor.model.language import tr
from editor.text.person_names import EDITING_ROLES
from editor.ui.credits.chip import ShownNames
from editor.ui.credits.names_flow import NamesFlow, hint
from editor.ui.credits.role_edits import RoleEdits
from editor.ui.credits.role_menu import role_menu
from editor.ui.credits.rows import FrontRow, RestoreButton, bind
from editor.ui.credits.services import FrontScene, Services
from editor.ui.credits.tools import RowTool, link_button
from editor.ui.kit.fact_field import FactField

ROLE_FORMAT = "application/x-bulletin-role"
_NOTES = {Filling.ARTICLES: tr("按本期文章自动"), Filling.ROTA: tr("本期值班"), Filling.HAND: ""}

_UNEDITED = tr("按本期文章自动（文章都还没有填责任编辑）")
_EMPTY = tr("还没有名字，付印时不出现；按 ＋ 添加")


class RoleRow(FrontRow):
    """One role. walked: the arrows leave a chip (its position, up or down); carried: a name leaves with them."""

    walked = Signal(int, int)
    carried = Signal(int, int)
    stepped = Signal(int)

    def __init__(self, uid: str, services: Services) -> None:
        super().__init__(uid, ROLE_FORMAT)
        self._services = services
        self.edits = RoleEdits(uid, services)
        self._wanted = -1
        self.role = FactField(tr("角色"), tr("角色名称"))
        self.names, self.rota = NamesFlow(services.known), NamesFlow(services.known)
        self._turns = hint(tr("轮值次序，下一期轮到下一位："))
        self.restore, self.add = RestoreButton(), RowTool("add", size=20)
        self.auto = link_button(tr("按本期文章自动"))
        self.auto.setToolTip(tr("照各篇文章的责任编辑填，文章改了跟着改"))
        self.names.add_tail(self.auto)
        self._build()
        self._connect()

    def show_role(self, credit: Credit, scene: FrontScene, width: int) -> None:
        """Show a role. width: of its name, px."""
        self.edits.credit, self.edits.scene = credit, scene
        self.role.show_text(credit.role)
        difference, writable = scene.difference(FrontPart.CREDITS, credit.uid), scene.writable
        if self.sees(credit, difference, writable, width, scene.unprintable, scene.editors):
            self.restore.show_difference(difference, credit.role or tr("角色"), writable=writable)
            self.role.setFixedWidth(width)
            self._show_tools(credit.role or tr("角色"), writable=writable)
            self._show_names(credit, scene)

    def _show_tools(self, name: str, *, writable: bool) -> None:
        self.handle.show_row(self.uid, name)
        for part in (self.handle, self.add):
            part.setEnabled(writable)
            part.setVisible(writable)
        self.role.setReadOnly(not writable)
        self.role.setToolTip(name)
        words = tr("添加名字到“{name}”", name=name)
        self.add.setAccessibleName(words)
        self.add.setToolTip(tr("{words}\n可打汉字、拼音或首字母；Ctrl+Enter 登记新的人", words=words))

    def _show_names(self, credit: Credit, scene: FrontScene) -> None:
        by_rota = credit.filling is Filling.ROTA
        shown = ShownNames(
            names=credit.names,
            role=credit.uid,
            kind=credit.kind,
            writable=scene.writable,
            note=_note(credit, scene.editors),
            unprintable=scene.unprintable,
        )
        self.names.show_names(shown)
        self.rota.show_names(
            replace(shown, names=credit.rota if by_rota else (), note="", on_duty=credit.names if by_rota else ())
        )
        self.auto.setVisible(scene.writable and _could_be_filled(credit, scene.editors))
        for part in (self.rota, self._turns):
            part.setVisible(by_rota)
        if self._wanted >= 0:
            self.names.focus(self._wanted)
            self._wanted = -1

    def stops(self) -> tuple[QWidget, ...]:
        return (self.handle, self.role, *self.names.chips, self.auto, *self.rota.chips, self.restore, self.add)

    def focus_name(self, position: int) -> None:
        """Give a chip the focus, else the button that adds one."""
        if not self.names.focus(position):
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def open_field(self) -> None:
        """Let the user add names; to a rota where one says who is on duty."""
        by_rota = self.edits.credit.filling is Filling.ROTA
        (self.rota if by_rota else self.names).writing.open()

    def _build(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2)
        for part in (self.names, self._turns, self.rota):
            inner.addWidget(part)
        self.line.addWidget(self.role, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addLayout(inner, 1)
        self.line.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        edits, names = self.edits, self.names
        self.handle.menu_wanted.connect(self._show_menu)
        self.handle.stepped.connect(self.stepped)
        self.handle.remove_wanted.connect(edits.remove)
        self.handle.rename_wanted.connect(self.write_role)
        bind(self.role, edits.rename, self._services)
        self.add.clicked.connect(self.open_field)
        self.restore.clicked.connect(edits.put_back)
        self.auto.clicked.connect(lambda: edits.fill(Filling.ARTICLES))
        names.added.connect(edits.add)
        names.new_added.connect(lambda at, text: _register(edits, names, at, text))
        names.renamed.connect(edits.put)
        names.removed.connect(self._on_removed)
        names.dropped.connect(edits.move)
        names.carried.connect(self._on_carried)
        names.left_upwards.connect(lambda down: self.walked.emit(max(0, names.focused()), down))
        _connect_rota(self.rota, edits)

    def write_role(self) -> None:
        """Let the user write the role's name."""
        self.role.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.role.selectAll()

    def _show_menu(self) -> None:
        known = self._services.known(self.edits.credit.kind)
        menu: QMenu = role_menu(self, self.edits.credit, self.edits.scene, known)
        menu.popup(self.handle.mapToGlobal(QPoint(0, self.handle.height())))

    def _on_removed(self, at: int) -> None:
        self._wanted = at
        self.edits.take_out(at)
        if not self.edits.credit.names:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_carried(self, at: int, across: int, down: int) -> None:
        if down:
            self.carried.emit(at, down)
        elif 0 <= at + across < len(self.edits.credit.names):
            self._wanted = at + across
            self.edits.move(at, at + across + (across > 0))


def _register(edits: RoleEdits, flow: NamesFlow, at: int, text: str) -> None:
    """Register who is written, then put the name in, or in place of the one at a position (-1 for none)."""
    name = edits.registered(text)
    if name is None:
        return
    if at >= 0:
        flow.renamed.emit(at, name)
    else:
        flow.added.emit(len(flow.chips), (name,))


def _connect_rota(flow: NamesFlow, edits: RoleEdits) -> None:
    """Let a flow change the names that take turns."""

    def put(label: str, start: int, end: int, *names: Name) -> None:
        rota = edits.credit.rota
        edits.put_rota(label, (*rota[:start], *names, *rota[end:]))

    def carry(at: int, across: int, _down: int) -> None:
        names = list(edits.credit.rota)
        if across and 0 <= at + across < len(names):
            names.insert(at + across, names.pop(at))
            edits.put_rota(tr("移动轮值"), tuple(names))
            flow.focus(at + across)

    flow.setAcceptDrops(False)
    flow.added.connect(lambda at, names: put(tr("添加到轮值"), at, at, *names))
    flow.new_added.connect(lambda at, text: _register(edits, flow, at, text))
    flow.renamed.connect(lambda at, name: put(tr("改轮值"), at, at + 1, name))
    flow.removed.connect(lambda at: put(tr("去掉轮值"), at, at + 1))
    flow.carried.connect(carry)


def _note(credit: Credit, editors: tuple[Name, ...]) -> str:
    if credit.filling is Filling.ARTICLES and not editors:
        return _UNEDITED
    return _NOTES[credit.filling] if credit.names else _EMPTY


def _could_be_filled(credit: Credit, editors: tuple[Name, ...]) -> bool:
    """Return whether the articles know better who is named here."""
    by_hand = credit.filling is Filling.HAND and credit.role in EDITING_ROLES
    return by_hand and bool(editors) and credit.names != editors
