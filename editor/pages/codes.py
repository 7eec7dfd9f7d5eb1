"""The code to scan as a drawing."""

import re
from dataclasses import dataclass

from editor.document.code_symbol import QUIET_MODULES, code_symbol


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
        f"M{run.start() + QUIET_MODULES} {row + QUIET_MODULES}h{len(run[0])}v1h-{len(run[0])}z"
        for row, modules in enumerate(symbol.rows)
        for run in re.finditer(b"\x00+", modules)
    )
    side = symbol.modules
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path d="{dark}"/></svg>'
    )
    return Code(svg=svg, modules=side, module=symbol.module)
