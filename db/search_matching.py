"""Which documents have the words of a query."""

import itertools
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from db.search_docs import Docs
from editor.desk.archive.values import Query, SearchField, Term
from editor.text.searching.grams import OFTEN, TITLE, asked_grams, is_one_gram, normal
from editor.text.searching.places import pattern_of

_FITTING = "SELECT rowid FROM search WHERE search MATCH ?"
_ALL = "SELECT id FROM search_docs"
# parameters of one statement; SQLite takes 32,766
_MANY = 20_000


@dataclass(frozen=True)
class Matching:
    """Over the documents of one state of a library. kept: what was asked of the index already."""

    raw: sqlite3.Connection
    docs: Docs
    kept: dict[tuple[tuple[str, ...], str, bool], set[int]] = field(default_factory=dict)

    def fitting(self, query: Query) -> set[int]:
        """Return the documents that fit."""
        found: set[int] | None = None
        # the words first that the index answers alone: what is looked for in texts then has less to read
        for group in sorted(query.wanted, key=lambda one: any(_is_read(term) for term in one)):
            fitting = set[int]().union(*(self._of_term(term, found) for term in group))
            found = fitting if found is None else found & fitting
        if found is None:
            found = set(self.docs.by_id)
        for term in query.unwanted:
            found -= self._of_term(term, found)
        return found & self.docs.by_id.keys()

    def ranked(self, ordered: Sequence[int], query: Query) -> list[int]:
        """Return documents with those first that have the words in the title, then those that have them often."""
        words = [term for group in query.wanted for term in group if term.field is None]
        if not words:
            return list(ordered)
        titled = set.intersection(*map(self._in_title, words))
        often = set.intersection(*map(self._often, words)) - titled
        others = itertools.filterfalse((titled | often).__contains__, ordered)
        return [*filter(titled.__contains__, ordered), *filter(often.__contains__, ordered), *others]

    def _of_term(self, term: Term, among: set[int] | None) -> set[int]:
        match term.field:
            case None:
                return self._verified(term, _texts, self._matches(term), among)
            case SearchField.TITLE:
                return self._verified(term, _titles, self._matches(term, TITLE), among)
            case other:
                return self._with_value(other, normal(term.text))

    def _matches(self, term: Term, mark: str = "") -> set[int] | None:
        """Return the documents with all grams of a term; None for a term without any, which only the texts answer."""
        return self._with_grams(asked_grams(term.text), mark, begins=term.prefix)

    def _with_grams(self, grams: tuple[str, ...], mark: str, *, begins: bool) -> set[int] | None:
        if not grams:
            return None
        key = (grams, mark, begins)
        if key not in self.kept:
            self.kept[key] = self._asked(grams, mark, begins=begins)
        return self.kept[key]

    def _asked(self, grams: tuple[str, ...], mark: str, *, begins: bool) -> set[int]:
        # only the last word is a beginning: the others are whole
        last = len(grams) - 1
        asked = (f'"{mark}{gram}"' + (" *" if begins and at == last else "") for at, gram in enumerate(grams))
        return set(itertools.chain.from_iterable(self.raw.execute(_FITTING, (" AND ".join(asked),))))

    def _verified(self, term: Term, read: "_Read", fitting: set[int] | None, among: set[int] | None) -> set[int]:
        if fitting is not None and (is_one_gram(term.text) or not fitting):
            return fitting
        possible = set(self.docs.by_id) if fitting is None else fitting
        numbers = sorted(possible if among is None else possible & among)
        # most have it as it is, which SQLite sees ten times faster
        said = _said(self.raw, numbers, term.text) if read is _texts and not _is_folded(term.text) else set[int]()
        has, left = _finder(term), [number for number in numbers if number not in said]
        return said | {
            number for part in _parts(left) for number, texts in read(self.raw, part) if any(map(has, texts))
        }

    def _with_value(self, field: SearchField, wanted: str) -> set[int]:
        if field in _WHOLE:
            return self.docs.with_value(field, lambda value: normal(value) == wanted)
        return self.docs.with_value(field, lambda value: wanted in normal(value))

    def _in_title(self, term: Term) -> set[int]:
        return self._with_grams(asked_grams(term.text), TITLE, begins=term.prefix) or set()

    def _often(self, term: Term) -> set[int]:
        grams = tuple(gram for gram in asked_grams(term.text) if len(gram) > 1 or gram.isascii())
        return self._with_grams(grams, OFTEN, begins=term.prefix) or set()


_WHOLE = frozenset((SearchField.YEAR, SearchField.NUMBER))
_Read = Callable[[sqlite3.Connection, Sequence[int]], Iterable[tuple[int, tuple[str, ...]]]]


def _is_read(term: Term) -> bool:
    return term.field in (None, SearchField.TITLE) and not is_one_gram(term.text)


def _finder(term: Term) -> Callable[[str], bool]:
    """Return what says whether a text has a term."""
    text = term.text
    if not _is_folded(text) and normal(text) == text:
        # the index has normal words, the texts stand as they were written: most have the term as it is
        return lambda said: text in said or text in normal(said)
    pattern = pattern_of(((text, term.prefix),))
    assert pattern is not None, "a term has letters"  # noqa: S101
    return lambda said: pattern.search(said) is not None or pattern.search(normal(said)) is not None


def _is_folded(text: str) -> bool:
    """Return whether texts may have a term otherwise: in capitals, in full width, without its blanks."""
    return any(char.isascii() or char.isspace() for char in text)


def _said(raw: sqlite3.Connection, numbers: Sequence[int], text: str) -> set[int]:
    """Return the articles of issues that have a text in their body or their lines, as it is."""
    found = set[int]()
    for part in _parts(numbers):
        query = f"""
            SELECT d.id FROM search_docs d JOIN articles a ON a.issue = d.place AND a.uid = d.article
            WHERE d.id IN ({", ".join("?" * len(part))}) AND d.kind = 'issue'
                AND (instr(a.plain, ?) OR instr(d.head, ?))
        """  # noqa: S608 - question marks
        found.update(number for (number,) in raw.execute(query, (*part, text, text)))
    return found


def _texts(raw: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    query = f"""
        SELECT d.id, d.head, d.source, d.tags, d.editor, coalesce(a.plain, w.plain, i.post || char(10) || i.words, ''),
            coalesce(i.leader, '')
        FROM search_docs d LEFT JOIN articles a ON d.kind = 'issue' AND a.issue = d.place AND a.uid = d.article
        LEFT JOIN drawer w ON d.kind = 'drawer' AND w.publication = d.place AND w.uid = d.article
        LEFT JOIN instructions i ON d.kind = 'instruction' AND i.uid = d.article
        WHERE d.id IN ({", ".join("?" * len(numbers))})
    """  # noqa: S608 - question marks
    for number, *texts in raw.execute(query, tuple(numbers)):
        yield number, tuple(map(str, texts))


def _titles(raw: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    query = f"""
        SELECT d.id, coalesce(a.title, w.title, '')
        FROM search_docs d LEFT JOIN articles a ON d.kind = 'issue' AND a.issue = d.place AND a.uid = d.article
        LEFT JOIN drawer w ON d.kind = 'drawer' AND w.publication = d.place AND w.uid = d.article
        WHERE d.id IN ({", ".join("?" * len(numbers))})
    """  # noqa: S608 - question marks
    for number, title in raw.execute(query, tuple(numbers)):
        yield number, (str(title),)


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _MANY):
        yield numbers[start : start + _MANY]
