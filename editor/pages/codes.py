"""The code to scan as a drawing."""

import functools
import re

from editor.document.code_symbol import QUIET_MODULES, code_symbol
from editor.model.dataclass import dataclass

_DARK = re.compile(b"\x00+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A symbol. modules: along a side with the quiet zone; module: mm."""

    svg: str
    modules: int
    module: float


def code_for(link: str) -> Code | None:
    """Return the drawing of a link's symbol, None where it has none."""
    symbol = code_symbol(link)
    if symbol is None:
        return None
    dark = "".join(
        f"M{start + QUIET_MODULES} {row}{_line(end - start)}"
        for row, modules in enumerate(symbol.rows, QUIET_MODULES)
        for start, end in (run.span() for run in _DARK.finditer(modules))
    )
    side = symbol.modules
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path d="{dark}"/></svg>'
    )
    return Code(svg=svg, modules=side, module=symbol.module)


@functools.cache
def _line(modules: int) -> str:
    """Return the outline of dark modules side by side, from the upper left corner."""
    return f"h{modules}v1h-{modules}z"
