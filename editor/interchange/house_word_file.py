"""House words as a table for spreadsheets: .csv in whatever encoding in, UTF-8 with a byte order mark out.

What cannot be taken of a table is told row by row, with its line.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from editor.model.errors import UserError
from editor.model.house_word_edits import joined_cell, split_cell
from editor.model.house_words import HouseWord, HouseWordLevel, HouseWordScope
from editor.model.language import tr
from editor.text.decode import decode_text
from editor.text.records import Record, guarded, read_records, unguarded
from editor.text.sanitise import sanitise

MOST = 50_000
# zip (.xlsx, .et, .ods) and OLE (.xls)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
LEVELS = {HouseWordLevel.ERROR: "错误", HouseWordLevel.WARNING: "警告", HouseWordLevel.INFO: "提示"}
SCOPES = {HouseWordScope.EVERYWHERE: "全部", HouseWordScope.TITLES: "标题", HouseWordScope.BODY: "正文"}
"""Words of a table, the same in every language of the window: files go from one office to another."""
_OTHER_LEVELS = {"提醒": HouseWordLevel.WARNING, "": HouseWordLevel.WARNING}
_OTHER_SCOPES = {"": HouseWordScope.EVERYWHERE, "全文": HouseWordScope.EVERYWHERE, "all": HouseWordScope.EVERYWHERE}


EXAMPLES = (
    HouseWord(
        name="布署",
        instead=("部署",),
        level=HouseWordLevel.ERROR,
        reason="“布署”是错误写法",
        source="现代汉语词典",
    ),
    HouseWord(
        name="云州人",
        scope=HouseWordScope.BODY,
        exceptions=("云州人大", "《》"),
        reason="改为空着的，只提醒不用；例外里写的说法不算，书名号里的也不算",
        source="示例，可删去",
    ),
)
"""What a table to begin with shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """heads: what its head may be, the first as it is written; read: of a cell; write: of a value."""

    field: str
    heads: tuple[str, ...]
    read: Callable[[str], Any]
    write: Callable[[Any], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """A row that can be read. line: from 1; text: its beginning; values: by field, of the table's columns."""

    line: int
    text: str
    values: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The wording."""
        return str(self.values["name"])


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that is not taken. line: from 1; text: its beginning; reason: a sentence."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """A table as it was read. unknown: heads of columns that say nothing here."""

    rows: tuple[WordRow, ...]
    refused: tuple[RefusedRow, ...] = ()
    unknown: tuple[str, ...] = ()


def read_word_file(data: bytes, *, name: str) -> WordTable:
    """Return what the file of a table says. Raises UserError where it is no text, or has too many rows or none."""
    if data.startswith(_WORKBOOKS):
        raise UserError(tr("“{name}”是电子表格文件，请在表格软件里另存为 CSV（.csv）再导入。", name=name))
    table = read_word_text(decode_text(data, name=name))
    if not (table.rows or table.refused):
        raise UserError(
            tr("“{name}”里没有用语。一行写一条：用语、改为、范围、栏目、例外、级别、理由、出处。", name=name)
        )
    return table


def read_word_text(text: str) -> WordTable:
    """Return what a table that was copied says; it may be empty. Raises UserError for too many rows."""
    records = list(read_records(sanitise(text).replace("\r\n", "\n").replace("\r", "\n")))
    columns, unknown = _headed(records[0].cells) if records else (None, ())
    if columns:
        del records[0]
    if len(records) > MOST:
        raise UserError(tr("表里超过 {n} 条，没有读。请分成几份导入。", n=MOST))
    read = [_row(record, columns or _COLUMNS) for record in records]
    return WordTable(
        rows=tuple(one for one in read if isinstance(one, WordRow)),
        refused=tuple(one for one in read if isinstance(one, RefusedRow)),
        unknown=unknown,
    )


def write_word_file(words: Iterable[HouseWord]) -> bytes:
    """Return words as a .csv file that spreadsheets read as UTF-8, its cells harmless."""
    made = io.StringIO()
    rows = [_heads(), *map(_cells, words)]
    csv.writer(made, lineterminator="\r\n").writerows(rows)
    return b"\xef\xbb\xbf" + made.getvalue().encode()


def write_word_lines(words: Iterable[HouseWord]) -> str:
    """Return words as lines of cells apart by tabs, as spreadsheets take them from the clipboard."""
    made = io.StringIO()
    csv.writer(made, "excel-tab", lineterminator="\n").writerows(map(_cells, words))
    return made.getvalue()


def template_file() -> bytes:
    """Return a file with the heads and two rows that show what goes where."""
    return write_word_file(EXAMPLES)


def _heads() -> tuple[str, ...]:
    return tuple(column.heads[0] for column in _COLUMNS)


def _cells(word: HouseWord) -> tuple[str, ...]:
    return tuple(guarded(column.write(getattr(word, column.field))) for column in _COLUMNS)


def _headed(cells: Sequence[str]) -> tuple[tuple[_Column | None, ...] | None, tuple[str, ...]]:
    """Return what each cell of a first line heads, None for the whole where it heads nothing; heads not known."""
    found = tuple(_BY_HEAD.get("".join(cell.split()).casefold()) for cell in cells)
    if not found or "name" not in [column.field for column in found if column]:
        return None, ()
    unknown = tuple(cell.strip() for cell, column in zip(cells, found, strict=True) if cell.strip() and not column)
    return found, unknown


def _row(record: Record, columns: Sequence[_Column | None]) -> WordRow | RefusedRow:
    text = " ".join(" ".join(record.cells).split())[:40]
    if record.broken:
        reason = tr("引号没有成对，这一行没有读。")
    elif any(cell.strip() for cell in record.cells[len(columns) :]):
        reason = tr("格子比标题多：多出来的逗号请连格子一起放进引号。")
    else:
        try:
            return WordRow(line=record.line, text=text, values=dict(_values(record.cells, columns)))
        except UserError as error:
            reason = str(error)
    return RefusedRow(line=record.line, text=text, reason=reason)


def _values(cells: Sequence[str], columns: Sequence[_Column | None]) -> Iterator[tuple[str, Any]]:
    for place, column in enumerate(columns):
        if column:
            cell = cells[place] if place < len(cells) else ""
            yield column.field, column.read(unguarded(" ".join(cell.split())))


def _level(cell: str) -> HouseWordLevel:
    known = _LEVELS_READ.get(cell.casefold())
    if known is None:
        raise UserError(tr("不认得级别“{cell}”，请写错误、警告或提示。", cell=cell))
    return known


def _scope(cell: str) -> HouseWordScope:
    known = _SCOPES_READ.get(cell.casefold())
    if known is None:
        raise UserError(tr("不认得范围“{cell}”，请写全部、标题或正文。", cell=cell))
    return known


_LEVELS_READ = {word: level for level, word in LEVELS.items()} | {one.value: one for one in HouseWordLevel}
_LEVELS_READ |= _OTHER_LEVELS
_SCOPES_READ = {word: scope for scope, word in SCOPES.items()} | {one.value: one for one in HouseWordScope}
_SCOPES_READ |= _OTHER_SCOPES
_COLUMNS = (
    _Column(
        field="name",
        heads=(
            "用语",
            "词语",
            "原词",
            "禁用词",
            "禁用语",
            "不规范用语",
            "错误用语",
            "wording",
            "term",
            "word",
            "forbidden",
        ),
        read=str,
        write=str,
    ),
    _Column(
        field="instead",
        heads=(
            "改为",
            "建议",
            "建议改为",
            "建议用语",
            "规范用语",
            "替换为",
            "replacement",
            "replacements",
            "preferred",
        ),
        read=split_cell,
        write=joined_cell,
    ),
    _Column(field="scope", heads=("范围", "适用范围", "scope"), read=_scope, write=SCOPES.__getitem__),
    _Column(field="sections", heads=("栏目", "适用栏目", "sections", "section"), read=split_cell, write=joined_cell),
    _Column(field="exceptions", heads=("例外", "除外", "exceptions", "exception"), read=split_cell, write=joined_cell),
    _Column(field="level", heads=("级别", "等级", "level", "severity"), read=_level, write=LEVELS.__getitem__),
    _Column(field="reason", heads=("理由", "原因", "说明", "reason"), read=str, write=str),
    _Column(field="source", heads=("出处", "依据", "来源", "source"), read=str, write=str),
)
_BY_HEAD = {head: column for column in _COLUMNS for head in column.heads}
