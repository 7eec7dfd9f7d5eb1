"""The code to scan: a QR symbol sized from its link.

Modules are at least 0.4 mm and the symbol at least 15 mm wide without its quiet zone of four modules (ISO/IEC 18004).
"""

import functools
import io
from dataclasses import dataclass

import segno

LEAST_MODULE_MM = 0.4
LEAST_SYMBOL_MM = 15.0
QUIET_MODULES = 4
_LONGEST_LINK = 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A symbol. modules: along a side with the quiet zone; module: mm."""

    svg: str
    modules: int
    module: float


@functools.lru_cache(maxsize=512)
def code_for(link: str) -> Code | None:
    """Return the symbol of a link at level M, None where the link is too long to be scanned from paper."""
    if not link or len(link.encode()) > _LONGEST_LINK:
        return None
    symbol = segno.make(link, error="m", micro=False)
    modules = int(symbol.symbol_size(border=QUIET_MODULES)[0])
    buffer = io.BytesIO()
    symbol.save(buffer, kind="svg", border=QUIET_MODULES, xmldecl=False, svgns=True, omitsize=True, light="#fff")
    module = max(LEAST_MODULE_MM, LEAST_SYMBOL_MM / (modules - 2 * QUIET_MODULES))
    return Code(svg=buffer.getvalue().decode(), modules=modules, module=round(module, 4))
