"""A block under abridging: which of its words are struck; what is no paragraph is kept or struck whole."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum

from editor.model.block_kinds import is_heading, is_text
from editor.model.body import ANCHOR, Block, Text, plain
from editor.model.dataclass import dataclass
from editor.model.runs import part, replace_span

Span = tuple[int, int]
_OPEN_END = re.compile(f"；(?=[{ANCHOR}\\s]*\\Z)")
_FULL_END = re.compile(f"[。！？](?=[”’）》{ANCHOR}\\s]*\\Z)")


class SentenceState(Enum):
    """What is decided on a sentence."""

    KEPT = "kept"
    PARTLY = "partly"
    STRUCK = "struck"


class SentenceSource(Enum):
    """Who says a sentence: both texts, the original alone, or the article alone, where somebody has changed it."""

    BOTH = "both"
    ORIGINAL = "original"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A block under abridging. runs: of its sentences one after the other; ends: where each ends, code points.

    struck: spans that are left out, in order, apart from each other; begun: those it began with; standing: whether the
    article has the block. A block that is cut nowhere counts as one sentence of one character.
    """

    block: Block
    runs: Text = ()
    ends: tuple[int, ...] = (1,)
    sources: tuple[SentenceSource, ...]
    struck: tuple[Span, ...] = ()
    begun: tuple[Span, ...] = ()
    standing: bool = True

    @property
    def whole(self) -> bool:
        """Whether it is kept or struck as a whole."""
        return not is_cut(self.block)

    def span(self, sentence: int) -> Span:
        """Return where a sentence stands."""
        return (self.ends[sentence - 1] if sentence else 0), self.ends[sentence]

    def state(self, sentence: int) -> SentenceState:
        """Return what is decided on a sentence."""
        start, end = self.span(sentence)
        gone = sum(min(last, end) - max(first, start) for first, last in self.struck if first < end and start < last)
        return SentenceState.STRUCK if gone == end - start else SentenceState.PARTLY if gone else SentenceState.KEPT

    def with_span(self, span: Span, *, struck: bool) -> "Unit":
        """Return it with words struck or kept."""
        rest = _without(self.struck, span)
        made = tuple(_joined(sorted((*rest, span)))) if struck else tuple(rest)
        return self if made == self.struck else replace(self, struck=made)

    def kept(self) -> tuple[Span, ...]:
        """Return the spans that are not struck."""
        return tuple(_without(((0, self.ends[-1]),), *self.struck))

    def result(self) -> Block | None:
        """Return the block that is left, None for none; one on which nothing was decided is the article's own.

        Where the end of a list of clauses is struck, the ； before it becomes the full stop that went with it.
        """
        if self.standing and self.struck == self.begun:
            return self.block
        if self.whole:
            return None if self.struck else self.block
        runs = tuple(run for start, end in self.kept() for run in part(self.runs, start, end))
        if not plain(runs).replace(ANCHOR, "").strip() or not is_text(self.block):
            return None
        return replace(self.block, runs=self._closed(part(runs, 0, len(plain(runs)))))

    def _closed(self, runs: Text) -> Text:
        stop, left = _FULL_END.search(plain(self.runs)), _OPEN_END.search(plain(runs))
        return replace_span(runs, *left.span(), stop[0]) if stop and left else runs


def is_cut(block: Block) -> bool:
    """Return whether a block is cut in sentences: paragraphs and quotations with words."""
    return is_text(block) and not is_heading(block) and bool(block.runs and plain(block.runs))


def _without(spans: Iterable[Span], *taken: Span) -> Iterator[Span]:
    """Yield what is left of spans without others, in order; both are in order."""
    for start, end in spans:
        for first, last in taken:
            if first < end and start < last:
                if start < first:
                    yield start, first
                start = max(start, last)  # noqa: PLW2901 - what is left of it
        if start < end:
            yield start, end


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    held: Span | None = None
    for start, end in spans:
        if held and start <= held[1]:
            held = held[0], max(held[1], end)
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held
