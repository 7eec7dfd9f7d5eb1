"""The filter: all findings or those of a level, each with its count."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editor.checks.finding import Level
from editor.model.language import tr
from editor.ui.kit.levels import LOOKS
from editor.ui.kit.segments import Segments


class LevelFilter(Segments):
    """A row of segments, the first for all levels."""

    level_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        words = ((None, tr("全部")), *((level, look.word) for level, look in LOOKS.items()))
        super().__init__(tr("筛选检查结果"), words, parent=parent)
        self.show_key(None)
        self.chosen.connect(self.level_chosen)

    def level(self) -> Level | None:
        """Return the level chosen, None for all."""
        key = self.key
        return key if isinstance(key, Level) else None

    def show_counts(self, counts: dict[Level, int]) -> None:
        """Show how many findings each level has."""
        for level in Level:
            self.segments[level].show_count(counts.get(level, 0))
