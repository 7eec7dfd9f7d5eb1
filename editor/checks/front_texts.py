"""Printed texts outside of articles: of the cover, the credits page and the back matter."""

from collections.abc import Iterator

from editor.checks.finding import FindingField, FindingLocation
from editor.document.printed_texts import printed_fields, printed_texts
from editor.model.credit_filling import filled_credits
from editor.model.credits import Credit
from editor.model.issue import Issue
from editor.model.publication import Contact, Publisher

PlacedText = tuple[FindingLocation, str]
# of the profile: those with places of their own, and headings and labels, which only the typesetter looks at
_HEADINGS = ("contents_heading", "back_heading", "notice_label", "link_captions", "link_label", "source_label")
_NOT_ON_COVER = ("notice", "publishers", *_HEADINGS)


def front_texts(issue: Issue) -> Iterator[PlacedText]:
    """Yield them with their places."""
    cover = FindingLocation(where="cover", field=FindingField.HEADLINE)
    profile = (text for _, text in printed_fields(issue.profile, without=_NOT_ON_COVER))
    yield from ((cover, text) for text in (issue.headline.text, *profile))
    for credit in filled_credits(issue):
        yield from _texts_at("credits", FindingField.CREDITS, credit)
    for contact in issue.contacts:
        yield from _texts_at("credits", FindingField.CONTACT, contact)
    yield FindingLocation(where="credits", field=FindingField.NOTICE), issue.profile.notice
    for publisher in issue.profile.publishers:
        yield from _texts_at("back", FindingField.PUBLISHER, publisher)


def _texts_at(where: str, field: FindingField, row: Credit | Contact | Publisher) -> Iterator[PlacedText]:
    place = FindingLocation(where=where, field=field, block=row.uid)
    return ((place, text) for text in printed_texts(row))
