"""Which tools of a bar have room; what has none stands in the bar's menu."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QWidget


class ToolFolding:
    """Of the rows of one bar. The highest rank has room first; tools of a rank come and go together."""

    def __init__(self, *rows: QBoxLayout, more: QWidget | None = None) -> None:
        """rows: what stands side by side and has the room between them; more: shown where something is left out."""
        self._rows, self._more = rows, more
        self._ranks: dict[int, list[tuple[QWidget, QAction | None]]] = {}

    def add(self, rank: int, tool: QWidget, action: QAction | None = None) -> None:
        """Let a tool be left out; rank 0: never. action: what it does, None where the menu need not offer it."""
        if rank:
            self._ranks.setdefault(rank, []).append((tool, action))

    def fold(self, room: int) -> None:
        """Show what fits into so many px."""
        spare = room - sum(map(self._fixed, self._rows))
        short = sum(map(self._width, self._tools())) > spare
        if self._more:
            self._more.setVisible(short)
            spare -= self._width(self._more) if short else 0
        for _, ranked in sorted(self._ranks.items(), reverse=True):
            needed = sum(self._width(tool) for tool, _ in ranked)
            for tool, _ in ranked:
                tool.setVisible(needed <= spare)
            spare -= needed if needed <= spare else 0

    def folded(self) -> list[QAction]:
        """Return what has no room, what goes first at the beginning."""
        ranked = (one for _, tools in sorted(self._ranks.items()) for one in tools)
        return [action for tool, action in ranked if action and tool.isHidden()]

    def _tools(self) -> list[QWidget]:
        return [tool for tools in self._ranks.values() for tool, _ in tools]

    def _fixed(self, row: QBoxLayout) -> int:
        """Return the width of what is never left out: asked of each, since a layout's own answer comes late."""
        edges, folding = row.contentsMargins(), (*self._tools(), self._more)
        items = [item for at in range(row.count()) if (item := row.itemAt(at))]
        parts = [part for item in items if (part := item.widget()) and part not in folding and not part.isHidden()]
        gaps = sum(item.sizeHint().width() for item in items if item.spacerItem())
        return edges.left() + edges.right() + gaps + sum(map(self._width, parts))

    def _width(self, tool: QWidget) -> int:
        """Return the width that a tool takes, which is less than its hint, and the gap beside it."""
        return min(tool.sizeHint().width(), tool.maximumWidth()) + self._rows[0].spacing()
