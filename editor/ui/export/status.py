"""What the export dialog says: what is in the way, how far an export is, what came of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressBar

from editor.model.language import tr
from editor.model.saying import said_size
from editor.ui.export.form import ExportForm
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_MOST_NAMED = 4


class ExportStatus(QObject):
    """Two lines that wrap, and a bar of progress, to be placed in the dialog."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wording = label(role="small", ink="text2")
        self.warning = label(role="small", ink="warn")
        for words in (self.wording, self.warning):
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.hide()

    @property
    def message(self) -> str:
        """What is said."""
        return self.wording.text()

    @property
    def warned(self) -> str:
        """What the user should look at after an export."""
        return self.warning.text()

    def show_message(self, words: str, *, ink: str = "text2") -> None:
        """Say something in place of what was said before."""
        self.wording.setText(words)
        self.warning.setText("")
        set_style(self.wording, ink=ink)

    def show_running(self, *, running: bool) -> None:
        """Show the bar while an export is under way, without an end at first."""
        self.bar.setRange(0, 0)
        self.bar.setVisible(running)

    def show_step(self, step: str) -> None:
        """Say what is being done."""
        self.show_message(f"{step}…")

    def show_copied(self, done: int, n: int) -> None:
        """Say how many copies are done, of how many."""
        self.bar.setRange(0, n)
        self.bar.setValue(done)
        self.show_message(tr("正在做副本：{done} / {n} 份…", done=done, n=n))

    def show_written(self, paths: Sequence[Path], warnings: Sequence[str]) -> None:
        """Say which files were written, and what the user should look at."""
        self.show_message("\n".join(_written(paths)), ink="ok")
        self.warning.setText("\n".join(warnings))

    def show_stopped(self, n: int) -> None:
        """Say how many files were written before the user stopped."""
        self.show_message(tr("已停止，写好了 {n} 个文件。", n=n) if n else tr("已停止，没有写任何文件。"))

    def show_before(self, form: ExportForm, doubts: Sequence[str]) -> bool:
        """Say what is in the way, or what would be replaced, before it happens; return whether it can be begun.

        doubts: why an approval does not count here; only proofs go out then.
        """
        wanted = form.paths
        refused = _refused(form, doubts) if wanted else ""
        old = [path.name for path in wanted if path.exists()]
        if form.fault:
            self.show_message(form.fault, ink="error")
        elif not wanted:
            self.show_message(tr("请至少选一种格式。"))
        elif refused:
            self.show_message(refused, ink="error")
        elif not form.named:
            self.show_message(tr("请写明文件名和文件夹。"))
        elif old:
            self.show_message(tr("文件夹里已有{old}，导出后会被替换。", old=_named(old)), ink="warn")
        else:
            self.show_message("")
        return bool(wanted) and form.named and not form.fault and not refused


def _refused(form: ExportForm, doubts: Sequence[str]) -> str:
    """Return why nothing goes out as it is chosen; empty where it does."""
    wanted = form.wanted
    if not doubts or (wanted.copies is None and wanted.marked):
        return ""
    return tr(
        "这一期的签发在这台电脑上不作数，不能导出。{doubt}要看样子，可只选 PDF 并勾“纸样”。",
        doubt=doubts[0],
    )


def _named(names: Sequence[str]) -> str:
    """Return the names of files, the first where they are many."""
    if len(names) > _MOST_NAMED:
        return tr("“{name}”等 {n} 个文件", name=names[0], n=len(names))
    return tr("、").join(f"“{name}”" for name in names)


def _written(paths: Sequence[Path]) -> Iterator[str]:
    """Yield a line a file, one for all where they are many."""
    if len(paths) > _MOST_NAMED:
        size = said_size(sum(path.stat().st_size for path in paths))
        last = paths[-1].name
        yield tr("已写好 {n} 个文件（共 {size}），最后一个是 {last}", n=len(paths), size=size, last=last)
        return
    for path in paths:
        yield tr("已写好 {name}（{size}）", name=path.name, size=said_size(path.stat().st_size))
