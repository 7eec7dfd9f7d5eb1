"""What a verification says of one issue or file."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from editor.desk.review.remarks import Doubt, Verdict, serious
from editor.model.approval import Approval
from editor.model.language import tr
from editor.ui.kit.pieces import IconPicture
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

# nothing was proved wrong: it is not signed, or not by a key that is known here
_UNSURE = frozenset((Doubt.UNAPPROVED, Doubt.UNKNOWN_KEY, Doubt.SUPERSEDED, Doubt.REPLACED_KEY, Doubt.OTHER_PROGRAM))


class VerdictCard(QFrame):
    """Green where it holds, red where it differs, amber where it cannot be told."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        self.verdict = verdict
        sign, ink, ground, word = _face(verdict)
        set_style(self, ground=ground)
        self.setAccessibleName(f"{word} {verdict.what}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(IconPicture(sign, size=20, token=ink, filled=True), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        row.addLayout(lines, 1)
        for words, role, ink in (
            (tr("{word}　{what}", word=word, what=verdict.what), "strong", "text"),
            *((words, "base", "text") for words in _lines(verdict)),
            *((words, "small", "text2") for words in _approved(verdict.approval)),
        ):
            message = label(words, role=role, ink=ink)
            message.setWordWrap(True)
            message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            lines.addWidget(message)


class VerdictList(QScrollArea):
    """Cards, those that do not hold first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("核验结果"))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.addLayout(self._cards)
        outer.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """Show them in place of those shown before."""
        while item := self._cards.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        for verdict in sorted(verdicts, key=lambda one: one.holds):
            self._cards.addWidget(VerdictCard(verdict))


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict as lines, to be copied."""
    word = _face(verdict)[-1]
    return "\n".join((f"{word} {verdict.what}", *_lines(verdict), *_approved(verdict.approval)))


def _face(verdict: Verdict) -> tuple[str, str, str, str]:
    if verdict.holds:
        return "check.ok", "ok", "card", tr("属实")
    if all(one.doubt in _UNSURE for one in serious(verdict.remarks)):
        return "check.warning", "warn.mark", "warn", tr("不能作数")
    return "check.error", "error", "error", tr("不符")


def _lines(verdict: Verdict) -> tuple[str, ...]:
    derived = (tr("不是签发的那一份，由它派生：{copy}。", copy=verdict.copy),) if verdict.holds and verdict.copy else ()
    ordered = sorted(verdict.remarks, key=lambda one: one.note)
    return (*derived, *(tr("注意：{words}", words=one.words) if one.note else one.words for one in ordered))


def _approved(approval: Approval | None) -> Iterator[str]:
    if approval is None:
        return
    at = f"{approval.at.astimezone():%Y-%m-%d %H:%M}"
    yield tr("{label}，{name}于 {at} 签发", label=approval.label, name=approval.name, at=at)
    if approval.revision > 1:
        yield tr("修订版，第 {n} 版：{reason}", n=approval.revision, reason=approval.reason)
    yield tr("PDF {pdf} · Word {word}", pdf=approval.pdf[:12], word=approval.word[:12])
