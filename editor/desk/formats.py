"""The files that the program reads and writes. A new format begins here: a row, and the function that it loads.

A row of FORMATS holds a format's names and file endings and, for each direction, the function that reads or writes it.
Functions are imported when first used, so that a row does not slow the start. Command line, file dialogs, drops and
messages read these rows. Other kinds of files for dialogs are below them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from editor.desk.files import MOST_BYTES
from editor.model.dataclass import dataclass
from editor.model.language import mark_tr, tr, tr_marked

if TYPE_CHECKING:
    from editor.desk.issue_readers import Incoming
    from editor.desk.issue_writers import IssueToWrite
    from editor.desk.review.office import Office
    from editor.desk.review.remarks import Verdict
    from editor.intake.manuscript import ArticleReader
    from editor.model.article import Article

# name and bytes of a file; the office verifies signatures, None for a temporary library
IssueReader = Callable[[str, bytes, "Office | None"], "Incoming"]
IssueWriter = Callable[["IssueToWrite"], bytes]
# pictures: bytes by sha256
ArticleWriter = Callable[["Article", Mapping[str, bytes]], str]
# name and bytes of a file; uid of the issue that it should be, empty for any
Verifier = Callable[["Office", str, bytes, str], "Verdict"]

_MOST_TEXT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEndings:
    """Endings of file names, with the dot, in lower case; files are written with the first."""

    endings: tuple[str, ...]

    @property
    def ending(self) -> str:
        """The ending of a file that is written."""
        return self.endings[0]

    def matches(self, path: Path) -> bool:
        """Return whether a file's name has one of the endings."""
        return path.suffix.lower() in self.endings


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind(FileEndings):
    """What a file dialog offers. label: with a place for the endings, marked for translation."""

    label: str

    @property
    def dialog_filter(self) -> str:
        """The filter of a file dialog: 刊库 (*.db)."""
        return tr_marked(self.label, forms=" ".join(f"*{ending}" for ending in self.endings))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportCard:
    """How the export dialog offers a format. description: marked for translation; icon: its name."""

    description: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyCommand:
    """The command that copies the open article to the clipboard. text, done (said afterwards): marked for translation.

    rich: it is offered as HTML, with the plain text beside.
    """

    text: str
    english: str
    done: str
    rich: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat(FileEndings):
    """A form of an issue or of an article. A direction without a function is None.

    key: in `exporting.Targets` and as option of the command line; name: short; described: in messages about files,
    marked for translation; path_help: of the option; most_bytes: of a file to be imported; card: None where the export
    dialog does not offer it; copying: None where no command copies an article so.
    """

    key: str
    name: str
    described: str = ""
    path_help: str = ""
    most_bytes: int = MOST_BYTES
    card: ExportCard | None = None
    copying: CopyCommand | None = None
    reads_issue: Callable[[], IssueReader] | None = None
    reads_article: "Callable[[], ArticleReader] | None" = None
    writes_issue: Callable[[], IssueWriter] | None = None
    writes_article: Callable[[], ArticleWriter] | None = None
    verifies: Callable[[], Verifier] | None = None


def _text_reader() -> IssueReader:
    from editor.desk.issue_readers import read_text

    return read_text


def _json_reader() -> IssueReader:
    from editor.desk.issue_readers import read_json

    return read_json


def _package_reader() -> IssueReader:
    from editor.desk.issue_readers import read_package_file

    return read_package_file


def _page_reader() -> "ArticleReader":
    from editor.intake.web import page_manuscript

    return page_manuscript


def _markdown_reader() -> "ArticleReader":
    # reads what is Markdown as such, and a text with that ending as text
    from editor.intake.text_file import text_manuscript

    return text_manuscript


def _text_article_reader() -> "ArticleReader":
    from editor.intake.text_file import text_manuscript

    return text_manuscript


def _word_reader() -> "ArticleReader":
    from editor.intake.word.manuscript import word_manuscript

    return word_manuscript


def _word_issue_reader() -> IssueReader:
    from editor.desk.formed_issues import read_word_issue

    return read_word_issue


def _office_reader() -> "ArticleReader":
    from editor.intake.word.conversion import office_manuscript

    return office_manuscript


def _pdf_article_reader() -> "ArticleReader":
    from editor.desk.pdf_reading import read_pdf_article

    return read_pdf_article


