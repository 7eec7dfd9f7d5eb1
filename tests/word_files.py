"""Word files for tests: a document set, planned and written."""

from collections.abc import Mapping
from types import MappingProxyType

from editor.document.look import LookTable
from editor.document.parts import Document
from editor.export.word import export_word
from editor.export.word.page_plan import WordPages, word_pages
from editor.model.font import FontFile
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK

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
