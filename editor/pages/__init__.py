"""A document becomes a PDF and page facts. The only package that uses Typst and PDFium."""
