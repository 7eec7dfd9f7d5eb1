"""The open finding: what is wrong, in which words, what it becomes, why, and what can be done."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.checks.finding import Finding
from editor.checks.waivers import WaiverScope
from editor.model.language import tr
from editor.ui.checks.delegate import theme
from editor.ui.checks.reason import ReasonForm
from editor.ui.checks.rows import FindingRow
from editor.ui.kit.levels import LOOKS
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style
from editor.ui.theme.icons import icon

_EDGE, _INSET, _TEXT_LEFT = 8.5, 20, 24


class FindingCard(QWidget):
    """A raised card; its height follows from the width it is given by `fit`.

    kind: how many findings of its rule can be fixed; reason: what the waiver before was given for.
    """

    fix_wanted = Signal()
    kind_wanted = Signal()
    waive_wanted = Signal(str, WaiverScope)
    waiver_dropped = Signal()
    lasting_wanted = Signal()
    stepped = Signal(int)
    resized = Signal()
    closed = Signal()

    def __init__(self, row: FindingRow, parent: QWidget | None = None, *, kind: int = 0, reason: str = "") -> None:
        super().__init__(parent)
        self._row, self._kind, self._last_reason = row, kind, reason
        self._form: ReasonForm | None = None
        self.setAccessibleName(tr("{word}：{message}", word=LOOKS[row.finding.level].word, message=row.finding.message))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_INSET, 14, _INSET, 14)
        self._column.setSpacing(8)
        self._column.addLayout(self._head())
        for part in self._parts():
            self._column.addWidget(part)
        self._actions = self._make_actions()
        self._column.addWidget(self._actions)

    def fit(self, width: int) -> int:
        """Take a width; return the height that goes with it."""
        self.setFixedWidth(width)
        return max(self._column.heightForWidth(width), self._column.minimumSize().height())

    def follow(self, before: QWidget) -> None:
        """Come after a widget in the order of Tab."""
        for button in self._actions.findChildren(QAbstractButton):
            QWidget.setTabOrder(before, button)
            before = button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().colour("sidebar"))
        edge = "accent" if theme().name == "contrast" else "line"
        painter.setPen(QPen(theme().colour(edge), 1))
        painter.setBrush(theme().colour("surface"))
        radius = theme().radius["card"]
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_EDGE, 2.5, -_EDGE, -2.5), radius, radius)
        painter.end()

    def _head(self) -> QHBoxLayout:
        look = LOOKS[self._row.finding.level]
        dot = QLabel()
        dot.setPixmap(icon(look.icon, theme(), size=16, token=look.token, filled=True).pixmap(QSize(16, 16)))
        dot.setAccessibleName(look.word)
        dot.setContentsMargins(0, 2, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_wrapped(label(self._row.finding.message, role="strong")), 1)
        row.addWidget(label(self._row.place, role="small", ink="text3"), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _parts(self) -> list[QWidget]:
        finding, waived = self._row.finding, self._row.waived
        parts: list[QWidget] = []
        if finding.detail:
            parts.append(_wrapped(label(finding.detail), inset=True))
        if finding.evidence:
            parts.append(_quoted(finding))
        if finding.fix and not waived:
            parts.append(_becoming(finding.fix.shown))
        if waived:
            at = waived.waiver.at.astimezone().strftime("%Y-%m-%d %H:%M")
            said = {"name": waived.waiver.name, "reason": waived.waiver.reason, "at": at}
            message = (
                tr("{name}为本刊各期放行：{reason}（{at}）", **said)
                if waived.lasting
                else tr("{name}已放行：{reason}（{at}）", **said)
            )
            parts.append(_wrapped(label(message, role="small", ink="text2"), inset=True))
        if finding.why:
            parts.append(_wrapped(label(tr("依据：{why}", why=finding.why), role="small", ink="text3"), inset=True))
        return parts

    def _make_actions(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(_TEXT_LEFT, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(6)
        column.addLayout(row)
        for button in self._buttons():
            button.setProperty("small", "true")
            row.addWidget(button)
        row.addStretch()
        steppers = QHBoxLayout()
        steppers.setSpacing(0)
        steppers.addWidget(self._stepper("order.up", tr("上一条"), "Shift+F4", -1))
        steppers.addWidget(self._stepper("order.down", tr("下一条"), "F4", 1))
        row.addLayout(steppers)
        if self._row.waived is None and self._kind > 1:
            # a row of its own: three buttons and the arrows are wider than a narrow list
            column.addWidget(self._kind_button(), 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _buttons(self) -> list[QPushButton]:
        if self._row.waived:
            undo = QPushButton(tr("撤销放行"))
            undo.clicked.connect(self.waiver_dropped)
            if not self._row.waived.lasting:
                return [undo]
            all_of_them = QPushButton(tr("长期放行…"))
            all_of_them.clicked.connect(self.lasting_wanted)
            return [undo, all_of_them]
        waive = QPushButton(tr("放行…"))
        waive.clicked.connect(self.begin_waiving)
        waive.setToolTip(tr("{word}（{keys}）", word=tr("放行"), keys="Shift+F7"))
        if self._row.finding.fix is None:
            return [waive]
        fix = QPushButton(tr("修正"))
        set_style(fix, kind="primary")
        fix.clicked.connect(self.fix_wanted)
        fix.setToolTip(tr("{word}（{keys}）", word=tr("修正"), keys="Alt+Enter"))
        return [fix, waive]

    def _kind_button(self) -> QPushButton:
        kind = QPushButton(tr("本期同类 {n} 条都修正", n=self._kind))
        kind.setProperty("small", "true")
        kind.setToolTip(tr("{word}（{keys}）", word=tr("一步可撤销"), keys="Alt+Shift+Enter"))
        kind.clicked.connect(self.kind_wanted)
        return kind

    def _stepper(self, name: str, word: str, keys: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name, theme(), size=16))
        button.setFixedSize(28, 28)
        button.setToolTip(tr("{word}（{keys}）", word=word, keys=keys))
        button.setAccessibleName(word)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    def begin_waiving(self) -> None:
        """Ask why it may stand."""
        if self._form or self._row.waived:
            return
        self._form = ReasonForm(lasting=self._row.finding.can_last, reason=self._last_reason)
        self._form.given.connect(self.waive_wanted)
        self._form.given_up.connect(self._on_given_up)
        self._form.layout().setContentsMargins(_TEXT_LEFT, 0, 0, 0)  # type: ignore[union-attr]
        self._actions.hide()
        self._column.addWidget(self._form)
        self._form.show()
        self.resized.emit()
        self._form.begin()

    def _on_given_up(self) -> None:
        if self._form:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._actions.show()
        self.resized.emit()


def _wrapped(made: QLabel, *, inset: bool = False) -> QLabel:
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if inset:
        made.setContentsMargins(_TEXT_LEFT, 0, 0, 0)
    return made


def _quoted(finding: Finding) -> QLabel:
    made = _wrapped(label(role="base", ink="text2"), inset=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(tinted(finding))
    made.setAccessibleName(finding.evidence)
    return made


def tinted(finding: Finding) -> str:
    """Return the evidence as rich text, the words meant on the level's soft ground and underlined."""
    style = f"background:{theme().colour(LOOKS[finding.level].soft).name()};color:{theme().colour('text').name()}"
    if theme().name == "contrast":
        style += ";text-decoration:underline"
    text, at = [], 0
    for start, end in sorted(finding.marks):
        text.append(escape(finding.evidence[at:start]))
        text.append(f'<span style="{style}">{escape(finding.evidence[start:end])}</span>')
        at = end
    return "".join((*text, escape(finding.evidence[at:]))).replace("\n", "<br>")


def _becoming(words: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(_TEXT_LEFT, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(label(tr("改为"), role="small", ink="text3"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_wrapped(label(words, ink="ok")), 1)
    return made
