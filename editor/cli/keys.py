"""Commands for the chief editors' keys, and for who is who on the board."""

import argparse
import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from editor.cli.command import OpenLibrary
from editor.cli.output import show_json, show_message, warn
from editor.cli.review import ReviewCommand, by_of, now
from editor.cli.trusting import OpenTrust
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.introductions import TrustedKey
from editor.desk.review.office import Office
from editor.model.approval import Introduction
from editor.model.errors import UserError
from editor.model.publication import Publication
from editor.model.review import ROLE_NAMES

_KEEP = "把密钥文件另存一份到安全的地方：丢了文件或忘了口令，都无法找回，只能换新的。"


def manage_keys(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """Make, change, show, trust or distrust a key."""
    _KEY_ACTIONS[call.action](call, open_library, open_trust)


def manage_people(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    """List people and rules, add someone, or set a publication's rules."""
    _PEOPLE_ACTIONS[call.action](call, open_library, open_trust)


@contextmanager
def _office(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> Iterator[Office]:
    """Yield the office; afterwards this machine remembers the log, and prints what is wrong with it."""
    from editor.desk.review.looking import look

    with open_library(call.library) as library:
        office = Office(library=library, trust=open_trust())
        yield office
        for remark in look(office).log.remarks:
            warn(remark.words)


def _make(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    from editor.cli.secrets import new_passphrase
    from editor.desk.review.enrolling import enrol

    passphrase = new_passphrase(call.passphrase_file)
    with _office(call, open_library, open_trust) as office:
        made = enrol(office, call.file, name=call.name, passphrase=passphrase, at=now())
    show_message(f"已为{made.name}生成密钥 {call.file}")
    show_message(f"指纹：{fingerprint(made.public)}")
    warn(_KEEP)


def _change(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    from editor.cli.secrets import new_passphrase, passphrase_of
    from editor.desk.review.enrolling import Succession, change_key, key_in_use
    from editor.desk.review.keys import open_key

    with _office(call, open_library, open_trust) as office:
        old = key_in_use(office, call.name)
        if old is None:
            raise UserError(f"{call.name}还没有密钥，请用 bulletin-desk keys make 生成。")
        signer = None
        if call.signed_by:
            question = f"{call.signed_by.name} 的口令："
            signer = open_key(call.signed_by, passphrase_of(call.signer_passphrase_file, question))
        passphrase = new_passphrase(call.passphrase_file)
        succession = Succession(old=old, signer=signer)
        made = change_key(office, call.file, succession, passphrase=passphrase, at=now())
    show_message(f"已为{made.name}换成新密钥 {call.file}，旧的从此不能再签发")
    show_message(f"指纹：{fingerprint(made.public)}")
    if signer is None:
        warn("没有别的密钥作保：请在每台电脑上（这一台也要）核对新指纹，用 bulletin-desk keys trust 确认。")
    elif signer.public != old.key:
        warn(f"由{signer.name}作保：别的电脑照此认这把密钥，并会说明；核对过指纹、用 keys trust 确认之后就不再提。")
    warn(_KEEP)


def _show(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    from editor.desk.review.enrolling import known_keys
    from editor.desk.review.keys import describe_key

    if call.file:
        name, printed = describe_key(call.file)
        show_json([{"name": name, "fingerprint": printed}]) if call.json else show_message(f"{name}  {printed}")
        return
    with open_library(call.library) as library:
        found = known_keys(Office(library=library, trust=open_trust()))
    if call.json:
        show_json([_key_row(*pair) for pair in found])
        return
    if not found:
        show_message("刊库里还没有密钥。用 bulletin-desk keys make 文件 --as 姓名 为总编辑生成。")
    for one, trusted in found:
        show_message(f"{one.name}  {fingerprint(one.key)}  {_standing(trusted)}")


def _trust(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    from editor.desk.review.enrolling import trust_fingerprint

    with _office(call, open_library, open_trust) as office:
        one = trust_fingerprint(office, " ".join(call.fingerprint), now())
    show_message(f"已在这台电脑上确认{one.name}的密钥")


def _distrust(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    from editor.desk.review.enrolling import distrust_fingerprint

    with open_library(call.library) as library:
        name = distrust_fingerprint(Office(library=library, trust=open_trust()), " ".join(call.fingerprint))
    show_message(f"已撤销对{name}的这把密钥的确认")


def _list_people(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    with open_library(call.library) as library:
        members, publications = library.review.members(), library.publications()
    if call.json:
        rows = [{"name": one.name, "role": one.role, "retired": one.retired} for one in members]
        rules = [
            {"masthead": one.profile.masthead, "approvers": one.approvers, "second_pair": one.second_pair}
            for one in publications
        ]
        show_json({"people": rows, "publications": rules})
        return
    for member in members:
        show_message(f"{member.name}  {ROLE_NAMES[member.role]}{'（已离开）' if member.retired else ''}")
    for one in publications:
        show_message(_rules_line(one))


def _add_person(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    from editor.desk.review.enrolling import set_role

    with _office(call, open_library, open_trust) as office:
        member = set_role(office, call.person, call.role, by_of(call))
    show_message(f"{member.name}：{ROLE_NAMES[member.role]}")


def _retire_person(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    from editor.desk.review.enrolling import retire

    with _office(call, open_library, open_trust) as office:
        retire(office, call.person, by_of(call))
    show_message(f"{call.person}：已离开")


def _set_rules(call: argparse.Namespace, open_library: OpenLibrary, open_trust: OpenTrust) -> None:
    from editor.desk.review.enrolling import set_rules

    with _office(call, open_library, open_trust) as office:
        named = [one for one in office.library.publications() if one.profile.masthead == call.masthead]
        if not named:
            raise UserError(f"刊库里没有刊物“{call.masthead}”，请写全刊名。")
        approvers = () if call.any_approver else tuple(call.approver or named[0].approvers)
        second = named[0].second_pair if call.second_pair is None else call.second_pair == "yes"
        ruled = replace(named[0], approvers=approvers, second_pair=second)
        set_rules(office, ruled, by_of(call))
    show_message(_rules_line(ruled))


def _rules_line(one: Publication) -> str:
    who = "、".join(one.approvers) or "任何一位总编辑"
    return f"{one.profile.masthead}：由{who}签发{'，不得是最后改稿或送审的人' if one.second_pair else ''}"


def _key_row(one: Introduction, trusted: TrustedKey | None) -> dict[str, object]:
    until = trusted.until if trusted else None
    return {
        "name": one.name,
        "fingerprint": fingerprint(one.key),
        "trusted": trusted is not None,
        "until": until.isoformat() if until else None,
        "surety": trusted.surety if trusted else "",
    }


def _standing(trusted: TrustedKey | None) -> str:
    if trusted is None:
        return "这台电脑上没有确认过"
    if trusted.until:
        return f"{_day(trusted.until)} 起不再签发"
    return f"由{trusted.surety}作保，指纹没有核对过" if trusted.surety else "已确认"


def _day(at: dt.datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


_KEY_ACTIONS: Mapping[str, ReviewCommand] = {
    "make": _make,
    "change": _change,
    "show": _show,
    "trust": _trust,
    "distrust": _distrust,
}
_PEOPLE_ACTIONS: Mapping[str, ReviewCommand] = {
    "list": _list_people,
    "add": _add_person,
    "retire": _retire_person,
    "rules": _set_rules,
}
KEY_COMMANDS: dict[str, ReviewCommand] = {"keys": manage_keys, "people": manage_people}
