"""角色与联系方式, 封底: the publication's own, in the forms that an issue's have."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from editor.model.front import Front, front_of, put_front
from editor.model.language import tr
from editor.model.publication import Publication
from editor.ui.credits.form import BackForm, CreditsForm
from editor.ui.credits.services import FrontScene, Services
from editor.ui.profile.form import Form, ShownProfile

_NOTE = tr("新的一期沿用上一期的版权页；这里的改动写进编辑中的期，从那里沿用下去。那一期自己改过的名字不变。")


class CreditsDefaults(Form):
    """Roles with their names, contacts, notice and headings."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(tr("角色与联系方式"), parent)
        self.credits = CreditsForm(_own(services, self))
        self.note(_NOTE)
        self.wide(self.credits)

    def show_publication(self, shown: ShownProfile) -> None:
        self.credits.show_scene(_scene(shown))


class BackDefaults(Form):
    """The publishers of the back matter."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(tr("封底"), parent)
        self.back = BackForm(_own(services, self))
        self.wide(self.back)

    def show_publication(self, shown: ShownProfile) -> None:
        scene = _scene(shown)
        self.back.publishers.show_scene(scene, shown.publication.profile.publishers)
        self.back.headings.show_scene(scene)


def _scene(shown: ShownProfile) -> FrontScene:
    return FrontScene(front=front_of(shown.publication), writable=True, pictures=shown.pictures)


def _own(services: Services, form: Form) -> Services:
    """Let what the forms change go into the publication."""

    def edit(label: str, change: Callable[[Front], Front], *, step: str = "") -> None:
        def put(now: Publication) -> Publication:
            return put_front(now, change(front_of(now)))

        form.edit(label, put, step=step)

    return replace(services, edit=edit, left=form.left.emit, show_message=form.message.show_message)
