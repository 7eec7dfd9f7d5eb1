"""The search behind the view: asked at every key, answered from the library's reader, more of it while one scrolls."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from editor.desk.archive.asking import Asked, narrowed
from editor.desk.archive.ports import ArchiveReader
from editor.desk.archive.query import query_of
from editor.desk.archive.values import Facet, Found, Query, SearchField, SearchOrder
from editor.ui.archive.lane import Lane
from editor.ui.work.library_thread import LibraryThread

FIRST, MORE = 50, 200
"""Hits that are fetched at once: for the first screen, and each time when one scrolls further."""
Facets = Mapping[SearchField, tuple[Facet, ...]]


class ArchiveSearch(QObject):
    """found: the first hits of what was asked last; more_found: those behind the last; facets_found: those beside.

    Of a field that is filtered the facets are those without its filter: what else could be ticked stays in view.
    """

    found = Signal(object)
    more_found = Signal(object)
    facets_found = Signal(object)
    refused = Signal(str)

    def __init__(self, reader: ArchiveReader, thread: LibraryThread, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self.asked = Asked()
        self.query = Query()
        self._hits, self._more, self._beside = (Lane(thread, self) for _ in range(3))
        self._facets: Facets = {}
        self._hits.answered.connect(self._on_found)
        self._more.answered.connect(self.more_found)
        self._beside.answered.connect(self._on_beside)
        for lane in (self._hits, self._more, self._beside):
            lane.failed.connect(self.refused)

    @property
    def waiting(self) -> bool:
        """Whether something that was asked is not answered yet."""
        return any(lane.waiting for lane in (self._hits, self._more, self._beside))

    def ask(self, asked: Asked) -> None:
        """Search for something else."""
        self.asked = asked
        typed = query_of(asked.words)
        self.query = narrowed(typed, asked.filters)
        self._more.drop()
        self._beside.drop()
        query, order = self.query, self._order()
        self._hits.ask(lambda: self._reader.found(query, order, limit=FIRST))

    def fetch_more(self, offset: int) -> None:
        """Ask for the hits behind those that are there. offset: how many these are."""
        query, order = self.query, self._order()
        self._more.ask(lambda: self._reader.found(query, order, limit=MORE, offset=offset))

    def drop(self) -> None:
        """Hear no more of it."""
        for lane in (self._hits, self._more, self._beside):
            lane.drop()

    def _order(self) -> SearchOrder:
        # without any words there is nothing to rank by
        return self.asked.order if self.asked.words.strip() else SearchOrder.DATE

    def _on_found(self, found: Found) -> None:
        self._facets = found.facets
        self.found.emit(found)
        fields = self.asked.fields
        if not fields:
            self.facets_found.emit(self._facets)
            return
        asked, typed = self.asked, query_of(self.asked.words)

        def beside() -> Facets:
            others = {field: narrowed(typed, asked.without(field).filters) for field in fields}
            return {
                field: self._reader.found(query, SearchOrder.DATE, limit=0).facets.get(field, ())
                for field, query in others.items()
            }

        self._beside.ask(beside)

    def _on_beside(self, beside: Facets) -> None:
        self.facets_found.emit({**self._facets, **beside})
