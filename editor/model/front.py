"""What an issue prints before and after its articles, as one value of an issue or of a publication's defaults."""

from dataclasses import replace
from typing import TypeVar

from editor.model.credits import Credit
from editor.model.dataclass import dataclass
from editor.model.issue import Issue
from editor.model.publication import Contact, Profile, Publication

Owner = TypeVar("Owner", Issue, Publication)


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Credits page, contacts and the profile's texts."""

    profile: Profile
    credits: tuple[Credit, ...] = ()
    contacts: tuple[Contact, ...] = ()


def front_of(owner: Issue | Publication) -> Front:
    """Return the front of an issue or of a publication's defaults."""
    return Front(profile=owner.profile, credits=owner.credits, contacts=owner.contacts)


def put_front(owner: Owner, front: Front) -> Owner:
    """Return the owner with another front; the same object where nothing differs."""
    if front_of(owner) == front:
        return owner
    return replace(owner, profile=front.profile, credits=front.credits, contacts=front.contacts)
