"""Numbered and stamped copies of an approved issue, made of the signed PDF's bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import editor
from editor.desk.files import make_folder, write_file
from editor.desk.formats import PDF
from editor.desk.naming import legal
from editor.document.copy_mark import MOST_WORDS, CopyMark
from editor.model.errors import UserError
from editor.model.language import tr

MOST_COPIES = 999
_DIGITS, _SERIAL_DIGITS = 3, 6
NUMBER_PLACE = "〔份号〕"
"""Placeholder for the number in a file's name; without it, the number comes at the end."""
Done = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRun:
    """Copies made in one go. first, count: numbers, count 0 for one copy without a number; words: of the stamp.

    serial: as 份号, six digits at the head of the first page.
    """

    first: int = 1
    count: int = 0
    words: str = ""
    serial: bool = False

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers as printed; a single empty string where copies are not numbered."""
        if not self.count:
            return ("",)
        last = self.first + self.count - 1
        width = _SERIAL_DIGITS if self.serial else max(_DIGITS, len(str(last)))
        return tuple(f"{number:0{width}}" for number in range(self.first, last + 1))


def check_run(run: CopyRun) -> None:
    """Raise UserError for a run that makes no copy, or too many."""
    if not run.count and not run.words.strip():
        raise UserError(tr("副本要有编号或戳记：请写明份数，或写戳记的文字。"))
    if run.first < 1 or not 0 <= run.count <= MOST_COPIES or run.first + run.count - 1 > 10**_SERIAL_DIGITS - 1:
        raise UserError(tr("一次最多做 {most} 份，编号从 1 起。", most=MOST_COPIES))
    if len(run.words) > MOST_WORDS:
        raise UserError(tr("戳记最多 {most} 个字，现在是 {now} 个。", most=MOST_WORDS, now=len(run.words)))


def copy_paths(run: CopyRun, base: Path) -> tuple[Path, ...]:
    """Return where the copies go. base: a path without ending, its name may hold 〔份号〕."""
    return tuple(base.with_name(f"{_name(base.name, number, run.words)}{PDF.ending}") for number in run.numbers)


def make_copies(
    pdf: bytes, approved: str, run: CopyRun, base: Path, *, progress: Done = lambda _done, _all: None
) -> tuple[Path, ...]:
    """Write the copies of a signed PDF and return their paths. approved: its sha256.

    progress: called before each with copies written and copies in all; an exception stops the run, and written copies
    stay. Raises UserError for an invalid run, and for a place that cannot be written.
    """
    # imported only where copies are made: it takes a tenth of a second
    from editor.pages.copies import CopyMaker

    check_run(run)
    paths = copy_paths(run, base)
    make_folder(base.parent)
    with CopyMaker(pdf) as maker:
        for done, (mark, path) in enumerate(zip(_marks(run, approved), paths, strict=True)):
            progress(done, len(paths))
            write_file(path, maker.make(mark))
    progress(len(paths), len(paths))
    return paths


def _marks(run: CopyRun, approved: str) -> Iterator[CopyMark]:
    for number in run.numbers:
        yield CopyMark(
            approved=approved,
            number=number,
            words=run.words.strip(),
            serial=run.serial and bool(number),
            program=editor.__version__,
        )


def _name(stem: str, number: str, words: str) -> str:
    if NUMBER_PLACE in stem:
        return legal(stem.replace(NUMBER_PLACE, number or words))
    return legal(f"{stem}（{f'编号{number}' if number else words}）")
