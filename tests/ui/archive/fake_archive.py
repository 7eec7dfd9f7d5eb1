"""An archive that is searched character by character: slow, and plainly right."""

from collections import Counter
from dataclasses import dataclass

from editor.desk.archive.ports import IndexState
from editor.desk.archive.values import FACETS, Facet, Found, Hit, Marked, SearchField, SearchOrder
from editor.export.text import blocks_text
from editor.model.errors import UserError

_BESIDE, _LONG = 20, 90


@dataclass(frozen=True)
class Entry:
    """A hit without marks, with the text of its article."""

    hit: Hit
    text: str
    tags: tuple[str, ...] = ()


class FakeArchive:
    """Of entries, the newest first. asked: every question so far; state: of its index; steps: told while building."""

    def __init__(self, entries, state=IndexState.FITS):
        self.entries, self.state = tuple(entries), state
        self.asked = []
        self.steps = 3
        self.built = 0

    def found(self, query, order=SearchOrder.RANKED, *, limit=50, offset=0):
        self.asked.append((query, order, limit, offset))
        if self.state is not IndexState.FITS:
            raise UserError("索引还没有建好。")
        fits = [(one, count) for one in self.entries if (count := _count(one, query)) is not None]
        words = [term.text for group in query.wanted for term in group if term.field is None]
        if order is SearchOrder.RANKED:
            fits.sort(key=lambda pair: (not any(word in pair[0].hit.title.text for word in words), -pair[1]))
        shown = tuple(_marked(one, words, count) for one, count in fits[offset : offset + limit])
        return Found(hits=shown, total=len(fits), facets={field: _facet(field, fits) for field in FACETS})

    def index_state(self):
        return self.state

    def verify_index(self):
        return self.state

    def build_index(self, told, *, anew=True):
        self.anew = anew
        for step in range(self.steps):
            told(step, self.steps)
        self.built += 1
        self.state = IndexState.FITS


def entries_of(library):
    """Return the entries of a library's issues and of their drawers."""
    made, drawers = [], set()
    for issue in library.issues():
        whole = library.issue(issue.uid)
        label = f"总第{issue.number.total}期"
        folio = 0
        for section in whole.sections:
            for article in section.articles:
                folio += 1
                made.append(_entry(article, issue, section.name, label, folio))
        if issue.publication not in drawers:
            drawers.add(issue.publication)
            drawer = library.workspace(issue.uid).drawer
            made += [_entry(one, issue, "", "", None, state="待编") for one in drawer.pending]
            made += [_entry(one.article, issue, "", "", None, state="废稿") for one in drawer.trash]
    return made


def _entry(article, issue, section, label, folio, state="已发布"):  # noqa: PLR0913, PLR0917
    hit = Hit(
        publication=issue.publication,
        issue=issue.uid if label else "",
        article=article.uid,
        title=Marked(text=article.title.text),
        snippet=Marked(text=""),
        label=label,
        date=issue.date,
        section=section,
        source=article.source,
        state=state,
        folio=folio,
        count=0,
    )
    return Entry(hit=hit, text=blocks_text(article.blocks), tags=article.archive.tags)


def _values(entry, field):  # noqa: PLR0911
    hit = entry.hit
    match field:
        case SearchField.YEAR:
            return (str(hit.date.year),)
        case SearchField.SECTION:
            return (hit.section,)
        case SearchField.SOURCE:
            return (hit.source,)
        case SearchField.TAG:
            return entry.tags
        case SearchField.STATE:
            return (hit.state,)
        case SearchField.TITLE:
            return (hit.title.text,)
        case _:
            return ()


def _count(entry, query):
    whole = entry.hit.title.text + "\n" + entry.text

    def stands(term):
        return any(term.text in value for value in _values(entry, term.field)) if term.field else term.text in whole

    if not all(any(map(stands, group)) for group in query.wanted) or any(map(stands, query.unwanted)):
        return None
    return sum(whole.count(term.text) for group in query.wanted for term in group if term.field is None)


def _marks(text, words):
    found = set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.add((at, at + len(word)))
            at = text.find(word, at + len(word))
    return tuple(sorted(found))


def _marked(entry, words, count):
    from dataclasses import replace

    text = entry.text
    at = min((place for word in words if (place := text.find(word)) >= 0), default=0)
    start = max(0, at - _BESIDE)
    snippet = ("…" if start else "") + text[start : start + _LONG]
    return replace(
        entry.hit,
        title=Marked(text=entry.hit.title.text, marks=_marks(entry.hit.title.text, words)),
        snippet=Marked(text=snippet, marks=_marks(snippet, words)),
        count=count,
    )


def _facet(field, fits):
    counted = Counter(value for entry, _ in fits for value in _values(entry, field) if value)
    return tuple(Facet(value=value, count=count) for value, count in counted.most_common())
