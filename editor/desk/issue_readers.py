"""Readers of issues, one per format of `formats.FORMATS`: bytes of a file to what the library stores."""

from dataclasses import dataclass, replace

from editor.desk.pictures import checked_pictures, missing_pictures, refuse_huge
from editor.desk.ports import Arrival
from editor.desk.review.office import Office
from editor.desk.review.receiving import received
from editor.intake.past_issue import Correction, Doubt, ParsedIssue, Unplaced, read_past_issue
from editor.intake.past_issue.structure_doubts import doubts
from editor.intake.pdf.own_issue import OwnIssue, own_issue
from editor.intake.pdf.own_text import OwnText, read_own_text
from editor.interchange.cleaning import cleaned
from editor.interchange.issue_file import read_issue
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.used_pictures import publication_pictures, stored_pictures, used_pictures
from editor.text.decode import decode_text
from editor.text.sanitise import clean

_ZIP = b"PK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """Contents of a file. unplaced: lines of a text that are not in the issue; report: sentences for the editor.

    doubts: lines of a text that were not understood for certain; says_steps: whether the file names the steps of
    articles.
    """

    arrival: Arrival
    unplaced: tuple[Unplaced, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    report: tuple[str, ...] = ()
    says_steps: bool = True


def read_text(name: str, data: bytes, _office: Office | None) -> Incoming:
    """Read the text of a past issue. Raises UserError for what is no text."""
    own = own_text(name, data)
    return text_issue(name, data, own) if own else incoming_text(name, data, parse_text(name, data))


def own_text(name: str, data: bytes) -> OwnText | None:
    """Return what the text of our own PDF says, None for another text. Raises UserError for what is no text."""
    return None if data.startswith(_ZIP) else read_own_text(clean(decode_text(data, name=name)).text)


def parse_text(name: str, data: bytes, corrections: tuple[Correction, ...] = ()) -> ParsedIssue:
    """Return the reading of a past issue's text. Raises UserError for what is no text."""
    if data.startswith(_ZIP):
        raise UserError(
            tr(
                "“{name}”是压缩格式的文件，不是往期文本。期刊包请用 .bulletin 作扩展名；"
                "Word 文件用“来稿”收作文章（命令行 intake）。",
                name=name,
            )
        )
    return read_past_issue(data, name=name, corrections=corrections)


def incoming_text(name: str, data: bytes, reading: ParsedIssue) -> Incoming:
    """Return what the library stores of a reading."""
    return Incoming(
        arrival=Arrival(issue=reading.issue, publication=reading.publication, originals=((name, data),)),
        unplaced=reading.unplaced,
        doubts=reading.doubts,
        report=(*reading.report, *doubts(reading.issue)),
        says_steps=False,
    )


def text_issue(name: str, data: bytes, own: OwnText) -> Incoming:
    """Return what the text of our own PDF says. data: of the file, kept as the original."""
    incoming = made_issue(name, data, own_issue(own.issue, from_text=True))
    reason = tr("未能归入任何一处")
    unplaced = tuple(Unplaced(line=line.number, text=line.text, reason=reason) for line in own.lost)
    return replace(incoming, unplaced=unplaced, report=(*incoming.report, *own.doubts))


def made_issue(name: str, data: bytes, found: OwnIssue) -> Incoming:
    """Return an issue that was read back from our own pages. data: of the file, kept as the original."""
    issue, publication, messages = _cleaned(found.issue, found.publication)
    arrival = Arrival(issue=issue, publication=publication, pictures=tuple(found.pictures), originals=((name, data),))
    return Incoming(arrival=arrival, report=(*found.report, *messages), says_steps=False)


def read_json(name: str, data: bytes, _office: Office | None) -> Incoming:
    """Read an issue file. Raises UserError for any other file."""
    issue, publication, messages = _cleaned(*read_issue(data))
    taken = received(issue)
    arrival = Arrival(issue=taken.issue, publication=publication, originals=((name, data),))
    return Incoming(arrival=arrival, report=(*messages, *taken.messages))


def read_package_file(_name: str, data: bytes, office: Office | None) -> Incoming:
    """Read a package with its pictures, originals and approvals. Raises UserError for any other or a damaged file."""
    from editor.interchange.package import read_package

    package = read_package(data)
    taken = received(package.issue, package.proof, office=office)
    issue, publication, messages = _cleaned(taken.issue, package.publication)
    if taken.approvals:
        # a signed issue must not be cleaned: its content would no longer fit the signature
        issue, messages = taken.issue, ()
    arrival = Arrival(
        issue=issue,
        publication=publication,
        pictures=checked_pictures(stored_pictures(issue, publication), package.pictures),
        originals=tuple((original.name, original.data) for original in package.originals),
        introductions=taken.introductions,
        approvals=taken.approvals,
        released=taken.files,
        scans=taken.scans,
        event=taken.event,
    )
    return Incoming(arrival=arrival, report=(*messages, *taken.messages, *missing_pictures(issue, package.pictures)))


def _cleaned(issue: Issue, publication: Publication) -> tuple[Issue, Publication, tuple[str, ...]]:
    refuse_huge((*used_pictures(issue), *publication_pictures(publication)))
    issue, messages = cleaned(issue)
    publication, also = cleaned(publication)
    return issue, publication, tuple(dict.fromkeys((*messages, *also)))
