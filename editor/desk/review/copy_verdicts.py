"""Verifies copies of approved PDFs: each is made again from the approved bytes and compared byte by byte."""

from collections.abc import Iterator

import editor
from editor.desk.review.file_differences import carried, page_differences, pdf_differences
from editor.desk.review.remarks import Doubt, Remark, remarks
from editor.document.copy_mark import CopyMark
from editor.model.language import tr


def copy_words(mark: CopyMark) -> str:
    """Return a copy's mark in words."""
    if mark.number and mark.words:
        return tr("副本，编号 {number}，戳记“{words}”", number=mark.number, words=mark.words)
    if mark.number:
        return tr("副本，编号 {number}", number=mark.number)
    return tr("副本，戳记“{words}”", words=mark.words) if mark.words else tr("另排的印刷用 PDF")


def copy_remarks(signed: bytes, given: bytes, mark: CopyMark) -> Iterator[Remark]:
    """Yield the differences of a file from the copy that it claims to be; nothing where the bytes are equal."""
    # imported only for a PDF that claims to be a copy
    from editor.pages.copies import copy_of

    if not mark.number and not mark.words:
        words = tr("它是加了印刷选项另排的，不是签发的那一份，也不是副本；要凭它核对，请重新导出。")
        yield Remark(doubt=Doubt.PDF, words=words)
        return
    made = copy_of(signed, mark)
    if made == given:
        return
    if mark.program != editor.__version__ and given.startswith(signed) and not page_differences(made, given):
        # another version of the program may write the same mark in other bytes, which is no forgery
        words = tr(
            "这份副本由另一版程序（{program}）做成，不能逐字节核对：签发件原样在内，后面添的 {n} 字节应当是编号和戳记；"
            "和照签发件重做的比过各页的文字和样子，没有看出不同，别的没有比。",
            program=mark.program,
            n=len(given) - len(signed),
        )
        yield Remark(doubt=Doubt.OTHER_PROGRAM, words=words)
        yield from remarks(Doubt.PDF, carried(made, given))
        return
    words = tr("它自称是签发件的{called}，但与照签发件重做的不同。", called=copy_words(mark))
    yield from remarks(Doubt.PDF, (words, *pdf_differences(made, given)))
