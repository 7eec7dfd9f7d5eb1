"""All rules of cleaning, in the order in which they are applied; the order in which users see them is the same."""

from editor.text.cleaning import facts, leftovers, shapes
from editor.text.cleaning.engine import TEXT_RULES
from editor.text.cleaning.rule import BlockRule, Rule

# a source belongs to a figure before it may be the article's; lines are joined only when nothing stands between them
# that is not text; lists are told from headings first
BLOCK_RULES: tuple[BlockRule, ...] = (
    shapes.PARTED,
    *leftovers.RULES,
    *shapes.CAPTIONS,
    *facts.RULES,
    *leftovers.NOTICES,
    shapes.JOINED,
    facts.AT_END,
    *shapes.SHAPES,
)
RULES: tuple[Rule, ...] = (*TEXT_RULES, *BLOCK_RULES)
