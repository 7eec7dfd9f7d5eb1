"""整理: rules that put right what comes in, each edit a span of the text before."""

from editor.text.cleaning.change import Change, Piece, PieceKind
from editor.text.cleaning.edit import Composition, Replacement, Splice
from editor.text.cleaning.engine import TEXT_RULES, clean_text
from editor.text.cleaning.plan import USUAL, CleaningPlan, plan
from editor.text.cleaning.registry import RULES
from editor.text.cleaning.rule import BlockRule, Rule, TextRule

__all__ = [
    "RULES",
    "TEXT_RULES",
    "USUAL",
    "BlockRule",
    "Change",
    "CleaningPlan",
    "Composition",
    "Piece",
    "PieceKind",
    "Replacement",
    "Rule",
    "Splice",
    "TextRule",
    "clean_text",
    "plan",
]
