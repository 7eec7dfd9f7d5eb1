"""The edition that is shown, and the one that takes its place as soon as its pages in view are drawn."""

from editor.model.page_facts import PageFacts
from editor.pages.reports import PagesSet, PictureMade
from editor.ui.pages.pictures import PagePictures


class Editions:
    """At most two editions with their pictures. pictures: of the one shown, older ones for sheets not drawn yet."""

    def __init__(self) -> None:
        self.shown: PagesSet | None = None
        self.coming: PagesSet | None = None
        self.pictures = PagePictures()
        self._ahead, self._needed = PagePictures(), frozenset[int]()

    def forget(self) -> None:
        """Have none: another issue is coming."""
        self.shown, self.coming = None, None
        self.pictures, self._ahead, self._needed = PagePictures(), PagePictures(), frozenset()

    @property
    def latest_facts(self) -> PageFacts | None:
        """The facts of the latest edition, shown or not."""
        latest = self.coming or self.shown
        return latest.facts if latest else None

    @property
    def shown_facts(self) -> PageFacts | None:
        """The facts of the edition shown."""
        return self.shown.facts if self.shown else None

    @property
    def number(self) -> int:
        """The number of the edition shown, 0 for none."""
        return self.shown.edition if self.shown else 0

    def await_pictures(self, edition: PagesSet, needed: tuple[int, ...]) -> None:
        """Hold an edition back until the needed sheets are drawn; one held back before is dropped."""
        self.coming, self._ahead, self._needed = edition, PagePictures(), frozenset(needed)

    @property
    def ready(self) -> bool:
        """Whether the edition held back can be shown."""
        return self.coming is not None and self._ahead.has(self._needed)

    def take(self, made: PictureMade) -> None:
        """Take in a picture; of other editions than these two it is of no use."""
        if self.coming and made.edition == self.coming.edition:
            self._ahead.keep(made)
        elif self.shown and made.edition == self.shown.edition:
            self.pictures.keep(made)

    def show(self, edition: PagesSet) -> None:
        """Show an edition with the pictures there are; sheets without one keep those of the edition before."""
        self.pictures.take(self._ahead)
        self.shown, self.coming, self._ahead = edition, None, PagePictures()
