#!/usr/bin/env python3
"""languages.py: brings resources/languages/en.po up to the texts of the program and compiles it.

New texts are added without a translation, removed ones dropped; texts without a translation are listed, and the exit
code is 1 then. A text used with a number n has two forms. Needs babel.
"""

import ast
import datetime as dt
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "resources" / "languages"
ROOMS = ("editor", "db", "resources")
CALLS = ("tr", "mark_tr")
SPEAKER = ROOT / "editor" / "model" / "language.py"
_NEVER = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
# headers that only projects with several translators need, or that differ in every run
_DATED = (b'"POT', b'"PO-', b'"Report', b'"Last', b'"Language-Team', b'"Generated', b'"Project')


class SourceText(NamedTuple):
    """A text in the code. place: file in the project; counted: whether it is used with a number n."""

    source: str
    place: str
    counted: bool


def main() -> int:
    """Bring the catalogue up to date. Returns 1 where texts lack a translation."""
    with (PLACE / "en.po").open("rb") as file:
        before = read_po(file, locale="en")
    after = updated(before, said_texts())
    (PLACE / "en.po").write_bytes(po_bytes(after))
    (PLACE / "en.mo").write_bytes(mo_bytes(after))
    missing = untranslated(after)
    for source in missing:
        print(f"没有译文：{source!r}")
    print(f"{len(after)} 条，缺 {len(missing)} 条")
    return 1 if missing else 0


def said_texts() -> Iterator[SourceText]:
    """Yield the texts of the program in the order of its files; raises TypeError for one that is no literal."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if path == SPEAKER:
                continue
            place = path.relative_to(ROOT).as_posix()
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in CALLS:
                    yield _source_text(call, place)


def updated(before: Catalog, texts: Iterator[SourceText]) -> Catalog:
    """Return a catalogue of these texts with the translations of another."""
    after = Catalog(locale="en", charset="utf-8", fuzzy=False, header_comment="# English of Bulletin Desk")
    for source, place, counted in texts:
        known = before.get(source)
        words = known.string if known and bool(known.pluralizable) == counted else ("", "") if counted else ""
        after.add((source, source) if counted else source, words, locations=[(place, None)])
    return after


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the sources that lack a translation, or one of its forms."""
    return [_source(one.id) for one in catalogue if one.id and not all(_forms(one.string))]


def po_bytes(catalogue: Catalog) -> bytes:
    """Return the catalogue as the file that translators edit; the same texts give the same bytes."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False)
    lines = out.getvalue().split(b"\n")
    return b"\n".join(line for line in lines if not line.startswith(_DATED))


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return the catalogue as the program reads it."""
    out = io.BytesIO()
    plain = read_po(io.BytesIO(po_bytes(catalogue)), locale="en")
    # fixed dates, so that the same texts give the same bytes
    plain.creation_date = plain.revision_date = _NEVER
    write_mo(out, plain)
    return out.getvalue()


def _source_text(call: ast.Call, place: str) -> SourceText:
    assert isinstance(call.func, ast.Name)  # noqa: S101 - chosen so
    first = call.args[0] if call.args else None
    if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
        raise TypeError(f"{place}:{call.lineno}: a text to be translated must be a literal")
    counted = any(one.arg == "n" for one in call.keywords)
    return SourceText(first.value, place, counted or (call.func.id == "mark_tr" and "{n}" in first.value))


def _source(identity: str | tuple[str, ...]) -> str:
    return identity if isinstance(identity, str) else identity[0]


def _forms(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words


if __name__ == "__main__":
    sys.exit(main())
