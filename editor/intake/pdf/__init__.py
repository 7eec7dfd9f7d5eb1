"""PDF: characters with their places become articles and issues. PDFium itself lives in `pages`."""
