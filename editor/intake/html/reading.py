"""HTML to the parts of an article."""

import re
from dataclasses import replace

from lxml import etree

from editor.intake.html.captions import with_captions
from editor.intake.html.copied import copied_html
from editor.intake.html.images import FindPicture, no_picture
from editor.intake.html.losses import sentences
from editor.intake.html.pasted import Pasted
from editor.intake.html.shallow import shallow
from editor.intake.html.walker import Walker
from editor.intake.size_guard import check_size
from editor.model.language import tr
from editor.text.sanitise import sanitise

_FIRST_RANK = re.compile(r"<h1[\s>]", re.IGNORECASE)
_OFFICE = re.compile(r"\bmso-|urn:schemas-microsoft-com:office|\bMsoNormal\b")
# heading levels of h1 to h6: on a web page h1 is the title, in Word's HTML it is 一、
_OFFICE_RANKS, _PAGE_RANKS = (1, 2, 3, 3, 3, 3), (1, 1, 2, 3, 3, 3)


def blocks_from_html(html: str) -> Pasted:
    """Return the parts of an article in HTML: a clipboard's fragment, a WeChat article, Word's or WPS's own kind.

    Of HTML with the header of Windows' clipboard only the fragment that it names is read; text outside is counted.
    Pictures are not fetched: their figures wait for them. Raises UserError for over 5 MB of text, 400,000 tags or a
    table of 50,000 cells.
    """
    copied = copied_html(html)
    read = read_html(copied.html)
    if not copied.dropped:
        return read
    return replace(read, messages=(tr("复制范围以外的文字没有带入（{n} 字）。", n=copied.dropped), *read.messages))


def read_html(html: str, find_picture: FindPicture = no_picture) -> Pasted:
    """Return the parts of an article, all of its HTML. find_picture: bytes of a picture by its address."""
    check_size(html)
    walker = Walker(_ranks(html), find_picture=find_picture)
    _walk(html, walker)
    known = walker.known
    return Pasted(
        blocks=tuple(with_captions(walker.builder.blocks)),
        title=_text(known.texts.get("title", "")),
        subtitle=_text(known.texts.get("subtitle", "")),
        source=_text(known.texts.get("source", "")),
        link=known.link,
        published=known.published,
        pictures=tuple(walker.builder.pictures),
        messages=sentences(walker.account),
    )


def _walk(html: str, walker: Walker) -> None:
    # bytes, since lxml refuses text that declares an encoding; lone surrogates are dropped
    data = shallow(html.replace("\0", "")).encode("utf-8", "ignore")
    if data.strip():
        etree.fromstring(data, etree.HTMLParser(target=walker, huge_tree=True, encoding="utf-8"))


def _ranks(html: str) -> tuple[int, ...]:
    several = len(_FIRST_RANK.findall(html)) > 1
    return _OFFICE_RANKS if several or _OFFICE.search(html) else _PAGE_RANKS


def _text(value: str) -> str:
    return " ".join(sanitise(value).split())
