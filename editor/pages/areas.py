"""Where words of a text are on the pages, as areas, one per line. For one thread only."""

from collections.abc import Iterable, Sequence

import pypdfium2

from editor.model.block_texts import printed_text
from editor.model.issue import Issue
from editor.model.page_facts import ArticlePages, PageFacts, Spot
from editor.pages.printed_text import Printed, aligned, printed_on
from editor.pages.reports import Area, WordsAt


class PrintedPages:
    """The characters of an opened PDF, read once a sheet."""

    def __init__(self, document: pypdfium2.PdfDocument, facts: PageFacts, issue: Issue) -> None:
        """Take the PDF of an issue with its page facts."""
        self._document, self._facts = document, facts
        self._articles = {article.uid: article for article in issue.articles()}
        self._sheets: dict[int, list[Printed]] = {}

    def on(self, sheet: int) -> list[Printed]:
        """Return what is printed on a sheet, without blanks."""
        if sheet not in self._sheets:
            self._sheets[sheet] = printed_on(self._document, sheet)
        return self._sheets[sheet]

    def areas(self, words: WordsAt) -> tuple[Area, ...]:
        """Return the areas of words; for an empty span, the place where it is."""
        found = self._text_of(words)
        if found is None:
            return ()
        text, start, end = found
        printed = self._between(start, end)
        places = aligned(text, "".join(one.char for one in printed))
        chosen = [printed[at] for at in places[words.start : words.end] if at is not None]
        if chosen:
            return lines_of(chosen)
        if printed:
            behind = next((at for at in places[words.start :] if at is not None), len(printed))
            return caret_at(printed, behind)
        return (Area(sheet=start.sheet, left=0, top=start.y, right=0, bottom=start.y),)

    def fact(self, article: str, value: str) -> tuple[Area, ...]:
        """Return the lines of a fact of an article, printed behind its text; none where it is not printed."""
        pages, wanted = self._facts.of(article), "".join(value.split())
        if pages is None or not wanted:
            return ()
        printed = self._between(pages.start, pages.end)
        at = "".join(one.char for one in printed).rfind(wanted)
        return lines_of(printed[at : at + len(wanted)]) if at >= 0 else ()

    def _text_of(self, words: WordsAt) -> tuple[str, Spot, Spot] | None:
        article, pages = self._articles.get(words.article), self._facts.of(words.article)
        if article is None or pages is None:
            return None
        if not words.block:
            return article.title.text, pages.start, _title_end(pages)
        block = next((one for one in article.blocks if one.uid == words.block), None)
        extent = pages.extent(words.block)
        return (printed_text(block), *extent) if block and extent else None

    def _between(self, start: Spot, end: Spot) -> list[Printed]:
        found = (one for sheet in range(start.sheet, end.sheet + 1) for one in self.on(sheet))
        return [one for one in found if start <= Spot(sheet=one.sheet, y=round((one.top + one.bottom) / 2)) < end]


def lines_of(chosen: Iterable[Printed]) -> tuple[Area, ...]:
    """Return characters as areas, one per line."""
    lines: list[list[Printed]] = []
    for char in chosen:
        last = lines[-1][-1] if lines else None
        if last and last.sheet == char.sheet and last.top < (char.top + char.bottom) / 2 < last.bottom:
            lines[-1].append(char)
        else:
            lines.append([char])
    return tuple(map(_line, lines))


def _line(chars: Sequence[Printed]) -> Area:
    return Area(
        sheet=chars[0].sheet,
        left=round(min(one.left for one in chars)),
        top=round(min(one.top for one in chars)),
        right=round(max(one.right for one in chars)),
        bottom=round(max(one.bottom for one in chars)),
    )


def caret_at(printed: Sequence[Printed], at: int) -> tuple[Area, ...]:
    """Return the place before a character, after the previous one at a line's end; empty where nothing is printed."""
    line = lines_of(printed[max(0, at - 1) : at + 1])
    if not line:
        return ()
    edge = line[0].right if len(line) > 1 or at >= len(printed) else round(printed[at].left)
    return (line[0]._replace(left=edge, right=edge),)


def _title_end(pages: ArticlePages) -> Spot:
    return pages.blocks[0].start if pages.blocks else pages.end
