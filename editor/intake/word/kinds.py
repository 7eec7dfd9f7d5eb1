"""What a file with a word processor's ending really is, told by its first bytes."""

import re
from enum import Enum, auto

from editor.intake.manuscript import IncomingFile, Manuscript
from editor.intake.size_guard import check_size
from editor.intake.web import page_manuscript
from editor.intake.word.composing import composed
from editor.intake.word.conversion import converted
from editor.intake.word.lines import Item, Line
from editor.intake.word.losses import Account
from editor.model.body import text_of
from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.decode import decode_text
from editor.text.sanitise import sanitise

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SPACES = b" \t\r\n\x00"
_MARK = b"\xef\xbb\xbf"
_PAGE = re.compile(
    rb"(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|script|style|h1|h2|section|article|link|span|font|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVED = re.compile(rb"MIME-Version:|From:\s*<?[^\n]*Saved by", re.IGNORECASE)
_FLAT = re.compile(
    rb"<\?xml[^>]*\?>.{0,2000}?(?:progid=\"Word\.Document\"|w:wordDocument|pkg:package|office:document\b)", re.DOTALL
)
# the beginning, and the list of its parts at the end of a zip
_HEAD, _TAIL = 4096, 256 * 1024


class OfficeKind(Enum):
    """What a file is. OLD: of Word before 2007, or of WPS; FLAT: one of XML without a zip."""

    DOCX = auto()
    OPEN = auto()
    OLD = auto()
    LOCKED = auto()
    SHEET = auto()
    SLIDES = auto()
    RICH = auto()
    FLAT = auto()
    PAGE = auto()
    ARCHIVED_PAGE = auto()
    PDF = auto()
    TEXT = auto()
    EMPTY = auto()


def office_kind(file: IncomingFile) -> OfficeKind:  # noqa: PLR0911 - a line a kind
    """Return what a file is by its first bytes, whatever its ending says."""
    data = file.data
    head = data[:_HEAD].removeprefix(_MARK).lstrip(_SPACES)
    if not data.strip(_SPACES):
        return OfficeKind.EMPTY
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if head.startswith(b"{\\rt"):
        return OfficeKind.RICH
    if head.startswith(b"%PDF"):
        return OfficeKind.PDF
    if _FLAT.match(head):
        return OfficeKind.FLAT
    if _ARCHIVED.match(head):
        return OfficeKind.ARCHIVED_PAGE
    if _PAGE.match(head) or (head.startswith(b"<?xml") and b"<html" in head):
        return OfficeKind.PAGE
    return OfficeKind.TEXT


def _zip_kind(data: bytes) -> OfficeKind:
    head, tail = data[:_HEAD], data[-_TAIL:]
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in head:
        return OfficeKind.OPEN
    if b"word/document" in tail or b"word/document" in head:
        return OfficeKind.DOCX
    if b"xl/workbook" in tail or b"opendocument.spreadsheet" in head:
        return OfficeKind.SHEET
    if b"ppt/presentation" in tail or b"opendocument.presentation" in head:
        return OfficeKind.SLIDES
    return OfficeKind.DOCX


def _ole_kind(data: bytes) -> OfficeKind:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return OfficeKind.LOCKED
    if holds("WordDocument"):
        return OfficeKind.OLD
    if holds("PowerPoint Document"):
        return OfficeKind.SLIDES
    return OfficeKind.SHEET if holds("Workbook") else OfficeKind.OLD


def other_manuscript(kind: OfficeKind, file: IncomingFile) -> Manuscript:
    """Return the article in a file that is no .docx. Raises UserError, naming the file."""
    match kind:
        case OfficeKind.OLD | OfficeKind.RICH | OfficeKind.OPEN | OfficeKind.FLAT:
            return _through_office(file)
        case OfficeKind.PAGE | OfficeKind.ARCHIVED_PAGE:
            return page_manuscript(file)
        case OfficeKind.TEXT:
            return _text(file)
        case _:
            raise UserError(_refusal(kind, file.name))


def _refusal(kind: OfficeKind, name: str) -> str:
    match kind:
        case OfficeKind.LOCKED:
            return tr("“{name}”加了密码，读不出来。请在 Word 里去掉密码后再导入。", name=name)
        case OfficeKind.SHEET:
            return tr("“{name}”其实是表格（Excel）文件。请打开后复制需要的格子，粘贴到文章里。", name=name)
        case OfficeKind.SLIDES:
            return tr("“{name}”其实是演示文稿（PPT）文件。请打开后复制需要的文字，粘贴到文章里。", name=name)
        case OfficeKind.PDF:
            return tr("“{name}”其实是 PDF 文件。请把它的后缀改成 .pdf 再导入。", name=name)
        case OfficeKind.EMPTY:
            return tr("“{name}”是空的，里面没有内容。请重新取得这个文件。", name=name)
        case _:
            raise AssertionError(kind)


def as_docx(file: IncomingFile) -> IncomingFile:
    """Return a file of an older or another word processor as a .docx, any other as it is. Raises UserError."""
    match office_kind(file):
        case OfficeKind.OLD:
            return _converted(file, "wps" if file.name.lower().endswith(".wps") else "doc")
        case OfficeKind.RICH:
            return _converted(file, "rtf")
        case OfficeKind.OPEN:
            return _converted(file, "odt")
        case OfficeKind.FLAT:
            return _converted(file, "fodt" if b"office:document" in file.data[:_HEAD] else "xml")
        case OfficeKind.LOCKED | OfficeKind.EMPTY as kind:
            raise UserError(_refusal(kind, file.name))
        case _:
            return file


def _through_office(file: IncomingFile) -> Manuscript:
    from editor.intake.word.manuscript import word_manuscript

    return word_manuscript(as_docx(file))


def _converted(file: IncomingFile, ending: str) -> IncomingFile:
    made = converted(file, ending)
    if office_kind(made) is not OfficeKind.DOCX:
        raise UserError(tr("“{name}”已损坏，转换不了。请用 Word 或 WPS 另存为 .docx 再导入。", name=file.name))
    return made


def _text(file: IncomingFile) -> Manuscript:
    """Read a file that is only text: its lines are its paragraphs."""
    text = decode_text(file.data, name=file.name)
    check_size(text, name=file.name)
    account = Account()
    lines: list[Item] = [Line(runs=text_of(line.strip())) for line in sanitise(text).split("\n") if line.strip()]
    draft = composed(lines, account)
    said = tr("“{name}”里面只是文本，按文本读入。", name=file.name)
    return Manuscript(article=draft.article(), guessed=draft.guessed, messages=(said, *account.sentences()))
