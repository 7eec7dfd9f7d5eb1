"""Draws a chart as it will be printed, while somebody works on it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.document.issue_document import issue_document
from editor.document.look_settings import printable_look
from editor.model.article import Article, Title
from editor.model.body import Figure
from editor.model.font import FontFile
from editor.model.issue import Issue, Section

if TYPE_CHECKING:
    from editor.pages.typesetter import Typesetter


class ChartPress:
    """Keeps a typesetter. For one thread at a time. issue: whose look the charts have."""

    def __init__(self, issue: Issue, fonts: tuple[FontFile, ...]) -> None:
        """Load nothing yet."""
        self._issue, self._fonts = issue, fonts
        self._typesetter: Typesetter | None = None

    def draw(self, figure: Figure) -> bytes:
        """Return a chart as PNG."""
        # imported with the first chart: the window asks for none at its start
        from editor.pages.typesetter import Typesetter

        if self._typesetter is None:
            self._typesetter = Typesetter(self._fonts)
        look = printable_look(self._issue.look, tuple(file.font for file in self._fonts))
        section = Section(name="", articles=(Article(title=Title(text=""), blocks=(figure,)),))
        document = issue_document(replace(self._issue, sections=(section,)), title_width=look.title_width, edition=0)
        return self._typesetter.drawings((figure.uid,), document, look, {})[figure.uid]

    def close(self) -> None:
        """Remove the typesetter's folder."""
        if self._typesetter:
            self._typesetter.close()
