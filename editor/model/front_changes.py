"""Differences of credits page and back matter from the previous issue, and undoing them one by one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from editor.model.credits import Credit, Filling
from editor.model.front import Front
from editor.model.items import Item, T, changed, inserted, removed
from editor.model.language import tr
from editor.model.publication import Contact, Profile, Publisher


class FrontPart(StrEnum):
    """The list that a difference is in, or the texts of the profile."""

    CREDITS = "credits"
    CONTACTS = "contacts"
    PUBLISHERS = "publishers"
    TEXTS = "texts"


class DifferenceKind(StrEnum):
    """What happened to the row or field."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    ORDER = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A difference. key: uid of the row (the former one where it is gone) or field of the profile; was: in words."""

    part: FrontPart
    turn: DifferenceKind
    key: str = ""
    was: str = ""


TEXTS = ("notice_label", "notice", "contents_heading", "back_heading")


def differences(front: Front, before: Front) -> tuple[Difference, ...]:
    """Return what is different, in the order of the page."""
    return (
        *_of_items(FrontPart.CREDITS, front.credits, before.credits, _credit_label, credit_words),
        *_of_items(FrontPart.CONTACTS, front.contacts, before.contacts, _contact_label, contact_words),
        *_of_texts(front.profile, before.profile),
        *_of_items(
            FrontPart.PUBLISHERS, front.profile.publishers, before.profile.publishers, _publisher_label, publisher_words
        ),
    )


def restored(front: Front, before: Front, difference: Difference) -> Front:
    """Return the front with one difference taken back."""
    match difference.part:
        case FrontPart.CREDITS:
            return replace(front, credits=_back(front.credits, before.credits, difference, _credit_label))
        case FrontPart.CONTACTS:
            return replace(front, contacts=_back(front.contacts, before.contacts, difference, _contact_label))
        case FrontPart.PUBLISHERS:
            now, then = front.profile.publishers, before.profile.publishers
            publishers = _back(now, then, difference, _publisher_label)
            return replace(front, profile=replace(front.profile, publishers=publishers))
        case FrontPart.TEXTS:
            kept = {difference.key: getattr(before.profile, difference.key)}
            return replace(front, profile=replace(front.profile, **kept))


def credit_words(credit: Credit) -> str:
    """Return a role in a line, e.g. 责任编辑：顾清和、闻笛."""
    return f"{credit.role}：{tr('、').join(name.text for name in credit.names) or tr('没有名字')}"


def contact_words(contact: Contact) -> str:
    """Return a contact in a line."""
    message = tr("，").join(part for part in (contact.value, contact.caption) if part)
    picture = tr("（有图）") if contact.picture else ""
    return f"{contact.label}：{message or tr('空')}{picture}"


def publisher_words(publisher: Publisher) -> str:
    """Return a publisher in a line."""
    return "\n".join((publisher.name, *publisher.paragraphs))


def _of_texts(now: Profile, then: Profile) -> Iterator[Difference]:
    for name in TEXTS:
        if getattr(now, name) != getattr(then, name):
            yield Difference(
                part=FrontPart.TEXTS, turn=DifferenceKind.CHANGED, key=name, was=getattr(then, name) or tr("空")
            )


def _of_items(
    part: FrontPart, now: tuple[T, ...], then: tuple[T, ...], label: Callable[[T], str], words: Callable[[T], str]
) -> Iterator[Difference]:
    pairs = _pairs(now, then, label)
    for item in now:
        former = pairs.get(item.uid)
        if former is None:
            yield Difference(part=part, turn=DifferenceKind.NEW, key=item.uid)
        elif _plain(former) != _plain(item):
            yield Difference(part=part, turn=DifferenceKind.CHANGED, key=item.uid, was=words(former))
    kept = [former.uid for former in pairs.values()]
    for former in then:
        if former.uid not in kept:
            yield Difference(part=part, turn=DifferenceKind.GONE, key=former.uid, was=words(former))
    standing = [former.uid for former in then if former.uid in kept]
    if kept != standing:
        yield Difference(part=part, turn=DifferenceKind.ORDER, was=tr("、").join(label(one) for one in then))


def _pairs(now: tuple[T, ...], then: tuple[T, ...], label: Callable[[T], str]) -> dict[str, T]:
    """Return by uid the earlier item of each item: of the same identity, else of the same label; in today's order."""
    own = {one.uid for one in now}
    left = [one for one in then if one.uid not in own]
    found: dict[str, T] = {}
    for item in now:
        former = next((one for one in then if one.uid == item.uid), None)
        if former is None:
            former = next((one for one in left if label(one) == label(item)), None)
            left = [one for one in left if one is not former]
        if former is not None:
            found[item.uid] = former
    return found


def _back(now: tuple[T, ...], then: tuple[T, ...], difference: Difference, label: Callable[[T], str]) -> tuple[T, ...]:
    pairs = _pairs(now, then, label)
    if difference.turn is DifferenceKind.NEW:
        return removed(now, difference.key)
    if difference.turn is DifferenceKind.CHANGED:
        former = pairs.get(difference.key)
        return changed(now, difference.key, lambda _item: former) if former else now
    if difference.turn is DifferenceKind.GONE:
        at = next((at for at, one in enumerate(then) if one.uid == difference.key), None)
        return now if at is None else inserted(now, at, then[at])
    places = {one.uid: at for at, one in enumerate(then)}
    standing = iter(sorted((one for one in now if one.uid in pairs), key=lambda one: places[pairs[one.uid].uid]))
    return tuple(next(standing) if one.uid in pairs else one for one in now)


def _plain(item: Item) -> object:
    """Return an item as it is compared: without identities and automatically filled names."""
    if isinstance(item, Credit):
        return replace(item, uid=_NONE, names=item.names if item.filling is Filling.HAND else ())
    return replace(item, uid=_NONE) if isinstance(item, (Contact, Publisher)) else item


_NONE = "0" * 32


def _credit_label(credit: Credit) -> str:
    return credit.role


def _contact_label(contact: Contact) -> str:
    return contact.label


def _publisher_label(publisher: Publisher) -> str:
    return publisher.name
