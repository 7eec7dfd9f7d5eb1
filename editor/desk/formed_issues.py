"""Issues of other programs' files, read line by line with what each line is: what the library stores of them."""

from dataclasses import replace

from editor.desk.intake.incoming_pictures import Stored, with_pictures
from editor.desk.issue_readers import Incoming
from editor.desk.ports import Arrival
from editor.desk.review.office import Office
from editor.intake.manuscript import IncomingFile
from editor.intake.past_issue import FormedText, ParsedIssue, read_formed_issue
from editor.intake.past_issue.structure_doubts import doubts
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr


def read_word_issue(name: str, data: bytes, _office: Office | None) -> Incoming:
    """Read an issue in a Word file. Raises UserError, naming the file, for one that is none."""
    return formed_incoming(name, data, read_formed_issue(word_text(name, data), name=name))


def word_text(name: str, data: bytes) -> FormedText:
    """Return the lines of a Word file; those of an older one through LibreOffice. Raises UserError."""
    from editor.intake.word.issue_lines import word_lines
    from editor.intake.word.kinds import as_docx

    found = word_lines(as_docx(IncomingFile(name=name, data=data)))
    if found is None:
        raise UserError(tr("“{name}”不是 Word 文件，读不成往期。请检查是否选错了文件。", name=name))
    return found


def formed_incoming(name: str, data: bytes, parsed: ParsedIssue) -> Incoming:
    """Return what the library stores of a reading, its pictures too."""
    stored: list[Stored] = []
    refused: dict[str, None] = {}
    issue = _with_pictures(parsed, stored, refused)
    arrival = Arrival(issue=issue, publication=parsed.publication, pictures=tuple(stored), originals=((name, data),))
    return Incoming(
        arrival=arrival,
        unplaced=parsed.unplaced,
        doubts=parsed.doubts,
        report=(*parsed.report, *refused, *doubts(parsed.issue)),
        says_steps=False,
    )


def _with_pictures(parsed: ParsedIssue, stored: list[Stored], refused: dict[str, None]) -> Issue:
    sections = []
    for section in parsed.issue.sections:
        articles = []
        for article in section.articles:
            illustrated = with_pictures(article, parsed.pictures)
            articles.append(illustrated.article)
            stored += illustrated.stored
            refused |= dict.fromkeys(illustrated.messages)
        sections.append(replace(section, articles=tuple(articles)))
    return replace(parsed.issue, sections=tuple(sections))
