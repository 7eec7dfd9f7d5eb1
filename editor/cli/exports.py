"""Commands that export: an issue to the files named, the sample to a folder."""

import argparse
import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.cli.command import Command, OpenLibrary, OpenReader
from editor.cli.output import progress, show_message, warn
from editor.cli.trusting import OpenTrust
from editor.cli.words import one_of
from editor.desk.formats import ISSUE_WRITERS, JSON, PACKAGE, PDF, WORD
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED, FIRST_EDITION, IssueState

if TYPE_CHECKING:
    from editor.desk.exporting import Targets
    from editor.desk.ports import LibraryReader
    from editor.desk.review.released import ReleasedFiles
    from editor.document.print_options import PrintOptions

_SAMPLE = "样稿"


def export_issue(call: argparse.Namespace, open_library: OpenReader, open_trust: OpenTrust) -> None:
    """Export one issue to the files named."""
    from editor.desk.exporting import export_issue as export
    from editor.desk.files import read_file
    from editor.desk.fonts import look_fonts
    from editor.desk.pictures import picture_bytes

    targets = _targets(call)
    if not targets:
        raise UserError(f"没有写明导出什么：请加 {one_of(f'--{one.key}' for one in ISSUE_WRITERS)} 和文件名。")
    with open_library(call.library) as library:
        issue = library.issue(library.find(call.issue).uid)
        publication = library.publication(issue.publication)
        pictures, fonts = picture_bytes(issue, library), look_fonts(issue, library)
        released, edition = _signed(call, library, issue, open_trust), _edition(library, issue)
        brought = _originals(library, issue) if PACKAGE.key in targets else ()
    options = _print_options(call, issue)
    if released is None and issue.archive.state in CLOSED and call.draft:
        # a draft of an approved issue has no mark of its own; this one is not to pass for the signed one
        options = replace(options, watermark=_SAMPLE)
    originals = (*brought, *((path.name, read_file(path)) for path in call.original))
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
        )
    _say_written(outcome.written, outcome.warnings)


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


def _targets(call: argparse.Namespace) -> "Targets":
    places = ((one.key, getattr(call, f"to_{one.key}")) for one in ISSUE_WRITERS)
    return {key: place for key, place in places if place is not None}


def _signed(
    call: argparse.Namespace, library: "LibraryReader", issue: Issue, open_trust: OpenTrust
) -> "ReleasedFiles | None":
    """Return what was signed. Where it does not count a marked PDF is made all the same, and that is said."""
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


def _originals(library: "LibraryReader", issue: Issue) -> tuple[tuple[str, bytes], ...]:
    """Return the files that the issue's articles were read from: a package carries them along."""
    from editor.desk.intake.originals import article_originals

    return article_originals(issue.articles(), library.files)


def _edition(library: "LibraryReader", issue: Issue) -> int:
    """Return which edition is printed: what was never handed in is the first, and needs no opened library."""
    if issue.archive.state is IssueState.EDITING:
        return FIRST_EDITION
    from editor.desk.review.editions import printed_edition

    return printed_edition(library, issue)


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


def _say_written(written: tuple[Path, ...], warnings: tuple[str, ...]) -> None:
    for path in written:
        show_message(f"已写入 {path}")
    for warning in warnings:
        warn(warning)
    sys.stdout.flush()


SAMPLE_COMMANDS: dict[str, Command] = {"sample": export_sample}
