"""House words from a table into the library: what would be new, changed, refused is known before it is taken."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from editor.desk.files import read_file, write_file
from editor.desk.ports import Library
from editor.interchange.house_word_file import (
    RefusedRow,
    WordRow,
    WordTable,
    read_word_file,
    template_file,
    write_word_file,
)
from editor.model.errors import UserError
from editor.model.house_word_edits import checked_house_word, put_house_words
from editor.model.house_words import HouseWord, HouseWords
from editor.model.language import tr

MOST_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPlan:
    """What taking a table would do. same: how many rows say what is known already; refused: in order of lines."""

    new: tuple[HouseWord, ...]
    changed: tuple[HouseWord, ...]
    same: int
    refused: tuple[RefusedRow, ...]
    unknown: tuple[str, ...] = ()

    @property
    def taken(self) -> tuple[HouseWord, ...]:
        """Words that are other ones afterwards."""
        return (*self.new, *self.changed)


def word_plan(known: HouseWords, table: WordTable) -> WordPlan:
    """Return what a table would change. Fields that it has no column for stay as they are."""
    before = {one.name: one for one in known.words}
    lines: dict[str, int] = {}
    new, changed, refused, same = [], [], list(table.refused), 0
    for row in table.rows:
        try:
            word = _word(row, before, lines)
        except UserError as error:
            refused.append(RefusedRow(line=row.line, text=row.text, reason=str(error)))
            continue
        lines[word.name] = row.line
        if word.name not in before:
            new.append(word)
        elif word != before[word.name]:
            changed.append(word)
        else:
            same += 1
    return WordPlan(
        new=tuple(new),
        changed=tuple(changed),
        same=same,
        refused=tuple(sorted(refused, key=lambda one: one.line)),
        unknown=table.unknown,
    )


def taken_words(known: HouseWords, plan: WordPlan) -> HouseWords:
    """Return the words after a plan is carried out."""
    return put_house_words(known, plan.taken)


def read_words(path: Path) -> WordTable:
    """Return the table of a file. Raises UserError where there is none."""
    return read_word_file(read_file(path, most=MOST_BYTES), name=path.name)


def import_words(path: Path, library: Library, *, author: str) -> WordPlan:
    """Take the good rows of a file into the library. Raises UserError where nothing can be read or written."""
    known = library.house_words.stored()
    plan = word_plan(known, read_words(path))
    if plan.taken:
        library.house_words.save(known, taken_words(known, plan), author=author)
    return plan


def export_words(path: Path, words: Iterable[HouseWord]) -> None:
    """Write words to a file. Raises UserError."""
    write_file(path, write_word_file(words))


def write_template(path: Path) -> None:
    """Write the heads of a table and two rows to show how. Raises UserError."""
    write_file(path, template_file())


def _word(row: WordRow, before: dict[str, HouseWord], lines: dict[str, int]) -> HouseWord:
    """Return the word of a row, with the identity of the one that has its name. Raises UserError."""
    known = before.get(row.name) or HouseWord(name=row.name)
    word = checked_house_word(replace(known, **row.values))
    if word.name in lines:
        raise UserError(tr("第 {n} 行已经有这个用语，这一行没有读。", n=lines[word.name]))
    return word
