"""The list of answers: what is chosen in it, and the steps through it."""

from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from editor.ui.palette.delegate import PaletteDelegate
from editor.ui.palette.entries import Answer, PaletteEntry
from editor.ui.palette.rows import ANSWER_ROLE, PaletteRows


class AnswerList(QListView):
    """Headings and answers; only what can be used now can be chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: of the list, for screen readers."""
        super().__init__(parent)
        self._rows = PaletteRows(self)
        self.setModel(self._rows)
        self.setItemDelegate(PaletteDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(name)

    @property
    def count(self) -> int:
        """How many rows there are, headings among them."""
        return self._rows.rowCount()

    @property
    def entry(self) -> PaletteEntry | None:
        """The entry that is chosen."""
        answer = self.currentIndex().data(ANSWER_ROLE)
        return answer.entry if isinstance(answer, Answer) else None

    def show_answers(self, answers: list[Answer]) -> None:
        """Show answers; the first one that can be used is chosen."""
        self._rows.show(answers)
        self.setCurrentIndex(self._rows.index(self._rows.step(-1, 0), 0))

    def choose(self, key: str) -> bool:
        """Choose the entry of a key. Returns False where it is not listed."""
        for row in range(self._rows.rowCount()):
            index = self._rows.index(row, 0)
            answer = index.data(ANSWER_ROLE)
            if isinstance(answer, Answer) and answer.entry.key == key:
                self.setCurrentIndex(index)
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
                return True
        return False

    def step(self, by: int) -> None:
        """Choose another row, down or, below 0, up; one step goes round, more than one stop at the ends."""
        row = self.currentIndex().row()
        turn = 1 if by > 0 else -1
        for _ in range(abs(by)):
            to = self._rows.step(row, turn)
            if abs(by) > 1 and (to - row) * turn <= 0:
                break
            row = to
        self.setCurrentIndex(self._rows.index(row, 0))
