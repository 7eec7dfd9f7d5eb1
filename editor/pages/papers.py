"""The office's papers as PDF (PDF/A-2b). Each gets its own session folder: few are made, and none is set twice."""

import calendar
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, assert_never, cast

import typst

from editor.document.adoption_report import AdoptionReport
from editor.document.annual_index import AnnualIndex, IndexPages
from editor.document.coverage import rare_faces
from editor.document.paper_kinds import Paper
from editor.document.papers import ApprovalForm, CheckReport, CollationList, KeyCard, NotesList, PaperHeading
from editor.document.stat_report import StatReport
from editor.document.substitutes import printable_text
from editor.pages.fonts import load_fonts
from editor.pages.run_data import clean
from editor.system.scratch import copy_into, scratch_folder, write_scratch
from resources import resource

_STANDARDS: list[Any] = ["a-2b"]


def set_paper(paper: Paper) -> bytes:
    """Return a paper as PDF; a character that no font has is printed as 〓. The same paper gives the same bytes."""
    with _compiler(paper) as (compiler, made):
        return _compiled(compiler, made)


def set_index(index: AnnualIndex) -> tuple[bytes, IndexPages]:
    """Return an annual index as PDF, as `set_paper` does, and where its lines stand."""
    with _compiler(index) as (compiler, made):
        # a tag for each of thousands of lines makes the file seven times as large, and Word's can be read aloud as well
        pdf = _compiled(compiler, made, tags=False)
        places = json.loads(compiler.query("<places>", field="value", one=True))
    groups, entries = tuple(places["groups"]), tuple(places["entries"])
    return pdf, IndexPages(sheets=places["sheets"], groups=groups, entries=entries)


def _compiled(compiler: typst.Compiler, made: int, *, tags: bool = True) -> bytes:
    return cast("bytes", compiler.compile(format="pdf", timestamp=made, pdf_standards=_STANDARDS, pdf_tags=tags))


@contextmanager
def _compiler(paper: Paper) -> Iterator[tuple[typst.Compiler, int]]:
    """Lay out a session folder; yield its compiler, and when the paper was made."""
    data = asdict(paper)
    heading = data.pop("heading")
    made = calendar.timegm(heading.pop("made").timetuple())
    data |= heading | {"title": _title(paper.heading)}
    with scratch_folder("paper") as place:
        folder = place / "session"
        copy_into(folder, resource("typeset"))
        written = json.dumps(printable(data), ensure_ascii=False)
        write_scratch(folder / "paper.json", written.encode())
        _, fonts = load_fonts(place / "fonts", resource("fonts"), (), rare_faces((written,)))
        source = str(folder / "papers" / f"{_template(paper)}.typ")
        yield typst.Compiler(source, root=str(folder), font_paths=fonts), made


def _template(paper: Paper) -> str:  # noqa: PLR0911 - one for every kind
    match paper:
        case ApprovalForm():
            return "form"
        case NotesList():
            return "notes"
        case KeyCard():
            return "card"
        case CheckReport():
            return "checks"
        case CollationList():
            return "collation"
        case AnnualIndex():
            return "index"
        case AdoptionReport():
            return "adoption"
        case StatReport():
            return "statistics"
        case _:
            assert_never(paper)


def _title(heading: PaperHeading) -> str:
    return " ".join((heading.masthead, *heading.line, heading.name))


def printable(value: Any) -> Any:  # noqa: ANN401
    """Return nested texts without controls, with 〓 for characters that no font has."""
    if isinstance(value, str):
        return printable_text(clean(value))
    if isinstance(value, dict):
        return {key: printable(part) for key, part in value.items()}
    return [printable(part) for part in value] if isinstance(value, (list, tuple)) else value
