"""The symbol of a link: a QR code at level M (ISO/IEC 18004), as modules."""

import functools
import io

from editor.model.dataclass import dataclass
from editor.text.address import has_foreign_scheme, uri_of

LEAST_MODULE_MM = 0.4
LEAST_SYMBOL_MM = 15.0
QUIET_MODULES = 4
_LONGEST_LINK = 1200  # bytes: what can still be scanned from paper


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSymbol:
    """rows: a byte a module, 0 for a dark one, as many rows as columns, without the quiet zone."""

    rows: tuple[bytes, ...]

    @property
    def modules(self) -> int:
        """Modules along a side with the quiet zone."""
        return len(self.rows) + 2 * QUIET_MODULES

    @property
    def module(self) -> float:
        """Side of a module in mm: at least 0.4, the symbol at least 15 mm wide."""
        return round(max(LEAST_MODULE_MM, LEAST_SYMBOL_MM / len(self.rows)), 4)


def may_have_code(link: str) -> bool:
    """Return whether a link gets a code: there is one, paper can carry it, a telephone may open it."""
    return bool(link) and len(uri_of(link)) <= _LONGEST_LINK and not has_foreign_scheme(link)


@functools.lru_cache(maxsize=512)
def code_symbol(link: str) -> CodeSymbol | None:
    """Return the symbol of a link, Chinese in it percent-encoded: not every scanner knows in which encoding it stands.

    None without a link, for one too long to be scanned from paper, and for one that a telephone must not open.
    """
    # imported only to draw a code: most runs of the program draw none
    import zxingcpp

    if not may_have_code(link):
        return None
    made = zxingcpp.create_barcode(uri_of(link), zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    pixels = made.to_image(scale=1, add_quiet_zones=False)
    side = pixels.shape[0]
    # its stub leaves the buffer out
    flat = bytes(memoryview(pixels))  # type: ignore[arg-type]
    return CodeSymbol(rows=tuple(flat[row * side : (row + 1) * side] for row in range(side)))


@functools.lru_cache(maxsize=512)
def symbol_png(symbol: CodeSymbol) -> bytes:
    """Return a symbol as a picture, 8 px a module, with its quiet zone."""
    from PIL import Image, ImageOps

    side = len(symbol.rows)
    drawn = ImageOps.expand(Image.frombytes("L", (side, side), b"".join(symbol.rows)), QUIET_MODULES, fill=255)
    scaled = drawn.resize((8 * symbol.modules, 8 * symbol.modules), Image.Resampling.NEAREST)
    buffer = io.BytesIO()
    scaled.convert("1").save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
