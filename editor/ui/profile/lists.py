"""链接与二维码, 审批: the words beside codes, and the steps an article goes through."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editor.desk.profile.faults import names_fault
from editor.model.language import tr
from editor.model.publication import Publication
from editor.ui.profile.approvers import ApproversBox
from editor.ui.profile.form import Change, Form, ShownProfile
from editor.ui.profile.name_list import NameList, Names
from editor.ui.profile.steps import StepsBox

_MOST = 12


class LinksForm(Form):
    """The captions beside codes: the first is printed unless an article has another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("链接与二维码"), parent)
        self.captions = NameList(tr("说明"), _captions_fault, new="扫描二维码阅读全文")
        self.note(tr("有链接的文章末尾印二维码和一句说明。不另选时印第一句；其余在写文章时可选。"))
        self.wide(self.captions)
        self.captions.written.connect(
            lambda names, how, step: self.edit(how, lambda now: _with_captions(now, names), step=step)
        )
        self.captions.refused.connect(self.refuse)
        self.captions.left.connect(self.left)

    def show_publication(self, shown: ShownProfile) -> None:
        self.captions.show_names(shown.publication.profile.link_captions)


class ReviewForm(Form):
    """Who approves, and the steps of review and proof, by name and order.

    ruled: by whom an issue is approved from now on; not of the draft, it counts and is logged at once.
    """

    ruled = Signal(tuple, bool)

    def __init__(self, chiefs: Callable[[], tuple[str, ...]], parent: QWidget | None = None) -> None:
        """chiefs: the library's chief editors."""
        super().__init__(tr("审批"), parent)
        self._chiefs, self.approvers = chiefs, ApproversBox()
        self.heading(tr("由谁签发"))
        self.wide(self.approvers)
        self.note(tr("改动立刻生效，记入审批记录，不能撤销；已经签发的照旧。"))
        self.approvers.ruled.connect(self.ruled)
        self._stack.removeWidget(self.message)
        self.steps = StepsBox(self.message)
        self.wide(self.steps)
        self.steps.edited.connect(self._on_steps_edited)
        self.steps.refused.connect(self.refuse)
        self.steps.left.connect(self.left)

    def show_publication(self, shown: ShownProfile) -> None:
        one = shown.publication
        self.approvers.show_rules(self._chiefs(), one.approvers, second_pair=one.second_pair)
        self.steps.show_steps(shown)

    def _on_steps_edited(self, how: str, change: Change, step: str, summary: str) -> None:
        self.edit(how, change, step=step)
        if summary:
            self.message.show_message(summary, state="warn")


def _with_captions(publication: Publication, captions: Names) -> Publication:
    return replace(publication, profile=replace(publication.profile, link_captions=captions))


def _captions_fault(captions: Names) -> str:
    return tr("最多 {n} 句。", n=_MOST) if len(captions) > _MOST else names_fault(captions, tr("说明"))
