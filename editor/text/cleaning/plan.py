"""What cleaning would change in an article, and the article after the changes that were chosen."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from editor.model.article import Article
from editor.model.block_texts import TextField, TextLocation, block_parts
from editor.model.body import Block, Text, plain, readable
from editor.model.language import tr
from editor.text.anchors import follow_article
from editor.text.cleaning.change import Change, Piece, PieceKind, TextEdit
from editor.text.cleaning.engine import TEXT_RULES
from editor.text.cleaning.registry import BLOCK_RULES, RULES
from editor.text.cleaning.rule import BlockRule, TextRule
from editor.text.cleaning.steps import (
    Caption,
    Drop,
    Head,
    Itemise,
    Join,
    Lift,
    Split,
    Step,
    step_blocks,
    wide_gaps,
    with_step,
)
from editor.text.cleaning.texts import cleaned_runs, text_changes, with_edits

USUAL = frozenset(rule.id for rule in RULES if rule.usual)
"""The rules that are on where nobody has chosen."""
_LONGEST, _SEAM = 60, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningPlan:
    """article: as it is; changes: in the order in which they are applied, those of texts before those of blocks."""

    article: Article
    changes: tuple[Change, ...]
    rules: frozenset[str]

    def cleaned(self, chosen: Collection[int] | None = None) -> Article:
        """Return the article after the chosen changes, all for None; the same object when none applies.

        chosen: numbers of changes, from 0. Texts that a step joins are cleaned once more, where nothing was left.
        """
        taken = range(len(self.changes)) if chosen is None else sorted(chosen)
        left = self._texts_left(taken)
        edits = (self.changes[number].edit for number in taken)
        steps = [self.changes[number].edit for number in taken]
        made = with_edits(self.article, (edit for edit in edits if isinstance(edit, TextEdit)))
        rules = _text_rules(self.rules)

        def tidy(runs: Text) -> Text:
            return cleaned_runs(runs, rules)

        for step in steps:
            if not isinstance(step, TextEdit):
                made = with_step(made, step, _as_it_is if left.intersection(step_blocks(step)) else tidy)
        return self.article if made == self.article else follow_article(self.article, made)

    def _texts_left(self, taken: Collection[int]) -> frozenset[str]:
        """Return the blocks in whose texts the user has left something as it is."""
        chosen = frozenset(taken)
        return frozenset(
            one.location.block
            for number, one in enumerate(self.changes)
            if number not in chosen and isinstance(one.edit, TextEdit)
        )


def plan(article: Article, rules: Collection[str] = USUAL, blocks: Collection[str] | None = None) -> CleaningPlan:
    """Return what the rules would change. rules: ids; blocks: identities of those to look at, None for everything."""
    chosen = frozenset(rules)
    text_rules = _text_rules(chosen)
    changes = [one for one in text_changes(article, text_rules) if blocks is None or one.location.block in blocks]
    state = with_edits(article, (one.edit for one in changes if isinstance(one.edit, TextEdit)))
    for rule in (one for one in BLOCK_RULES if one.id in chosen):
        for step in _steps(rule, state):
            if blocks is None or all(uid in blocks for uid in step_blocks(step)):
                changes.append(_change(rule, state, step))
                state = with_step(state, step, lambda runs: cleaned_runs(runs, text_rules))
    return CleaningPlan(article=article, changes=tuple(changes), rules=chosen)


def _as_it_is(runs: Text) -> Text:
    return runs


def _text_rules(chosen: Collection[str]) -> Sequence[TextRule]:
    return [rule for rule in TEXT_RULES if rule.id in chosen]


def _steps(rule: BlockRule, state: Article) -> Iterator[Step]:
    """Yield the steps of a rule that concern blocks of their own."""
    touched: set[str] = set()
    for step in tuple(rule.steps(state)):
        blocks = step_blocks(step)
        if touched.isdisjoint(blocks):
            touched.update(blocks)
            yield step


def _change(rule: BlockRule, state: Article, step: Step) -> Change:
    first = step_blocks(step)[0]
    location = TextLocation(TextField.TEXT, first)
    pieces = tuple(one for one in _pieces(state, step) if one.text)
    return Change(rule=rule.id, article=state.uid, location=location, pieces=pieces, edit=step)


def _pieces(state: Article, step: Step) -> Iterator[Piece]:
    own = step_blocks(step)
    texts = {block.uid: _words(block) for block in state.blocks if block.uid in own}
    match step:
        case Drop():
            words = " ".join(texts[uid] for uid in step.blocks)
            yield Piece(_cut(words) or tr("（空段）"), PieceKind.REMOVED)
        case Join():
            yield from _joined_pieces([texts[uid] for uid in step.blocks])
        case Split():
            yield from _parted_pieces(texts[step.block], wide_gaps(texts[step.block]))
        case Head():
            yield Piece(_cut(texts[step.block]), PieceKind.SAME)
            yield Piece(tr("改为{n}级小标题", n=step.level), PieceKind.NOTE)
        case Itemise():
            yield Piece(_cut(" ".join(texts[uid] for uid in step.blocks)), PieceKind.SAME)
            yield Piece(tr("改为列表，{n} 项", n=len(step.blocks)), PieceKind.NOTE)
        case Caption():
            yield Piece(_cut(texts[step.block]), PieceKind.REMOVED)
            yield Piece(tr("归到图的来源") if step.source else tr("归到图表标题"), PieceKind.NOTE)
        case Lift():
            yield Piece(_cut(step.end or texts[step.block]), PieceKind.REMOVED)
            yield Piece(_lifted(step), PieceKind.NOTE)


def _joined_pieces(texts: Sequence[str]) -> Iterator[Piece]:
    first, *rest = texts
    yield Piece(first[-_SEAM:], PieceKind.SAME)
    for place, text in enumerate(rest):
        yield Piece("¶", PieceKind.REMOVED)
        yield Piece(text[:_SEAM] if place == len(rest) - 1 else _cut(text, _SEAM), PieceKind.SAME)


def _parted_pieces(text: str, gaps: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    at = max(gaps[0][0] - _SEAM, 0)
    for start, end in gaps:
        yield Piece(_cut(text[at:start], _SEAM), PieceKind.SAME)
        yield Piece("¶", PieceKind.ADDED)
        at = end
    yield Piece(text[at : at + _SEAM], PieceKind.SAME)


def _lifted(step: Lift) -> str:
    said = [
        tr("归到来源：{source}", source=step.source) if step.source else "",
        tr("归到链接") if step.link else "",
        tr("归到日期：{day}", day=step.published.isoformat()) if step.published else "",
    ]
    return tr("，").join(filter(None, said)) or tr("栏里已有")


def _words(block: Block) -> str:
    parts = [runs for _, runs in block_parts(block)]
    return readable(plain(_first(parts)))


def _first(parts: Sequence[Text]) -> Text:
    return parts[0] if parts else ()


def _cut(words: str, longest: int = _LONGEST) -> str:
    return words if len(words) <= longest else f"{words[: longest // 2]}…{words[-(longest // 2) :]}"
