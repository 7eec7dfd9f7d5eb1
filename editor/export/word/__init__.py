"""The document as a Word file, on the pages of the PDF."""

from editor.export.word.writer import export_word

__all__ = ["export_word"]