def _pdf_reader() -> IssueReader:
    from editor.desk.pdf_reading import read_pdf_issue

    return read_pdf_issue


def _pdf_writer() -> IssueWriter:
    from editor.desk.issue_writers import pdf_bytes

    return pdf_bytes


def _word_writer() -> IssueWriter:
    from editor.desk.issue_writers import word_bytes

    return word_bytes


def _json_writer() -> IssueWriter:
    from editor.desk.issue_writers import json_bytes

    return json_bytes


def _package_writer() -> IssueWriter:
    from editor.desk.issue_writers import package_bytes

    return package_bytes


def _html_writer() -> ArticleWriter:
    from editor.export.html import article_html

    return article_html


def _text_writer() -> ArticleWriter:
    from editor.export.text import article_text

    return lambda article, _pictures: article_text(article)


def _pdf_verifier() -> Verifier:
    from editor.desk.review.file_verdicts import pdf_verdict

    return pdf_verdict


def _word_verifier() -> Verifier:
    from editor.desk.review.file_verdicts import word_verdict

    return word_verdict


def _package_verifier() -> Verifier:
    from editor.desk.review.file_verdicts import package_verdict

    return package_verdict


HTML = FileFormat(
    key="html",
    name="网页",
    endings=(".html", ".htm", ".mht", ".mhtml"),
    copying=CopyCommand(
        text=mark_tr("复制为网页（公众号、邮件）"),
        english="Copy as HTML, WeChat, mail",
        done=mark_tr("已复制为网页，可粘贴到公众号、邮件或 Word"),
        rich=True,
    ),
    reads_article=_page_reader,
    writes_article=_html_writer,
)
TEXT = FileFormat(
    key="text",
    name="往期文本",
    endings=(".txt",),
    most_bytes=_MOST_TEXT,
    copying=CopyCommand(
        text=mark_tr("复制为纯文字（附链接）"),
        english="Copy as plain text",
        done=mark_tr("已复制为纯文字"),
    ),
    reads_issue=_text_reader,
    reads_article=_text_article_reader,
    writes_article=_text_writer,
)
MARKDOWN = FileFormat(
    key="markdown", name="Markdown", endings=(".md", ".markdown"), most_bytes=_MOST_TEXT, reads_article=_markdown_reader
)
PDF = FileFormat(
    key="pdf",
    name="PDF",
    described="PDF",
    endings=(".pdf",),
    path_help="PDF 的位置",
    card=ExportCard(description=mark_tr("印刷与阅读，字体嵌入，带书签"), icon="export.pdf"),
    reads_issue=_pdf_reader,
    reads_article=_pdf_article_reader,
    writes_issue=_pdf_writer,
    verifies=_pdf_verifier,
)
WORD = FileFormat(
    key="word",
    name="Word",
    described=mark_tr("Word（.docx）"),
    endings=(".docx",),
    path_help="Word 文件的位置",
    card=ExportCard(description=mark_tr("可再编辑；样式、目录、页眉齐全"), icon="export.word"),
    reads_issue=_word_issue_reader,
    reads_article=_word_reader,
    writes_issue=_word_writer,
    verifies=_word_verifier,
)
OFFICE = FileFormat(
    key="office", name="WPS、旧版 Word", endings=(".doc", ".wps", ".rtf", ".odt"), reads_article=_office_reader
)
JSON = FileFormat(
    key="json",
    name="交换文件",
    endings=(".json",),
    path_help="交换文件的位置",
    most_bytes=_MOST_TEXT,
    reads_issue=_json_reader,
    writes_issue=_json_writer,
)
PACKAGE = FileFormat(
    key="package",
    name="期刊包",
    described=mark_tr("期刊包（.bulletin）"),
    endings=(".bulletin",),
    path_help="期刊包（.bulletin，连同图片）的位置",
    reads_issue=_package_reader,
    writes_issue=_package_writer,
    verifies=_package_verifier,
)

FORMATS = (HTML, TEXT, MARKDOWN, PDF, WORD, OFFICE, JSON, PACKAGE)
ISSUE_READERS = tuple(one for one in FORMATS if one.reads_issue)
ARTICLE_READERS = tuple(one for one in FORMATS if one.reads_article)
ISSUE_WRITERS = tuple(one for one in FORMATS if one.writes_issue)
COPIED = tuple(one for one in FORMATS if one.copying)
EXPORTED = tuple(one for one in FORMATS if one.card)
VERIFIERS = tuple(one for one in FORMATS if one.verifies)


