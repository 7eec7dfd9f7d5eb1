"""The middle column while a part before or behind the articles is chosen: its form under its name."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.model.publication import Publisher
from editor.ui.credits.cover import CoverForm, CoverShown
from editor.ui.credits.form import BackForm, CreditsForm
from editor.ui.credits.parts import BACK, COVER, CREDITS, NAMES, part_of
from editor.ui.credits.services import FrontScene, Services
from editor.ui.kit.widgets import SIZES, application, label
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_MARGINS, _LEAST = 56, 400


class PartView(QScrollArea):
    """Shows one part at a time. resized: what is fitted to the width is to be shown again."""

    resized = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("版权页"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(SIZES["editor.least"])
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_style(self, ground="surface")
        self._name, self.state = label(role="view"), label(role="small", ink="text2")
        self.state.setContentsMargins(10, 0, 10, 0)
        self.state.setFixedHeight(22)
        set_style(self.state, ground="pill")
        self.people = _button("register.people", tr("人员与单位…"))
        self.profile = _button("publication", tr("刊物设置…"))
        self.profile.setToolTip(tr("刊名、口号、版式，和新一期沿用的内容"))
        self.people.setToolTip(tr("登记人员和单位：改名、合并、停用"))
        self.credits, self.back, self.cover = CreditsForm(services), BackForm(services), CoverForm(services)
        self.setWidget(self._content())
        application().focusChanged.connect(self._on_focus_changed)

    def show_part(self, part: str, scene: FrontScene, *, former: str, others: tuple[Publisher, ...]) -> None:
        """Show a part. former: name of the issue before, empty for none; others: publishers that could be printed."""
        back = part == BACK
        # the heading is the publication's own: 主编简介, 主办单位
        heading = scene.front.profile.back_heading if back else ""
        self._name.setText(tr("{name} · {heading}", name=NAMES[part], heading=heading) if heading else NAMES[part])
        self.setAccessibleName(NAMES[part])
        if back:
            self.back.publishers.show_scene(scene, others)
            self.back.headings.show_scene(scene)
        else:
            self.credits.show_scene(scene)
        self._show_form(part)
        many = sum(part_of(one) == part for one in scene.differences)
        self.state.setVisible(bool(former))
        self.state.setText(
            tr("与{former}不同 {n} 处", former=former, n=many) if many else tr("沿用{former}，未改", former=former)
        )
        set_style(self.state, ink="warn" if many else "text2")

    def show_cover(self, shown: CoverShown) -> None:
        """Show the cover."""
        self._name.setText(NAMES[COVER])
        self.setAccessibleName(NAMES[COVER])
        self.state.hide()
        self._show_form(COVER)
        self.cover.setFixedWidth(self._inner.width())
        self.cover.show_cover(shown)

    def begin(self) -> None:
        """Show the beginning and give it the keyboard."""
        self.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Give the first field of the part the keyboard."""
        roles, publishers = self.credits.roles, self.back.publishers
        if self.cover.isVisible():
            self.cover.headline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.back.isVisible():
            rows = publishers.list.rows
            (rows[0].name if rows else publishers.add).setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif roles.list.rows:
            roles.list.rows[0].focus_name(0)
        else:
            roles.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to(self, uid: str) -> None:
        """Give the row of a role, contact or publisher the keyboard; the notice for none."""
        role, contact = self.credits.roles.list.row(uid), self.credits.contacts.list.row(uid)
        publisher = self.back.publishers.list.row(uid)
        if role:
            role.focus_name(0)
        elif contact or publisher:
            field = contact.value if contact else publisher.name if publisher else None
            if field:
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.credits.isVisible():
            self.credits.notice.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_form(self, part: str) -> None:
        for name, form in ((CREDITS, self.credits), (BACK, self.back), (COVER, self.cover)):
            form.setVisible(name == part)
        self.people.setVisible(part == CREDITS)
        self.profile.setVisible(part == COVER)

    def _content(self) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 16, 0, 32)
        self._inner = QWidget()
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._name)
        head.addStretch()
        head.addWidget(self.state)
        head.addWidget(self.people)
        head.addWidget(self.profile)
        inner.addLayout(head)
        inner.addWidget(self.credits)
        inner.addWidget(self.back)
        inner.addWidget(self.cover)
        inner.addStretch()
        row.addStretch()
        row.addWidget(self._inner)
        row.addStretch()
        return content

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inner.setFixedWidth(max(_LEAST, min(SIZES["measure"], self.viewport().width() - _MARGINS)))
        self.resized.emit()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now and self.isVisible() and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 24)


def _button(drawn: str, words: str) -> QPushButton:
    button = QPushButton(icon(drawn, current_theme(application())), words)
    button.setIconSize(QSize(20, 20))
    button.setAutoDefault(True)
    return button
