"""What an import could not place, line by line."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editor.desk.importing import Import
from editor.model.language import tr
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style


class ImportReport(QDialog):
    """Lists lines without a place, with the reason; nothing of them is lost."""

    def __init__(self, name: str, outcome: Import, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("导入结果"))
        self.resize(720, 460)
        set_style(self, ground="raised")
        self._text = QPlainTextEdit("\n".join(report_lines(outcome)))
        self._text.setReadOnly(True)
        self._text.setAccessibleName(tr("需要看一看的地方"))
        set_style(self._text, kind="field")
        close = QPushButton(tr("知道了"))
        set_style(close, kind="primary")
        close.clicked.connect(self.accept)
        count = len(outcome.unplaced)
        words = tr("有 {n} 行没有归位", n=count) if count else tr("有几处请看一看")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(24, 20, 24, 20)
        stack.setSpacing(12)
        stack.addWidget(label(tr("已导入“{name}”，{words}", name=name, words=words), role="head"))
        stack.addWidget(label(tr("原文件整份留在刊库里，没有丢字；可以选中复制。"), role="small", ink="text2"))
        stack.addWidget(self._text)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        stack.addLayout(row)

    @property
    def text(self) -> str:
        """What it lists."""
        return self._text.toPlainText()


def report_lines(outcome: Import) -> tuple[str, ...]:
    """Return the lines of the report: sentences first, then unplaced and doubtful lines with number and reason."""
    rest = (
        tr("第 {line} 行（{reason}）：{text}", line=row.line, reason=row.reason, text=row.text)
        for row in outcome.unplaced
    )
    doubts = (
        tr("第 {line} 行请核对（{reason}）：{text}", line=row.line, reason=row.reason, text=row.text)
        for row in outcome.doubts
    )
    return (*outcome.report, *rest, *doubts)
