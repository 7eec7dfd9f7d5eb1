"""Canonical JSON of model values: sorted keys, UTF-8, whole numbers only, every field present."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from editor.interchange.mirror import from_mirror, mirrored, to_mirror
from editor.model.errors import UserError
from editor.model.language import tr

T = TypeVar("T")

LARGEST = 64 * 1024 * 1024
_FORBIDDEN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
# forbidden characters as JSON writes them; escaped backslashes look alike, so that hits are checked again
_SUSPECT = re.compile(rb"\\u00[01]|\\[bfr]|\xef\xbf[\xbe\xbf]")


def encode(value: object) -> bytes:
    """Return the canonical JSON of a model value; equal values give equal bytes. Raises UserError."""
    return _encoded(to_mirror(value))


def encode_sound(value: object) -> bytes:
    """Return the canonical JSON of a value to be stored. Raises UserError where it could not be read again.

    Compares the twins (see `mirror`) instead of the values, which is equivalent and takes half the time.
    """
    twin = to_mirror(value)
    data = _encoded(twin)
    try:
        back = msgspec.json.decode(data, type=mirrored(type(value)), strict=True)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UserError(tr("没有存：这样写下的内容读不回来（{error}）。请改过再存。", error=error)) from error
    if _is_suspect(data):
        check_strings(twin)
    if back != twin or len(data) > LARGEST:
        raise UserError(tr("没有存：这样写下的内容读回来会不一样。请改过再存。"))
    return data


def _is_suspect(data: bytes) -> bool:
    # most texts have none of these bytes, and searching for a byte takes a fiftieth of matching the pattern
    return _may_forbid(data) and _SUSPECT.search(data) is not None


def _may_forbid(data: bytes) -> bool:
    """Return whether JSON may hold forbidden characters: they are written as escapes, or begin with these bytes.

    Unescaped controls make the decoder fail anyway. Checking every string would take half the time of decoding.
    """
    return b"\\" in data or b"\xef\xbf" in data


def _encoded(twin: object) -> bytes:
    try:
        return msgspec.json.encode(twin, order="sorted")
    except UnicodeEncodeError as error:
        raise half_character(error) from error


def half_character(error: UnicodeEncodeError) -> UserError:
    """Return the error for text with half a surrogate pair."""
    return _unprintable(error.object, error.object[error.start])


def has_forbidden(data: str) -> bool:
    """Return whether stored JSON holds characters that strict reading refuses."""
    if not _is_suspect(data.encode(errors="replace")):
        return False
    try:
        return any(_FORBIDDEN.search(text) for text in _strings(msgspec.json.decode(data)))
    except msgspec.DecodeError:
        return False


def check_text(text: str) -> None:
    """Raise UserError for a string that strict reading refuses."""
    bad = _FORBIDDEN.search(text)
    if bad is not None:
        raise _unprintable(text, bad[0])


def decode(kind: type[T], data: bytes) -> T:
    """Return the value of this model type. Raises UserError, naming the place, for anything that is not exactly one."""
    return _read(kind, data, check_strings)


def decode_kept(kind: type[T], data: bytes) -> T:
    """Return a stored value without forbidden characters, which earlier versions of the program let through.

    Signed values have none: what could not be read again could not be signed. Raises UserError.
    """
    try:
        return decode(kind, data)
    except UserError:
        # imported for what earlier versions let through: it brings all that is known of addresses and characters
        from editor.interchange.cleaning import cleaned_change

        return cleaned_change(None, _read(kind, data, lambda _twin: None))


def decode_rows(kind: type[T], rows: Sequence[str]) -> tuple[T, ...]:
    """Return stored values of a class of plain fields, read at once: it takes a third of the time of one by one.

    Raises UserError, also where one of the texts is no value or several.
    """
    twin = mirrored(kind)
    names: tuple[str, ...] = twin.__struct_fields__
    try:
        twins = msgspec.json.decode(f"[{','.join(rows)}]", type=list[twin], strict=True)  # type: ignore[valid-type]
        values = tuple(kind(**dict(zip(names, msgspec.structs.astuple(one), strict=True))) for one in twins)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise UserError(tr("交换文件内容有误：{error}。请向提供文件的人重新索取。", error=error)) from error
    if len(values) != len(rows) or any(_may_forbid(row.encode()) for row in rows):
        raise UserError(tr("没有存：这样写下的内容读回来会不一样。请改过再存。"))
    return values


def _read(kind: type[T], data: bytes, check: Callable[[object], None]) -> T:
    if len(data) > LARGEST:
        raise UserError(tr("文件超过 64 MB，不是本程序的交换文件，请检查是否选错了文件。"))
    try:
        twin = msgspec.json.decode(data, type=mirrored(kind), strict=True)
        if _may_forbid(data):
            check(twin)
        value: T = from_mirror(twin)
    except RecursionError as error:
        raise UserError(tr("交换文件内容有误：嵌套过深。请向提供文件的人重新索取。")) from error
    except (msgspec.DecodeError, ValueError) as error:
        raise UserError(tr("交换文件内容有误：{error}。请向提供文件的人重新索取。", error=error)) from error
    return value


def check_strings(twin: object) -> None:
    """Raise UserError for a string that no file may hold: NUL, other controls and half characters."""
    for text in _strings(msgspec.to_builtins(twin)):
        check_text(text)


def _unprintable(text: str, bad: str) -> UserError:
    # the message quotes the text from shortly before the character
    at = max(0, text.index(bad) - 10)
    return UserError(
        tr(
            "文字里有不能印的字符 U+{ord:04X}（在“{text!r}”中），请删去后再试。",
            ord=ord(bad),
            text=text[at : at + 20],
        )
    )


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from itertools.chain.from_iterable(map(_strings, value.values()))
    elif isinstance(value, (list, tuple)):
        yield from itertools.chain.from_iterable(map(_strings, value))
