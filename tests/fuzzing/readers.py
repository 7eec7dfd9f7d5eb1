"""The program's readers of files from outside, each as one call on bytes."""

import datetime as dt
import random
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from editor.desk.importing import import_file
from editor.desk.intake.outcomes import RefusedFile
from editor.desk.intake.reading import ReadingOptions, read_manuscripts
from editor.desk.profile.files import load_profile
from editor.desk.review.file_differences import word_differences
from editor.desk.review.keys import describe_key, open_key
from editor.intake.font_file import read_font
from editor.intake.html import blocks_from_html
from editor.intake.manuscript import IncomingFile, TrackedChanges
from editor.intake.markdown import markdown_manuscript
from editor.intake.pdf.issue_text import issue_text
from editor.intake.pdf.manuscript import pdf_manuscript
from editor.intake.pdf.own_issue import own_issue
from editor.intake.pdf.own_text import read_own_text
from editor.intake.pdf.tagged_issue import read_tagged
from editor.intake.pictures import is_picture, take_picture
from editor.intake.plain_text import blocks_from_text
from editor.intake.signed_scan import take_scan
from editor.intake.text_file import text_manuscript
from editor.intake.web import clipboard_manuscript, page_manuscript
from editor.intake.word import conversion
from editor.intake.word.manuscript import word_manuscript
from editor.intake.word.reading import read_word
from editor.model.errors import UserError
from editor.pages.contents import UnreadablePdfError, read_contents
from editor.pages.contents_process import fault_words
from editor.pages.reading import pages_that_look_different, read_pdf
from editor.text.cleaning import RULES
from tests.fuzzing import seeds


class NoFiles:
    """Pictures of such a library."""

    def add_picture(self, picture, data):
        pass

    def pictures(self, _digests):
        return {}


class Nowhere:
    """A library that holds nothing and keeps nothing."""

    files = NoFiles()

    def publications(self):
        return ()

    def take_in(self, arrival):
        pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """seeds: sound inputs; read: raises UserError for what it refuses, and nothing else."""

    seeds: Callable[[], Iterable[bytes]]
    read: Callable[[bytes], object]


def _imported(ending: str) -> Callable[[bytes], object]:
    def read(data: bytes) -> object:
        with _File(data, ending) as path:
            return import_file(path, Nowhere())

    return read


class _File:
    """A file of these bytes for as long as it is looked at."""

    def __init__(self, data: bytes, ending: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bulletin-fuzz-")
        self._path = Path(self._folder.name) / f"a{ending}"
        self._path.write_bytes(data)

    def __enter__(self) -> Path:
        return self._path

    def __exit__(self, *_error: object) -> None:
        self._folder.cleanup()


def _profile(data: bytes) -> None:
    _, publication, _ = seeds.issues()[0]
    with _File(data, ".bulletin-profile") as path:
        load_profile(path, publication, Nowhere())


def _word(data: bytes) -> None:
    read_word(data)
    word_differences(seeds.word_files()[0], data)


def _manuscript(data: bytes) -> None:
    # LibreOffice takes seconds a file, and is fuzzed by others
    with patch.object(conversion, "find_libreoffice", lambda: ""):
        for changes in TrackedChanges:
            word_manuscript(IncomingFile(name="稿.docx", data=data, changes=changes))


def _picture(data: bytes) -> None:
    is_picture(data, "image/png")
    for take in (take_picture, take_scan):
        take(data, name="图.png")


def _key(data: bytes) -> None:
    with _File(data, ".key") as path:
        describe_key(path)
        open_key(path, seeds.WORDS)


def _pdf(data: bytes) -> None:
    read_pdf(data)
    pages_that_look_different(next(iter(seeds.pdfs())), data)


def _file(data: bytes, name: str) -> IncomingFile:
    return IncomingFile(name=name, data=data, beside=lambda _name: data[:100])


def _pdf_intake(data: bytes) -> None:
    """Read a PDF as an issue and as an article, in this process: a crash of PDFium shows as one."""
    try:
        contents = read_contents(data)
    except UnreadablePdfError as error:
        raise UserError(fault_words(error.fault, error.number, name="a.pdf")) from error
    tagged = read_tagged(contents)
    if tagged:
        own_issue(tagged)
    read_own_text(issue_text(contents))
    pdf_manuscript(IncomingFile(name="a.pdf", data=data), contents)


def _own_text(data: bytes) -> None:
    own = read_own_text(_decoded(data))
    if own:
        own_issue(own.issue, from_text=True)


_ENDINGS = (".docx", ".doc", ".wps", ".rtf", ".odt", ".html", ".mht", ".md", ".txt")


def _incoming(data: bytes) -> None:
    """Take a file in as a drop on the window does, under an ending that is seldom its own."""
    with (
        patch.object(conversion, "find_libreoffice", lambda: ""),
        _File(data, _ENDINGS[zlib.crc32(data) % len(_ENDINGS)]) as path,
    ):
        [outcome] = read_manuscripts([path], at=_NOW, options=ReadingOptions(rules=frozenset(one.id for one in RULES)))
    if isinstance(outcome, RefusedFile):
        raise UserError(outcome.message)


_NOW = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


READERS = {
    "past": Reader(seeds=seeds.past_issues, read=_imported(".txt")),
    "json": Reader(seeds=seeds.issue_files, read=_imported(".json")),
    "package": Reader(seeds=seeds.packages, read=_imported(".bulletin")),
    "profile": Reader(seeds=seeds.profiles, read=_profile),
    "html": Reader(seeds=seeds.pages_of_html, read=lambda data: blocks_from_html(_decoded(data))),
    "page": Reader(seeds=seeds.web_pages, read=lambda data: page_manuscript(_file(data, "a.html"))),
    "archive": Reader(seeds=seeds.page_archives, read=lambda data: page_manuscript(_file(data, "a.mht"))),
    "copied": Reader(seeds=seeds.copied_pages, read=lambda data: clipboard_manuscript(_decoded(data))),
    "markdown": Reader(seeds=seeds.markdown_texts, read=lambda data: markdown_manuscript(_file(data, "a.md"))),
    "text": Reader(seeds=seeds.texts, read=lambda data: text_manuscript(_file(data, "a.txt"))),
    "plain": Reader(seeds=seeds.texts, read=lambda data: blocks_from_text(_decoded(data), join_lines=True)),
    "incoming": Reader(seeds=seeds.incoming, read=_incoming),
    "word": Reader(seeds=seeds.word_files, read=_word),
    "manuscript": Reader(seeds=seeds.manuscripts, read=_manuscript),
    "picture": Reader(seeds=seeds.pictures, read=_picture),
    "font": Reader(seeds=seeds.fonts, read=lambda data: read_font(data, name="a.ttf")),
    "key": Reader(seeds=seeds.keys, read=_key),
    "pdf": Reader(seeds=seeds.pdfs, read=_pdf),
    "pdf-intake": Reader(seeds=seeds.pdfs, read=_pdf_intake),
    "own-text": Reader(seeds=seeds.own_texts, read=_own_text),
}


def refused(reader: Reader, data: bytes) -> bool:
    """Return whether a reader says what is wrong with an input. Raises what it should not."""
    try:
        reader.read(data)
    except UserError:
        return True
    return False


def damaged(reader: Reader, dice: random.Random, mutate: Callable[..., bytes]) -> Iterator[bytes]:
    """Yield damaged inputs without end."""
    sound = tuple(reader.seeds())
    while True:
        yield mutate(dice, dice.choice(sound), dice.choice(sound))
