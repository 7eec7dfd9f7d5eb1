"""The style attribute of an element, as far as it concerns its text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from editor.model.body import Script

_BLOCK = ("block", "flex", "grid", "table", "list-item", "flow-root")
_LEVELS = frozenset("123456789")
_SCRIPTS = {"super": Script.SUPER, "sub": Script.SUB, "baseline": Script.BASE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Fields are None where the style does not set them. lines: line ends count; marker: list marker typed by Word.

    side: how text is aligned, as written.
    """

    hidden: bool = False
    block: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    script: Script | None = None
    struck: bool = False
    lines: bool | None = None
    marker: bool = False
    outline: int = 0
    comment: bool = False
    width: int | None = None
    side: str = ""


UNSTYLED = Style()


@lru_cache(maxsize=512)
def read_style(text: str) -> Style:
    """Return what a style attribute says."""
    declarations = _declarations(text.lower())
    return Style(
        hidden=_is_hidden(declarations),
        block=_is_block(declarations.get("display", "")),
        bold=_is_bold(declarations.get("font-weight", "")),
        italic=_one_of(declarations.get("font-style", ""), yes=("italic", "oblique"), no=("normal",)),
        script=_SCRIPTS.get(declarations.get("vertical-align", "")),
        struck="line-through" in declarations.get("text-decoration", "") + declarations.get("text-decoration-line", ""),
        lines=_one_of(declarations.get("white-space", ""), yes=("pre",), no=("normal", "nowrap")),
        marker=declarations.get("mso-list") == "ignore",
        outline=int(level) if (level := declarations.get("mso-outline-level", "")) in _LEVELS else 0,
        comment=declarations.get("mso-element") == "comment-list"
        or declarations.get("mso-special-character") == "comment",
        width=_percent(declarations.get("width", "")),
        side=declarations.get("text-align", ""),
    )


def _declarations(text: str) -> dict[str, str]:
    """Return the values by their names, without empty ones. Not by a pattern: one takes minutes over a long word."""
    parts = (part.partition(":") for part in text.split(";"))
    return {name.strip(): value.strip() for name, _, value in parts if value.strip()}


def _is_hidden(declarations: dict[str, str]) -> bool:
    return (
        declarations.get("display", "").startswith("none")
        or declarations.get("visibility", "").startswith(("hidden", "collapse"))
        or declarations.get("mso-hide") == "all"
    )


def _is_block(display: str) -> bool | None:
    return None if not display else _one_of(display, yes=_BLOCK, no=("inline", "contents"))


def _is_bold(weight: str) -> bool | None:
    number = re.match(r"\d{1,4}", weight)
    if number:
        return int(number[0]) >= 600
    return _one_of(weight, yes=("bold",), no=("normal", "lighter"))


def _one_of(value: str, *, yes: tuple[str, ...], no: tuple[str, ...]) -> bool | None:
    return True if value.startswith(yes) else False if value.startswith(no) else None


def _percent(value: str) -> int | None:
    """Return a percentage in thousandths, None for another value."""
    match = re.match(r"(\d{1,3}(?:\.\d+)?)%", value)
    return round(float(match[1]) * 10) if match else None
