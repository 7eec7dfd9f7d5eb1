"""The credits page as a form: roles, contacts, notice, headings. It serves an issue and a publication's defaults."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.credits.contacts import ContactsForm
from editor.ui.credits.publishers import PublishersForm
from editor.ui.credits.roles import RolesForm
from editor.ui.credits.services import FrontScene, Services
from editor.ui.credits.texts import HeadingsForm, NoticeForm
from editor.ui.kit.completion import prepare_pinyin
from editor.ui.kit.widgets import label

_HEADINGS = {"notice_label": tr("声明的标题"), "contents_heading": tr("目录的标题")}
_BACK = {"back_heading": tr("末页的标题")}


class CreditsForm(QWidget):
    """Shows a scene; tells of every change through its services."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = False
        self.roles, self.contacts = RolesForm(services), ContactsForm(services)
        self.notice, self.headings = NoticeForm(services), HeadingsForm(services, _HEADINGS)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(8)
        stack.addWidget(self.roles)
        for words, part in ((tr("联系方式"), self.contacts), ("", self.notice), (tr("标题"), self.headings)):
            stack.addSpacing(16)
            if words:
                stack.addWidget(label(words, role="head"))
            stack.addWidget(part)

    def show_scene(self, scene: FrontScene) -> None:
        """Show everything."""
        for part in (self.roles, self.contacts, self.notice, self.headings):
            part.show_scene(scene)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._ready:
            prepare_pinyin()
            self._ready = True


class BackForm(QWidget):
    """The back matter as a form."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.publishers, self.headings = PublishersForm(services), HeadingsForm(services, _BACK)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(16)
        stack.addWidget(self.publishers)
        stack.addWidget(self.headings)
