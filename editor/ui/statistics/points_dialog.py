"""积分办法: what a publication gives a unit for a piece that was printed."""

from PySide6.QtWidgets import QFormLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.model.points import MOST_POINTS, Points, SectionPoints
from editor.model.publication import Publication
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.widgets import unmoved_by_wheel

_WIDTH, _AS_USUAL = 480, -1


class PointsDialog(GrowingDialog):
    """Of one publication."""

    def __init__(self, publication: Publication, parent: QWidget | None = None) -> None:
        super().__init__(tr("积分办法"), parent)
        self.resize(_WIDTH, 0)
        points = publication.points
        self.adopted, self.headline = _field(tr("采用"), points.adopted), _field(tr("头条"), points.headline)
        own = {one.section: one.points for one in points.sections}
        names = dict.fromkeys((*(one.name for one in publication.sections), *own))
        self.sections = {name: _field(name, own.get(name, _AS_USUAL), usual=True) for name in names}
        self.take, leave = QPushButton(tr("用这个办法")), QPushButton(tr("取消"))
        stack = QVBoxLayout(self)
        lead = tr("采用通报按它给来稿单位计分。头条是一期的第一篇，按头条计，不再加采用的分。")
        fill(stack, tr("积分办法"), lead)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for name, field in ((tr("采用一篇"), self.adopted), (tr("头条一篇"), self.headline), *self.sections.items()):
            form.addRow(name, field)
        stack.addLayout(form)
        stack.addSpacing(12)
        stack.addLayout(buttons_row(leave, self.take))
        self.take.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)

    @property
    def points(self) -> Points:
        """What the fields say."""
        sections = tuple(
            SectionPoints(section=name, points=field.value())
            for name, field in self.sections.items()
            if field.value() != _AS_USUAL
        )
        return Points(adopted=self.adopted.value(), headline=self.headline.value(), sections=sections)


def _field(name: str, value: int, *, usual: bool = False) -> QSpinBox:
    """Return a field for points. usual: it may stand for those of an adopted piece."""
    field = QSpinBox()
    field.setAccessibleName(name)
    field.setRange(_AS_USUAL if usual else 0, MOST_POINTS)
    field.setSpecialValueText(tr("同采用") if usual else "")
    field.setSuffix(tr(" 分"))
    field.setValue(value)
    field.setFixedWidth(112)
    unmoved_by_wheel(field)
    return field
