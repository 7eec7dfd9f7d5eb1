"""The steps of review and proof that articles go through: names and order, what may be left out, what holds back."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from editor.desk.profile.faults import names_fault, steps_fault
from editor.model.article_steps import Gate
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.saying import said_number
from editor.model.step_changes import carried_steps, fallen
from editor.model.workspace import Workspace
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label
from editor.ui.profile.form import ShownProfile
from editor.ui.profile.name_list import NameList, Names


class StepsBox(QWidget):
    """edited: name of the step, the pure change, the step it may be part of, and what it means for articles."""

    edited = Signal(str, object, str, str)
    refused = Signal(str)
    left = Signal()

    def __init__(self, message: StateLine, parent: QWidget | None = None) -> None:
        """Show nothing yet. message: where the form speaks; here, since below the lists nobody would look."""
        super().__init__(parent)
        self._shown: ShownProfile | None = None
        self.review = NameList(tr("审稿步骤"), self._review_fault, new=tr("新步骤"))
        self.proof = NameList(tr("校对步骤"), self._proof_fault, new=tr("新步骤"))
        self.skipping = QCheckBox(tr("可以跳过中间的步骤"))
        self.gate, self.notes = ChoiceField(tr("送审、签发前")), QCheckBox(tr("有批注没有解决，不能签发"))
        self._build(message)
        self.review.written.connect(
            lambda names, how, step: self._put(_with_review, names, how, step and f"review {step}")
        )
        self.proof.written.connect(
            lambda names, how, step: self._put(_with_proof, names, how, step and f"proof {step}")
        )
        for names in (self.review, self.proof):
            names.refused.connect(self.refused)
            names.left.connect(self.left)
        self.skipping.clicked.connect(self._on_skipping_clicked)
        self.gate.chosen.connect(self._on_gate_chosen)
        self.notes.clicked.connect(self._on_notes_clicked)

    def show_steps(self, shown: ShownProfile) -> None:
        """Show a publication's steps; nothing is told to be edited."""
        self._shown, one = shown, shown.publication
        self.review.show_names(one.review_steps)
        self.proof.show_names(one.proof_steps)
        self.skipping.setChecked(one.skipping)
        self.gate.show_choices(_gates(one))
        self.gate.show_key(one.gate.without_notes)
        self.notes.setChecked(one.gate.holds_notes)

    def _put(self, put: Callable[[Publication, Names], Publication], names: Names, how: str, step: str) -> None:
        shown = self._shown
        if shown is None:
            return
        now = put(shown.publication, names)
        summary = _fallen_words(shown.in_hand, shown.publication, now) if shown.in_hand else ""
        self.edited.emit(how, lambda one: put(one, names), step, summary)

    def _on_skipping_clicked(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.edited.emit(tr("改可否跳步"), lambda one: replace(one, skipping=on), "", "")

    def _on_gate_chosen(self, gate: Gate) -> None:
        def change(one: Publication) -> Publication:
            return replace(one, gate=gate.with_notes(held=one.gate.holds_notes))

        self.edited.emit(tr("改送审、签发前的要求"), change, "", "")

    def _on_notes_clicked(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.edited.emit(tr("改签发前的要求"), lambda one: replace(one, gate=one.gate.with_notes(held=on)), "", "")

    def _review_fault(self, names: Names) -> str:
        proof = self._shown.publication.proof_steps if self._shown else ()
        return steps_fault(names) or names_fault((*names, *proof), tr("步骤"))

    def _proof_fault(self, names: Names) -> str:
        return steps_fault(names, self._shown.publication.review_steps if self._shown else ())

    def _build(self, message: StateLine) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(8)
        hint = label(
            tr("文章从第一步走到最后一步。步骤可以改名、增减、换次序；校对要写责任校对。"), role="small", ink="text3"
        )
        hint.setWordWrap(True)
        parts: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (tr("审稿"), (hint, message, self.review)),
            (tr("校对"), (self.proof,)),
            (tr("规矩"), (self.skipping,)),
        )
        for heading, below in parts:
            stack.addSpacing(12)
            for part in (label(heading, role="head"), *below):
                stack.addWidget(part)
        row, name = QHBoxLayout(), label(tr("送审、签发前"))
        name.setBuddy(self.gate)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self.gate, 1)
        stack.addLayout(row)
        stack.addWidget(self.notes)


def _with_review(publication: Publication, names: Names) -> Publication:
    return replace(publication, review_steps=names)


def _with_proof(publication: Publication, names: Names) -> Publication:
    return replace(publication, proof_steps=names)


def _gates(one: Publication) -> tuple[tuple[Gate, str], ...]:
    """Return what can be asked of articles before their issue is handed in and signed."""
    last = one.review_steps[-1:] or ("",)
    return (
        (Gate.NOTHING, tr("只提示没有走完的文章，不拦")),
        (Gate.REVIEW, tr("每篇都要过“{step}”", step=last[0])),
        (Gate.ALL, tr("每篇都要走完各步")),
    )


def _fallen_words(issue: Issue, before: Publication, after: Publication) -> str:
    """Return where articles of the issue in hand go whose step is deleted, empty for none."""
    steps = carried_steps(issue.archive.steps, before.steps, after.steps)
    number = said_number(issue.number)[0]
    summary = [
        tr("{number}站在“{step}”的 {n} 篇会回到“{earlier}”", number=number, step=step, n=many, earlier=earlier)
        for step, (earlier, many) in fallen(Workspace(issue=issue), steps).items()
    ]
    return tr("{told}；Ctrl+Z 撤销。", told=tr("；").join(summary)) if summary else ""
