"""The steps of review and proof that articles of a publication go through."""

from dataclasses import dataclass
from enum import StrEnum

REVIEW_STEPS = ("草稿", "一审", "二审", "终审")
PROOF_STEPS = ("一校", "二校", "三校")


class Gate(StrEnum):
    """Which steps every article must have passed before its issue is handed in; what else is short is only named."""

    NOTHING = "nothing"
    REVIEW = "review"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """review, proof: names in order; an article begins at the first. skipping: a step in between may be left out."""

    review: tuple[str, ...] = REVIEW_STEPS
    proof: tuple[str, ...] = PROOF_STEPS
    skipping: bool = False
    gate: Gate = Gate.NOTHING

    @property
    def names(self) -> tuple[str, ...]:
        """All steps, those of review and then those of proof; never none, whatever a file holds."""
        return (*self.review, *self.proof) or REVIEW_STEPS[:1]


HOUSE_STEPS = Steps()
"""三审三校."""
