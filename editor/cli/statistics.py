"""Commands that count and list what was printed: stats and index."""

import argparse
import datetime as dt
from pathlib import Path

from editor.cli.command import OpenLibrary
from editor.cli.output import progress, show_json, show_message, warn
from editor.cli.trusting import OpenTrust
from editor.desk.files import make_folder, write_file
from editor.desk.formats import WORD_FILES
from editor.desk.ports import Library
from editor.desk.statistics.files import tables_csv, tables_xlsx
from editor.desk.statistics.period import Period, year_of
from editor.desk.statistics.report import Statistics, chosen_publication, error_rates, read_statistics
from editor.desk.statistics.tables import StatTable, error_table
from editor.model.errors import UserError
from editor.model.publication import Publication


def show_statistics(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    """Print or write the statistics of a period."""
    with open_library(call.library) as library:
        publication = chosen_publication(library, call.publication)
        found = read_statistics(library, publication, _period(call, library, publication))
        if not found.articles and not found.units:
            raise UserError(f"{found.period.label}没有出过期，也没有来稿。用 list 看刊库里有哪些期。")
        tables = found.tables()
        if call.errors:
            tables = (*tables, _errors(library, found))
    if found.facts.damaged:
        warn(f"{found.facts.damaged} 篇损坏，没有算进去。用 repair 修复刊库。")
    title = f"{publication.profile.masthead}统计 {found.period.label}"
    if call.xlsx:
        _write(call.xlsx, tables_xlsx(tables, title, dt.datetime.now().astimezone()))
    if call.csv:
        _write(call.csv, tables_csv(tables))
    if call.report:
        _write(call.report, _report(found, call.report))
    if call.json:
        show_json(_told(found, tables))
    elif not (call.xlsx or call.csv or call.report):
        show_message(title)
        for one in tables:
            _print(one)


def write_index(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    """Write the annual index of a year."""
    from editor.desk.statistics.index_paper import index_files

    if not (call.pdf or call.word):
        raise UserError("请用 --pdf 或 --word 写明总目录写到哪里。")
    # before a minute is spent on setting what cannot be written
    for path in filter(None, (call.pdf, call.word)):
        make_folder(path.parent)
    with open_library(call.library) as library, progress("年度总目录") as step:
        publication = chosen_publication(library, call.publication)
        made = dt.datetime.now().astimezone()
        files = index_files(
            library, publication, call.year, made, lambda done, n: step(f"{done}/{n} 期"), word=bool(call.word)
        )
    for path, data in ((call.pdf, files.pdf), (call.word, files.word)):
        if path:
            _write(path, data)
    for words in files.warnings:
        warn(words)


def _report(found: Statistics, path: Path) -> bytes:
    from editor.desk.statistics.adoption_paper import adoption_docx, adoption_pdf, adoption_report

    report = adoption_report(found, dt.datetime.now().astimezone())
    return adoption_docx(report, found) if WORD_FILES.matches(path) else adoption_pdf(report)


def _period(call: argparse.Namespace, library: Library, publication: Publication) -> Period:
    if call.year and (call.first or call.last):
        raise UserError("--year 和 --from、--to 只用一种。")
    newest = next(
        (one.date for one in library.issues() if one.publication == publication.uid),
        dt.datetime.now().astimezone().date(),
    )
    if call.year:
        if not dt.MINYEAR <= call.year <= dt.MAXYEAR:
            raise UserError(f"--year 要写四位的年份，如 2026，不是 {call.year}。")
        return year_of(dt.date(call.year, 1, 1))
    if not (call.first or call.last):
        return year_of(newest)
    first = _day(call.first, "--from") if call.first else dt.date.min
    last = _day(call.last, "--to") if call.last else newest
    if first > last:
        raise UserError("--from 不能晚于 --to。")
    oldest = min((one.date for one in library.issues() if one.publication == publication.uid), default=first)
    return Period(first=max(first, oldest) if not call.first else first, last=last)


def _day(text: str, option: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise UserError(f"{option} 的日期“{text}”读不出来，请写成 2026-01-31 这样。") from error


def _errors(library: Library, found: Statistics) -> StatTable:
    with progress("检查各期") as step:
        return error_table(error_rates(library, found, lambda done, n: step(f"{done}/{n} 期")))


def _told(found: Statistics, tables: tuple[StatTable, ...]) -> dict[str, object]:
    return {
        "publication": found.publication.profile.masthead,
        "first": found.period.first.isoformat(),
        "last": found.period.last.isoformat(),
        "damaged": found.facts.damaged,
        "tables": [{"name": one.name, "heads": one.heads, "rows": one.rows, "total": one.total} for one in tables],
    }


def _print(table: StatTable) -> None:
    show_message("")
    show_message(f"【{table.name}】")
    for row in table.grid:
        show_message("\t".join(row))


def _write(path: Path, data: bytes) -> None:
    make_folder(path.parent)
    write_file(path, data)
    show_message(f"已写入 {path}")


STATISTICS_COMMANDS = {"stats": show_statistics, "index": write_index}
