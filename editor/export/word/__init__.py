"""The document as a Word file, with page breaks computed by Word's own rules."""

from editor.export.word.writer import export_word

__all__ = ["export_word"]
