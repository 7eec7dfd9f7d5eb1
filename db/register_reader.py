"""Queries of the registers, shared like those of `queries`: their entries, and where they are used."""

import functools
from collections.abc import Iterator, Mapping

from db.archive_values import HOUSE_WORDS, REGISTERS, register_value
from db.entries import Rows
from db.row_damage import sound
from editor.desk.registers.usage import EDITOR_ROLE, NameUse, Usage
from editor.desk.used_words import UsedWords
from editor.interchange.codec import decode
from editor.model.credits import Name, NameKind
from editor.model.errors import UserError
from editor.model.number import Number
from editor.model.registers import Registers

# house words are many, and read apart
_STORED = "SELECT * FROM registers WHERE register <> ? ORDER BY register, position"
# articles of issues and of 待编, without the trash
_ARTICLES = """(
    SELECT data FROM articles WHERE json_valid(data)
    UNION ALL SELECT data FROM drawer WHERE discarded = '' AND json_valid(data)
)"""
_SOURCES = f"SELECT json_extract(data, '$.source') AS word FROM {_ARTICLES}"  # noqa: S608 - nothing of it is input
_TAGS = f"SELECT tag.value AS word FROM {_ARTICLES} AS a, json_each(a.data, '$.archive.tags') AS tag"  # noqa: S608
_EDITORS = f"SELECT json_extract(data, '$.archive.editor') AS word FROM {_ARTICLES}"  # noqa: S608
_CREDITED = """
    SELECT json_extract(name.value, '$.text') AS word
    FROM issues, json_each(CASE WHEN json_valid(issues.data) THEN issues.data ELSE '{{}}' END, '$.credits') AS credit,
        json_each(credit.value, '$.names') AS name
    WHERE json_extract(credit.value, '$.kind') = '{kind}'
"""
_NAMES = """
    SELECT issues.uid, issues.number, json_extract(credit.value, '$.role'), json_extract(credit.value, '$.kind'),
        json_extract(name.value, '$.text'), json_extract(name.value, '$.person')
    FROM issues, json_each(CASE WHEN json_valid(issues.data) THEN issues.data ELSE '{}' END, '$.credits') AS credit,
        json_each(credit.value, '$.names') AS name
    ORDER BY issues.date DESC, issues.uid, credit.key, name.key
"""
_EDITED = """
    SELECT DISTINCT issues.uid, issues.number, json_extract(articles.data, '$.archive.editor') AS editor
    FROM issues JOIN articles ON articles.issue = issues.uid WHERE json_valid(articles.data) AND editor <> ''
    ORDER BY issues.date DESC, issues.uid
"""


def stored(rows: Rows) -> Registers:
    """Return the registers, without entries that are damaged."""
    found: dict[str, list[object]] = {register: [] for register in REGISTERS if register != HOUSE_WORDS}
    for row in rows(_STORED, HOUSE_WORDS):
        # damaged entries are left out; saving does not touch their rows
        for entry in sound(register_value, [row.__getitem__]):
            found[row["register"]].append(entry)
    return Registers(**{register: tuple(entries) for register, entries in found.items()})  # type: ignore[arg-type]


def used_words(rows: Rows) -> UsedWords:
    """Return what articles and credits use, the most used first."""
    persons, organisations = (_CREDITED.format(kind=kind) for kind in NameKind)
    return UsedWords(
        sources=tuple(_counted(rows, _SOURCES)),
        editors=tuple(_counted(rows, _EDITORS)),
        tags=tuple(_counted(rows, _TAGS)),
        people=tuple(_counted(rows, persons)),
        organisations=tuple(_counted(rows, organisations)),
    )


def usage(rows: Rows) -> Usage:
    """Return where names, tags and sources are used."""
    return Usage(
        names=(*_credited(rows), *_edited(rows)),
        tags=_counted(rows, _TAGS),
        sources=_counted(rows, _SOURCES),
    )


def _counted(rows: Rows, words: str) -> Mapping[str, int]:
    query = f"SELECT word, count(*) FROM ({words}) WHERE word <> '' GROUP BY word ORDER BY count(*) DESC, word"  # noqa: S608
    return {str(word): int(many) for word, many in rows(query)}


def _credited(rows: Rows) -> Iterator[NameUse]:
    for issue, number, role, kind, name, person in rows(_NAMES):
        if kind in set(NameKind) and (known := _number(number)):
            yield NameUse(
                issue=issue, number=known, role=role, kind=NameKind(kind), name=Name(text=name, person=person)
            )


def _edited(rows: Rows) -> Iterator[NameUse]:
    for issue, number, editor in rows(_EDITED):
        if known := _number(number):
            yield NameUse(issue=issue, number=known, role=EDITOR_ROLE, kind=NameKind.PERSON, name=Name(text=editor))


@functools.lru_cache(maxsize=1 << 12)
def _number(data: str) -> Number | None:
    """Return the number in its column, None for a damaged one, which the list of issues reports."""
    try:
        return decode(Number, data.encode())
    except UserError:
        return None
