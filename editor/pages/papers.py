"""The office's papers as PDF (PDF/A-2b). Each gets its own session folder: few are made, and none is set twice."""

import calendar
import json
from dataclasses import asdict
from typing import Any, assert_never, cast

import typst

from editor.document.coverage import rare_faces
from editor.document.papers import ApprovalForm, CheckReport, CollationList, KeyCard, NotesList, Paper, PaperHeading
from editor.document.substitutes import printable_text
from editor.pages.fonts import load_fonts
from editor.pages.run_data import clean
from editor.system.scratch import copy_into, scratch_folder, write_scratch
from resources import resource

_STANDARDS: list[Any] = ["a-2b"]


def set_paper(paper: Paper) -> bytes:
    """Return a paper as PDF; a character that no font has is printed as 〓. The same paper gives the same bytes."""
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
        compiler = typst.Compiler(source, root=str(folder), font_paths=fonts)
        return cast("bytes", compiler.compile(format="pdf", timestamp=made, pdf_standards=_STANDARDS))


def _template(paper: Paper) -> str:
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
