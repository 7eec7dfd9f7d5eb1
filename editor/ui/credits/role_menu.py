"""What can be done with a role."""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from editor.model.credit_edits import set_kind, sort_names
from editor.model.credits import Credit, Filling, Name, NameKind
from editor.model.front_changes import FrontPart
from editor.model.language import tr
from editor.text.strokes import name_key, text_key
from editor.ui.credits.services import FrontScene, KnownName

if TYPE_CHECKING:
    from editor.ui.credits.role_row import RoleRow

T = TypeVar("T")
_LAST = sys.maxsize
_KINDS = {NameKind.PERSON: tr("人员（排成几列）"), NameKind.ORGANISATION: tr("单位（每行一个）")}
_FILLINGS = {Filling.HAND: tr("手工填写"), Filling.ARTICLES: tr("按本期文章自动"), Filling.ROTA: tr("轮流值班")}


def role_menu(row: "RoleRow", credit: Credit, scene: FrontScene | None, known: tuple[KnownName, ...]) -> QMenu:
    """Return the menu of a role. known: whom the register ranks."""
    menu = QMenu(row)
    persons = credit.kind is NameKind.PERSON
    menu.addAction(tr("添加名字"), row.open_field)
    menu.addAction(tr("改角色名称\tF2"), row.write_role)
    menu.addMenu(_sorting(row, credit, ranks(scene, row.uid, known) if scene else {}))
    if persons:
        menu.addMenu(_filling(row, credit))
    if credit.filling is Filling.ROTA:
        menu.addAction(tr("换下一位值班"), row.edits.take_next)
    menu.addSeparator()
    _choose(
        menu,
        _KINDS,
        credit.kind,
        lambda kind: row.edits.make(tr("改人员或单位"), lambda front: set_kind(front, row.uid, kind)),
    )
    menu.addSeparator()
    menu.addAction(tr("上移\tCtrl+↑"), lambda: row.stepped.emit(-1))
    menu.addAction(tr("下移\tCtrl+↓"), lambda: row.stepped.emit(1))
    back = menu.addAction(tr("恢复上期"), row.edits.put_back)
    back.setEnabled(bool(scene and scene.difference(FrontPart.CREDITS, row.uid)))
    menu.addSeparator()
    menu.addAction(tr("删除角色\tDelete"), row.edits.remove)
    return menu


def ranks(scene: FrontScene, role: str, known: tuple[KnownName, ...]) -> dict[str, int]:
    """Return places by identity and name in the order of duties: the register's, then that of the other roles."""
    ranked = (one.name for one in sorted(known, key=lambda one: one.rank) if one.rank)
    others = (name for credit in scene.front.credits if credit.uid != role for name in credit.names)
    places: dict[str, int] = {}
    for place, name in enumerate((*ranked, *others)):
        for key in filter(None, (name.person, name.text)):
            places.setdefault(key, place)
    return places


def _sorting(row: "RoleRow", credit: Credit, order: Mapping[str, int]) -> QMenu:
    menu = QMenu(tr("排序"), row)
    key = name_key if credit.kind is NameKind.PERSON else text_key
    words = tr("按姓氏笔画") if credit.kind is NameKind.PERSON else tr("按笔画")
    strokes = menu.addAction(
        words, lambda: row.edits.make(words, lambda front: sort_names(front, row.uid, lambda name: key(name.text)))
    )
    strokes.setToolTip(tr("笔画少的在前，同画数按横竖撇点折；同姓的单名在前"))

    def place(name: Name) -> int:
        return order.get(name.person, order.get(name.text, _LAST))

    rank = menu.addAction(
        tr("按职务"), lambda: row.edits.make(tr("按职务排序"), lambda front: sort_names(front, row.uid, place))
    )
    rank.setToolTip(tr("照名录里各人的职务次序；没有的照在其他角色里出现的先后，再没有的留在后面"))
    rank.setEnabled(any(place(name) < _LAST for name in credit.names))
    menu.setToolTipsVisible(True)
    return menu


def _filling(row: "RoleRow", credit: Credit) -> QMenu:
    menu = QMenu(tr("名字从哪里来"), row)
    _choose(menu, _FILLINGS, credit.filling, row.edits.fill)
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
