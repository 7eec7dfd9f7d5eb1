"""In what a file differs from the one that was signed, in sentences."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from editor.intake.word.reading import WordReading, read_word

_MOST = 5
_SHOWN = 16


def pdf_differences(signed: bytes, given: bytes) -> tuple[str, ...]:
    """Return in what a PDF differs from the signed one. Raises UserError where either cannot be opened."""
    # loaded for a PDF that is not the signed one: an exact copy needs no look at its pages
    from editor.pages.reading import pages_that_look_different, read_pdf

    one, other = read_pdf(signed).texts, read_pdf(given).texts
    said = [f"页数不同：签发的有 {len(one)} 页，这里有 {len(other)} 页。"] if len(one) != len(other) else []
    worded = [sheet for sheet, (left, right) in enumerate(zip(one, other, strict=False), 1) if left != right]
    said += [f"第 {sheet} 张的文字不同：{_contrast(one[sheet - 1], other[sheet - 1])}。" for sheet in worded]
    seen = pages_that_look_different(signed, given)
    said += [f"第 {sheet} 张文字相同，看起来不同。" for sheet in seen if sheet not in worded]
    return _shortened(said) or ("每一页看起来都一样，但文件被另存或改动过，不是签发的那一份。",)


def word_differences(signed: bytes, given: bytes) -> tuple[str, ...]:
    """Return in what a Word file differs from the signed one. Raises UserError where either cannot be opened."""
    one, other = read_word(signed), read_word(given)
    said = [*_paragraphs(one.paragraphs, other.paragraphs), *_pictures(one, other)]
    return _shortened(said) or ("文字和图片都一样，但文件被重新保存过，不是签发的那一份。",)


def _paragraphs(one: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    for kind, start, end, begin, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        pairs = list(zip(range(start, end), range(begin, stop), strict=False))
        yield from (f"第 {left + 1} 段不同：{_contrast(one[left], other[right])}。" for left, right in pairs)
        yield from (f"少了第 {at + 1} 段：{_quote(one[at])}。" for at in range(start + len(pairs), end))
        yield from (f"多了一段：{_quote(other[at])}。" for at in range(begin + len(pairs), stop))


def _pictures(one: WordReading, other: WordReading) -> Iterator[str]:
    old, new = (
        {name: digest for name, digest in parts.items() if "/media/" in name} for parts in (one.parts, other.parts)
    )
    gone = set(old.values()) - set(new.values())
    if gone:
        yield f"有 {len(gone)} 张图片被换掉、删去或重新压缩过。"


def _contrast(one: str, other: str) -> str:
    """Return where two texts begin to differ: what was signed, what is there."""
    start = next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )
    start = max(0, start - 4)
    return f"签发的是{_quote(one[start:])}，这里是{_quote(other[start:])}"


def _quote(text: str) -> str:
    plain = " ".join(text.split())
    return f"“{plain[:_SHOWN]}{'…' if len(plain) > _SHOWN else ''}”"


def _shortened(said: list[str]) -> tuple[str, ...]:
    more = len(said) - _MOST
    return tuple(said) if more <= 0 else (*said[:_MOST], f"另有 {more} 处不同。")
