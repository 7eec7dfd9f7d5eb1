"""The look a document is set in: one frozen table of numbers. Lengths µm, type sizes and rules in millipoints."""

import functools
import tomllib
from typing import Any

from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.font import FontFace
from editor.model.language import tr
from editor.model.publication import Look, LookValue
from resources import resource

_LONGEST_NAME = 100
_COUNTS = {"grid.chars", "grid.lines"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedFace:
    """A face of an added font in a role of the look (song, fang, …). index: its place in the file."""

    role: str
    sha256: str
    index: int
    face: FontFace


@dataclass(frozen=True, slots=True, kw_only=True)
class LookTable:
    """A complete look: every setting of the shipped look with the issue's own on top.

    Names are dotted, e.g. `grid.pitch` (19500 millipoints) or `page.top` (31000 µm). added: faces of the office's own
    fonts; missing: (role, family asked for) where a shipped face substitutes. Both are filled by `faces.apply_fonts`.
    """

    name: str
    settings: dict[str, LookValue]
    added: tuple[AddedFace, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()

    def added_face(self, use: str) -> FontFace | None:
        """Return the office's own face for a use (body, title, lead_in, label), None where a shipped one is used."""
        role = self.text(f"font.{use}")
        return next((one.face for one in self.added if one.role == role), None)

    def points(self, name: str) -> float:
        """Return a type size or rule in pt."""
        return self._number(name) / 1000

    def millimetres(self, name: str) -> float:
        """Return a length in mm."""
        return self._number(name) / 1000

    def count(self, name: str) -> int:
        """Return a whole number without unit."""
        return self._number(name)

    def text(self, name: str) -> str:
        """Return a name of a face, a colour (#rrggbb) or a style."""
        return str(self.settings[name])

    def flag(self, name: str) -> bool:
        """Return a switch."""
        return bool(self.settings[name])

    @property
    def measure(self) -> float:
        """Width of the type area in pt."""
        return self.count("grid.chars") * self.points("grid.body")

    @property
    def title_width(self) -> float:
        """Width of the measure in em of an article title, less a little for the optical edge."""
        return self.measure / max(1.0, self.points("type.title")) - 0.05

    def _number(self, name: str) -> int:
        value = self.settings[name]
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{name} is no number: {value!r}")
        return value


@functools.cache
def shipped_look(name: str) -> Look:
    """Return a look that ships with the program. Raises UserError for an unknown one."""
    # compared with the list first, so that a name from a file never becomes a path
    if name not in shipped_looks():
        raise UserError(
            tr(
                "没有名为“{name}”的版式，可选的有：{shipped_looks}。",
                name=name[:_LONGEST_NAME],
                shipped_looks=tr("、").join(shipped_looks()),
            )
        )
    tables = tomllib.loads(resource(f"typeset/looks/{name}.toml").read_text(encoding="utf-8"))
    settings = {f"{group}.{key}": _whole(group, key, value) for group, key, value in _flat(tables)}
    return Look(name=name, settings=tuple(sorted(settings.items())))


def shipped_looks() -> tuple[str, ...]:
    """Return the names of the looks that ship with the program, sorted."""
    files = (entry.name for entry in resource("typeset/looks").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml")))


def look_table(look: Look) -> LookTable:
    """Return the complete table of a look: what it leaves out comes from the shipped look of its name."""
    return LookTable(name=look.name, settings=dict(shipped_look(look.name).settings) | dict(look.settings))


def _flat(tables: dict[str, Any]) -> list[tuple[str, str, Any]]:
    groups = [(group, table) for group, table in tables.items() if isinstance(table, dict)]
    return [(group, key, value) for group, table in groups for key, value in table.items()]


def _whole(group: str, key: str, value: float | str) -> LookValue:
    """Return a number of a look file (mm or pt) as the model holds it: thousandths, as a whole number."""
    if isinstance(value, (str, bool)) or f"{group}.{key}" in _COUNTS or group == "style":
        return value if isinstance(value, (str, bool)) else int(value)
    return round(value * 1000)
