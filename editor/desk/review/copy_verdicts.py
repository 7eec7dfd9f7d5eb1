"""Copies of approved PDFs: each is made again of the approved bytes, and is sound where it has the same."""

from editor.desk.review.file_differences import pdf_differences
from editor.document.copy_mark import CopyMark
from editor.model.language import tr


def copy_words(mark: CopyMark) -> str:
    """Return which copy a mark is of, in words."""
    if mark.number and mark.words:
        return tr("副本，编号 {number}，戳记“{words}”", number=mark.number, words=mark.words)
    if mark.number:
        return tr("副本，编号 {number}", number=mark.number)
    return tr("副本，戳记“{words}”", words=mark.words) if mark.words else tr("另排的印刷用 PDF")


def copy_differences(signed: bytes, given: bytes, mark: CopyMark) -> tuple[str, ...]:
    """Return in what a file differs from the copy that it says it is; none where it is that, byte for byte."""
    # loaded for a PDF that says that it is a copy
    from editor.pages.copies import copy_of

    if not mark.number and not mark.words:
        return (tr("它是加了印刷选项另排的，不是签发的那一份，也不是副本；要凭它核对，请重新导出。"),)
    made = copy_of(signed, mark)
    if made == given:
        return ()
    called = copy_words(mark)
    return (tr("它自称是签发件的{called}，但与照签发件重做的不同。", called=called), *pdf_differences(made, given))
