"""Pictures of the review's views: an issue taken from submitting to a correction, with a key made on the way."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from editor.model.edits import put_article
from editor.ui.papers.dialog import PaperDialog
from editor.ui.papers.scan_panel import ScanPanel
from editor.ui.review.approve_dialog import ApproveDialog
from editor.ui.review.compare_dialog import CompareDialog
from editor.ui.review.keys_dialog import KeysDialog
from editor.ui.review.make_key_dialog import MakeKeyDialog
from editor.ui.review.step_dialog import StepDialog
from editor.ui.review.verify_dialog import VerifyDialog
from editor.ui.window.main_window import MainWindow

_CHIEF, _WORDS = "宋希贤", "一句只有自己知道的话"
Shot = tuple[str, QWidget]
Wait = Callable[[], None]
Kind = TypeVar("Kind", bound=QDialog)


def review_views(window: MainWindow, folder: Path, wait: Wait) -> Iterator[Shot]:
    """Yield every view of the review. folder: for the key; wait: runs the event loop for a while."""
    key = folder / f"{_CHIEF}.key"
    yield from _keys(window, key, wait)
    yield from _step(window, "review.submit", "请看第三篇的数字", wait)
    yield from _step(window, "review.return", "来源写全称", wait)
    window.actions_by_name["review.submit"].trigger()
    _confirm(window)
    yield from _signing(window, wait)
    yield from _verifying(window, wait)
    yield from _papers(window, folder, wait)
    yield from _step(window, "review.publish", "", wait)
    yield from _step(window, "review.correct", "机构名称有误", wait)
    yield from _correcting(window, wait)


def _keys(window: MainWindow, key: Path, wait: Wait) -> Iterator[Shot]:
    dialog = _opened(window, "review.keys", KeysDialog)
    yield "30-keys-empty", _seen(dialog, wait)
    dialog.name.setText(_CHIEF)
    dialog.add.click()
    dialog.tools.make.click()
    made = dialog.tools.asking
    if isinstance(made, MakeKeyDialog):
        made.file.setText(str(key))
        for field in (made.words, made.again):
            field.field.setText(_WORDS)
        yield "31-make-key", _seen(made, wait)
        made.start()
        _until(lambda: bool(made.printed), wait)
        yield "32-fingerprint", _seen(made, wait)
        made.accept()
    yield "33-keys", _seen(dialog, wait)
    dialog.accept()


def _step(window: MainWindow, name: str, words: str, wait: Wait) -> Iterator[Shot]:
    """Yield the dialog of a step, then the window after it."""
    dialog = _opened(window, name, StepDialog)
    dialog.note.setPlainText(words)
    short = name.removeprefix("review.")
    yield f"34-{short}", _seen(dialog, wait)
    dialog.confirm.click()
    yield f"35-after-{short}", _seen(window, wait)


def _signing(window: MainWindow, wait: Wait) -> Iterator[Shot]:
    window.actions_by_name["review.read"].trigger()
    yield "36-read-to-approve", _seen(window, wait)
    window.decisions.sign()
    dialog = window.decisions.dialog
    if isinstance(dialog, ApproveDialog):
        dialog.passphrase.field.setText(_WORDS)
        dialog.passphrase.edited.emit()
        yield "37-approve", _seen(dialog, wait)
        dialog.start()
        _until(lambda: not dialog.signing.running, wait)
        yield "38-approved", _seen(dialog, wait)
        dialog.accept()
    yield "39-after-approve", _seen(window, wait)


def _verifying(window: MainWindow, wait: Wait) -> Iterator[Shot]:
    dialog = _opened(window, "review.verify", VerifyDialog)
    _until(lambda: bool(dialog.verdicts), wait)
    yield "40-verify", _seen(dialog, wait)
    dialog.accept()


def _papers(window: MainWindow, folder: Path, wait: Wait) -> Iterator[Shot]:
    for number, name in ((51, "review.form"), (52, "notes.paper")):
        window.actions_by_name[name].trigger()
        dialog = window.papers.dialog
        if not isinstance(dialog, PaperDialog):
            raise TypeError(name)
        _until(dialog.save.isEnabled, wait)
        yield f"{number}-{name}", _seen(dialog, wait)
        panel = dialog.findChild(ScanPanel)
        if panel:
            yield from _scans(dialog, panel, folder, wait)
        dialog.accept()
    export = window.exports.export_dialog()
    if export and export.form.copies:
        export.form.copies.card.choose(on=True)
        export.show()
        yield "53-copies", _seen(export, wait)
        export.reject()


def _scans(dialog: PaperDialog, panel: ScanPanel, folder: Path, wait: Wait) -> Iterator[Shot]:
    """Yield the form with a scan beside it, and one that was withdrawn."""
    files = [folder / name for name in ("签发单（误存）.pdf", "签发单（已签字）.pdf")]
    for number, path in enumerate(files):
        path.write_bytes(dialog.pdf + b"\n" * number)
    panel.take(files)
    _until(lambda: len(panel.rows) == len(files), wait)
    panel.rows[0].shift.click()
    yield "54-scans", _seen(dialog, wait)


def _correcting(window: MainWindow, wait: Wait) -> Iterator[Shot]:
    article = next(window.context.opened.issue.articles())
    changed = replace(article, source="云州市数据局")
    window.context.opened.apply("改", lambda space: put_article(space, changed))
    yield "41-correcting", _seen(window, wait)
    yield "42-notice", _seen(_opened(window, "review.notice", QDialog), wait)
    _close(window)
    dialog = _opened(window, "review.compare", CompareDialog)
    _until(lambda: dialog.pairs is not None, wait)
    yield "43-compare", _seen(dialog, wait)
    dialog.kept.setChecked(True)
    yield "43-compare-kept", _seen(dialog, wait)
    dialog.accept()
    yield "44-log", _seen(_opened(window, "review.log", QDialog), wait)
    _close(window)


def _opened(window: MainWindow, name: str, kind: type[Kind]) -> Kind:
    window.actions_by_name[name].trigger()
    found = window.decisions.dialog or window.proofs.dialog
    if not isinstance(found, kind):
        raise TypeError(name)
    return found


def _confirm(window: MainWindow) -> None:
    dialog = window.decisions.dialog
    if isinstance(dialog, StepDialog):
        dialog.confirm.click()


def _close(window: MainWindow) -> None:
    dialog = window.decisions.dialog or window.proofs.dialog
    if dialog:
        dialog.accept()


def _seen(widget: QWidget, wait: Wait) -> QWidget:
    wait()
    return widget


def _until(done: Callable[[], bool], wait: Wait) -> None:
    while not done():
        QApplication.processEvents()
        wait()
