"""HTML from browsers, WeChat, Word and WPS becomes blocks of a body."""

from editor.intake.html.pasted import Pasted
from editor.intake.html.reading import blocks_from_html

__all__ = ["Pasted", "blocks_from_html"]
