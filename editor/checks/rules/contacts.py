"""Contacts of the credits page."""

import re
from collections.abc import Iterator

from editor.checks.context import Context
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.rule import IssueRule
from editor.model.language import tr
from editor.model.publication import Contact, ContactKind
from editor.text.links import is_web_link

_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_NOTE = re.compile(r"[（(][^（()）]*[)）]")
_BETWEEN = re.compile(r"[、，,；;/]|\s{2,}")
_DIGITS = re.compile(r"\+?[\d\s—-]+(?:转\s*\d+)?")
# 110 and 12345 are the shortest; a country, a city and a number with its extension the longest
_FEWEST, _MOST = 3, 18


def invalid(context: Context) -> Iterator[RuleHit]:
    """Yield phone numbers, mails and addresses of the web that cannot be right."""
    for contact in context.issue.contacts:
        if contact.value.strip() and not lack(contact) and fault(contact):
            yield _of(contact, f"“{contact.label}”{fault(contact)}")


def empty(context: Context) -> Iterator[RuleHit]:
    """Yield contacts that have neither a value nor a picture, and codes without a picture."""
    for contact in context.issue.contacts:
        if lack(contact):
            yield _of(contact, f"“{contact.label or tr('联系方式')}”{lack(contact)}")


def fault(contact: Contact) -> str:
    """Return what is wrong with a contact, empty for nothing."""
    return lack(contact) or (_wrong(contact) if contact.value.strip() else "")


def lack(contact: Contact) -> str:
    """Return what a contact lacks, empty for nothing."""
    if contact.picture is None and contact.kind is ContactKind.CODE:
        return tr("没有二维码图片")
    return "" if contact.picture or contact.value.strip() else tr("是空的")


def _wrong(contact: Contact) -> str:
    match contact.kind:
        case ContactKind.PHONE:
            numbers = [part.strip() for part in _BETWEEN.split(_NOTE.sub("", contact.value)) if part.strip()]
            return "" if numbers and all(map(_is_phone, numbers)) else tr("不像电话号码")
        case ContactKind.MAIL:
            mails = [part.strip() for part in _BETWEEN.split(contact.value) if part.strip()]
            return "" if mails and all(map(_MAIL.fullmatch, mails)) else tr("不是邮箱地址")
        case ContactKind.WEB:
            link = contact.value if "://" in contact.value else f"https://{contact.value}"
            return "" if is_web_link(link) else tr("不是网址")
        case _:
            return ""


def _is_phone(text: str) -> bool:
    return bool(_DIGITS.fullmatch(text)) and _FEWEST <= sum(char.isdigit() for char in text) <= _MOST


def _of(contact: Contact, message: str) -> RuleHit:
    place = FindingLocation(where="credits", field=FindingField.CONTACT, block=contact.uid)
    marks = ((0, len(contact.value)),) if contact.value else ()
    return RuleHit(
        place=place, message=message, evidence=contact.value, marks=marks, subject=contact.value or contact.label
    )


RULES = (
    IssueRule(id="contacts.invalid", title=tr("联系方式不对"), level=Level.ERROR, check=invalid),
    IssueRule(id="contacts.empty", title=tr("联系方式是空的"), level=Level.WARNING, check=empty),
)
