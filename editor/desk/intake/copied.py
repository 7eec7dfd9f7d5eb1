"""What another program put on the clipboard becomes an article, and keeps its origin as files do."""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from editor.desk.intake.outcomes import ReadArticle
from editor.desk.intake.reading import ReadingOptions, read_article, without_unprintable
from editor.intake.manuscript import IncomingFile, Manuscript
from editor.model.origin import COPIED_PAGE, COPIED_TEXT, Origin

_FEW = 40  # characters: a title, a name or an address is copied for something else
_OWN = "data-bulletin="
# Word, Excel, WPS and LibreOffice say so in what they copy; what they show is kept as files
_OFFICE = re.compile(r"urn:schemas-microsoft-com:office:|<meta[^<>]+(?:ProgId|LibreOffice|OpenOffice)", re.IGNORECASE)
_FROM_WEB = re.compile(r"^SourceURL:[ \t]*https?://", re.MULTILINE)
_HEAD = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """html: as the clipboard has it, with the header of Windows where there is one, empty for none.

    text: the same as plain text; address: of the page, where the browser says it beside.
    """

    html: str = ""
    text: str = ""
    address: str = ""

    @property
    def name(self) -> str:
        """The name that it is kept under."""
        return COPIED_PAGE if self.html else COPIED_TEXT

    @property
    def data(self) -> bytes:
        """The bytes that are kept: UTF-8."""
        return (self.html or self.text).encode("utf-8", "replace")

    @property
    def sha256(self) -> str:
        """The digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def worth_collecting(copied: Copied) -> bool:
    """Return whether a copy is of a page: HTML of more than a few characters, not our own, not a word processor's.

    A page that was written in Word says so as well; where the copy names its address, it is one.
    """
    if not copied.html or _OWN in copied.html or len("".join(copied.text.split())) < _FEW:
        return False
    head = copied.html[:_HEAD]
    return bool(copied.address or _FROM_WEB.search(head)) or not _OFFICE.search(head)


def read_copied(copied: Copied, *, at: dt.datetime, options: ReadingOptions) -> ReadArticle | None:
    """Return what a copy says as an article; None where it holds no text. at: when it was copied, UTC.

    Raises UserError for what is beyond the limits of its reader.
    """
    if not (copied.html or copied.text.strip()):
        return None
    file = IncomingFile(name=copied.name, data=copied.data, address=copied.address)
    read = read_article(_manuscript(copied), file, Path(copied.name), at=at, options=options)
    return read if read.article.blocks or read.article.title.text else None


def copied_original(origin: Origin, data: bytes) -> Manuscript | None:
    """Return what the original of a copy says; None for a file that somebody sent. Raises UserError."""
    text = data.decode("utf-8", "replace")
    if origin.name == COPIED_PAGE:
        return _manuscript(Copied(html=text, address=origin.address))
    return _manuscript(Copied(text=text)) if origin.name == COPIED_TEXT else None


def _manuscript(copied: Copied) -> Manuscript:
    # loaded with the first copy: the readers cost the start of the program nothing
    from editor.intake.text_file import manuscript_of_clipboard_text
    from editor.intake.web import clipboard_manuscript

    made = (
        clipboard_manuscript(copied.html, copied.address) if copied.html else manuscript_of_clipboard_text(copied.text)
    )
    return without_unprintable(made)
