"""Canonical JSON of model values: sorted keys, UTF-8, whole numbers only, every field present."""

from typing import Any, TypeVar

import msgspec

from editor.interchange.mirror import from_mirror, mirrored, to_mirror
from editor.model.errors import UserError

T = TypeVar("T")

LARGEST = 64 * 1024 * 1024


def encode(value: object) -> bytes:
    """Return the canonical JSON of a model value; equal values give equal bytes."""
    return msgspec.json.encode(to_mirror(value), order="sorted")


def decode(kind: type[T], data: bytes) -> T:
    """Return the value of this model type. Raises UserError, naming the place, for anything that is not exactly one."""
    if len(data) > LARGEST:
        raise UserError("文件超过 64 MB，不是本程序的交换文件，请检查是否选错了文件。")
    try:
        value: T = from_mirror(msgspec.json.decode(data, type=mirrored(kind), strict=True))
    except RecursionError as error:
        raise UserError("交换文件内容有误：嵌套过深。请向提供文件的人重新索取。") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise UserError(f"交换文件内容有误：{error}。请向提供文件的人重新索取。") from error
    check_strings(value)
    return value


def check_strings(value: Any) -> None:  # noqa: ANN401
    """Raise UserError for a string that no file may hold: NUL, other controls and half characters."""
    for text in _strings(to_mirror(value)):
        bad = next((char for char in text if _is_forbidden(char)), None)
        if bad is not None:
            raise UserError(f"文字里有不能印的字符 U+{ord(bad):04X}（在“{text[:20]!r}”中），请删去后再试。")


def _strings(value: Any) -> list[str]:  # noqa: ANN401
    found: list[str] = []
    _collect(msgspec.to_builtins(value), found)
    return found


def _collect(value: Any, found: list[str]) -> None:  # noqa: ANN401
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, dict):
        for part in value.values():
            _collect(part, found)
    elif isinstance(value, (list, tuple)):
        for part in value:
            _collect(part, found)


def _is_forbidden(char: str) -> bool:
    code = ord(char)
    return (code < 0x20 and char not in "\t\n") or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)
