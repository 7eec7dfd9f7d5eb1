"""The settings of a look that users may change, their ranges, and what follows from them for the grid.

A page has whole lines: top and bottom margins hold exactly, the line pitch is adjusted a little. A line has whole
characters of unchanged size: the right margin takes the rest.
"""

import re
from collections.abc import Sequence
from enum import Enum
from types import MappingProxyType

from editor.document.faces import FAMILIES, SHIPPED, apply_fonts
from editor.document.look import LookTable, look_table, shipped_look, shipped_looks
from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.font import Font
from editor.model.language import tr
from editor.model.publication import Look, LookValue

_UM_A_MPT = 25.4 / 72
LEAST_MARGIN, LEAST_CHARACTERS, LEAST_LINES = 5_000, 12, 10
# millipoints
SIZES = MappingProxyType({"body": (8_000, 22_000), "title": (12_000, 40_000)})
INDENTS = (0, 2)
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_HIGHEST, _LONGEST_NAME, _SMALLEST_TYPE = 10_000_000, 100, 1_000
# other styles are fixed per look, since its numbers are made for them
_CHOICES = MappingProxyType({"style.back": ("light", "dark")})
# settings that looks no longer have and stored ones may name
_FORMER = frozenset(("style.source",))
_USES = ("body", "title", "lead_in", "label", "head_1", "head_2", "head_3")


class Spacing(Enum):
    """Line spacing, relative to that of the shipped look."""

    TIGHT = 0.9
    NORMAL = 1.0
    LOOSE = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """Margins around the type area, µm."""

    top: int
    bottom: int
    left: int
    right: int


def margins_of(table: LookTable) -> Margins:
    """Return the margins as they print."""
    size = {name: _count(table, f"page.{name}") for name in ("width", "height", "top", "left")}
    pitch, body = _count(table, "grid.pitch"), _count(table, "grid.body")
    width = _count(table, "grid.chars") * body * _UM_A_MPT
    height = (_count(table, "grid.lines") * pitch - (pitch - body)) * _UM_A_MPT
    right, bottom = size["width"] - size["left"] - width, size["height"] - size["top"] - height
    return Margins(top=size["top"], bottom=round(bottom), left=size["left"], right=round(right))


def spacing_of(look: Look) -> Spacing:
    """Return which spacing a look's pitch is nearest to."""
    table, shipped = look_table(look), look_table(Look(name=look.name))
    share = _leading(table) / _leading(shipped)
    return min(Spacing, key=lambda one: abs(one.value - share))


def with_margins(look: Look, margins: Margins) -> Look:
    """Return the look with these margins. Raises UserError where too little is left for text."""
    return _fitted(look, margins, spacing_of(look))


def with_spacing(look: Look, spacing: Spacing) -> Look:
    """Return the look with lines closer together or further apart; the margins stay."""
    return _fitted(look, margins_of(look_table(look)), spacing)


def with_size(look: Look, use: str, size: int) -> Look:
    """Return the look with another type size of body or title; the margins stay. size: millipoints."""
    least, most = SIZES[use]
    if not least <= size <= most:
        raise UserError(tr("字号要在 {least:g} 到 {most:g} 磅之间。", least=least / 1000, most=most / 1000))
    if use == "title":
        shipped = look_table(Look(name=look.name))
        pitch = size * _count(shipped, "type.title_pitch") / _count(shipped, "type.title")
        return _with(look, {"type.title": size, "type.title_pitch": round(pitch)})
    margins, spacing = margins_of(look_table(look)), spacing_of(look)
    return _fitted(_with(look, {"grid.body": size}), margins, spacing)


def with_indent(look: Look, indent: int) -> Look:
    """Return the look with another indent of first lines. indent: characters."""
    return _with(look, {"style.indent": indent})


def with_back(look: Look, ground: str) -> Look:
    """Return the look with another ground of the publishers' page: light or dark."""
    return _with(look, {"style.back": ground})


def with_font(look: Look, use: str, role: str, family: str) -> Look:
    """Return the look with body or title in a role. family: of the office's own font in that role, else empty."""
    return _with(look, {f"font.{use}": role, **({f"font.{role}": family} if family else {})})


