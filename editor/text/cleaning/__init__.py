"""整理: rules that put right what comes in, each edit a span of the text before."""

from editor.text.cleaning.edit import Composition, Replacement, Splice
from editor.text.cleaning.engine import TEXT_RULES, clean_text
from editor.text.cleaning.rule import TextRule

__all__ = ["TEXT_RULES", "Composition", "Replacement", "Splice", "TextRule", "clean_text"]
