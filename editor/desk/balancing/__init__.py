"""Pages that stand nearly empty before the next article: which there are, and what would fill or save them."""

from editor.desk.balancing.plan import BalancePlan, balance_plan, set_pages, thin_articles
from editor.desk.balancing.remedies import PageRemedy, RemedyKind, apply_remedies, remedies_of

__all__ = [
    "BalancePlan",
    "PageRemedy",
    "RemedyKind",
    "apply_remedies",
    "balance_plan",
    "remedies_of",
    "set_pages",
    "thin_articles",
]
