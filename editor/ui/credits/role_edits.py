"""What is changed of one role: each a named step of the history."""

from collections.abc import Callable
from dataclasses import replace

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
from editor.model.credits import Credit, Filling, Name, NameKind
from editor.model.errors import UserError
from editor.model.front import Front
from editor.model.front_changes import FrontPart
from editor.model.language import tr
from editor.text.person_names import EDITING_ROLES, is_person_name
from editor.ui.credits.services import FrontScene, Services, put_back


class RoleEdits:
    """Changes one role. credit, scene: as they are shown now, kept up to date by the row."""

    def __init__(self, uid: str, services: Services) -> None:
        self._uid, self._services = uid, services
        self.credit = Credit(role="", uid=uid)
        self.scene: FrontScene | None = None

    def make(self, label: str, change: Callable[[Front], Front], *, step: str = "") -> None:
        """Change the front."""
        self._services.edit(label, change, step=step)

    # the role

    def rename(self, text: str) -> None:
        """Give the role a name."""
        self.make(
            tr("改角色名称"),
            lambda front: put_credit(front, self._uid, lambda credit: replace(credit, role=text)),
            step=f"role:{self._uid}",
        )

    def take_next(self) -> None:
        """Let the next of the rota be on duty in this issue."""
        self.make(tr("换值班"), lambda front: put_credit(front, self._uid, turned))

    def fill(self, filling: Filling) -> None:
        """Let names come from somewhere else."""
        self.make(tr("改名字的来处"), lambda front: fill_by(front, self._uid, filling))

    def put_back(self) -> None:
        """Bring back what the issue before had."""
        words = tr("恢复上期“{role}”", role=self.credit.role)
        put_back(self._services, self.scene, FrontPart.CREDITS, self._uid, words)

    def remove(self) -> None:
        """Take the role out of the issue."""
        label = tr("删除角色“{role}”", role=self.credit.role)
        uid = self._uid
        self.make(label, lambda front: replace(front, credits=tuple(one for one in front.credits if one.uid != uid)))
        self._services.show_message(tr("已{label}，Ctrl+Z 撤销", label=label))

    # its names

    def add(self, at: int, names: tuple[Name, ...]) -> None:
        """Put names in at a position; say so where one is there already, or cannot be one."""
        names = self._persons(names)
        if not names:
            return
        known = {(name.text, name.person) for name in self.credit.names}
        twice = [name.text for name in names if (name.text, name.person) in known]
        self.make(tr("添加名字"), lambda front: add_names(front, self._place(at), *names))
        if twice:
            self._services.show_message(
                tr(
                    "“{role}”里已经有“{twice}”，现在是两位；若是同一人，按 Ctrl+Z",
                    role=self.credit.role,
                    twice=twice[0],
                )
            )

    def put(self, at: int, name: Name) -> None:
        """Put another name in place of one."""
        if not self._persons((name,)):
            return
        self.make(tr("改名字"), lambda front: put_name(front, self._place(at), name))

    def take_out(self, at: int) -> None:
        """Take a name away."""
        self.make(tr("去掉名字"), lambda front: remove_name(front, self._place(at)))

    def move(self, place: NamePlace | int, at: int) -> None:
        """Move a name to a position here. place: where it stands, a position of this role or that of another."""
        start = self._place(place) if isinstance(place, int) else place
        self.make(tr("移动名字"), lambda front: move_name(front, start, self._place(at)))

    def put_rota(self, label: str, rota: tuple[Name, ...]) -> None:
        """Give the role other names that take turns."""
        self.make(label, lambda front: put_rota(front, self._uid, rota))

    def registered(self, text: str) -> Name | None:
        """Return the name of somebody new in the register; None, and why, where it takes none."""
        if not self._persons((Name(text=text),)):
            return None
        try:
            return self._services.register(text, self.credit.kind)
        except UserError as error:
            self._services.show_message(str(error))
            return None

    def _persons(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        """Return the names without those that are none, for a role that articles name persons for; say which."""
        if self.credit.kind is not NameKind.PERSON or self.credit.role not in EDITING_ROLES:
            return names
        wrong = [name for name in names if not is_person_name(name.text)]
        if wrong:
            words = "、".join(name.text for name in wrong)
            role = self.credit.role
            self._services.show_message(
                tr("“{words}”不像人名，没有加进“{role}”。写 2 到 4 个汉字的名字", words=words, role=role)
            )
        return tuple(name for name in names if name not in wrong)

    def _place(self, at: int) -> NamePlace:
        return NamePlace(role=self._uid, position=at)
