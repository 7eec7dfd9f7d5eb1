"""The original of an article read again, as it was at intake, to be abridged."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from editor.desk.intake.incoming_pictures import with_pictures
from editor.desk.intake.kinds import kind_of_file
from editor.desk.intake.originals import original_data
from editor.desk.intake.reading import read_manuscript
from editor.desk.intake.tidying import tidied
from editor.desk.ports import BroughtFiles, FileReader
from editor.intake.manuscript import IncomingFile
from editor.model.body import Block
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOriginal:
    """Blocks of a file, cleaned. files: its pictures, which may have gone from the library with the article's."""

    blocks: tuple[Block, ...]
    files: BroughtFiles


def read_original(origin: Origin, files: FileReader, rules: Collection[str]) -> ReadOriginal:
    """Return what an original says. rules: those that the publication cleans by. Raises UserError."""
    data = original_data(origin, files)
    kind = kind_of_file(Path(origin.name), data)
    if kind is None or kind.reads_article is None:
        raise UserError(tr("“{name}”读不成文字，请打开原件来看。", name=origin.name))
    made = read_manuscript(IncomingFile(name=origin.name, data=data), kind)
    illustrated = with_pictures(made.article, made.pictures)
    article, _ = tidied(illustrated.article, rules)
    return ReadOriginal(blocks=article.blocks, files=BroughtFiles(pictures=illustrated.stored))
