"""A document becomes a PDF and page facts. Typst and PDFium live here."""
