#!/usr/bin/env python3
"""rooms.py: draws the rooms and who imports whom into packaging/rooms.svg, lists the folders in CONTRIBUTING.md.

Both come from the code: layers from the contract in pyproject.toml, imports and docstrings from the files (read, never
run). Standard library only. With --check nothing is written; the exit code is 1 where one of the two is out of date.
"""

import ast
import sys
import tomllib
from collections.abc import Iterable, Iterator
from html import escape
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE, TEXT = ROOT / "packaging" / "rooms.svg", ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- folders: written by packaging/rooms.py -->\n", "<!-- end of folders -->\n"
PACKAGES = ("editor", "db", "resources")
# measures of the picture in px
_ROW, _GAP, _TOP, _NAMES, _DOTS, _STEP, _MARGIN = 26, 8, 100, 16, 590, 30, 48
# most characters of a room's description in the picture; most folders that are listed in their room's line
_MOST, _FEW = 75, 4
_STYLE = (
    "text{font:13px sans-serif;fill:#222}.name{font-weight:bold}.small{font-size:11px;fill:#555}"
    ".band{fill:#f3f4f6}.dot{fill:#0b5cad}.own{fill:#c9ced6}.up{fill:#c0392b}"
)


def main() -> int:
    """Write both. Returns 1 with --check where one is out of date."""
    made = {PICTURE: picture(), TEXT: with_folders(TEXT.read_text(encoding="utf-8"))}
    stale = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{path.relative_to(ROOT)} {'is out of date' if '--check' in sys.argv else 'written'}")
        if "--check" not in sys.argv:
            path.write_text(made[path], encoding="utf-8", newline="\n")
    return 1 if stale and "--check" in sys.argv else 0


def layers() -> list[list[str]]:
    """Return the rooms from the top down, those of one layer together."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layered = next(one for one in contracts if one["type"] == "layers")
    return [[room.strip() for room in layer.split("|")] for layer in layered["layers"]]


def imports() -> set[tuple[str, str]]:
    """Return which room imports which, directly."""
    rooms = [room for layer in layers() for room in layer]
    found: set[tuple[str, str]] = set()
    for path in _files():
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        room = _room(module, rooms)
        targets = {_room(name, rooms) for name in _imported(path)}
        found |= {(room, target) for target in targets if room and target and target != room}
    return found


def picture() -> str:
    """Return the rooms as rows from the top down, a dot in the column of each room that is imported."""
    order, used = layers(), imports()
    rooms = [room for layer in order for room in layer]
    width = _DOTS + _STEP * len(rooms) + _MARGIN
    rows, top = list(_heads(rooms)), _TOP
    for layer in order:
        rows.append(f'<rect class="band" x="8" y="{top}" width="{width - _MARGIN}" height="{_ROW * len(layer)}"/>')
        for room in layer:
            rows += _row(room, rooms, used, top)
            top += _ROW
        top += _GAP
    size = f'width="{width}" height="{top + 8}" viewBox="0 0 {width} {top + 8}"'
    style = f"<style>{_STYLE}</style>"
    return "\n".join((f'<svg xmlns="http://www.w3.org/2000/svg" {size}>', style, *rows, "</svg>\n"))


def with_folders(text: str) -> str:
    """Return a text with the list of folders between its two marks. Raises ValueError where it lacks them."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{TEXT.name} lacks {BEGIN.strip()} or {END.strip()}")
    return f"{before}{BEGIN}\n{''.join(_folders())}\n{END}{after}"


def _folders() -> Iterator[str]:
    """Yield a line a room; folders of one that has few stand in its line, those of others in a table below all."""
    rooms = [one for package in PACKAGES for one in _inside(ROOT / package) if package == "editor"]
    rooms += [ROOT / package for package in PACKAGES if package != "editor"]
    many = [one for room in rooms if len(_inside(room)) > _FEW for one in _inside(room)]
    for room in rooms:
        yield _line(room, () if len(_inside(room)) > _FEW else _inside(room))
    yield "\n| | |\n|---|---|\n"
    half = (len(many) + 1) // 2
    for left, right in zip_longest(many[:half], many[half:]):
        yield f"| {_cell(left)} | {_cell(right) if right else ''} |\n"


def _cell(folder: Path) -> str:
    return f"`{folder.relative_to(ROOT / 'editor').as_posix()}/` {_doc(folder)}"


def _line(room: Path, inner: Iterable[Path]) -> str:
    said = " · ".join((_doc(room), *(f"`{one.name}/` {_doc(one)}" for one in inner)))
    return f"- `{room.relative_to(ROOT).as_posix()}/` {said}\n"


def _inside(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if (one / "__init__.py").exists())


def _doc(folder: Path) -> str:
    return " ".join((ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or "").split())


def _heads(rooms: list[str]) -> Iterator[str]:
    yield f'<text class="small" x="{_NAMES}" y="{_TOP - 14}">A dot: the room of the row imports the column’s.</text>'
    for nth, room in enumerate(rooms):
        x = _x(nth)
        yield f'<text class="small" transform="translate({x + 4},{_TOP - 8}) rotate(-60)">{_short(room)}</text>'


def _row(room: str, rooms: list[str], used: set[tuple[str, str]], top: int) -> Iterator[str]:
    y, own = top + _ROW // 2, rooms.index(room)
    yield f'<text class="name" x="{_NAMES}" y="{y + 5}">{_short(room)}</text>'
    yield f'<text class="small" x="{_NAMES + 90}" y="{y + 4}">{escape(_summary(room))}</text>'
    yield f'<circle class="own" cx="{_x(own)}" cy="{y}" r="2"/>'
    for nth, other in enumerate(rooms):
        if (room, other) in used:
            yield f'<circle class="{"dot" if nth > own else "up"}" cx="{_x(nth)}" cy="{y}" r="5"/>'


def _x(nth: int) -> int:
    return _DOTS + _STEP // 2 + _STEP * nth


def _short(room: str) -> str:
    return room.removeprefix("editor.")


def _summary(room: str) -> str:
    """Return the first sentence of a room's docstring."""
    place = ROOT.joinpath(*room.split("."))
    path = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]
    summary = first.split(". ")[0].rstrip(".")
    while len(summary) > _MOST and ", " in summary:
        summary = summary.rpartition(", ")[0]
    return summary


def _room(module: str, rooms: list[str]) -> str:
    return next((room for room in rooms if module == room or module.startswith(f"{room}.")), "")


def _files() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


if __name__ == "__main__":
    sys.exit(main())
