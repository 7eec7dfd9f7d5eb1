"""Changes since a galley as the list shows them: under their articles, with the page and the tick of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from editor.desk.collating.change import GalleyChange
from editor.model.language import tr
from editor.model.tick import Tick
from editor.ui.kit.times import when


@dataclass(frozen=True, slots=True, kw_only=True)
class CollateHeadRow:
    """An article, or what stands before the articles. done, count: ticked changes, and all."""

    title: str
    done: int
    count: int

    @property
    def spoken(self) -> str:
        """For the screen reader."""
        return tr("{title}，已核 {done}，共 {count} 处", title=self.title, done=self.done, count=self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class CollateRow:
    """A change. page: as printed, empty while it is not known; tick: None for one that is to be checked."""

    change: GalleyChange
    page: str
    tick: Tick | None

    @property
    def spoken(self) -> str:
        """For the screen reader."""
        page = tr("第 {page} 页", page=self.page) if self.page else ""
        return tr("，").join(filter(None, (self.ticked, page, self.change.words)))

    @property
    def ticked(self) -> str:
        """Whether and by whom it was checked, in words."""
        if self.tick is None:
            return tr("未核")
        return tr("已核（{name}，{at}）", name=self.tick.name or tr("署名不详"), at=when(self.tick.at))


Row = CollateHeadRow | CollateRow


def rows_of(
    changes: Sequence[GalleyChange], ticks: Mapping[str, Tick], pages: Mapping[str, str], *, only_open: bool
) -> tuple[Row, ...]:
    """Return the rows. pages: by a change's key; only_open: without what is ticked."""
    return tuple(_rows(changes, ticks, pages, only_open=only_open))


def _rows(
    changes: Sequence[GalleyChange], ticks: Mapping[str, Tick], pages: Mapping[str, str], *, only_open: bool
) -> Iterator[Row]:
    for (_, title), group in groupby(changes, key=lambda one: (one.where, one.title)):
        found = [CollateRow(change=one, page=pages.get(one.key, ""), tick=ticks.get(one.key)) for one in group]
        shown = [row for row in found if row.tick is None] if only_open else found
        if shown:
            yield CollateHeadRow(title=title, done=sum(row.tick is not None for row in found), count=len(found))
            yield from shown
