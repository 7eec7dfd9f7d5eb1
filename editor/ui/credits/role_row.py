"""A role of the credits page: its name, its names, who says them, and what can be done with it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from editor.model.credit_edits import (
    NamePlace,
    add_names,
    fill_by,
    move_name,
    put_credit,
    put_name,
    put_rota,
    remove_name,
)
from editor.model.credit_filling import turned
from editor.model.errors import UserError
from editor.model.front import Front
from editor.model.front_changes import FrontPart, restored
from editor.model.language import tr
from editor.model.publication import Credit, Filling, Name
from editor.ui.credits.chip import ShownNames
from editor.ui.credits.names_flow import NamesFlow, hint
from editor.ui.credits.role_menu import role_menu
from editor.ui.credits.rows import FrontRow, RestoreButton, bind
from editor.ui.credits.services import FrontScene, Services
from editor.ui.credits.tools import RowTool, link_button
from editor.ui.kit.fact_field import FactField

ROLE_FORMAT = "application/x-bulletin-role"
_NOTES = {Filling.ARTICLES: tr("按本期文章自动"), Filling.ROTA: tr("本期值班"), Filling.HAND: ""}

_OF_ARTICLES = frozenset({"责任编辑", "编辑", "本期编辑"})
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
        self._scene: FrontScene | None = None
        self._credit = Credit(role="", uid=uid)
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
        self._credit, self._scene = credit, scene
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
        by_rota = self._credit.filling is Filling.ROTA
        (self.rota if by_rota else self.names).open_field()

    def edit(self, label: str, change: Callable[[Front], Front], *, step: str = "") -> None:
        """Change the front."""
        self._services.edit(label, change, step=step)

    def take_next(self) -> None:
        """Let the next of the rota be on duty in this issue."""
        self.edit(tr("换值班"), lambda front: put_credit(front, self.uid, turned))

    def fill(self, filling: Filling) -> None:
        """Let names come from somewhere else."""
        self.edit(tr("改名字的来处"), lambda front: fill_by(front, self.uid, filling))

    def put_back(self) -> None:
        """Bring back what the issue before had."""
        scene = self._scene
        found = scene.difference(FrontPart.CREDITS, self.uid) if scene else None
        if scene and scene.before and found:
            before = scene.before
            self.edit(tr("恢复上期“{role}”", role=self._credit.role), lambda front: restored(front, before, found))

    @property
    def credit(self) -> Credit:
        """The role as it is stored."""
        return self._credit

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
        self.handle.menu_wanted.connect(self._show_menu)
        self.handle.stepped.connect(self.stepped)
        self.handle.remove_wanted.connect(self.remove)
        self.handle.rename_wanted.connect(self.write_role)
        bind(self.role, self._on_role_written, self._services)
        self.add.clicked.connect(self.open_field)
        self.restore.clicked.connect(self.put_back)
        self.auto.clicked.connect(lambda: self.fill(Filling.ARTICLES))
        names = self.names
        names.added.connect(self._on_added)
        names.new_added.connect(lambda at, text: self._on_new_added(names, at, text))
        names.renamed.connect(self._on_renamed)
        names.removed.connect(self._on_removed)
        names.dropped.connect(self._on_dropped)
        names.carried.connect(self._on_carried)
        names.left_upwards.connect(lambda down: self.walked.emit(max(0, names.focused()), down))
        self._connect_rota(self.rota)

    def _connect_rota(self, rota: NamesFlow) -> None:
        rota.setAcceptDrops(False)
        rota.added.connect(lambda at, names: self._put_rota(tr("添加到轮值"), _put_in(self._credit.rota, at, names)))
        rota.new_added.connect(lambda at, text: self._on_new_added(rota, at, text))
        rota.renamed.connect(
            lambda at, name: self._put_rota(tr("改轮值"), (*self._credit.rota[:at], name, *self._credit.rota[at + 1 :]))
        )
        rota.removed.connect(
            lambda at: self._put_rota(tr("去掉轮值"), self._credit.rota[:at] + self._credit.rota[at + 1 :])
        )
        rota.carried.connect(self._on_rota_carried)

    def remove(self) -> None:
        """Take the role out of the issue."""
        label = tr("删除角色“{role}”", role=self._credit.role)
        uid = self.uid
        self.edit(label, lambda front: replace(front, credits=tuple(one for one in front.credits if one.uid != uid)))
        self._services.show_message(tr("已{label}，Ctrl+Z 撤销", label=label))

    def write_role(self) -> None:
        """Let the user write the role's name."""
        self.role.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.role.selectAll()

    def _show_menu(self) -> None:
        menu: QMenu = role_menu(self, self._credit, self._scene, self._services.known(self._credit.kind))
        menu.popup(self.handle.mapToGlobal(QPoint(0, self.handle.height())))

    def _on_role_written(self, text: str) -> None:
        self.edit(
            tr("改角色名称"),
            lambda front: put_credit(front, self.uid, lambda credit: replace(credit, role=text)),
            step=f"role:{self.uid}",
        )

    def _on_added(self, at: int, names: tuple[Name, ...]) -> None:
        known = {(name.text, name.person) for name in self._credit.names}
        twice = [name.text for name in names if (name.text, name.person) in known]
        self.edit(tr("添加名字"), lambda front: add_names(front, NamePlace(role=self.uid, position=at), *names))
        if twice:
            self._services.show_message(
                tr(
                    "“{role}”里已经有“{twice}”，现在是两位；若是同一人，按 Ctrl+Z",
                    role=self._credit.role,
                    twice=twice[0],
                )
            )

    def _on_new_added(self, flow: NamesFlow, at: int, text: str) -> None:
        """Register who is written, then put the name in, or in place of the one at a position (-1 for none)."""
        try:
            name = self._services.register(text, self._credit.kind)
        except UserError as error:
            self._services.show_message(str(error))
            return
        if at >= 0:
            flow.renamed.emit(at, name)
        else:
            flow.added.emit(len(flow.chips), (name,))

    def _on_renamed(self, at: int, name: Name) -> None:
        self.edit(tr("改名字"), lambda front: put_name(front, NamePlace(role=self.uid, position=at), name))

    def _on_removed(self, at: int) -> None:
        self._wanted = at
        self.edit(tr("去掉名字"), lambda front: remove_name(front, NamePlace(role=self.uid, position=at)))
        if not self._credit.names:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_dropped(self, place: NamePlace, at: int) -> None:
        self.edit(tr("移动名字"), lambda front: move_name(front, place, NamePlace(role=self.uid, position=at)))

    def _on_carried(self, at: int, across: int, down: int) -> None:
        if down:
            self.carried.emit(at, down)
        elif 0 <= at + across < len(self._credit.names):
            self._wanted = at + across
            target = NamePlace(role=self.uid, position=at + across + (across > 0))
            self.edit(tr("移动名字"), lambda front: move_name(front, NamePlace(role=self.uid, position=at), target))

    def _on_rota_carried(self, at: int, across: int, _down: int) -> None:
        names = list(self._credit.rota)
        if across and 0 <= at + across < len(names):
            names.insert(at + across, names.pop(at))
            self._put_rota(tr("移动轮值"), tuple(names))
            self.rota.focus(at + across)

    def _put_rota(self, label: str, rota: tuple[Name, ...]) -> None:
        self.edit(label, lambda front: put_rota(front, self.uid, rota))


def _put_in(names: tuple[Name, ...], at: int, added: tuple[Name, ...]) -> tuple[Name, ...]:
    return (*names[:at], *added, *names[at:])


def _note(credit: Credit, editors: tuple[Name, ...]) -> str:
    if credit.filling is Filling.ARTICLES and not editors:
        return _UNEDITED
    return _NOTES[credit.filling] if credit.names else _EMPTY


def _could_be_filled(credit: Credit, editors: tuple[Name, ...]) -> bool:
    """Return whether the articles know better who is named here."""
    by_hand = credit.filling is Filling.HAND and credit.role in _OF_ARTICLES
    return by_hand and bool(editors) and credit.names != editors
