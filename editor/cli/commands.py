"""One small function per command. Each takes the parsed call and a way to open a library, and returns nothing."""

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.cli.output import progress, show_json, show_message, warn
from editor.cli.trusting import OpenTrust
from editor.cli.words import one_of
from editor.desk.formats import ISSUE_WRITERS, JSON, PDF, WORD
from editor.desk.ports import IssueEntry, Library, LibraryReader
from editor.model.approval import FIRST_EDITION
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.numbering import date_label, label
from editor.model.review import CLOSED, STATE_NAMES, IssueState

if TYPE_CHECKING:
    from editor.desk.exporting import Targets
    from editor.desk.importing import Import
    from editor.desk.printing import TypesetterFor
    from editor.desk.review.released import ReleasedFiles
    from editor.document.print_options import PrintOptions
    from editor.model.font import Font

_SAMPLE = "样稿"
OpenLibrary = Callable[[Path | None], AbstractContextManager[Library]]
OpenReader = Callable[[Path | None], AbstractContextManager[LibraryReader]]
Command = Callable[[argparse.Namespace, OpenLibrary], None]
TakingCommand = Callable[[argparse.Namespace, OpenLibrary, OpenTrust], None]
ReadingCommand = Callable[[argparse.Namespace, OpenReader, OpenTrust], None]


