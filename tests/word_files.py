"""Word files for tests: a document set, planned and written."""

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from editor.document.look import LookTable
from editor.document.parts import Document
from editor.export.word import export_word
from editor.export.word.page_plan import WordPages, word_pages
from editor.model.article import Article
from editor.model.font import FontFile
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK, document

NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


def planned(
    document: Document,
    look: LookTable = LOOK,
    pictures: Mapping[str, bytes] = NO_PICTURES,
    fonts: tuple[FontFile, ...] = (),
) -> WordPages:
    """Return the pages of a document's Word file."""
    with Typesetter(fonts) as typesetter:
        return word_pages(document, look, typesetter.facts(document, look, pictures))


def word_file(
    document: Document,
    look: LookTable = LOOK,
    pictures: Mapping[str, bytes] = NO_PICTURES,
    fonts: tuple[FontFile, ...] = (),
) -> bytes:
    """Return a document as a Word file."""
    return export_word(document, look, pictures, planned(document, look, pictures, fonts))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def article_file(article: Article, pictures: Mapping[str, bytes] = NO_PICTURES) -> bytes:
    """Return the pages of one article out of an exported issue, as somebody cuts them out to send them on."""
    whole = word_file(document(article), LOOK, pictures)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name in archive.namelist():
            data = archive.read(name)
            made.writestr(name, _cut(data) if name == "word/document.xml" else data)
    return buffer.getvalue()


def _cut(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    body = root.find(f"{W}body")
    children = list(body)
    start = next(at for at, one in enumerate(children) if _style(one) == "Heading2")
    end = next((at for at in range(start, len(children)) if children[at].find(f"{W}pPr/{W}sectPr") is not None), None)
    for one in (*children[:start], *(children[end:-1] if end else ())):
        body.remove(one)
    return etree.tostring(root)


def _style(element: etree._Element) -> str:
    style = element.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val")
