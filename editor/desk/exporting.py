"""Exports an issue to files of every format; of an approved issue PDF and Word are the signed files."""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import editor
from editor.desk.files import make_folder, write_file
from editor.desk.formats import PDF, WORD, issue_writers
from editor.desk.issue_writers import IssueToWrite
from editor.desk.pictures import missing_pictures
from editor.desk.printing import PrintFiles, Progress, print_files
from editor.document.copy_mark import CopyMark
from editor.document.print_options import PLAIN, PrintOptions
from editor.model.dataclass import dataclass
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.issue_state import FIRST_EDITION
from editor.model.language import tr
from editor.model.page_facts import PageFacts
from editor.model.publication import Publication

if TYPE_CHECKING:
    from editor.desk.review.released import ReleasedFiles

_MAIL_BYTES = 10_000_000  # what most mail servers still take
_SHORT = 8
_LOG = logging.getLogger(__name__)


# path of each wanted file, by the format's key in `formats.FORMATS`
Targets = dict[str, Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Result of an export. facts: of the PDF's pages, None without a PDF; warnings: sentences for the editor."""

    written: tuple[Path, ...]
    warnings: tuple[str, ...]
    facts: PageFacts | None


def export_issue(
    issue: Issue,
    publication: Publication,
    *,
    pictures: Mapping[str, bytes],
    targets: Targets,
    fonts: tuple[FontFile, ...] = (),
    edition: int = FIRST_EDITION,
    originals: tuple[tuple[str, bytes], ...] = (),
    options: PrintOptions = PLAIN,
    progress: Progress = lambda _step: None,
    released: "ReleasedFiles | None" = None,
) -> Export:
    """Write the issue to the targets. Every form is made before the first file is written.

    fonts: the office's own that the look asks for (see `fonts.look_fonts`); without them shipped ones stand in.
    options: of the PDF alone; originals: files that go into the package; edition: see `review.editions`.
    released: of an approved issue, see `review.released`; PDF and Word are these bytes, but for a PDF with options.
    progress is called before each step; an exception stops the export before anything is written.
    Raises UserError for characters without a glyph and for a place that cannot be written; old files are kept then.
    """
    make = partial(print_files, issue, pictures=pictures, fonts=fonts, edition=edition, options=options)
    set_now = partial(make, progress=progress)
    files = _printed(set_now, targets, released, plain=options == PLAIN)
    to_write = IssueToWrite(
        issue=issue,
        publication=publication,
        pictures=pictures,
        originals=originals,
        released=released,
        printed={key: data for key, data in ((PDF.key, files.pdf), (WORD.key, files.word)) if data is not None},
        progress=progress,
    )
    made = [(targets[key], write(to_write)) for key, write in issue_writers(targets)]
    _write(issue, made, progress)
    noted = released.notes if released else ()
    warnings = (*missing_pictures(issue, pictures), *noted, *files.warnings, *_too_large(made))
    return Export(written=tuple(path for path, _ in made), warnings=warnings, facts=files.facts)


def _write(issue: Issue, made: list[tuple[Path, bytes]], progress: Progress) -> None:
    progress(tr("写入文件"))
    for path, data in made:
        make_folder(path.parent)
        write_file(path, data)
    _LOG.info("exported issue %s as %s", issue.uid, ", ".join(path.suffix for path, _ in made))


def _printed(
    make: Callable[..., PrintFiles], targets: Targets, released: "ReleasedFiles | None", *, plain: bool
) -> PrintFiles:
    """Return PDF and Word file as far as they are wanted: those that were signed, else made now.

    make: sets the issue, given which of both; plain: the PDF has no options, which the signed one lacks.
    """
    signed_pdf = released.pdf if released and plain else None
    signed_word = released.word if released else None
    pdf, word = PDF.key in targets and signed_pdf is None, WORD.key in targets and signed_word is None
    if not (pdf or word):
        return PrintFiles(pdf=signed_pdf, word=signed_word, facts=None, warnings=())
    made = make(pdf=pdf, word=word)
    derived = (_said_derived(released),) if released and pdf else ()
    return PrintFiles(
        pdf=_named(made.pdf, released) or signed_pdf,
        word=made.word or signed_word,
        facts=made.facts,
        warnings=(*derived, *made.warnings),
    )


def _named(pdf: bytes | None, released: "ReleasedFiles | None") -> bytes | None:
    """Return a PDF made with options of an approved issue, with the approved file named in its metadata."""
    if pdf is None or released is None:
        return pdf
    from editor.pages.copies import named_after

    return named_after(pdf, CopyMark(approved=released.approval.pdf, program=editor.__version__))


def _said_derived(released: "ReleasedFiles") -> str:
    code = released.approval.pdf[:_SHORT]
    return tr(
        "PDF 按印刷选项另排，里面写明由签发的 PDF（{code}）派生；核验时它不作签发件。要签发件，请不加选项导出。",
        code=code,
    )


def _too_large(made: list[tuple[Path, bytes]]) -> tuple[str, ...]:
    large = [(path.name, len(data) / 1_000_000) for path, data in made if len(data) > _MAIL_BYTES]
    return tuple(
        tr("“{name}”有 {size:.0f} MB，邮件可能发不出去；照片另存为 JPEG 再放入，文件会小得多。", name=name, size=size)
        for name, size in large
    )
