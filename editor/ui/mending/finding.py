"""Damage is looked for beside the window once a library is open, and said with a way to mend it."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QTimer

from editor.model.damage import Damage
from editor.model.language import tr
from editor.ui.commands.context import WindowContext
from editor.ui.kit.failures import show_failure
from editor.ui.kit.job import Job

_MOST_SAID = 3
# by then the window is drawn, and its pages are as a rule
_SEEN_MS = 600


def say_damage_later(context: WindowContext) -> None:
    """Look for damage once the window is seen, and say what was found; nothing where it is closed before."""
    later = QTimer(context.window)
    later.setSingleShot(True)
    later.timeout.connect(lambda: say_damage(context))
    later.start(_SEEN_MS)


def say_damage(context: WindowContext) -> None:
    """Look for damage, and say what was found."""
    library = context.session.library

    def beside(call: Callable[[], None]) -> None:
        # in the thread that saves: it is waited for when the window closes
        context.session.library_thread.later(call)

    task = Job(lambda _report: library.mending.damages(), run=beside)
    task.done.connect(lambda damages: _show_message(context, damages))
    task.start()


def _show_message(context: WindowContext, damages: tuple[Damage, ...]) -> None:
    # what reads a whole library is what writes it: loaded by now, it stays, and is not looked through for rubbish again
    gc.freeze()
    if damages:
        names = tr("；").join(one.name for one in damages[:_MOST_SAID])
        rest = tr("，还有 {n} 处", n=len(damages) - _MOST_SAID) if len(damages) > _MOST_SAID else ""
        reason = tr("{names}{rest}。修好以前，它们不打开、不印、不导出；别处照常。", names=names, rest=rest)
        way = (tr("修复…"), context.actions["library.mend"].trigger)
        show_failure(context.window, tr("刊库里有内容损坏"), reason, way=way)
