"""Page facts: asked of the typesetter after setting, and read from its answer."""

from collections.abc import Iterable
from typing import Any

from editor.document.look import LookTable
from editor.document.parts import ArticlePart, Document
from editor.model.page_facts import ArticlePages, BlockPlace, CardPlace, PageFacts, Spot
from editor.pages.page_data import anchor_label

# places: (name, sheet, pt from the sheet's upper edge)
FACTS_QUERY = """{
  let places(marks) = marks.map(m => (m.value, m.location().page(), m.location().position().y / 1pt))
  (
    total: query(<last-sheet>).first().location().page(),
    starts: query(heading.where(level: 2)).map(h => (
      id: str(h.at("label", default: <none>)),
      folio: counter(page).at(h.location()).first(),
      sheet: h.location().page(), y: h.location().position().y / 1pt)),
    ends: query(<article-end>).map(m => (
      id: m.value, folio: counter(page).at(m.location()).first(),
      sheet: m.location().page(), y: m.location().position().y / 1pt)),
    parts: query(<part>).map(m => (m.value, m.location().page())),
    notes: query(<note>).map(m => (m.location().page(), m.location().position().y / 1pt)),
    tops: places(query(<article-top>)),
    blocks: places(query(<block>)),
    items: places(query(<item>)),
    cards: places(query(<card>)),
    text-end: query(<text-end>).map(m => m.location().page()),
    in-line: query(<source-in-line>).map(m => m.value),
  )
}"""

# from the text's last line to the mark of the first footnote, in lines of the text: see `parts/notes.typ`
_NOTE_SPACE = 1.25
Found = dict[str, Any]


def page_facts(found: Found, document: Document, look: LookTable) -> PageFacts:
    """Return the facts of one rendering. found: the answer to FACTS_QUERY."""
    first = found["starts"][0] if found["starts"] else {"sheet": found["total"] + 1, "folio": 1}
    lines = look.count("grid.lines")
    pitch = look.points("grid.pitch")
    bottom = look.millimetres("page.top") * 72 / 25.4 + lines * pitch
    marks = _Marks(found)
    articles = tuple(marks.article(article, bottom=bottom, pitch=pitch) for article in document.articles())
    return PageFacts(
        front=first["sheet"] - first["folio"],
        sheets=found["total"],
        lines=lines,
        articles=articles,
        parts=tuple((key, sheet) for key, sheet in found["parts"]),
        imprint_after=max((found["total"] - sheet for sheet in found["text-end"]), default=0),
    )


class _Marks:
    """The answer by names."""

    def __init__(self, found: Found) -> None:
        self._starts = {start["id"]: start for start in found["starts"]}
        self._ends = {end["id"]: end for end in found["ends"]}
        self._tops, self._blocks, self._items = (_by_name(found[key]) for key in ("tops", "blocks", "items"))
        cards = found["cards"]
        self._cards = {name: CardPlace(start=_spot(sheet, y), lines=lines) for (name, lines), sheet, y in cards}
        self._in_line = dict(found["in-line"])
        self._notes = found["notes"]

    def article(self, article: ArticlePart, *, bottom: float, pitch: float) -> ArticlePages:
        """Return the pages of an article. bottom: of the type area, pitch: of its lines, pt."""
        label = anchor_label(article.anchor)
        start, end = self._starts[label], self._ends[label]
        return ArticlePages(
            article=article.anchor,
            first=start["folio"],
            last=end["folio"],
            free_lines=max(0, int((self._foot(end["sheet"], bottom, pitch) - end["y"]) / pitch + 0.05)),
            top=self._tops[label][0],
            start=_spot(start["sheet"], start["y"]),
            end=_spot(end["sheet"], end["y"]),
            blocks=tuple(self._block(block.uid) for block in article.blocks if block.uid in self._blocks),
            card=self._cards.get(label),
            runs_in=label in self._in_line,
            source_in_line=self._in_line.get(label, False),
        )

    def _foot(self, sheet: int, bottom: float, pitch: float) -> float:
        """Return where the text of a sheet must end, pt: at its foot, or a line above its first footnote."""
        notes: list[float] = [y for at, y in self._notes if at == sheet]
        return float(min((bottom, *(y - _NOTE_SPACE * pitch for y in notes))))

    def _block(self, uid: str) -> BlockPlace:
        return BlockPlace(block=uid, start=self._blocks[uid][0], items=tuple(self._items.get(uid, ())))


def _by_name(rows: Iterable[tuple[str, int, float]]) -> dict[str, list[Spot]]:
    made: dict[str, list[Spot]] = {}
    for name, sheet, y in rows:
        made.setdefault(name, []).append(_spot(sheet, y))
    return made


def _spot(sheet: int, points: float) -> Spot:
    return Spot(sheet=sheet, y=round(points * 25400 / 72))
