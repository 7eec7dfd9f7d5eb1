"""Who works here, with their keys, as rows."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from editor.desk.review.enrolling import known_keys
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.introductions import TrustedKey
from editor.desk.review.office import Office
from editor.model.language import tr, tr_marked
from editor.model.review import ROLE_NAMES, Member, Role
from editor.ui.kit.times import when
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.icons import icon

NAME, ROLE, PRINTED, STANDING = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A member, None for a key's holder from elsewhere; printed: a key's fingerprint, empty for none."""

    name: str
    member: Member | None = None
    printed: str = ""
    trusted: TrustedKey | None = None


def rows_of(office: Office) -> tuple[PersonRow, ...]:
    """Return a row a key, and one for each member without. Chief editors come first."""
    keys = known_keys(office)
    members = {one.name: one for one in office.review.members()}
    keyed = [
        PersonRow(name=one.name, member=members.get(one.name), printed=fingerprint(one.key), trusted=trusted)
        for one, trusted in keys
    ]
    named = {row.name for row in keyed}
    bare = [PersonRow(name=one.name, member=one) for one in members.values() if one.name not in named]
    return tuple(sorted((*keyed, *bare), key=_order))


def role_choices() -> tuple[tuple[object, str], ...]:
    """Return the roles with their names, for a field to choose from."""
    return tuple((role, tr_marked(ROLE_NAMES[role])) for role in Role)


class PeopleTable(QTreeWidget):
    """chosen: another row is the current one."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("签发人与密钥"))
        self.setHeaderLabels([tr("姓名"), tr("职责"), tr("密钥指纹"), tr("在这台电脑上")])
        self.setIndentation(8)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: tuple[PersonRow, ...] = ()
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(PRINTED, QHeaderView.ResizeMode.Stretch)
        for column, width in ((NAME, 120), (ROLE, 120), (STANDING, 176)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.currentItemChanged.connect(lambda _new, _old: self.chosen.emit())

    @property
    def row(self) -> PersonRow | None:
        """The current row."""
        item = self.currentItem()
        return self.rows[self.indexOfTopLevelItem(item)] if item else None

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        """Show rows; the current one stays the one of its name and key, or of its name."""
        before = self.row
        # while items go, Qt makes one after the other the current one
        with QSignalBlocker(self):
            self.clear()
            self.rows = rows
            self.addTopLevelItems([_item(row) for row in rows])
        self.choose(before.name if before else "", before.printed if before else "")

    def choose(self, name: str, printed: str = "") -> None:
        """Make somebody's row the current one."""
        named = [at for at, row in enumerate(self.rows) if row.name == name]
        exact = [at for at in named if self.rows[at].printed == printed]
        at = next(iter(exact or named or range(len(self.rows))), -1)
        item = self.topLevelItem(at)
        if item:
            self.setCurrentItem(item)
        self.chosen.emit()


def _item(row: PersonRow) -> QTreeWidgetItem:
    words, sign, token = _standing(row)
    made = QTreeWidgetItem([row.name, _duty(row), row.printed or tr("还没有密钥"), words])
    if sign:
        made.setIcon(STANDING, icon(sign, current_theme(application()), size=16, token=token, filled=True))
    if not row.printed:
        made.setForeground(PRINTED, current_theme(application()).colour("text3"))
    return made


def _duty(row: PersonRow) -> str:
    if row.member is None:
        return tr("不在名单上")
    role = tr_marked(ROLE_NAMES[row.member.role])
    return tr("{role}（已离开）", role=role) if row.member.retired else role


def _standing(row: PersonRow) -> tuple[str, str, str]:
    if not row.printed:
        return "", "", ""
    if row.trusted is None:
        return tr("没有确认过"), "check.warning", "warn.mark"
    if row.trusted.until:
        return tr("{when} 已更换", when=when(row.trusted.until)), "", ""
    if row.trusted.surety:
        return tr("由{surety}作保", surety=row.trusted.surety), "check.warning", "warn.mark"
    return tr("已确认"), "check.ok", "ok"


def _order(row: PersonRow) -> tuple[bool, bool, bool, str]:
    member = row.member
    gone = member is None or member.retired
    replaced = bool(row.trusted and row.trusted.until)
    return gone, member is None or member.role is not Role.CHIEF, replaced, row.name
