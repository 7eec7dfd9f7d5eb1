"""Two versions of an article compared: facts, blocks that were added, removed, moved or changed, and their words."""

from editor.text.comparing.articles import Comparison, FactChange, compare_articles
from editor.text.comparing.blocks import BlockDifference, ComparedBlock
from editor.text.comparing.words import Piece, PieceKind, compare_words

__all__ = [
    "BlockDifference",
    "ComparedBlock",
    "Comparison",
    "FactChange",
    "Piece",
    "PieceKind",
    "compare_articles",
    "compare_words",
]
