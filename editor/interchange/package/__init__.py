"""The package `.bulletin`: a zip of an issue, its pictures and originals, with a checksum for every part."""

from editor.interchange.package.contents import ApprovalEvidence, Original, Package
from editor.interchange.package.reading import read_package
from editor.interchange.package.writing import write_package

__all__ = ["ApprovalEvidence", "Original", "Package", "read_package", "write_package"]
