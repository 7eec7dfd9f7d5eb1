"""What came into the model after version 1 of its files: what was written before lacks it and gets the default.

Rows of a library are read by the same rule, so that a new field needs no migration.
"""

from editor.model.issue import ArticleArchive
from editor.model.publication import Credit, NumberingRule, Publication

LATER: dict[type, frozenset[str]] = {
    ArticleArchive: frozenset({"signoffs"}),
    Credit: frozenset({"filling", "rota"}),
    NumberingRule: frozenset({"combined"}),
    Publication: frozenset({"approvers", "file_name", "proof_steps", "review_steps", "second_pair", "waiting"}),
}
