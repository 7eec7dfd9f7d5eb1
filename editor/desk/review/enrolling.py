"""Makes a chief editor's key, introduces it to the library, trusts it on this machine; changes it to a new one."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from editor.desk.review.fingerprint import differing_groups, fingerprint, read_fingerprint
from editor.desk.review.introductions import Confirmation, TrustedKey, introduce
from editor.desk.review.keys import SigningKey, make_key
from editor.desk.review.office import Office
from editor.desk.review.replay import duty_words, key_words, rules_words
from editor.desk.review.signatures import is_signed
from editor.desk.review.steps import By
from editor.desk.starting.author import checked_author
from editor.interchange.statements import read_introduction
from editor.model.approval import Introduction, LogAction, LogEvent
from editor.model.approval_rules import approval_rules
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.review import Member, Role

_FEW = 3


def enrol(office: Office, path: Path, *, name: str, passphrase: str, at: dt.datetime) -> SigningKey:
    """Make a chief editor's first key. Raises UserError where they have one, which must be changed instead.

    A key of this name confirmed on this machine counts too: somebody may have removed it from the library.
    """
    name = checked_author(name)
    if key_in_use(office, name):
        raise UserError(tr("{name}已经有密钥了。要换一把，请更换密钥（keys change）。", name=name))
    known = next((one for one in office.trust.confirmed() if one.name == name), None)
    if known:
        raise UserError(
            tr(
                "这台电脑上确认过{name}的密钥（{printed}），这个刊库里却没有。请用那一把；不是同一个人就换一个姓名，"
                "那一把不用了就先撤销确认（keys distrust）。",
                name=name,
                printed=fingerprint(known.key),
            )
        )
    made = make_key(path, name=name, passphrase=passphrase)
    _register(office, made, made, at)
    # trusted at once: the first key of a name, made by its holder on this machine, who sees its fingerprint
    office.trust.confirm(Confirmation(key=made.public, name=made.name, at=at))
    _make_chief(office, By(name=name, at=at))
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """The old key, and the signer of the new one: the old key, a second person's, None for confirmation by hand."""

    old: Introduction
    signer: SigningKey | None = None


def change_key(office: Office, path: Path, succession: Succession, *, passphrase: str, at: dt.datetime) -> SigningKey:
    """Make the key that replaces an old one, see `introductions`.

    Raises UserError where the signing key is not trusted here.
    """
    old, signer = succession.old, succession.signer
    if signer and signer.public not in office.known():
        raise UserError(
            tr("{name}的密钥没有在这台电脑上确认过，不能为新密钥作保。请先确认它的指纹。", name=signer.name)
        )
    if signer and office.known()[signer.public].until is not None:
        raise UserError(tr("{name}的这把密钥已经换掉，不能再为新密钥作保。请用新的那一把。", name=signer.name))
    made = make_key(path, name=old.name, passphrase=passphrase)
    _register(office, made, signer or made, at, replaces=old.key)
    if signer and signer.public == old.key:
        # without a signature it is not trusted even here: anyone could make a key under the chief's name
        office.trust.confirm(Confirmation(key=made.public, name=made.name, at=at))
    return made


def trust_fingerprint(office: Office, typed: str, at: dt.datetime) -> Introduction:
    """Confirm the key of this fingerprint on this machine. Raises UserError where the library knows none."""
    wanted = read_fingerprint(typed)
    found = _by_fingerprint(office, wanted)
    office.trust.confirm(Confirmation(key=found.key, name=found.name, at=at))
    return found


def distrust_fingerprint(office: Office, typed: str) -> str:
    """Withdraw a confirmation and return the key holder's name. Raises UserError where none was given."""
    wanted = read_fingerprint(typed)
    one = next((one for one in office.trust.confirmed() if fingerprint(one.key) == wanted), None)
    if one is None:
        raise UserError(tr("这台电脑上没有确认过这个指纹，没有什么可撤销的。"))
    office.trust.withdraw(one.key)
    return one.name


