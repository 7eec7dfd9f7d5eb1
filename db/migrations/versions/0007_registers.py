"""Registers, filled from names, editors, sources and tags of the issues; tags changed by a checkpoint."""

import json
import uuid
from collections.abc import Iterable, Iterator

from alembic import op
from sqlalchemy import text

revision = "0007"
down_revision = "0006"

_NAMES = """
    SELECT json_extract(credit.value, '$.kind'), json_extract(name.value, '$.text'),
        json_extract(name.value, '$.person')
    FROM {table}, json_each({table}.data, '$.credits') AS credit, json_each(credit.value, '$.names') AS name
"""
_WORDS = (
    ("sources", "SELECT json_extract(data, '$.source') AS word FROM articles"),
    ("tags", "SELECT tag.value AS word FROM articles, json_each(articles.data, '$.archive.tags') AS tag"),
)
_EDITORS = "SELECT json_extract(data, '$.archive.editor') AS word FROM articles"
_BY_USE = "SELECT word FROM ({query}) WHERE word <> '' GROUP BY word ORDER BY count(*) DESC, word"
_Entry = dict[str, object]


def upgrade() -> None:
    """Create the tables and fill the registers."""
    op.execute(
        "CREATE TABLE registers (register TEXT NOT NULL, uid TEXT NOT NULL, position INTEGER NOT NULL, "
        "name TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (register, uid))"
    )
    op.execute(
        "CREATE TABLE checkpoint_tags (checkpoint INTEGER NOT NULL REFERENCES checkpoints (id) ON DELETE CASCADE, "
        "place TEXT NOT NULL, article TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, "
        "PRIMARY KEY (checkpoint, place, article))"
    )
    _fill("people", _people())
    for register, query in _WORDS:
        _fill(register, (_entry(register, word) for word in _words(query)))


def _people() -> Iterator[_Entry]:
    seen: set[tuple[str, str]] = set()
    taken: set[str] = set()
    for table in ("publications", "issues"):
        # in the order of the credits, so that people of one role come together
        for kind, name, uid in op.get_bind().execute(text(_NAMES.format(table=table))).fetchall():
            if name and (kind, name) not in seen and uid not in taken:
                seen.add((kind, name))
                taken.update({uid} - {""})
                yield _person(kind, name, uid)
    for name in _words(_EDITORS):
        if ("person", name) not in seen:
            yield _person("person", name, "")


def _person(kind: str, name: str, uid: str) -> _Entry:
    entry: _Entry = {"aliases": [], "former": [], "kind": kind, "name": name, "remark": "", "retired": False}
    return entry | {"uid": uid or uuid.uuid4().hex}


def _entry(register: str, name: str) -> _Entry:
    entry: _Entry = {"name": name, "uid": uuid.uuid4().hex}
    if register == "tags":
        return entry | {"parent": ""}
    return entry | {"aliases": [], "hosts": []}


def _words(query: str) -> list[str]:
    return list(op.get_bind().execute(text(_BY_USE.format(query=query))).scalars())


def _fill(register: str, entries: Iterable[_Entry]) -> None:
    insert = text("INSERT INTO registers VALUES (:register, :uid, :position, :name, '', '', :data)")
    for position, entry in enumerate(entries):
        data = json.dumps(entry, ensure_ascii=False, sort_keys=True)
        row = {"register": register, "position": position, "uid": entry["uid"], "name": entry["name"], "data": data}
        op.get_bind().execute(insert, row)
