"""What can be done with a role."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from editor.model.credit_edits import set_kind, sort_names
from editor.model.front_changes import Part
from editor.model.language import tr
from editor.model.publication import Credit, Filling, Name, NameKind
from editor.text.strokes import name_key, text_key
from editor.ui.credits.services import Scene

if TYPE_CHECKING:
    from editor.ui.credits.role_row import RoleRow

T = TypeVar("T")
_KINDS = {NameKind.PERSON: tr("人员（排成几列）"), NameKind.ORGANISATION: tr("单位（每行一个）")}
_FILLINGS = {Filling.HAND: tr("手工填写"), Filling.ARTICLES: tr("按本期文章自动"), Filling.ROTA: tr("轮流值班")}


def role_menu(row: "RoleRow", credit: Credit, scene: Scene | None) -> QMenu:
    """Return the menu of a role."""
    menu = QMenu(row)
    persons = credit.kind is NameKind.PERSON
    menu.addAction(tr("添加名字"), row.open_field)
    menu.addAction(tr("改角色名称\tF2"), row.write_role)
    menu.addMenu(_sorting(row, credit, scene))
    if persons:
        menu.addMenu(_filling(row, credit))
    if credit.filling is Filling.ROTA:
        menu.addAction(tr("换下一位值班"), row.take_next)
    menu.addSeparator()
    _choose(
        menu,
        _KINDS,
        credit.kind,
        lambda kind: row.edit(tr("改人员或单位"), lambda front: set_kind(front, row.uid, kind)),
    )
    menu.addSeparator()
    menu.addAction(tr("上移\tCtrl+↑"), lambda: row.stepped.emit(-1))
    menu.addAction(tr("下移\tCtrl+↓"), lambda: row.stepped.emit(1))
    back = menu.addAction(tr("恢复上期"), row.put_back)
    back.setEnabled(bool(scene and scene.difference(Part.CREDITS, row.uid)))
    menu.addSeparator()
    menu.addAction(tr("删除角色\tDelete"), row.remove)
    return menu


def ranks(scene: Scene, role: str) -> dict[str, int]:
    """Return by name where it stands first on the credits page, the role itself left out: 主编 before 编辑."""
    others = (name.text for credit in scene.front.credits if credit.uid != role for name in credit.names)
    return {text: at for at, text in reversed(tuple(enumerate(others)))}


def _sorting(row: "RoleRow", credit: Credit, scene: Scene | None) -> QMenu:
    menu = QMenu(tr("排序"), row)
    key = name_key if credit.kind is NameKind.PERSON else text_key
    words = tr("按姓氏笔画") if credit.kind is NameKind.PERSON else tr("按笔画")
    strokes = menu.addAction(
        words, lambda: row.edit(words, lambda front: sort_names(front, row.uid, lambda name: key(name.text)))
    )
    strokes.setToolTip(tr("笔画少的在前，同画数按横竖撇点折；同姓的单名在前"))
    order = ranks(scene, row.uid) if scene else {}

    def place(name: Name) -> int:
        return order.get(name.text, len(order))

    rank = menu.addAction(
        tr("按职务"), lambda: row.edit(tr("按职务排序"), lambda front: sort_names(front, row.uid, place))
    )
    rank.setToolTip(tr("照各人在其他角色里出现的先后；别处没有的留在后面，次序不变"))
    rank.setEnabled(any(name.text in order for name in credit.names))
    menu.setToolTipsVisible(True)
    return menu


def _filling(row: "RoleRow", credit: Credit) -> QMenu:
    menu = QMenu(tr("名字从哪里来"), row)
    _choose(menu, _FILLINGS, credit.filling, row.fill)
    return menu


def _choose(menu: QMenu, choices: Mapping[T, str], chosen: T, choose: Callable[[T], None]) -> None:
    group = QActionGroup(menu)
    for value, words in choices.items():
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _on=False, value=value: choose(value))
        group.addAction(action)
        menu.addAction(action)
