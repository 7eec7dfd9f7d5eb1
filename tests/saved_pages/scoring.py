"""What a reader made of a saved page against what is expected."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from editor.intake.manuscript import IncomingFile, Manuscript
from editor.intake.web import clipboard_manuscript, page_manuscript
from editor.model.block_kinds import figures_in
from editor.model.block_texts import block_texts
from tests.saved_pages.all_pages import all_pages
from tests.saved_pages.page import SavedPage

FIELDS = ("title", "source", "date", "link", "first", "last", "unwanted")
_NUMBER = re.compile(r"\S{0,16}[〔\[（(]\d{4}[〕\]）)]\s*(?:第\s*)?\d+\s*号")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader found. texts: of the article's body in order; captions: those of
    pictures, which are no paragraphs; None for a field that it does not offer."""

    title: str | None = None
    source: str | None = None
    date: str | None = None
    link: str | None = None
    texts: Sequence[str] = field(default_factory=tuple)
    captions: Sequence[str] = field(default_factory=tuple)


def squeezed(text: str) -> str:
    """Return text without blanks, full and half width alike."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def misses(page: SavedPage, found: Reading) -> dict[str, str]:
    """Return for each field that is wrong what was found. A document number may stand before the first paragraph."""
    wrong = {}
    for name in ("title", "source", "date", "link"):
        got = getattr(found, name)
        if got is None or squeezed(got) != squeezed(getattr(page, name)):
            wrong[name] = str(got)
    texts = [squeezed(text) for text in found.texts if text.strip()]
    aside = {squeezed(text) for text in found.captions}
    unwanted = [words for words in page.unwanted if any(squeezed(words) in text for text in texts)]
    texts = [text for text in texts if text not in aside]
    texts = _without_edges(texts, page)
    body = texts[1:] if texts and _NUMBER.fullmatch(texts[0]) else texts
    first, last = squeezed(page.first), squeezed(page.last)
    if first and not any(one == first or (page.partial and one.startswith(first)) for one in (*body[:1], *texts[:1])):
        wrong["first"] = body[0][:40] if body else ""
    if last and not any(one == last or (page.partial and one.endswith(last)) for one in texts[-1:]):
        wrong["last"] = texts[-1][-40:] if texts else ""
    if unwanted:
        wrong["unwanted"] = "、".join(unwanted)
    return wrong


def _without_edges(texts: list[str], page: SavedPage) -> list[str]:
    before, behind = (set(map(squeezed, lines)) for lines in (page.may_precede, page.may_follow))
    while texts and texts[0] in before:
        texts = texts[1:]
    while texts and texts[-1] in behind:
        texts = texts[:-1]
    return texts


def read(page: SavedPage) -> Manuscript:
    """Return the program's own reading of a page, as the clipboard's where its name says so."""
    if page.name.startswith("copied"):
        return clipboard_manuscript(page.data.decode("utf-8", "replace"), page.address)
    ending = ".mht" if page.name.startswith("archive") else ".html"
    file = IncomingFile(name=page.name + ending, data=page.data, beside=page.files.get, address=page.address)
    return page_manuscript(file)


def reading(made: Manuscript) -> Reading:
    """Return an article as what was found."""
    article = made.article
    texts = tuple(text for block in article.blocks for text in block_texts(block) if text.strip())
    published = article.archive.published
    return Reading(
        title=article.title.text,
        source=article.source,
        date=published.isoformat() if published else "",
        link=article.link,
        texts=texts,
        captions=tuple(
            text for figure in figures_in(article.blocks) for text in (figure.caption, figure.source) if text
        ),
    )


def pages_of(folder: Path | None) -> Iterator[SavedPage]:
    """Yield the pages of a folder, NAME.html (.htm, .mht, .mhtml) beside NAME.json; the project's own without one."""
    if folder is None:
        yield from all_pages()
        return
    for path in sorted(folder.glob("*.json")):
        known = json.loads(path.read_text(encoding="utf-8"))
        data = next(
            one
            for ending in ("html", "htm", "mht", "mhtml", "cfhtml")
            if (one := path.with_suffix(f".{ending}")).exists()
        )
        files = {
            one.relative_to(folder).as_posix(): one.read_bytes()
            for one in folder.glob(f"{path.stem}_files/**/*")
            if one.is_file()
        }
        name = f"archive-{path.stem}" if data.suffix.startswith(".mht") else path.stem
        yield SavedPage(
            name=name,
            data=data.read_bytes(),
            **{key: known.get(key, "") for key in ("title", "source", "date", "link", "first", "last", "address")},
            unwanted=tuple(known.get("unwanted", ())),
            partial=known.get("partial", False),
            may_precede=tuple(known.get("may_precede", ())),
            may_follow=tuple(known.get("may_follow", ())),
            files=files,
        )
