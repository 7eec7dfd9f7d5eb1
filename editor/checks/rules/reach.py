"""Numbers and addresses by which somebody is reached, in the text and on the credits page."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import hit, told
from editor.model.language import tr
from editor.model.publication import ContactKind

_PHONE = re.compile(
    r"(?:电话|热线|传真|手机|拨打|座机|致电)(?:号码)?[：:为是]?\s?"
    r"((?:[（(]?0\d{2,3}[)）]?[-—－ ]?)?\d[\d-]{4,16}\d)(?:(?:转|-)\d{1,5})?(?![\d年月万亿元个次条件人%])"
)
_POST = re.compile(r"(?:邮编|邮政编码)[：:为是]?\s?(\d+)")
_MAIL_WORD = re.compile(
    r"(?:邮箱|电子邮件|E-?mail|投稿)[：:为是]?\s?([A-Za-z0-9._%+-]+[@＠#][^\s，。；、）()（]*(?:,[A-Za-z.]+)?)"
)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_WIDE_MAIL = re.compile(r"[A-Za-z0-9._%+-]+(＠)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_FIXED = re.compile(r"(?:0\d{2,3})?[2-8]\d{6,7}(?:\d{1,5})?")
_AREA = re.compile(r"[（(]?(0\d{2,3})[)）]?[-—－ ]?(\d{5,})$")
_SHORT = re.compile(r"1\d{2,4}|9\d{4}|1\d{4}-\d|[48]00\d{7}|96\d{3,4}|12\d{3}")


def phones(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield phone numbers of a text with a digit too many or too few."""
    for found in reading.whole.find(_PHONE):
        if not is_phone(found[1]):
            yield told(found, tr("电话号码的位数不对：{found}", found=found[1]), group=1, detail=_DIGITS)


def postcodes(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield postcodes that have not six digits."""
    for found in reading.whole.find(_POST):
        if len(found[1]) != 6:
            yield told(found, tr("邮政编码是 6 位：{found}", found=found[1]), group=1)


def mails(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield mail addresses that cannot be right."""
    for match in _MAIL_WORD.finditer(reading.whole.text) if "@" in reading.whole.text else ():
        if not _MAIL.fullmatch(match[1].rstrip(".")):
            passage, shift = reading.whole.at(match.start())
            span = (match.start(1) - shift, match.end(1) - shift)
            yield hit(passage, span, tr("邮箱地址写得不对：{found}", found=match[1]))
    for found in reading.whole.find(_WIDE_MAIL) if reading.whole.has("＠") else ():
        yield told(found, tr("邮箱地址写得不对：{found}", found=found[0]), group=1, becomes="@")


def contact_digits(context: Context) -> Iterator[RuleHit]:
    """Yield phones of the credits page with a digit too many or too few."""
    for contact in context.issue.contacts:
        if contact.kind is ContactKind.PHONE:
            parts = [
                part.strip() for part in re.split("[、，,；;/]", re.sub("[（(][^（()）]*[)）]", "", contact.value))
            ]
            if wrong := [part for part in parts if re.fullmatch(r"[\d\s—-]{5,}", part) and not is_phone(part)]:
                yield RuleHit(
                    place=FindingLocation(where="credits", field=FindingField.CONTACT, block=contact.uid),
                    message=tr("电话号码的位数不对：{found}", found=wrong[0]),
                    detail=_DIGITS,
                    evidence=contact.value,
                    subject=contact.value,
                )


def is_phone(text: str) -> bool:
    """Return whether digits can be a phone number of China: mobile, fixed with or without its area, or a short one."""
    digits = re.sub(r"[^\d]", "", text)
    area = _AREA.match(text.strip())
    if area:
        return len(area[2].replace("-", "")) in (7, 8) or digits.startswith("000")
    return any(form.fullmatch(digits) for form in (_MOBILE, _FIXED, _SHORT)) or digits.startswith("000")


_DIGITS = tr("手机 11 位；固定电话区号 3 到 4 位，号码 7 到 8 位。")
RULES = (
    ArticleRule(
        id="contacts.phone", title=tr("正文里的电话"), level=Level.WARNING, check=phones, why=tr("号码要打得通")
    ),
    ArticleRule(id="contacts.postcode", title=tr("邮政编码"), level=Level.WARNING, check=postcodes),
    ArticleRule(id="contacts.mail", title=tr("正文里的邮箱"), level=Level.WARNING, check=mails),
    IssueRule(
        id="contacts.digits", title=tr("电话的位数"), level=Level.WARNING, check=contact_digits, why=tr("号码要打得通")
    ),
)
