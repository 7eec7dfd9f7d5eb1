"""Who does something: one of the library's people, or somebody new with what they do."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from editor.desk.review.enrolling import set_role
from editor.desk.review.office import Office
from editor.desk.review.steps import By
from editor.desk.starting.author import checked_author
from editor.model.language import tr, tr_marked
from editor.model.review import ROLE_NAMES, Member, Role
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.work.review_context import now

_OTHER = ""


class WhoField(QWidget):
    """changed: it is another one, or is called otherwise."""

    changed = Signal()

    def __init__(
        self,
        members: Sequence[Member],
        likely: str,
        *,
        roles: Collection[Role] = tuple(Role),
        parent: QWidget | None = None,
    ) -> None:
        """Offer members. likely: who it probably is, on the list or not; roles: those that may do it."""
        super().__init__(parent)
        fit = [one for one in members if one.role in roles]
        self.who = ChoiceField(tr("谁来做"))
        self.who.show_choices(
            (
                *(
                    (one.name, tr("{name}（{role}）", name=one.name, role=tr_marked(ROLE_NAMES[one.role])))
                    for one in fit
                ),
                (_OTHER, tr("另一个人…")),
            )
        )
        known = any(one.name == likely for one in fit)
        listed = any(one.name == likely for one in members)
        self.name, self.role = QLineEdit("" if listed else likely), ChoiceField(tr("职责"))
        self.name.setAccessibleName(tr("姓名"))
        self.name.setPlaceholderText(tr("姓名，例如：钟新敏"))
        self.role.show_choices(tuple((role, tr_marked(ROLE_NAMES[role])) for role in Role if role in roles))
        self.role.show_key(next(role for role in Role if role in roles))
        self._new = QWidget()
        self._lay_out()
        first = likely if known else fit[0].name if fit and listed else _OTHER
        self._chosen = first
        self.who.show_key(first)
        # whoever is the first here only says who they are
        self.who.setVisible(bool(fit))
        self._new.setVisible(not first)
        self.who.chosen.connect(self._on_chosen)
        self.name.textEdited.connect(lambda _text: self.changed.emit())
        self.role.chosen.connect(lambda _role: self.changed.emit())

    @property
    def message(self) -> str:
        """The name as it stands, checked or not."""
        return self._chosen or self.name.text().strip()

    def settle(self, office: Office) -> str:
        """Return the name; somebody new is put on the list. Raises UserError for a name that is none."""
        if self._chosen:
            return self._chosen
        name, role = checked_author(self.name.text()), self._role
        listed = any(one.name == name and not one.retired for one in office.review.members())
        if not listed:
            set_role(office, name, role, By(name=name, at=now()))
        return name

    @property
    def _role(self) -> Role:
        role = self.role.key
        assert isinstance(role, Role), "the choices are roles"  # noqa: S101
        return role

    def _lay_out(self) -> None:
        line = QHBoxLayout(self._new)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(self.role)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(8)
        stack.addWidget(self.who)
        stack.addWidget(self._new)

    def _on_chosen(self, name: str) -> None:
        self._chosen = name
        self._new.setVisible(not name)
        if not name:
            self.name.setFocus()
        self.changed.emit()
