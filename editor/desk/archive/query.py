"""What somebody types to search the archive, read as a query, and a query written as it is typed.

Words that all must stand there, with blanks between; “a phrase” or "a phrase"; -without; this OR that (或); 来源:…,
标题:… and the other fields. Whatever is typed can be read: marks that mean nothing are words like others.
"""

import re
import unicodedata
from collections.abc import Iterator

from editor.desk.archive.values import Query, SearchField, Term

MOST_TERMS, _LONGEST_TERM = 32, 200
_EITHER = frozenset({"OR", "或", "|"})
_QUOTED = r"(?:“[^”]*”|\"[^\"]*\")\*?"
_ENGLISH = r"(?i:title|source|tag|office|region|year|issue|section|state)"
_PIECE = re.compile(
    rf"(?P<out>[-－−](?=\S))?(?:(?P<field>{_ENGLISH}|[^\s:：“”\"－-]{{1,4}})[:：]\s*)?(?P<text>{_QUOTED}|[^\s“\"]+)"
)
_FIELDS = {field.value: field for field in SearchField} | {
    "年份": SearchField.YEAR,
    "总期": SearchField.NUMBER,
    "期号": SearchField.NUMBER,
    # in an English window; the Chinese names are those that are kept
    "title": SearchField.TITLE,
    "source": SearchField.SOURCE,
    "tag": SearchField.TAG,
    "office": SearchField.OFFICE,
    "region": SearchField.REGION,
    "year": SearchField.YEAR,
    "issue": SearchField.NUMBER,
    "section": SearchField.SECTION,
    "state": SearchField.STATE,
}
_LATIN_END = re.compile(r"[A-Za-z][A-Za-z0-9]*\*?$")
_NUMBER = re.compile(r"^(?:总?第)?(\d{1,5})[期号年]?$")
_SAFE = re.compile(r"\w+")


def query_of(typed: str) -> Query:
    """Return the query that was typed; of more than MOST_TERMS words the first ones."""
    wanted: list[list[Term]] = []
    unwanted: list[Term] = []
    either = False
    for piece in _pieces(typed):
        if isinstance(piece, str):
            either = bool(wanted)
            continue
        term, out = piece
        if out:
            unwanted.append(term)
        elif either:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        either = False
    return Query(wanted=tuple(map(tuple, wanted)), unwanted=tuple(unwanted))


def typed_of(query: Query) -> str:
    """Return a query as it is typed."""
    groups = (" OR ".join(map(_typed, group)) for group in query.wanted)
    return " ".join((*groups, *(f"-{_typed(term)}" for term in query.unwanted)))


def _pieces(typed: str) -> Iterator[tuple[Term, bool] | str]:
    for match in list(_PIECE.finditer(typed.replace("＂", '"')))[: MOST_TERMS * 2]:
        text, out = match["text"], bool(match["out"])
        if match[0] in _EITHER:
            yield match[0]
            continue
        field = _FIELDS.get((match["field"] or "").lower())
        if match["field"] and field is None:
            text = match[0][1:] if out else match[0]
        term = _term(text, field)
        if term:
            yield term, out


def _term(text: str, field: SearchField | None) -> Term | None:
    quoted = text[0] in '“"' and len(text) > 1
    inner = text.rstrip("*")[1:-1] if quoted else text.strip('“”"')
    bare = " ".join(inner.split())[:_LONGEST_TERM]
    if field in (SearchField.NUMBER, SearchField.YEAR):
        number = _NUMBER.match(bare)
        bare = number[1].lstrip("0") if number else bare
    if not bare or (field is None and all(unicodedata.category(char)[0] in "PZC" for char in bare)):
        return None
    begins = field in (None, SearchField.TITLE) and (text.endswith("*") if quoted else bool(_LATIN_END.search(bare)))
    return Term(text=bare if quoted else bare.rstrip("*") or bare, field=field, prefix=begins)


def _typed(term: Term) -> str:
    plain = _SAFE.fullmatch(term.text) and term.text not in _EITHER and _term(term.text, term.field) == term
    before, after = '""' if "”" in term.text else "“”"
    text = term.text if plain else f"{before}{term.text}{after}{'*' if term.prefix else ''}"
    return f"{term.field.value}:{text}" if term.field else text
