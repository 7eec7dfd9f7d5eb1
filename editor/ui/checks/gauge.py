"""差错率 at the foot of the list, with how it is counted where the pointer rests."""

from fractions import Fraction

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from editor.desk.checking.error_rate import LIMIT, ErrorRate
from editor.model.language import tr
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_GAP = 6


class Gauge(QWidget):
    """The rate and, where there is room, what is allowed; nothing before the first run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._name, self._rate = label(tr("差错率"), role="small", ink="text2"), label(role="small", ink="text")
        self._limit = label(tr("标准 {limit}", limit=f"{LIMIT}.0"), role="small", ink="text3")
        for part in (self._name, self._rate, self._limit):
            row.addWidget(part)
        row.addStretch()
        # beside it a button needs its room
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_rate(None)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_rate(self, rate: ErrorRate | None) -> None:
        """Show a rate, None for none."""
        self.setVisible(rate is not None)
        if rate is None:
            return
        words = tr("{rate} / 万字", rate=rate_words(rate.rate))
        self._rate.setText(words)
        set_style(self._rate, ink="text" if rate.passes else "error")
        verdict = tr("合格") if rate.passes else tr("超过万分之二")
        self.setAccessibleName(tr("差错率 {words}，{verdict}", words=words, verdict=verdict))
        self.setToolTip(_counting(rate))
        self._fit()

    def _fit(self) -> None:
        parts = (self._name, self._rate, self._limit)
        needed = sum(one.sizeHint().width() for one in parts) + 2 * _GAP
        self._limit.setVisible(needed <= self.width())


def rate_words(number: Fraction) -> str:
    """Return errors or a rate with one decimal."""
    return f"{float(number):.1f}"


def _counting(rate: ErrorRate) -> str:
    counted = tr("{n} 字里计 {errors} 个差错。", n=rate.characters, errors=rate_words(rate.errors))
    how = tr(
        "错误和警告里文字、事实差错每处计 1，标点和数字写法每处计 0.1，同一差错全期最多计 3 次。"
        "提示和已放行的不计，链接、图片、版面不计。"
    )
    source = tr(
        "计法按《报纸期刊质量管理规定》（国新出发〔2020〕10号）附件，期刊不超过万分之二为合格。字数按实有的字。"
    )
    return "\n".join((counted, how, source))