def look_fault(look: Look) -> str:
    """Return why pages cannot be set in a look, in one sentence; empty when all is well."""
    if look.name not in shipped_looks():
        return tr("没有名为“{name}”的版式。", name=look.name[:_LONGEST_NAME])
    shipped = dict(shipped_look(look.name).settings)
    for name, value in look.settings:
        if name not in _FORMER and not _is_allowed(name, value, shipped):
            return tr("版式的“{name}”不能是“{value}”。", name=name[:_LONGEST_NAME], value=str(value)[:_LONGEST_NAME])
    return _area_fault(look)


def printable_look(look: Look, fonts: Sequence[Font]) -> LookTable:
    """Return the table that an issue is set in. Raises UserError for a look that no page can be set in.

    fonts: the office's own. Settings that the look does not know (any more) are ignored.
    """
    shipped = dict(shipped_look(look.name).settings)
    known = tuple(pair for pair in look.settings if pair[0] in shipped or pair[0].startswith("font."))
    fault = look_fault(Look(name=look.name, settings=known))
    if fault:
        raise UserError(tr("{fault}这一期排不出来，内容都还在；请在刊物设置里恢复版式。", fault=fault))
    return apply_fonts(look_table(look), fonts)


def _fitted(look: Look, margins: Margins, spacing: Spacing) -> Look:
    table, shipped = look_table(look), look_table(Look(name=look.name))
    body = _count(table, "grid.body")
    width = (_count(table, "page.width") - margins.left - margins.right) / _UM_A_MPT
    height = (_count(table, "page.height") - margins.top - margins.bottom) / _UM_A_MPT
    pitch = body * _leading(shipped) * spacing.value
    chars, lines = round(width / body), round((height - body) / pitch) + 1
    if min(margins.top, margins.bottom, margins.left, margins.right) < LEAST_MARGIN:
        raise UserError(tr("页边距至少 {least_margin} 毫米。", least_margin=LEAST_MARGIN // 1000))
    if chars < LEAST_CHARACTERS or lines < LEAST_LINES:
        raise UserError(
            tr(
                "页边距太大，一行放不下 {n} 个字或一页放不下 {least_lines} 行，请改小。",
                n=LEAST_CHARACTERS,
                least_lines=LEAST_LINES,
            )
        )
    grid = {"grid.chars": chars, "grid.lines": lines, "grid.pitch": round((height - body) / (lines - 1))}
    return _with(look, {"page.top": margins.top, "page.left": margins.left, **grid})


def _with(look: Look, new: dict[str, LookValue]) -> Look:
    """Return the look with new settings; those equal to the shipped values are not stored."""
    shipped = dict(shipped_look(look.name).settings)
    settings = {name: value for name, value in (dict(look.settings) | new).items() if shipped.get(name) != value}
    return Look(name=look.name, settings=tuple(sorted(settings.items())))


def _is_allowed(name: str, value: LookValue, shipped: dict[str, LookValue]) -> bool:
    group, _, key = name.partition(".")
    if group == "font" and isinstance(value, str):
        return value in SHIPPED if key in _USES else key in SHIPPED and 0 < len(value) <= _LONGEST_NAME
    if name not in shipped or type(value) is not type(shipped[name]):
        return False
    if group == "colour":
        return isinstance(value, str) and COLOUR.fullmatch(value) is not None
    if isinstance(value, str):
        return value in _CHOICES.get(name, (shipped[name],))
    return isinstance(value, bool) or (_SMALLEST_TYPE if group == "type" else 0) <= value <= _HIGHEST


def _area_fault(look: Look) -> str:
    table = look_table(look)
    least, most = SIZES["body"]
    if not least <= _count(table, "grid.body") <= most or _leading(table) < 1:
        return tr("版式的正文字号或行距不对。")
    margins = margins_of(table)
    narrow = min(margins.top, margins.bottom, margins.left, margins.right) < 0
    few = _count(table, "grid.chars") < LEAST_CHARACTERS or _count(table, "grid.lines") < LEAST_LINES
    return tr("版式的页边距没有给文字留下地方。") if narrow or few else ""


def family_of(table: LookTable, use: str) -> tuple[str, str]:
    """Return the role that a use is set in and its family; the family is empty where a shipped one serves."""
    role = table.text(f"font.{use}")
    family = str(table.settings.get(f"font.{role}", ""))
    return role, "" if family in FAMILIES else family


def _leading(table: LookTable) -> float:
    return _count(table, "grid.pitch") / _count(table, "grid.body")


def _count(table: LookTable, name: str) -> int:
    return table.count(name)
