"""Pictures that lie beside a saved page."""

from collections.abc import Callable
from urllib.parse import unquote, urlsplit


class PageFolder:
    """Finds pictures by their addresses on the page. beside: bytes of a file by its name relative to the page."""

    def __init__(self, beside: Callable[[str], bytes | None] | None = None) -> None:
        """Begin with the files beside a page, or with none."""
        self._beside = beside

    def __call__(self, address: str) -> bytes | None:
        """Return the bytes of a picture, None where it is not beside the page; nothing is fetched."""
        if self._beside is None:
            return None
        for name in _names(address):
            data = self._beside(name)
            if data:
                return data
        return None


def _names(address: str) -> tuple[str, ...]:
    """Return the relative names that an address may mean; none for one on the web or outside of the page's folder."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ()
    if parts.scheme or parts.netloc or not parts.path:
        return ()
    plain = parts.path.replace("\\", "/").removeprefix("./")
    names = dict.fromkeys((unquote(plain), plain))
    return tuple(name for name in names if not name.startswith("/") and ".." not in name.split("/"))


class ArchiveFolder(PageFolder):
    """The pictures of a page in one file, by address and by Content-ID."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        """Begin with bytes by address."""
        super().__init__()
        self._parts = parts

    def __call__(self, address: str) -> bytes | None:
        """Return the bytes of a picture, None where the file does not hold it."""
        return self._parts.get(address) or self._parts.get(unquote(address))
