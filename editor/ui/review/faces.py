"""How each step of the review is put before the user."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from editor.desk.review.obstacles import Obstacle
from editor.model.approval import Approval
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.review import Step
from editor.model.saying import said_number
from editor.ui.kit.choice_field import ChoiceField

_ANYONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTexts:
    """How a step is put before the user.

    note: name of the words to write, empty for none; before: what stands before it, None where nothing can; more:
    fields of this step alone, by their names.
    """

    step: Step
    title: str
    lead: str
    confirm: str
    note: str = ""
    hint: str = ""
    danger: bool = False
    before: Sequence[Obstacle] | None = None
    more: tuple[tuple[str, QWidget], ...] = ()


def addressee(chiefs: Sequence[str]) -> ChoiceField:
    """Return the choice of whom an issue is handed to; its key is a name, empty for any of them."""
    to = ChoiceField(tr("交给"))
    anyone = tr("任何一位总编辑") if chiefs else tr("总编辑（还没有登记）")
    to.show_choices(((_ANYONE, anyone), *((one, one) for one in chiefs)))
    to.show_key(chiefs[0] if len(chiefs) == 1 else _ANYONE)
    return to


def submit_face(issue: Issue, before: Sequence[Obstacle], to: ChoiceField) -> StepTexts:
    """Ask for words to whoever reads it. before: what stands before it."""
    return StepTexts(
        step=Step.SUBMIT,
        title=tr("送审{issue}", issue=_name(issue)),
        lead=tr("送审之后，这一期先锁住，等总编辑签发或退回；各篇的稿子记成一个版本。"),
        confirm=tr("送审"),
        note=tr("附言"),
        hint=tr("想请总编辑留意什么（可以不写）"),
        before=before,
        more=((tr("交给"), to),),
    )


def return_face(issue: Issue, *, approved: bool) -> StepTexts:
    """Ask what is to be changed. approved: the approval ends with it."""
    if approved:
        lead = tr("退回之后签发作废，已经导出的文件不再作数；改好要重新送审、签发。")
    else:
        lead = tr("退回之后编辑接着改。编辑自己发现要改的，也在这里撤回。意见和版面上的批注，编辑打开这一期就看见。")
    return StepTexts(
        step=Step.RETURN,
        title=tr("退回{issue}", issue=_name(issue)),
        lead=lead,
        confirm=tr("退回"),
        note=tr("意见"),
        hint=tr("要改什么，一句话也行"),
        danger=approved,
    )


def publish_face(issue: Issue, approval: Approval) -> StepTexts:
    """Say which files go out."""
    lead = tr(
        "登记这一期已经发出：PDF {pdf}，Word {word}。先核对存着的文件和签名；之后要改，只能另出修订版。",
        pdf=approval.pdf[:8],
        word=approval.word[:8],
    )
    return StepTexts(step=Step.PUBLISH, title=tr("印发{issue}", issue=_name(issue)), lead=lead, confirm=tr("印发"))


def correct_face(issue: Issue) -> StepTexts:
    """Ask for the reason of a correction."""
    return StepTexts(
        step=Step.CORRECT,
        title=tr("更正{issue}", issue=_name(issue)),
        lead=tr("另出修订版：这一期重新可以改，改好再送审、签发。在那之前，印发的上一版照旧作数。"),
        confirm=tr("开始更正"),
        note=tr("原因"),
        hint=tr("会印在更正启事里，例如：机构名称有误"),
    )


def abandon_face(issue: Issue) -> StepTexts:
    """Say what giving a correction up needs."""
    lead = tr("回到已印发的上一版。什么都还没有改，才能放弃；改过的先撤销或改回原样。")
    return StepTexts(
        step=Step.ABANDON, title=tr("放弃更正{issue}", issue=_name(issue)), lead=lead, confirm=tr("放弃更正")
    )


def _name(issue: Issue) -> str:
    return "".join(said_number(issue.number)[-1:])