def _endings(formats: Iterable[FileFormat]) -> tuple[str, ...]:
    return tuple(ending for one in formats for ending in one.endings)


ISSUE_FILES = FileKind(label=mark_tr("一期简报 ({forms})"), endings=_endings(ISSUE_READERS))
MANUSCRIPT_FILES = FileKind(
    label=mark_tr("来稿 ({forms})"),
    endings=_endings(one for one in FORMATS if one.reads_article or one.reads_issue),
)
SIGNED_FILES = FileKind(label=mark_tr("签发的文件 ({forms})"), endings=_endings(VERIFIERS))
PACKAGE_FILES = FileKind(label=mark_tr("期刊包 ({forms})"), endings=PACKAGE.endings)
PDF_FILES = FileKind(label="PDF ({forms})", endings=PDF.endings)
WORD_FILES = FileKind(label="Word ({forms})", endings=(".docx",))
LIBRARY_FILES = FileKind(label=mark_tr("刊库 ({forms})"), endings=(".db",))
PROFILE_FILES = FileKind(label=mark_tr("刊物设置 ({forms})"), endings=(".bulletin-profile",))
REGISTER_FILES = FileKind(label=mark_tr("名录 ({forms})"), endings=(".json",))
HOUSE_WORD_FILES = FileKind(label=mark_tr("用语表 ({forms})"), endings=(".csv", ".tsv", ".txt"))
KEY_FILES = FileKind(label=mark_tr("签发密钥 ({forms})"), endings=(".key",))
FONT_FILES = FileKind(label=mark_tr("字体 ({forms})"), endings=(".ttf", ".otf", ".ttc"))
# taken for fonts when dropped: those of the web are refused with what to do
FONT_DROPS = FileEndings(endings=(*FONT_FILES.endings, ".woff", ".woff2"))
PICTURE_FILES = FileKind(
    label=mark_tr("图片 ({forms})"), endings=(".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff")
)
GRID_FILES = FileKind(label=mark_tr("数据 ({forms})"), endings=(".csv", ".tsv"))
TABLE_FILES = FileKind(label=mark_tr("表格 ({forms})"), endings=(".csv",))
SHEET_FILES = FileKind(label=mark_tr("电子表格 ({forms})"), endings=(".xlsx",))
# never offered in dialogs; a pasted or dropped one gets the message for unusable pictures
VECTOR_PICTURES = FileEndings(endings=(".emf", ".wmf"))
SCAN_FILES = FileKind(
    label=mark_tr("照片和 PDF ({forms})"),
    endings=(".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"),
)


def issue_reader(path: Path) -> tuple[IssueReader, int]:
    """Return the reader of a file by its ending, and its greatest size in bytes; unknown endings are read as text."""
    for one in FORMATS:
        if one.reads_issue and one.matches(path):
            return one.reads_issue(), one.most_bytes
    return _text_reader(), TEXT.most_bytes


def format_of(path: Path) -> FileFormat | None:
    """Return the format of a file by its ending, None for an unknown one."""
    return next((one for one in FORMATS if one.matches(path)), None)


def issue_writers(keys: Iterable[str]) -> Iterator[tuple[str, IssueWriter]]:
    """Yield the writers of these formats in the table's order. Raises ValueError for one that writes no issue."""
    writers = {one.key: one.writes_issue for one in FORMATS if one.writes_issue}
    for key in sorted(keys, key=list(writers).index):
        yield key, writers[key]()


def verifier(path: Path) -> Verifier | None:
    """Return the verifier of a file by its ending, None where there is none."""
    return next((one.verifies() for one in FORMATS if one.verifies and one.matches(path)), None)


def article_as(file_format: FileFormat, article: "Article", pictures: Mapping[str, bytes] | None = None) -> str:
    """Return an article in a format that articles are written in. pictures: bytes by sha256, those available."""
    write = file_format.writes_article
    if write is None:
        raise ValueError(file_format.key)
    return write()(article, pictures or {})


def verifier_names() -> str:
    """Return the kinds of files that can be verified, as a list in words: PDF、Word（.docx）和期刊包（.bulletin）."""
    *names, last = (tr_marked(one.described) for one in VERIFIERS)
    return tr("{names}和{last}", names=tr("、").join(names), last=last)
