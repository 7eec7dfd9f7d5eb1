"""Pictures of the pages as they were when they were approved."""

from editor.model.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPages:
    """Pictures of all pages in order, as WebP, and the program that drew them. Verification does not use them."""

    rasteriser: str
    pages: tuple[bytes, ...]

    def page(self, sheet: int) -> bytes | None:
        """Return a page's picture, None where there is none. sheet: from 1."""
        return self.pages[sheet - 1] if 1 <= sheet <= len(self.pages) else None
