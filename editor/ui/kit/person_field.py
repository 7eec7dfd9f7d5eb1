"""A fact that says who: it takes names of persons, and nothing that cannot be one."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from editor.model.language import tr
from editor.text.person_names import not_names, person_names
from editor.ui.kit.fact_field import FactField
from editor.ui.kit.small_mark import SmallMark
from editor.ui.theme.apply import set_style


class PersonField(FactField):
    """Tells of what is written once all of it may be names; what stands there else is said and given up on leaving."""

    refused = Signal(str)

    def __init__(self, name: str, known: Callable[[], Collection[str]] = tuple) -> None:
        """known: whom register and credits page name; others are marked, unless nobody is known."""
        super().__init__(name)
        self._kept, self._wrong, self._known = "", False, known
        self._guessed = False
        self.outside = SmallMark(tr("名录外"), self)

    def show_text(self, text: str) -> None:
        self._kept = text
        # half a name is not taken away from under the caret by what changes elsewhere
        if not (self._wrong and self.hasFocus()):
            self._mark(wrong=False)
            super().show_text(text)
            if not_names(text):
                # from before, or from a file: seen, and left alone
                set_style(self, state="error")
            else:
                self._mark_outside()

    def show_beside(self, mark: QWidget, *, on: bool) -> None:
        """Show a mark; where there is none, that a name is not in the register may be."""
        self._guessed = on
        super().show_beside(mark, on=on)
        self._mark_outside()

    def give_up(self) -> None:
        """Say what was refused, and show again what is kept; nothing happens where nothing was."""
        if not self._wrong:
            return
        words = "、".join(not_names(self.text()))
        self._mark(wrong=False)
        super().show_text(self._kept)
        self.refused.emit(
            tr(
                "“{words}”不像人名，{field}没有改。写 2 到 4 个汉字的名字，几个人用“、”隔开",
                words=words,
                field=self.accessibleName(),
            )
        )

    def write(self, text: str) -> None:
        self.setText(text)
        self._take(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark_outside()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.give_up()
        # 张三和李四, 张三 李四: one way to write it, so that the credits count two
        names = "、".join(person_names(self.text()))
        if names != self.text() and self.isModified():
            self.write(names)
        super().focusOutEvent(event)
        self._mark_outside()

    def _on_edited(self, text: str) -> None:
        self._take(text)

    def _take(self, text: str) -> None:
        wrong = bool(not_names(text))
        self._mark(wrong=wrong)
        if not wrong:
            # shown again only where something else changed
            self._kept = text
            super()._on_edited(text)

    def _mark_outside(self) -> None:
        """Mark names that neither register nor credits page has, once they are written."""
        names = person_names(self.text())
        known = self._known() if names and not self.hasFocus() else ()
        outside = [one for one in names if one not in known] if known else []
        self._note = tr("名录和版权页里没有“{words}”，请核对", words="、".join(outside)) if outside else ""
        self.outside.setToolTip(self._note)
        if not self._guessed:
            super().show_beside(self.outside, on=bool(outside) and not self._wrong)
        else:
            self.outside.hide()
        self._show_tip()

    def _mark(self, *, wrong: bool) -> None:
        self._wrong = wrong
        set_style(self, state="error" if wrong else "")
