"""Where the caret of the body is, and where it is led: blocks, figures and tables, parts of a text."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.block_kinds import ObjectBlock
from editor.ui.body import keys
from editor.ui.body.objects import BodyObjects
from editor.ui.body.places import cursors_of, lines_of_block, uid_of
from editor.ui.body.shapes import Kind, kind_of
from editor.ui.kit.tints import MarkKind, TextMark

_FLASH_MS = 900


class BodyCaret(QObject):
    """The caret of one body. flashed: uid of the block that the user was just led to, empty for none.

    into_words: selects words of a figure or table, and returns whether it does.
    """

    def __init__(self, edit: QTextEdit, objects: BodyObjects) -> None:
        super().__init__(edit)
        self._edit, self._objects = edit, objects
        self.flashed = ""
        self.into_words: Callable[[ObjectBlock, tuple[int, int]], bool] = lambda _value, _span: False

    def kind(self) -> Kind:
        """Return the kind of the caret's line."""
        return kind_of(self._edit.textCursor().blockFormat())

    def block(self) -> str:
        """Return the uid of the block with the caret, empty in a body without any."""
        return uid_of(self._edit.textCursor().block())

    def chosen_object(self) -> ObjectBlock | None:
        """Return the figure or table that is selected, None otherwise."""
        line = keys.chosen_object(self._edit.textCursor())
        return self._objects.values.get(uid_of(line)) if line else None

    def choose_object(self, uid: str) -> None:
        """Select a figure or table."""
        line = next(lines_of_block(self._edit.document(), uid), None)
        if line and kind_of(line.blockFormat()) is Kind.OBJECT:
            cursor = QTextCursor(line)
            keys.choose_object(cursor, line)
            self._edit.setTextCursor(cursor)

    def show_span(self, uid: str, span: tuple[int, int] | None) -> None:
        """Select a part of a block, else go to its beginning. span: code points, as in Mark."""
        start, end = span or (0, 0)
        value = self._objects.values.get(uid)
        line = next(lines_of_block(self._edit.document(), uid), None)
        if start < end and value and line and self.into_words(value, (start, end)):
            return
        (found,) = cursors_of(self._edit.document(), [TextMark(block=uid, start=start, end=end, kind=MarkKind.INFO)])
        if found:
            self._edit.setTextCursor(found)

    def go_to_block(self, uid: str) -> bool:
        """Put the caret to a block's beginning, a figure or table selected, and let it flash. Returns whether it is."""
        line = next(lines_of_block(self._edit.document(), uid), None)
        if line is None:
            return False
        if kind_of(line.blockFormat()) is Kind.OBJECT:
            self.choose_object(uid)
        else:
            self._edit.setTextCursor(QTextCursor(line))
        self._flash(uid)
        QTimer.singleShot(_FLASH_MS, self, lambda: self._flash("") if self.flashed == uid else None)
        return True

    def follow(self, there: QTextCursor) -> None:
        """Bring the caret to where a menu opens, so that what is pasted lands there; a selection there stays."""
        chosen = self._edit.textCursor()
        if not chosen.selectionStart() <= there.position() <= chosen.selectionEnd():
            self._edit.setTextCursor(there)

    def _flash(self, uid: str) -> None:
        self.flashed = uid
        self._edit.viewport().update()
