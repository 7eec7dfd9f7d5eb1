"""The size limit of pasted text."""

import re

from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.decode import decode_text

_MOST_BYTES = 5_000_000
# bytes, with pictures inside the text
_MOST_WITH_PICTURES = 60_000_000
_PICTURE = re.compile(r"""data:image/[^"'\s)>]+""")


def check_text_size(data: bytes, *, name: str) -> None:
    """Raise UserError for a file of text over the limits of `check_size`, or one that is no text."""
    # a hanzi of two bytes in other encodings takes three in UTF-8
    if len(data) > _MOST_BYTES // 2:
        check_size(decode_text(data, name=name), name=name)


def check_size(text: str, *, name: str = "") -> None:
    """Raise UserError for a text over 5 MB of UTF-8, pictures in it not counted, or over 60 MB with them.

    name: of the file that it is from, empty for what was pasted.
    """
    size = len(text.encode("utf-8", "replace"))
    if size <= _MOST_BYTES:
        return
    bare = size - sum(end - start for start, end in (match.span() for match in _PICTURE.finditer(text)))
    if bare > _MOST_BYTES or size > _MOST_WITH_PICTURES:
        if name:
            raise UserError(
                tr(
                    "“{name}”里的文字有 {size:.0f} MB，太大了，没有读。请分成几个文件再导入。",
                    name=name,
                    size=size / 1000000.0,
                )
            )
        raise UserError(
            tr("粘贴的内容有 {size:.0f} MB，太大了。请分几次复制，或存成文件再导入。", size=size / 1000000.0)
        )
