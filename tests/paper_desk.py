"""Reading the office's papers and copies back in tests."""

import pypdfium2


def pages_of(pdf):
    """Return the text of every page, without blanks and line ends."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in opened]
