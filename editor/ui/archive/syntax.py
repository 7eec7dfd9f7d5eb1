"""How queries are written, with examples that can be tried at a click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_EXAMPLES = (
    (tr("数据要素"), tr("这几个字连着出现，标题里有的在前")),
    (tr("数据 交易"), tr("两个词都有，不一定挨着")),
    (tr("“一网通办”"), tr("整句，一个字也不差")),
    (tr("数据 -医疗"), tr("有前一个词，没有后一个")),
    (tr("专班 OR 工作组"), tr("有其中一个就行")),
    ("digital", tr("英文按整词，也按开头")),
    (tr("标题:白皮书"), tr("只在标题里找")),
    (tr("来源:工信部"), tr("按来源；标签:、部门:、地区: 也一样")),
    (tr("年:2024 期:213"), tr("按年份和期号")),
    (tr("栏目:地方新政"), tr("按栏目")),
    (tr("状态:废稿"), tr("退掉的、待编的也在里面")),
)


class Syntax(QScrollArea):
    """tried: an example is to be sought."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.examples: dict[str, QPushButton] = {}
        inside = QWidget()
        set_style(inside, ground="surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(40, 28, 40, 28)
        column.setSpacing(4)
        column.addWidget(label(tr("怎样检索"), role="head"))
        more = label(
            tr("标题、正文、图题、来源、批注、原件和退掉的稿子都找得到。一个字也可以。点一下试试："), ink="text2"
        )
        more.setWordWrap(True)
        column.addWidget(more)
        column.addSpacing(12)
        column.addLayout(self._grid())
        column.addStretch()
        self.setWidget(inside)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (query, words) in enumerate(_EXAMPLES):
            button = self.examples[query] = QPushButton(query)
            button.setProperty("small", "true")
            set_style(button, kind="quiet")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, query=query: self.tried.emit(query))
            said = label(words, ink="text2")
            said.setWordWrap(True)
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(said, row, 1)
        return grid
