"""Where a line of running text may not break: inside 一是 and the like, in an address but at its joints."""

import re
from functools import lru_cache

# marks of a point inside a paragraph; a bracketed or pointed number holds together by itself
_NUMBER = "[一二三四五六七八九十]{1,3}"
_POINT = re.compile(
    rf"(?<=[。；：！？…”）），、,;:])(?:{_NUMBER}(?:是(?!否)|要(?![素求点闻]))|第{_NUMBER}(?=[，、：,:])"
    r"|(?:首先|其次|再次|最后|其[一二三四五六七八九十])(?=[，、：,:])|另?一方面)"
)
_ADDRESS = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]{1,15}://[!-~]+|www\.[!-~]+|[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|[!-~]{40,}", re.ASCII
)
# a scheme, then pieces that begin with a mark of their own and end with slashes; a long one without marks is cut anyway
_PIECE = re.compile(
    r"\A[A-Za-z][A-Za-z0-9+.-]*:/*|[?&=.:_%~+#@,;!-]?[^/?&=.:_%~+#@,;!-]{1,14}/*|[?&=.:_%~+#@,;!-]/*|/+", re.DOTALL
)
_TRAILING = ".,;:!?)]}>'\""


def address_pieces(address: str) -> tuple[str, ...]:
    """Return an address in the pieces between which a line may break; joined they are the address."""
    return tuple(_PIECE.findall(address))


@lru_cache(maxsize=4096)
def whole_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where 一是, 第一 and the like stand behind a mark; a paragraph's own first words break nowhere."""
    return tuple(match.span() for match in _POINT.finditer(text))


@lru_cache(maxsize=4096)
def address_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where addresses, mails and other very long Latin words stand, without marks that end the sentence."""
    found = (match.span() for match in _ADDRESS.finditer(text))
    bare = ((start, start + len(text[start:end].rstrip(_TRAILING))) for start, end in found)
    return tuple((start, end) for start, end in bare if end > start)