def import_issues(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Import every file; list the lines that could not be placed in the issue."""
    from editor.desk.importing import import_file

    rows = []
    with open_library(call.library) as library:
        for path in call.files:
            with progress(f"导入 {path.name}"):
                outcome = import_file(path, library, open_trust())
            rows.append((path, outcome))
        if any(outcome.issue.archive.state in CLOSED for _, outcome in rows):
            _remember(library, open_trust)
    if call.json:
        show_json([_import_row(path, outcome) for path, outcome in rows])
        return
    for path, outcome in rows:
        line = " ".join((date_label(outcome.issue.date), *label(outcome.issue.number)))
        count = sum(1 for _ in outcome.issue.articles())
        show_message(f"已导入 {path.name}：{outcome.issue.profile.masthead} {line}，{count} 篇")
        for note in outcome.report:
            warn(note)
        for rest in outcome.unplaced:
            warn(f"{path.name} 第 {rest.line} 行未能归位（{rest.reason}）：{rest.text}")


def _remember(library: Library, open_trust: OpenTrust) -> None:
    """Let this machine remember how far the log goes after an import; print what is wrong with the log."""
    from editor.desk.review.looking import look
    from editor.desk.review.office import Office

    for remark in look(Office(library=library, trust=open_trust())).log.remarks:
        warn(remark.words)


def list_issues(call: argparse.Namespace, open_library: OpenReader, open_trust: OpenTrust) -> None:
    """List the issues, newest first; of closed ones also whether their approval counts here."""
    with open_library(call.library) as library:
        entries = library.issues()
        doubts = _doubts(library, entries, open_trust)
    if call.json:
        show_json([_entry_row(entry, doubts.get(entry.uid, ())) for entry in entries])
        return
    if not entries:
        show_message("刊库里还没有期刊。用 bulletin-desk import 文件 导入往期。")
    for entry in entries:
        line = (entry.masthead, date_label(entry.date), *label(entry.number), f"{entry.articles} 篇")
        doubtful = ("不作数",) if entry.uid in doubts else ()
        show_message("  ".join((*line, "已损坏" if entry.damage else STATE_NAMES[entry.state], *doubtful)))
    for entry in entries:
        if entry.damage:
            warn(entry.damage)
    for words, uids in _by_words(doubts).items():
        named = "、".join("".join(label(entry.number)[-1:]) for entry in entries if entry.uid in uids)
        warn(f"{named} 的签发不作数：{words}")


def _doubts(library: LibraryReader, entries: Sequence[IssueEntry], open_trust: OpenTrust) -> dict[str, tuple[str, ...]]:
    if not any(entry.state in CLOSED for entry in entries):
        return {}
    from editor.desk.review.approved_issues import doubtful_issues
    from editor.desk.review.office import ReadingOffice

    return doubtful_issues(ReadingOffice(library=library, trust=open_trust()))


def _by_words(doubts: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Return the issues' uids by message, so that a fault of the whole library is printed once."""
    found: dict[str, list[str]] = {}
    for uid, remarks in doubts.items():
        for words in remarks:
            found.setdefault(words, []).append(uid)
    return found


def export_issue(call: argparse.Namespace, open_library: OpenReader, open_trust: OpenTrust) -> None:
    """Export one issue to the files named."""
    from editor.desk.exporting import export_issue as export
    from editor.desk.files import read_file
    from editor.desk.fonts import look_fonts
    from editor.desk.pictures import picture_bytes

    targets = _targets(call)
    if not targets:
        raise UserError(f"没有写明导出什么：请加 {one_of(f'--{one.key}' for one in ISSUE_WRITERS)} 和文件名。")
    with _typesetter(targets) as typesetter:
        with open_library(call.library) as library:
            issue = library.issue(library.find(call.issue).uid)
            publication = library.publication(issue.publication)
            pictures, fonts = picture_bytes(issue, library), look_fonts(issue, library)
            released, edition = _signed(call, library, issue, open_trust), _edition(library, issue)
        options = _print_options(call, issue)
        if released is None and issue.archive.state in CLOSED and call.draft:
            # drafts of approved issues have no watermark by default, but this PDF must not pass for the signed one
            options = replace(options, watermark=_SAMPLE)
        originals = tuple((path.name, read_file(path)) for path in call.original)
        with progress("导出") as step:
            outcome = export(
                issue,
                publication,
                pictures=pictures,
                targets=targets,
                fonts=fonts,
                edition=edition,
                originals=originals,
                options=options,
                progress=step,
                released=released,
                typesetter=typesetter,
            )
    _say_written(outcome.written, outcome.warnings)


def _targets(call: argparse.Namespace) -> "Targets":
    places = ((one.key, getattr(call, f"to_{one.key}")) for one in ISSUE_WRITERS)
    return {key: place for key, place in places if place is not None}


def _typesetter(targets: "Targets") -> "AbstractContextManager[TypesetterFor]":
    """Start preparing a typesetter where a PDF is wanted, in parallel to the reading of the library."""
    from editor.desk.printing import new_typesetter

    if PDF.key not in targets:
        return nullcontext(new_typesetter)
    from editor.pages.prewarm import typesetter_ahead

    return typesetter_ahead()


def _signed(
    call: argparse.Namespace, library: LibraryReader, issue: Issue, open_trust: OpenTrust
) -> "ReleasedFiles | None":
    """Return the signed files; if the approval does not count and only a draft PDF is wanted, None with a warning."""
    if issue.archive.state not in CLOSED:
        return None
    from editor.desk.review.office import ReadingOffice
    from editor.desk.review.released import released_files, released_or_marked

    office = ReadingOffice(library=library, trust=open_trust())
    marked = _targets(call).keys() <= {PDF.key} and bool(call.draft or call.proof)
    released, remarks = released_or_marked(lambda: released_files(office, issue), marked=marked)
    for words in remarks:
        warn(words)
    return released


def _edition(library: LibraryReader, issue: Issue) -> int:
    """Return the edition to print; an issue never submitted is the first, which spares reading the log."""
    if issue.archive.state is IssueState.EDITING:
        return FIRST_EDITION
    from editor.desk.review.editions import printed_edition

    return printed_edition(library, issue)


def new_issue(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Prepare the next issue."""
    from editor.desk.renewal import new_issue as renew
    from editor.desk.starting.author import suggested_author

    with open_library(call.library) as library:
        issue = renew(library, call.previous, author=call.name or suggested_author())
    if call.json:
        show_json({"uid": issue.uid, "number": label(issue.number), "date": issue.date.isoformat()})
        return
    show_message("已新建 " + " ".join((issue.profile.masthead, date_label(issue.date), *label(issue.number))))


def set_look(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Print the look of an issue, or change it in somebody's name."""
    from editor.desk.looks import choose_font, choose_look
    from editor.document.look import shipped_looks

    with open_library(call.library) as library:
        if not call.font and call.look is None:
            issue = library.issue(library.find(call.issue).uid)
            show_message(f"版式：{issue.look.name}（可选：{'、'.join(shipped_looks())}）")
            return
        # imported for a change only: it takes a third of the start
        from editor.cli.review import by_of

        author = by_of(call).name
        if call.font:
            choose_font(library, call.issue, *call.font, author=author)
            show_message(f"{call.font[0]} 的字体：{call.font[1] or '版式自带'}")
            return
        issue = choose_look(library, call.issue, call.look, author=author, publication_too=call.publication)
    line = " ".join((issue.profile.masthead, date_label(issue.date), *label(issue.number)))
    show_message(f"{line} 的版式：{issue.look.name}")


def manage_fonts(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """List the office's own fonts, add font files or take one out."""
    from editor.desk.fonts import add_font_file, find_font

    with open_library(call.library) as library:
        if call.action == "add":
            for path in call.files:
                show_message(f"已添加 {_font_line(add_font_file(path, library))}")
        elif call.action == "remove":
            font = find_font(call.font, library)
            library.remove_font(font.sha256)
            show_message(f"已移除 {_font_line(font)}")
        else:
            _list_fonts(library.fonts(), as_json=call.json)


def manage_profile(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Save a publication's settings to a file, or take those of a file."""
    from editor.desk.profile.files import give_profile, take_profile

    with open_library(call.library) as library:
        if call.action == "save":
            give_profile(call.file, library, call.publication)
            show_message(f"已写入 {call.file}")
        else:
            publication = take_profile(call.file, library, call.publication)
            show_message(f"已读入“{publication.profile.masthead}”的设置，从下一期起用")


def _list_fonts(fonts: tuple["Font", ...], *, as_json: bool) -> None:
    if as_json:
        show_json([{"sha256": font.sha256, "file": font.name, "families": _families(font)} for font in fonts])
        return
    if not fonts:
        show_message("还没有添加字体。用 bulletin-desk font add 字体文件 添加，例如仿宋和小标宋。")
    for font in fonts:
        show_message(_font_line(font))


def _families(font: "Font") -> list[str]:
    return list(dict.fromkeys(face.name for face in font.faces))


def _font_line(font: "Font") -> str:
    return f"{font.name}  {'、'.join(_families(font))}  {max(face.count for face in font.faces)} 字  {font.sha256[:8]}"


def print_schema(_call: argparse.Namespace, _open_library: OpenLibrary) -> None:
    """Print the JSON Schema of the interchange form."""
    from editor.interchange.issue_file import schema

    show_message(schema().decode())


def export_sample(call: argparse.Namespace, _open_library: OpenLibrary) -> None:
    """Export the sample issue that ships with the program."""
    from editor.desk.exporting import export_issue as export
    from editor.desk.naming import file_stem
    from editor.interchange.sample import sample_issue

    issue, publication, pictures = sample_issue()
    stem = call.folder / file_stem(issue)
    targets = {one.key: stem.with_name(f"{stem.name}{one.ending}") for one in (PDF, WORD, JSON)}
    with progress("导出示例") as step:
        outcome = export(issue, publication, pictures=pictures, targets=targets, progress=step)
    _say_written(outcome.written, outcome.warnings)


def _print_options(call: argparse.Namespace, issue: Issue) -> "PrintOptions":
    from editor.desk.galley_proofs import draft_watermark, proof_of
    from editor.document.print_options import PrintOptions

    if call.proof is not None and call.proof < 1:
        raise UserError("校样的次数从 1 起，例如 --proof 2。")
    now = dt.datetime.now().astimezone()
    return PrintOptions(
        duplex=call.duplex,
        of_four=call.of_four,
        bleed=call.bleed,
        watermark=draft_watermark(issue) if call.draft else "",
        proof=proof_of(issue, call.proof, now) if call.proof else None,
    )


READING_COMMANDS: dict[str, ReadingCommand] = {"list": list_issues, "export": export_issue}
TAKING_COMMANDS: dict[str, TakingCommand] = {"import": import_issues}
COMMANDS: dict[str, Command] = {
    "new": new_issue,
    "look": set_look,
    "font": manage_fonts,
    "profile": manage_profile,
    "schema": print_schema,
    "sample": export_sample,
}


def _say_written(written: tuple[Path, ...], warnings: tuple[str, ...]) -> None:
    for path in written:
        show_message(f"已写入 {path}")
    for warning in warnings:
        warn(warning)
    sys.stdout.flush()


def _entry_row(entry: IssueEntry, doubts: tuple[str, ...]) -> dict[str, object]:
    return {
        "uid": entry.uid,
        "masthead": entry.masthead,
        "year": entry.number.year,
        "number": entry.number.number,
        "total": entry.number.total,
        "date": entry.date.isoformat(),
        "state": entry.state,
        "articles": entry.articles,
        "doubts": doubts,
        "damage": entry.damage,
    }


def _import_row(path: Path, outcome: "Import") -> dict[str, object]:
    rest = [{"line": row.line, "text": row.text, "reason": row.reason} for row in outcome.unplaced]
    return {"file": str(path), "issue": outcome.issue.uid, "report": outcome.report, "unplaced": rest}
