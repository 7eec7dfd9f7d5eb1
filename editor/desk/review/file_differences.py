"""Differences of a file from the signed one, in sentences."""

from collections.abc import Iterator, Sequence

from editor.intake.word.reading import WordReading, read_word
from editor.model.language import tr

_MOST = 5
_SHOWN = 16
# pairing takes a bit of memory for every two paragraphs: 50 MB
_MOST_PAIRS = 400_000_000


def pdf_differences(signed: bytes, given: bytes) -> tuple[str, ...]:
    """Return the differences of a PDF from the signed one. Raises UserError where either cannot be opened."""
    behind = given != signed and given.startswith(signed)
    appended = (tr("签发的文件后面添了 {n} 字节。", n=len(given) - len(signed)),) if behind else ()
    added = (*appended, *carried(signed, given))
    seen = page_differences(signed, given)
    if seen:
        return (*seen, *added)
    alike = tr("比过各页的文字和样子，没有看出不同，别的没有比；但文件被另存或改动过，不是签发的那一份。")
    return ("".join((alike, *added)),)


def carried(signed: bytes, given: bytes) -> tuple[str, ...]:
    """Return what a PDF contains besides its pages and the signed one does not. Raises UserError as above."""
    from editor.pages.extras import extras_of

    one, other = extras_of(signed), extras_of(given)
    messages = []
    if other.attachments > one.attachments:
        messages.append(tr("多了 {n} 个附件。", n=other.attachments - one.attachments))
    if other.annotations > one.annotations:
        messages.append(tr("多了 {n} 处批注、链接或表单。", n=other.annotations - one.annotations))
    if other.scripts > one.scripts:
        messages.append(tr("多了 {n} 段脚本。", n=other.scripts - one.scripts))
    return tuple(messages)


def page_differences(signed: bytes, given: bytes) -> tuple[str, ...]:
    """Return the differences of two PDFs' pages, none where text and pixels are equal. Raises UserError as above."""
    # imported only for a PDF that is not the signed one: of an exact copy no pages are compared
    from editor.pages.reading import pages_that_look_different, read_pdf

    one, other = read_pdf(signed).texts, read_pdf(given).texts
    messages = (
        [tr("页数不同：签发的有 {n} 页，这里有 {many} 页。", n=len(one), many=len(other))]
        if len(one) != len(other)
        else []
    )
    worded = [sheet for sheet, (left, right) in enumerate(zip(one, other, strict=False), 1) if left != right]
    messages += [
        tr("第 {sheet} 张的文字不同：{contrast}。", sheet=sheet, contrast=_contrast(one[sheet - 1], other[sheet - 1]))
        for sheet in worded
    ]
    seen = pages_that_look_different(signed, given)
    alike = tr("、").join(str(sheet) for sheet in seen if sheet not in worded)
    if alike:
        messages.append(tr("文字相同、看起来不同的是第 {sheets} 张（从封面数起）。", sheets=alike))
    return _shortened(messages)


def word_differences(signed: bytes, given: bytes) -> tuple[str, ...]:
    """Return the differences of a Word file from the signed one. Raises UserError where either cannot be opened."""
    one, other = read_word(signed), read_word(given)
    messages = [*_paragraphs(one.paragraphs, other.paragraphs), *_pictures(one, other)]
    added = tuple(_added_parts(one, other))
    if messages:
        return (*_shortened(messages), *added)
    alike = tr("比过文字和图片，没有看出不同，别的没有比；但文件被重新保存过，不是签发的那一份。")
    return ("".join((alike, *added)),)


def _added_parts(one: WordReading, other: WordReading) -> Iterator[str]:
    names = sorted(name for name in other.parts if name not in one.parts and "/media/" not in name)
    if names:
        listed = tr("、").join(names[:_MOST])
        yield tr("文件里多了 {n} 个部件：{listed}。", n=len(names), listed=listed)


def _paragraphs(one: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    # imported only for a Word file that is not the signed one
    from rapidfuzz.distance import Levenshtein

    if len(one) * len(other) > _MOST_PAIRS:
        yield tr("段落数不同：签发的有 {n} 段，这里有 {many} 段。", n=len(one), many=len(other))
        return
    for edit in Levenshtein.opcodes(one, other):
        if edit.tag == "equal":
            continue
        start, end, begin, stop = edit.src_start, edit.src_end, edit.dest_start, edit.dest_end
        pairs = list(zip(range(start, end), range(begin, stop), strict=False))
        yield from (
            tr("第 {left} 段不同：{contrast}。", left=left + 1, contrast=_contrast(one[left], other[right]))
            for left, right in pairs
        )
        yield from (
            tr("少了第 {at} 段：{quote}。", at=at + 1, quote=_quote(one[at])) for at in range(start + len(pairs), end)
        )
        yield from (tr("多了一段：{quote}。", quote=_quote(other[at])) for at in range(begin + len(pairs), stop))


def _pictures(one: WordReading, other: WordReading) -> Iterator[str]:
    old, new = (
        {name: digest for name, digest in parts.items() if "/media/" in name} for parts in (one.parts, other.parts)
    )
    gone = set(old.values()) - set(new.values())
    if gone:
        yield tr("有 {n} 张图片被换掉、删去或重新压缩过。", n=len(gone))
    more = len(set(new.values()) - set(old.values())) - len(gone)
    if more > 0:
        yield tr("多了 {n} 张图片。", n=more)


def _contrast(one: str, other: str) -> str:
    """Return a sentence with the beginning of the difference: the signed text, the text found."""
    start = next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )
    start = max(0, start - 4)
    return tr("签发的是{quote}，这里是{quote2}", quote=_quote(one[start:]), quote2=_quote(other[start:]))


def _quote(text: str) -> str:
    plain = " ".join(text.split())
    return f"“{plain[:_SHOWN]}{'…' if len(plain) > _SHOWN else ''}”"


def _shortened(messages: list[str]) -> tuple[str, ...]:
    more = len(messages) - _MOST
    return tuple(messages) if more <= 0 else (*messages[:_MOST], tr("另有 {n} 处不同。", n=more))
