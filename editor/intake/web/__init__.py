"""Web pages become articles: saved ones, and those copied in a browser."""

from editor.intake.web.reading import clipboard_manuscript, page_manuscript

__all__ = ["clipboard_manuscript", "page_manuscript"]
