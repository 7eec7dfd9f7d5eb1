"""A document without what cannot be printed: 〓 for characters that no font has, nothing for invisible ones.

Pages and Word file print the same document, so that both say the same.
"""

from dataclasses import fields, is_dataclass, replace
from typing import Any
from urllib.parse import quote

from editor.document.coverage import GETA, are_shipped, is_unseen, missing_places
from editor.document.look import LookTable
from editor.document.parts import Document
from editor.document.printed_texts import NEVER_PRINTED, document_texts
from editor.model.font import FontFace
from editor.model.picture import Picture

_ADDRESSES = frozenset(("link",))


def printable_text(text: str, faces: tuple[FontFace, ...] = ()) -> str:
    """Return a text as printed. faces: the office's own of a look."""
    shown = "".join(char for char in text if not is_unseen(char))
    missing = set(missing_places(shown, faces))
    if not missing:
        return shown
    return "".join(GETA if at in missing else char for at, char in enumerate(shown))


def printable_document(document: Document, look: LookTable) -> Document:
    """Return a document as printed; the very same object where every character can be."""
    # asked first: it is so at nearly every pause of typing
    if are_shipped(document_texts(document)):
        return document
    made: Document = _printed(document, tuple(one.face for one in look.added))
    return made


def _printed(value: Any, faces: tuple[FontFace, ...]) -> Any:  # noqa: ANN401
    if type(value) is str:
        made = printable_text(value, faces)
        return value if made == value else made
    if isinstance(value, tuple):
        parts = tuple(_printed(part, faces) for part in value)
        return value if all(one is other for one, other in zip(parts, value, strict=True)) else parts
    if not is_dataclass(value) or isinstance(value, (Picture, type)):
        return value
    names = [field.name for field in fields(value) if field.name not in NEVER_PRINTED]
    changed = {name: _field(name, getattr(value, name), faces) for name in names}
    changed = {name: part for name, part in changed.items() if part is not getattr(value, name)}
    return replace(value, **changed) if changed else value


def _field(name: str, value: Any, faces: tuple[FontFace, ...]) -> Any:  # noqa: ANN401
    if name in _ADDRESSES and type(value) is str:
        return _address(value, faces)
    return _printed(value, faces)


def _address(address: str, faces: tuple[FontFace, ...]) -> str:
    """Return an address that leads to the same place, with escapes for what cannot be printed."""
    escaped = {address[at] for at in missing_places(address, faces)} | {char for char in address if is_unseen(char)}
    if not escaped:
        return address
    return "".join(quote(char, errors="replace") if char in escaped else char for char in address)
