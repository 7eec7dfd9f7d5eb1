"""Writes db/known_schema.py from the migrations: python -m tests.db.known_schema. Lines of before stay."""

import tempfile
from contextlib import closing
from pathlib import Path

from db import known_schema
from db.connecting import connect
from db.engine import library_engine
from db.header import MIGRATIONS
from db.schema import Object, objects
from db.upgrade import upgrade

_HEAD = '''"""Every object that a library's schema has had in any revision: kind, name, how it was made (db/schema.py).

Written by python -m tests.db.known_schema
"""

# ruff: noqa: E501
# fmt: off
KNOWN = frozenset({{
{lines}
}})
HEAD = {head}
"""Number of the newest revision: finding it among the migrations takes a list of issues a fourth of its time."""
'''


def revisions() -> list[str]:
    """Return the numbers of the migrations."""
    folder = Path(__file__).parent.parent.parent.joinpath(*MIGRATIONS.split("."), "versions")
    return sorted(path.name[:4] for path in folder.glob("[0-9]*.py"))


def of_revision(revision: str) -> set[Object]:
    """Return the objects of a new library of a revision."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        engine = library_engine(path, read_only=False)
        upgrade(engine, revision=revision)
        engine.dispose()
        with closing(connect(path, "mode=ro")) as connection:
            return {one for one in objects(connection) if not one[1].startswith("sqlite_")}


def main() -> None:
    """Write the file."""
    lines = set(known_schema.KNOWN).union(*map(of_revision, revisions()))
    written = "\n".join(f"    {one!r}," for one in sorted(lines))
    Path(known_schema.__file__).write_text(_HEAD.format(lines=written, head=int(revisions()[-1])), encoding="utf-8")


if __name__ == "__main__":
    main()
