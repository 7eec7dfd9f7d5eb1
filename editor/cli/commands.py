"""One small function per command. Each takes the parsed call and a way to open a library, and returns nothing."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from editor.cli.command import Command, OpenLibrary, TakingCommand
from editor.cli.output import progress, show_json, show_message, warn
from editor.cli.trusting import OpenTrust
from editor.model.errors import UserError
from editor.model.issue_state import CLOSED
from editor.model.number import date_label, label

if TYPE_CHECKING:
    from editor.desk.importing import Import
    from editor.desk.ports import Library
    from editor.model.font import Font


def import_issues(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Import every file; list the lines that could not be placed in the issue."""
    from editor.desk.importing import import_file

    rows = []
    with open_library(call.library) as library:
        for path in call.files:
            with progress(f"导入 {path.name}"), _leading_to_intake(path):
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
        for doubt in outcome.doubts:
            warn(f"{path.name} 第 {doubt.line} 行请核对（{doubt.reason}）：{doubt.text}")


@contextmanager
def _leading_to_intake(path: Path) -> Iterator[None]:
    """Say of a file that is no issue, but may be an article, how it comes in."""
    from editor.desk.formats import format_of

    try:
        yield
    except UserError as error:
        kind = format_of(path)
        # kinds of errors of their own say what they lead to
        if type(error) is not UserError or kind is None or kind.reads_article is None:
            raise
        raise UserError(f"{error}若是一篇来稿，用 bulletin-desk intake 收作文章。") from error


def _remember(library: "Library", open_trust: OpenTrust) -> None:
    """Let this machine remember how far the log goes after an import; print what is wrong with the log."""
    from editor.desk.review.looking import look
    from editor.desk.review.office import Office

    for remark in look(Office(library=library, trust=open_trust())).log.remarks:
        warn(remark.words)


def new_issue(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Prepare the next issue."""
    from editor.desk.renewal import new_issue as renew

    with open_library(call.library) as library:
        issue = renew(library, call.previous, author=named(call))
    if call.json:
        show_json({"uid": issue.uid, "number": label(issue.number), "date": issue.date.isoformat()})
        return
    show_message("已新建 " + " ".join((issue.profile.masthead, date_label(issue.date), *label(issue.number))))


def named(call: argparse.Namespace) -> str:
    """Return who gives a command, empty where neither command nor system says. Raises UserError."""
    from editor.desk.starting.author import checked_author, suggested_author

    return checked_author(call.name) if call.name else suggested_author()


def manage_fonts(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """List the office's own fonts, add font files or take one out."""
    from editor.desk.fonts import add_font_file, find_font

    with open_library(call.library) as library:
        if call.action == "add":
            for path in call.files:
                show_message(f"已添加 {_font_line(add_font_file(path, library))}")
        elif call.action == "remove":
            font = find_font(call.font, library)
            library.files.remove_font(font.sha256)
            show_message(f"已移除 {_font_line(font)}")
        else:
            _list_fonts(library.files.fonts(), as_json=call.json)


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


def find_similar(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Print what told the same as a file or an article before."""
    from editor.cli.similar import similar

    similar(call, open_library)


def print_schema(_call: argparse.Namespace, _open_library: OpenLibrary) -> None:
    """Print the JSON Schema of the interchange form."""
    from editor.interchange.issue_file import schema

    show_message(schema().decode())


TAKING_COMMANDS: dict[str, TakingCommand] = {"import": import_issues}
COMMANDS: dict[str, Command] = {
    "new": new_issue,
    "font": manage_fonts,
    "profile": manage_profile,
    "similar": find_similar,
    "schema": print_schema,
}


def _import_row(path: Path, outcome: "Import") -> dict[str, object]:
    rest = [{"line": row.line, "text": row.text, "reason": row.reason} for row in outcome.unplaced]
    doubts = [{"line": row.line, "text": row.text, "reason": row.reason} for row in outcome.doubts]
    return {
        "file": str(path),
        "issue": outcome.issue.uid,
        "report": outcome.report,
        "unplaced": rest,
        "doubts": doubts,
    }
