"""The text of another bulletin's PDF for the reader of past issues: a line a paragraph, heads and folios gone."""

from editor.document.pdf_contents import PdfContents
from editor.intake.pdf.columns import columns_of_pages
from editor.intake.pdf.page_lines import page_lines
from editor.intake.pdf.paragraphs import Part, paragraphs_of
from editor.intake.pdf.running_lines import running_lines


def issue_text(contents: PdfContents) -> str:
    """Return the text of all pages."""
    pages = [page_lines(contents, number) for number in range(len(contents.pages))]
    running = running_lines(pages, [page.height for page in contents.pages])
    columns = columns_of_pages([[line for line in lines if line not in running.lines] for lines in pages])
    return "\n".join(map(_line, paragraphs_of(columns, {}, contents)))


def _line(part: Part) -> str:
    return "".join(f"**{run.text}**" if run.bold and not part.bold else run.text for run in part.text)
