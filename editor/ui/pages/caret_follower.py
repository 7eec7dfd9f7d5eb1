"""The pages follow the text: the open article and the block with the caret are marked and brought into view."""

from collections.abc import Callable

from editor.ui.pages.editions import Editions
from editor.ui.pages.navigator import PageNavigator


class CaretFollower:
    """Of one view. article, block: uids of the open article and of the block with the caret."""

    def __init__(self, editions: Editions, navigator: PageNavigator, repaint: Callable[[], None]) -> None:
        self.article, self.block = "", ""
        self._editions, self._navigator, self._repaint = editions, navigator, repaint
        # the block with the caret is not printed yet
        self._waiting = False

    def show_article(self, article: str, *, scroll: bool) -> None:
        """Mark an article; scroll: bring its beginning into view."""
        self.article = article
        facts = self._editions.latest_facts
        pages = facts.of(article) if facts else None
        if pages and scroll:
            self._navigator.go_to(pages.start)
        self._repaint()

    def show_block(self, article: str, block: str) -> None:
        """Mark the block that has the caret. block: its uid.

        When the caret came from another block of the same article, the block comes into view unless it is there; one
        that is not printed yet does so when it is.
        """
        moved = article == self.article and block != self.block
        if block != self.block:
            self.block = block
            self._repaint()
        if moved:
            self._waiting = bool(block) and not self._bring()

    def catch_up(self) -> None:
        """Bring a block into view that is printed only in the edition shown now."""
        if self._waiting:
            self._waiting = not self._bring()

    def forget_block(self) -> None:
        """Mark no block: another issue is coming."""
        self.block, self._waiting = "", False

    def _bring(self) -> bool:
        """Bring the block into view. Returns False where it is not printed yet."""
        facts = self._editions.shown_facts
        pages = facts.of(self.article) if facts else None
        extent = pages.extent(self.block) if pages else None
        if extent:
            self._navigator.bring(*extent)
        return extent is not None
