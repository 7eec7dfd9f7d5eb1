"""Canonical JSON of model values: sorted keys, UTF-8, whole numbers only, every field present."""

import itertools
import re
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from editor.interchange.mirror import from_mirror, mirrored, to_mirror
from editor.model.errors import UserError
from editor.model.language import tr

T = TypeVar("T")

LARGEST = 64 * 1024 * 1024
_FORBIDDEN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")


def encode(value: object) -> bytes:
    """Return the canonical JSON of a model value; equal values give equal bytes."""
    return msgspec.json.encode(to_mirror(value), order="sorted")


def decode(kind: type[T], data: bytes) -> T:
    """Return the value of this model type. Raises UserError, naming the place, for anything that is not exactly one."""
    if len(data) > LARGEST:
        raise UserError(tr("文件超过 64 MB，不是本程序的交换文件，请检查是否选错了文件。"))
    try:
        twin = msgspec.json.decode(data, type=mirrored(kind), strict=True)
        check_strings(twin)
        value: T = from_mirror(twin)
    except RecursionError as error:
        raise UserError(tr("交换文件内容有误：嵌套过深。请向提供文件的人重新索取。")) from error
    except (msgspec.DecodeError, ValueError) as error:
        raise UserError(tr("交换文件内容有误：{error}。请向提供文件的人重新索取。", error=error)) from error
    return value


def check_strings(twin: object) -> None:
    """Raise UserError for a string that no file may hold: NUL, other controls and half characters."""
    for text in _strings(msgspec.to_builtins(twin)):
        bad = _FORBIDDEN.search(text)
        if bad is not None:
            raise UserError(
                tr(
                    "文字里有不能印的字符 U+{ord:04X}（在“{text!r}”中），请删去后再试。",
                    ord=ord(bad[0]),
                    text=text[:20],
                )
            )


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from itertools.chain.from_iterable(map(_strings, value.values()))
    elif isinstance(value, (list, tuple)):
        yield from itertools.chain.from_iterable(map(_strings, value))