def known_keys(office: Office) -> tuple[tuple[Introduction, TrustedKey | None], ...]:
    """Return the first introduction of every key in the library, with the trusted key, None for an untrusted one."""
    known, first = office.known(), dict[str, Introduction]()
    for one in _heard(office):
        first.setdefault(one.key, one)
    return tuple((one, known.get(one.key)) for one in first.values())


def key_in_use(office: Office, name: str) -> Introduction | None:
    """Return the key that a person signs with now: one trusted here, else the latest in the library."""
    messages, known = _heard(office), office.known()
    own = [one for one in messages if one.name == name]
    counting = [one for one in own if one.key in known and known[one.key].until is None]
    replaced = {one.replaces for one in messages}
    others = [one for one in own if one.key not in known and one.key not in replaced]
    return next(reversed(counting or others), None)


def set_role(office: Office, name: str, role: Role, by: By) -> Member:
    """Add a member or change their role. Raises UserError for an invalid name."""
    name = checked_author(name)
    known = next((one for one in office.review.members() if one.name == name), None)
    member = replace(known, role=role, retired=False) if known else Member(name=name, role=role)
    office.review.save_member(
        member, LogEvent(action=LogAction.MEMBER, name=by.name, at=by.at, detail=duty_words(name, role))
    )
    return member


def _heard(office: Office) -> list[Introduction]:
    """Return the introductions signed by the key itself or by a trusted key; others are ignored."""
    known = office.known()
    sound = filter(is_signed, office.review.introductions())
    pairs = [(signed, read_introduction(signed.statement)) for signed in sound]
    return [one for signed, one in pairs if signed.key == one.key or signed.key in known]


def set_rules(office: Office, publication: Publication, by: By) -> None:
    """Store the rules of approval of a publication: approvers and second pair of eyes."""
    event = LogEvent(
        action=LogAction.RULES,
        name=by.name,
        at=by.at,
        issue=publication.uid,
        detail=rules_words(approval_rules(publication)),
    )
    office.review.save_rules(publication, event)


def retire(office: Office, name: str, by: By) -> None:
    """Mark a member as having left, without duties. Raises UserError for an unknown name."""
    known = next((one for one in office.review.members() if one.name == name and not one.retired), None)
    if known is None:
        raise UserError(tr("名单里没有“{name}”，请核对姓名。", name=name))
    event = LogEvent(action=LogAction.MEMBER, name=by.name, at=by.at, detail=duty_words(name, None))
    office.review.save_member(replace(known, retired=True), event)


def _make_chief(office: Office, by: By) -> None:
    member = next((one for one in office.review.members() if one.name == by.name), None)
    if member is None or member.role is not Role.CHIEF or member.retired:
        set_role(office, by.name, Role.CHIEF, by)


def _register(office: Office, made: SigningKey, signer: SigningKey, at: dt.datetime, *, replaces: str = "") -> None:
    detail = key_words(made.name, fingerprint(made.public), fingerprint(replaces) if replaces else "")
    event = LogEvent(action=LogAction.KEY, name=signer.name, at=at, detail=detail)
    # also introduced by the new key itself, for machines that do not trust the other signer
    for one in (signer, made):
        office.review.add_introduction(introduce(one, key=made.public, name=made.name, at=at, replaces=replaces), event)


def _by_fingerprint(office: Office, wanted: str) -> Introduction:
    heard = [one for one, _ in known_keys(office)]
    for one in heard:
        printed = fingerprint(one.key)
        if printed == wanted:
            return one
        apart = differing_groups(printed, wanted)
        if len(apart) <= _FEW:
            groups = "、".join(map(str, apart))
            message = tr("与刊库里{name}的指纹不符：第 {groups} 组不同。", name=one.name, groups=groups)
            raise UserError(tr("{said}请再核对；若对方念的无误，这把密钥不可信。", said=message))
    names = "、".join(dict.fromkeys(one.name for one in heard)) or tr("还没有密钥")
    raise UserError(
        tr("刊库里没有这个指纹的密钥（有的是：{names}）。请先导入对方签发的期刊包，或核对指纹。", names=names)
    )
