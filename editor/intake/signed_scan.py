"""Scans of signed forms at intake: a picture turned upright and encoded anew, or a PDF as it is."""

from editor.intake.pictures import is_picture, taken_picture
from editor.model.picture import MOST_PIXELS
from editor.model.signed_scan import MOST_SCAN_BYTES, ScanKind

PDF_START = b"%PDF-"


def take_scan(data: bytes, *, name: str) -> tuple[ScanKind, bytes]:
    """Return what a scan is, and the bytes to store; of a PDF only its beginning is looked at.

    Raises UserError, naming the file, for what is no picture, is cut short or has over 50 million pixels.
    """
    if data.startswith(PDF_START):
        return ScanKind.PDF, data
    # evidence, not print: none of its pixels are taken away
    taken = taken_picture(data, name=name, widest=MOST_PIXELS)
    return ScanKind(taken.picture.media_type), taken.data


def is_scan(kind: ScanKind, data: bytes) -> bool:
    """Return whether stored bytes are what a scan says that they are."""
    if len(data) > MOST_SCAN_BYTES:
        return False
    return data.startswith(PDF_START) if kind is ScanKind.PDF else is_picture(data, kind.value)
