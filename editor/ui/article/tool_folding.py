"""Which tools of a bar have room; what has none stands in the bar's menu."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


class ToolFolding:
    """Of the tools that share a bar. The highest rank has room first; tools of a rank come and go together."""

    def __init__(self, *, edges: int, gap: int, more: QWidget | None = None) -> None:
        """edges: px at the ends; gap: px between two; more: a tool that is shown where something is left out."""
        self._edges, self._gap, self._more = edges, gap, more
        self._fixed: list[QWidget] = []
        self._ranks: dict[int, list[tuple[QWidget, QAction | None]]] = {}

    def add(self, tool: QWidget, rank: int = 0, action: QAction | None = None) -> QWidget:
        """Reckon with a tool, and return it. rank 0: it always stays; action: what the menu offers in its place."""
        if rank:
            self._ranks.setdefault(rank, []).append((tool, action))
        else:
            self._fixed.append(tool)
        return tool

    def fold(self, room: int) -> None:
        """Show what fits into so many px. Asked of each tool, since a layout's own answer comes late."""
        spare = room - self._edges - sum(self._width(tool) for tool in self._fixed if not tool.isHidden())
        short = sum(map(self._needed, self._ranks.values())) > spare
        if self._more:
            self._more.setVisible(short)
            spare -= self._width(self._more) if short else 0
        for _, tools in sorted(self._ranks.items(), reverse=True):
            needed = self._needed(tools)
            for tool, action in tools:
                tool.setVisible(needed <= spare and _is_offered(action))
            spare -= needed if needed <= spare else 0

    def folded(self) -> list[QAction]:
        """Return what has no room, what goes first at the beginning."""
        ranked = (one for _, tools in sorted(self._ranks.items()) for one in tools)
        return [action for tool, action in ranked if action and action.isVisible() and tool.isHidden()]

    def _needed(self, tools: list[tuple[QWidget, QAction | None]]) -> int:
        return sum(self._width(tool) for tool, action in tools if _is_offered(action))

    def _width(self, tool: QWidget) -> int:
        """Return the width that a tool takes, which is less than its hint, and the gap beside it."""
        return min(tool.sizeHint().width(), tool.maximumWidth()) + self._gap


def _is_offered(action: QAction | None) -> bool:
    """Return whether there is a tool at all: a table has no picture to replace."""
    return action is None or action.isVisible()
