"""Rules applied to one text in their order, again until none finds anything: cleaning twice is cleaning once."""

from collections.abc import Sequence

from editor.text.cleaning import forms, markers, marks, spaces
from editor.text.cleaning.edit import Composition
from editor.text.cleaning.masks import mask
from editor.text.cleaning.rule import Reading, TextRule

TEXT_RULES: tuple[TextRule, ...] = (*forms.RULES, *markers.RULES, *marks.RULES, *spaces.RULES)
"""In the order in which they are applied: what one makes is what the next reads."""
_ROUNDS = 6


def clean_text(text: str, rules: Sequence[TextRule] = TEXT_RULES) -> Composition:
    """Return what the rules make of a text, with its replacements; line feeds part paragraphs."""
    made = Composition(text)
    reading = Reading(text, mask(text))
    for _ in range(_ROUNDS):
        before = made.text
        for rule in rules:
            if made.add(rule.id, rule.edits(reading)):
                reading = Reading(made.text, mask(made.text))
        if made.text == before:
            break
    return made
