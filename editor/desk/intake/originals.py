"""The files that articles were read from, as the library keeps them."""

from collections.abc import Iterable
from pathlib import Path

from editor.desk.ports import FileReader
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.origin import Origin


def article_originals(articles: Iterable[Article], files: FileReader) -> tuple[tuple[str, bytes], ...]:
    """Return name and bytes of the originals of articles, once each; those that are not there are left out."""
    origins = {one.archive.origin.sha256: one.archive.origin for one in articles if one.archive.origin}
    found = files.originals(origins)
    return tuple((origin.name, found[digest][1]) for digest, origin in origins.items() if digest in found)


def original_data(origin: Origin, files: FileReader) -> bytes:
    """Return the bytes of an original. Raises UserError where they are not there or damaged."""
    found = files.originals((origin.sha256,)).get(origin.sha256)
    if found is None:
        raise UserError(tr("“{name}”的原件不在刊库里或已损坏，请向来稿的单位再要一份。", name=origin.name))
    return found[1]


def original_text(origin: Origin, files: FileReader) -> str:
    """Return the text of an original as it is read today. Raises UserError where it is not there or cannot be read."""
    from editor.desk.intake.copied import copied_original
    from editor.desk.intake.kinds import kind_of_file
    from editor.desk.intake.reading import read_manuscript
    from editor.export.text import article_text
    from editor.intake.manuscript import IncomingFile

    data = original_data(origin, files)
    copied = copied_original(origin, data)
    if copied:
        return article_text(copied.article)
    kind = kind_of_file(Path(origin.name), data)
    if kind is None or kind.reads_article is None:
        raise UserError(tr("“{name}”读不成文字，请打开原件来看。", name=origin.name))
    return article_text(read_manuscript(IncomingFile(name=origin.name, data=data), kind).article)
