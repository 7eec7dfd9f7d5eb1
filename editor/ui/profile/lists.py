"""链接与二维码, 审批: the words beside codes, and the steps an article goes through."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editor.desk.profile.faults import names_fault, steps_fault
from editor.model.language import tr
from editor.model.publication import Publication
from editor.ui.profile.approvers import ApproversBox
from editor.ui.profile.form import Form, Shown
from editor.ui.profile.name_list import NameList, Names

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

    def show_publication(self, shown: Shown) -> None:
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
        self.review, self.proof = (NameList(tr("步骤"), steps_fault, new=tr("新步骤")) for _ in range(2))
        self.note(tr("一篇文章从第一步走到最后一步；步骤可以改名、增减、换次序。"))
        self.heading(tr("审稿"))
        self.wide(self.review)
        self.heading(tr("校对"))
        self.wide(self.proof)
        for steps, name in ((self.review, "review_steps"), (self.proof, "proof_steps")):
            steps.written.connect(
                lambda names, how, step, name=name: self.edit(
                    how, lambda now: replace(now, **{name: names}), step=step and f"{name} {step}"
                )
            )
            steps.refused.connect(self.refuse)
            steps.left.connect(self.left)

    def show_publication(self, shown: Shown) -> None:
        one = shown.publication
        self.approvers.show_rules(self._chiefs(), one.approvers, second_pair=one.second_pair)
        self.review.show_names(shown.publication.review_steps)
        self.proof.show_names(shown.publication.proof_steps)


def _with_captions(publication: Publication, captions: Names) -> Publication:
    return replace(publication, profile=replace(publication.profile, link_captions=captions))


def _captions_fault(captions: Names) -> str:
    return tr("最多 {n} 句。", n=_MOST) if len(captions) > _MOST else names_fault(captions, tr("说明"))
