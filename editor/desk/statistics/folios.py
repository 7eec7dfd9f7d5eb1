"""The folios of printed articles: those of the signed PDF; where there is none, of the pages as they are set now."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.desk.issue_entry import IssueEntry
from editor.desk.ports import Library
from editor.desk.statistics.facts import ArticleFacts
from editor.model.errors import UserError
from editor.model.issue_state import CLOSED

if TYPE_CHECKING:
    from editor.model.font import FontFile
    from editor.pages.typesetter import Typesetter

Shares = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueFolios:
    """The folios of an issue by article. signed: of the signed PDF; why: there are none, empty where there are."""

    by_article: Mapping[str, str]
    signed: bool = False
    why: str = ""


@dataclass(slots=True)
class FolioReader:
    """Reads the folios of issues. For one thread at a time; what it has set it remembers, by issue and content."""

    library: Library
    known: dict[tuple[str, str], IssueFolios] = field(default_factory=dict)
    _typesetter: "Typesetter | None" = None
    _fonts: "tuple[FontFile, ...]" = ()

    def folios(
        self,
        entries: tuple[IssueEntry, ...],
        articles: tuple[ArticleFacts, ...],
        progress: Shares = lambda _done, _all: None,
    ) -> dict[str, IssueFolios]:
        """Return the folios of issues, by issue. progress: issues done and in all; what it raises stops the work."""
        by_issue: dict[str, list[ArticleFacts]] = {one.uid: [] for one in entries}
        for one in articles:
            if one.issue in by_issue:
                by_issue[one.issue].append(one)
        found = {}
        try:
            for at, entry in enumerate(entries):
                progress(at, len(entries))
                found[entry.uid] = self._of(entry, by_issue[entry.uid])
            progress(len(entries), len(entries))
        finally:
            self.close()
        return found

    def close(self) -> None:
        """Remove the typesetter's folder."""
        if self._typesetter:
            self._typesetter.close()
            self._typesetter = None

    def _of(self, entry: IssueEntry, articles: list[ArticleFacts]) -> IssueFolios:
        try:
            signed = self._signed(entry, articles) if entry.state in CLOSED else None
            return signed or self._set(entry)
        except UserError as error:
            return IssueFolios(by_article={}, why=str(error))

    def _signed(self, entry: IssueEntry, articles: list[ArticleFacts]) -> IssueFolios | None:
        """Return the folios that the signed PDF's contents name, None where it names other articles."""
        from editor.desk.review.approvals import current, kept_file
        from editor.pages.article_folios import article_folios

        try:
            held = current(self.library.review, entry.uid)
            data = kept_file(self.library.review.released, held.approval.pdf) if held else None
            named = article_folios(data) if data else ()
        except UserError:
            # a damaged approval or file is reported where it is verified; the pages can be set all the same
            return None
        if len(named) != len(articles):
            return None
        pairs = zip(articles, named, strict=True)
        return IssueFolios(by_article={one.uid: folio for one, folio in pairs if folio}, signed=True)

    def _set(self, entry: IssueEntry) -> IssueFolios:
        from editor.desk.printable_issue import printable_issue
        from editor.document.issue_document import issue_document
        from editor.document.look_settings import printable_look
        from editor.document.printed_pictures import at_print_size
        from editor.document.substitutes import printable_document
        from editor.interchange.canonical import content_hash

        printable = printable_issue(self.library, entry.uid)
        issue, key = printable.issue, (entry.uid, content_hash(printable.issue))
        if key not in self.known:
            look = printable_look(issue.look, tuple(file.font for file in printable.fonts))
            document = printable_document(
                issue_document(issue, title_width=look.title_width, edition=printable.edition), look
            )
            pictures = at_print_size(document, look, printable.pictures, small=False)
            facts = self._typesetter_of(printable.fonts).facts(document, look, pictures)
            form = "{}" if look.text("style.folio") == "outer-dashed" else "{:02}"
            made = {one.article: form.format(one.first) for one in facts.articles}
            self.known[key] = IssueFolios(by_article=made)
        return self.known[key]

    def _typesetter_of(self, fonts: "tuple[FontFile, ...]") -> "Typesetter":
        from editor.pages.typesetter import Typesetter

        if self._typesetter is None or fonts != self._fonts:
            self.close()
            self._typesetter, self._fonts = Typesetter(fonts), fonts
        return self._typesetter


def unknown_folios(found: Mapping[str, IssueFolios]) -> Iterator[str]:
    """Yield the issues of which no folio is known."""
    return (uid for uid, one in found.items() if one.why)
