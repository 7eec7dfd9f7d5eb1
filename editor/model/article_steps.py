"""The steps of review and proofreading that articles of a publication go through."""

from enum import StrEnum

from editor.model.dataclass import dataclass

REVIEW_STEPS = ("草稿", "一审", "二审", "终审")
PROOF_STEPS = ("一校", "二校", "三校")


class Gate(StrEnum):
    """What blocks submitting and approving an issue (open notes: approving only); the rest is shown as a hint."""

    # articles and notes in one value: steps are part of what is signed, so a second field would change every hash
    NOTHING = "nothing"
    REVIEW = "review"
    ALL = "all"
    NOTES = "notes"
    REVIEW_AND_NOTES = "review-and-notes"
    ALL_AND_NOTES = "all-and-notes"

    @property
    def holds_review(self) -> bool:
        """Whether every article must have passed the steps of review."""
        return self.without_notes is not Gate.NOTHING

    @property
    def holds_proof(self) -> bool:
        """Whether every article must have passed the steps of proofreading as well."""
        return self.without_notes is Gate.ALL

    @property
    def holds_notes(self) -> bool:
        """Whether every note must be resolved."""
        return self in _WITH_NOTES.values()

    @property
    def without_notes(self) -> "Gate":
        """The gate with the same demand on articles (nothing, review or all) and none on notes."""
        return next((bare for bare, whole in _WITH_NOTES.items() if whole is self), self)

    def with_notes(self, *, held: bool) -> "Gate":
        """Return the gate that asks the same of articles. held: notes must be resolved too."""
        return _WITH_NOTES[self.without_notes] if held else self.without_notes


_WITH_NOTES = {
    Gate.NOTHING: Gate.NOTES,
    Gate.REVIEW: Gate.REVIEW_AND_NOTES,
    Gate.ALL: Gate.ALL_AND_NOTES,
}
NEW_GATE = Gate.REVIEW_AND_NOTES
"""The gate of new publications. Older ones keep theirs: a stored publication without the field has NOTHING."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """review, proof: names of the steps of review and proofreading, in order; an article begins at the first.

    skipping: a step in between may be left out.
    """

    review: tuple[str, ...] = REVIEW_STEPS
    proof: tuple[str, ...] = PROOF_STEPS
    skipping: bool = False
    gate: Gate = Gate.NOTHING

    @property
    def names(self) -> tuple[str, ...]:
        """All steps, those of review and then those of proofreading; never empty, whatever a file holds."""
        return (*self.review, *self.proof) or REVIEW_STEPS[:1]


HOUSE_STEPS = Steps()
"""三审三校."""
