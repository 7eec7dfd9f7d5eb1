"""PDF files as they come in: `pages` takes out what stands on them, `intake` makes articles and issues of it.

PDFium works in a process of its own, so that any thread may call these.
"""

from editor.desk.formed_issues import formed_incoming
from editor.desk.issue_readers import Incoming, made_issue, text_issue
from editor.desk.review.office import Office
from editor.document.pdf_contents import PdfContents
from editor.intake.manuscript import IncomingFile, Manuscript
from editor.intake.past_issue import FormedText, read_formed_issue
from editor.intake.pdf.issue_text import issue_text
from editor.intake.pdf.manuscript import pdf_lines, pdf_manuscript
from editor.intake.pdf.own_issue import own_issue
from editor.intake.pdf.own_text import read_own_text
from editor.intake.pdf.tagged_issue import read_tagged
from editor.system.watching import Watch, unwatched


def read_pdf_issue(name: str, data: bytes, _office: Office | None, *, watch: Watch = unwatched) -> Incoming:
    """Read the PDF of an issue: our own by its tags or its text, any other by what stands on its pages.

    Raises UserError, naming the file, for one that cannot be read or is no issue.
    """
    found = read_pdf_pages(name, data, watch)
    if isinstance(found, Incoming):
        return found
    return formed_incoming(name, data, read_formed_issue(found, name=name))


def read_pdf_pages(name: str, data: bytes, watch: Watch = unwatched) -> Incoming | FormedText:
    """Return the issue of our own PDF, the lines of any other. Raises UserError, naming the file."""
    contents = _contents(data, name, watch)
    tagged = read_tagged(contents)
    if tagged:
        return made_issue(name, data, own_issue(tagged))
    own = read_own_text(issue_text(contents))
    return text_issue(name, data, own) if own else pdf_lines(IncomingFile(name=name, data=data), contents)


def read_pdf_article(file: IncomingFile) -> Manuscript:
    """Read a PDF as an article. Raises UserError, naming the file, for one that cannot be read."""
    return pdf_manuscript(file, _contents(file.data, file.name, _half(file.watch)))


def _half(watch: Watch) -> Watch:
    """Return what tells the first half: putting the text together is the other."""
    return lambda done, whole: watch(done, 2 * whole)


def _contents(data: bytes, name: str, watch: Watch) -> PdfContents:
    # pypdf and PDFium are only loaded for a PDF
    from editor.pages.contents_process import contents_of

    return contents_of(data, name=name, watch=watch)
