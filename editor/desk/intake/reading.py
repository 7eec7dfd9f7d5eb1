"""Files to articles, one by one. Nothing is written: what is read is put into the library by `taking`."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from editor.desk.files import read_file
from editor.desk.formats import (
    ARTICLE_READERS,
    GRID_FILES,
    PDF,
    PICTURE_FILES,
    TEXT,
    VECTOR_PICTURES,
    WORD,
    FileFormat,
    IssueReader,
)
from editor.desk.intake.guessing import Knowledge, with_guesses
from editor.desk.intake.incoming_pictures import with_pictures
from editor.desk.intake.kinds import kind_of_file
from editor.desk.intake.outcomes import Outcome, ReadArticle, ReadIssue, RefusedFile, SignedFile
from editor.desk.intake.tidying import tidied
from editor.desk.ports import BroughtFiles
from editor.desk.review.file_verdicts import names_approval
from editor.desk.review.ports import ReviewReader
from editor.document.lengths import article_fault
from editor.intake.manuscript import IncomingFile, Manuscript, TrackedChanges
from editor.intake.size_guard import check_text_size
from editor.interchange.cleaning import cleaned
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.guesses import guessed
from editor.model.language import tr
from editor.model.origin import Origin, Receipt
from editor.model.saying import said_number
from editor.system.watching import Watch, share_of, unwatched

_LEAST_ARTICLES = 2
# thousandths of a file's time: until a PDF is known to be no issue, and until only the pictures are left
_AS_ISSUE, _READ = 400, 900
_SIGNED = (PDF, WORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """How files are read. as_articles: also what reads as an issue or was signed; changes: tracked changes of Word.

    review: tells which files were signed here, None where nobody could be asked; known: what more is guessed by; rules:
    ids of the rules of cleaning that the publication uses; watch: told how far the file in hand is.
    """

    as_articles: bool = False
    changes: TrackedChanges = TrackedChanges.ACCEPTED
    review: ReviewReader | None = None
    known: Knowledge = field(default_factory=Knowledge)
    rules: frozenset[str] = frozenset()
    watch: Watch = unwatched


PLAIN = ReadingOptions()


def read_manuscripts(paths: Iterable[Path], *, at: dt.datetime, options: ReadingOptions = PLAIN) -> Iterator[Outcome]:
    """Yield what each file is, in order; who stops asking has the rest unread. at: when they came in, UTC."""
    for path in paths:
        try:
            yield _read(path, at, options)
        except UserError as error:
            yield RefusedFile(path=path, message=str(error))


def read_manuscript(file: IncomingFile, kind: FileFormat) -> Manuscript:
    """Return what a file says as an article. Raises UserError where it says nothing or cannot be read."""
    if kind.reads_article is None:
        raise ValueError(kind.key)
    made = without_unprintable(kind.reads_article()(file))
    if not (made.article.blocks or made.article.title.text):
        raise UserError(tr("“{name}”里没有读到文字，没有收下。请打开它看看是不是选错了。", name=file.name))
    return made


def without_unprintable(made: Manuscript) -> Manuscript:
    """Return a manuscript whose texts can be kept and printed, with what was taken out among its messages."""
    article, messages = cleaned(made.article)
    return replace(made, article=article, messages=tuple(dict.fromkeys((*made.messages, *messages))))


def _read(path: Path, at: dt.datetime, options: ReadingOptions) -> Outcome:
    data = read_file(path)
    if not data.strip():
        raise UserError(tr("“{name}”是空的，没有收下。请让对方重发，或检查文件是否下载完整。", name=path.name))
    kind = kind_of_file(path, data)
    if kind is None or not (kind.reads_article or kind.reads_issue):
        raise UserError(_unreadable(path))
    if kind.reads_article is None:
        return ReadIssue(path=path)
    if kind is TEXT:
        # before its lines are read as an issue's, which takes long
        check_text_size(data, name=path.name)
    if not options.as_articles:
        if options.review and kind in _SIGNED and names_approval(options.review, data):
            return SignedFile(path=path)
        issue = _issue_in(path, data, kind, share_of(options.watch, 0, _AS_ISSUE))
        if issue:
            return issue
    begun = _AS_ISSUE if kind is PDF and not options.as_articles else 0
    watch = share_of(options.watch, begun, _READ)
    file = IncomingFile(name=path.name, data=data, beside=_Beside(path.parent), changes=options.changes, watch=watch)
    return read_article(read_manuscript(file, kind), file, path, at=at, options=options)


def read_article(
    made: Manuscript, file: IncomingFile, path: Path, *, at: dt.datetime, options: ReadingOptions
) -> ReadArticle:
    """Return what was read with its pictures, cleaned, with its origin and guesses. path: where it is said to be from.

    Raises UserError, naming the file, for what is longer than an article can be.
    """
    illustrated = with_pictures(made.article, made.pictures, share_of(options.watch, _READ, 1000))
    article, changed = tidied(illustrated.article, options.rules)
    article = _with_origin(guessed(article, made.guessed), file, at)
    fault = article_fault(article)
    if fault:
        raise UserError(tr("“{name}”没有收下：{fault}", name=path.name, fault=fault))
    beside = file.beside.found if isinstance(file.beside, _Beside) else set()
    # what lies inside the file is kept with it
    own = ((one.name, one.data) for one in illustrated.changed if one.data in beside)
    return ReadArticle(
        path=path,
        article=with_guesses(article, options.known),
        files=BroughtFiles(pictures=illustrated.stored, originals=((file.name, file.data), *own)),
        messages=(*made.messages, *illustrated.messages),
        furniture=made.furniture,
        changes=made.changes,
        cleaned=changed,
    )


def _issue_in(path: Path, data: bytes, kind: FileFormat, watch: Watch) -> ReadIssue | None:
    """Return what a file is as an issue; None where it reads as none, or as one of a single article."""
    if kind.reads_issue is None:
        return None
    try:
        incoming = (_watched_pdf(watch) if kind is PDF else kind.reads_issue())(path.name, data, None)
    except UserError:
        return None
    issue = incoming.arrival.issue
    many = sum(1 for _ in issue.articles())
    if many < _LEAST_ARTICLES:
        return None
    number = "　".join((issue.profile.masthead, *said_number(issue.number)))
    return ReadIssue(path=path, words=tr("{number}，{n} 篇", number=number.strip(), n=many), switchable=True)


def _watched_pdf(watch: Watch) -> IssueReader:
    from editor.desk.pdf_reading import read_pdf_issue

    return partial(read_pdf_issue, watch=watch)


def _with_origin(article: Article, file: IncomingFile, at: dt.datetime) -> Article:
    digest = hashlib.sha256(file.data).hexdigest()
    origin = Origin(sha256=digest, name=file.name, at=at, address=file.address or article.link)
    receipt = Receipt(received=at.astimezone().date(), unit=article.source)
    return replace(article, archive=replace(article.archive, origin=origin, receipt=receipt))


class _Beside:
    """Files beside one, by their relative names; never any outside its folder. found: the bytes of those asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder, self.found = folder.resolve(), set[bytes]()

    def __call__(self, name: str) -> bytes | None:
        try:
            path = (self._folder / name).resolve()
            data = read_file(path) if path.is_relative_to(self._folder) and path.is_file() else None
        except (UserError, OSError, ValueError):
            return None
        self.found.update([data] if data else [])
        return data


def _unreadable(path: Path) -> str:
    if PICTURE_FILES.matches(path) or VECTOR_PICTURES.matches(path):
        return tr("“{name}”是图片：请打开要放它的文章，拖进正文。", name=path.name)
    if GRID_FILES.matches(path):
        return tr("“{name}”是数据：请打开要放它的文章，拖进正文，做成表格或统计图。", name=path.name)
    endings = tr("、").join(one.ending for one in ARTICLE_READERS)
    return tr(
        "“{name}”读不成文章，能读的有 {endings}。请另存为其中一种；也可以打开它，复制文字，再用“粘贴成文”。",
        name=path.name,
        endings=endings,
    )
