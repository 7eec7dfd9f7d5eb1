"""修订: what an article says otherwise than its base, as changes that are accepted or rejected one by one."""

from editor.text.tracked.change import ChangeDecision, ChangeKind, Span, TrackedChange
from editor.text.tracked.comparing import changes_of, changes_of_article
from editor.text.tracked.deciding import decided
from editor.text.tracked.makers import Made, makers_of

__all__ = [
    "ChangeDecision",
    "ChangeKind",
    "Made",
    "Span",
    "TrackedChange",
    "changes_of",
    "changes_of_article",
    "decided",
    "makers_of",
]
