"""The roles of the credits page, one row each."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.model.credit_edits import NamePlace
from editor.model.credits import Credit
from editor.model.front_changes import DifferenceKind, FrontPart, restored
from editor.model.items import moved, stepped
from editor.model.language import tr
from editor.ui.credits.role_row import ROLE_FORMAT, RoleRow
from editor.ui.credits.rows import GoneLine, RowList, label_width
from editor.ui.credits.services import FrontScene, Services
from editor.ui.credits.tools import link_button
from editor.ui.kit.widgets import label


class RolesForm(QWidget):
    """Rows of roles, and the way to one more."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._scene: FrontScene | None = None
        self.list: RowList[RoleRow] = RowList(ROLE_FORMAT, self._made_row)
        self.gone = GoneLines(services, FrontPart.CREDITS)
        self.add = link_button(tr("＋ 添加角色"))
        self._empty = label(tr("还没有角色。按“添加角色”，写上“主编”“责任编辑”，再添加名字。"), ink="text2")
        self._empty.setWordWrap(True)
        self.add.clicked.connect(self.add_role)
        self.list.moved.connect(self._on_moved)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        for part in (self._empty, self.list, self.gone):
            stack.addWidget(part)
        stack.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_scene(self, scene: FrontScene) -> None:
        """Show the roles."""
        self._scene = scene
        credits_ = scene.front.credits
        self._empty.setVisible(not credits_)
        self.list.keep([credit.uid for credit in credits_])
        width = label_width(scene.labels)
        for row, credit in zip(self.list.rows, credits_, strict=True):
            row.show_role(credit, scene, width)
        self.list.order_stops(self.add)
        self.gone.show_scene(scene)
        self.add.setVisible(scene.writable)

    def add_role(self) -> None:
        """Put a role at the end and let the user name it."""
        made = Credit(role="")
        self._services.edit(tr("添加角色"), lambda front: replace(front, credits=(*front.credits, made)))
        row = self.list.row(made.uid)
        if row:
            row.write_role()

    def _made_row(self, uid: str) -> RoleRow:
        row = RoleRow(uid, self._services)
        row.stepped.connect(lambda by: self._on_stepped(row, by))
        row.walked.connect(lambda at, down: self._on_walked(row, at, down))
        row.carried.connect(lambda at, down: self._on_carried(row, at, down))
        return row

    def _on_moved(self, uid: str, position: int) -> None:
        self._services.edit(tr("移动角色"), lambda front: replace(front, credits=moved(front.credits, uid, position)))

    def _on_stepped(self, row: RoleRow, by: int) -> None:
        self._services.edit(tr("移动角色"), lambda front: replace(front, credits=stepped(front.credits, row.uid, by)))
        row.handle.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_walked(self, row: RoleRow, at: int, down: int) -> None:
        other = self._beside(row, down)
        if other:
            other.focus_name(at)

    def _on_carried(self, row: RoleRow, at: int, down: int) -> None:
        other = self._beside(row, down)
        if other is None or self._scene is None:
            return
        end = len(other.edits.credit.names)
        other.edits.move(NamePlace(role=row.uid, position=at), end)
        other.focus_name(end)

    def _beside(self, row: RoleRow, down: int) -> RoleRow | None:
        rows = self.list.rows
        at = rows.index(row) + down
        return rows[at] if 0 <= at < len(rows) else None


class GoneLines(QWidget):
    """What the issue before had in a list and this one has not, and its order."""

    def __init__(self, services: Services, part: FrontPart) -> None:
        super().__init__()
        self._services, self._part = services, part
        self._scene: FrontScene | None = None
        self._lines: list[GoneLine] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)

    @property
    def lines(self) -> tuple[GoneLine, ...]:
        """The lines shown."""
        return tuple(self._lines)

    def show_scene(self, scene: FrontScene) -> None:
        """Show what is missing, nothing where nothing is."""
        self._scene = scene
        lost = (DifferenceKind.GONE, DifferenceKind.ORDER)
        wanted = [one for one in scene.differences if one.part is self._part and one.turn in lost]
        if [line.difference for line in self._lines] != wanted:
            for line in self._lines:
                self._stack.removeWidget(line)
                line.hide()
                line.deleteLater()
            self._lines = [GoneLine(one, writable=scene.writable) for one in wanted]
            for line in self._lines:
                line.restored.connect(self._on_restored)
                self._stack.addWidget(line)
        self.setVisible(bool(self._lines))

    def _on_restored(self, difference: object) -> None:
        scene = self._scene
        found = next((one for one in scene.differences if one == difference), None) if scene else None
        if scene and scene.before and found:
            before = scene.before
            self._services.edit(tr("恢复上期"), lambda front: restored(front, before, found))
