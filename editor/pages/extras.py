"""What a PDF holds besides visible pages (such as attachments): two that look alike may differ in it.

For one thread only.
"""

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw

from editor.model.errors import UserError
from editor.model.language import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """How many of each."""

    attachments: int
    annotations: int
    scripts: int


def extras_of(data: bytes) -> Extras:
    """Return what a PDF carries. Raises UserError for a file that is none or damaged."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UserError(tr("这个 PDF 已损坏，或者不是 PDF，打不开。")) from error
    try:
        return Extras(
            attachments=document.count_attachments(),
            annotations=sum(_annotations(document, number) for number in range(len(document))),
            scripts=max(0, pypdfium2.raw.FPDFDoc_GetJavaScriptActionCount(document)),
        )
    except pypdfium2.PdfiumError as error:
        raise UserError(tr("这个 PDF 已损坏，或者不是 PDF，打不开。")) from error
    finally:
        document.close()


def _annotations(document: pypdfium2.PdfDocument, number: int) -> int:
    page = document[number]
    try:
        return int(pypdfium2.raw.FPDFPage_GetAnnotCount(page))
    finally:
        page.close()
