"""Images of HTML: pictures to be taken in, icons, and text shown as images."""

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from editor.intake.html.style import Style
from editor.model.body import Figure

# pages that load pictures late, WeChat among them, keep the address here
_ADDRESSES = ("data-src", "data-original", "data-actualsrc", "data-lazy-src", "data-echo", "zoomfile", "_src", "src")
_SPACER_PX, _ICON_PX = 3, 32
_SMALLEST_FILE = 100
_LONGEST_NAME = 40
_WHOLE = re.compile(r"[0-9]{1,9}")
# names that sites give to ornaments, codes to be scanned and signs of kinds of files
_ORNAMENT = re.compile(
    r"(?:^|[/_-])(?:ico|icon|logo|btn|arrow|spacer|blank|qr|qrcode|ewm|erweima|share|line)(?:[_.\-\d]|$)"
)

FindPicture = Callable[[str], bytes | None]


def no_picture(_address: str) -> bytes | None:
    """Find nothing: pictures are never fetched."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image of HTML. icon: an emoji or ornament in the line, replaced by alt; spacer: an invisible image.

    address: the one on the web where there are several; addresses: all of them, in order.
    """

    figure: Figure
    address: str = ""
    addresses: tuple[str, ...] = ()
    data: bytes = b""
    icon: bool = False
    spacer: bool = False

    @property
    def name(self) -> str:
        """What a message calls the picture."""
        return (self.figure.alt or _file_name(self.address) or "图片")[:_LONGEST_NAME]


def _file_name(address: str) -> str:
    """Return the last part of an address, empty for what is no address."""
    try:
        return unquote(urlsplit(address).path.rpartition("/")[2])
    except ValueError:
        return ""


def read_image(attributes: Mapping[str, str], style: Style, *, page: bool = False) -> Image:
    """Return the image of an img element. page: of a whole page, whose ornaments are told by their names."""
    addresses = tuple(found for name in _ADDRESSES if (found := attributes.get(name, "").strip()))
    address = addresses[0] if addresses else ""
    inline = address[:5].lower() == "data:"
    data = _decoded(address) if inline else b""
    sides = [int(side) for name in ("width", "height") if _WHOLE.fullmatch(side := attributes.get(name, ""))]
    width = style.width if style.width is not None else 1000
    return Image(
        figure=Figure(alt=attributes.get("alt", "").strip(), width=min(max(width, 50), 1000)),
        address="" if inline else address,
        addresses=() if inline else addresses,
        data=data,
        icon=_is_icon(attributes, sides) or (page and _ORNAMENT.search(_path(address)) is not None),
        spacer=any(side <= _SPACER_PX for side in sides) or (inline and 0 < len(data) < _SMALLEST_FILE),
    )


def _is_icon(attributes: Mapping[str, str], sides: list[int]) -> bool:
    return "emoji" in attributes.get("class", "").lower() or (len(sides) == 2 and max(sides) <= _ICON_PX)


def _path(address: str) -> str:
    return address.partition("?")[0].lower()[-80:]


def _decoded(address: str) -> bytes:
    """Return the bytes of a data URL, nothing where its data is not base64 (also for characters outside ASCII)."""
    head, _, body = address.partition(",")
    if not head.lower().endswith(";base64"):
        return b""
    try:
        return base64.b64decode(unquote(body))
    except ValueError:
        return b""
