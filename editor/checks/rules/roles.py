"""Names on the credits page."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from editor.checks.context import Context
from editor.checks.finding import FindingField, FindingLocation, Fix, Level, RepeatedName, RuleHit
from editor.checks.rule import IssueRule
from editor.model.credit_filling import filled_credits
from editor.model.credits import Credit, NameKind
from editor.model.language import tr


def twice(context: Context) -> Iterator[RuleHit]:
    """Yield a name that stands twice in one role."""
    for credit in filled_credits(context.issue):
        for name, count in Counter(name.text for name in credit.names if name.text.strip()).items():
            if count > 1:
                found = _of(credit, tr("“{role}”里“{name}”写了两遍", role=credit.role, name=name), name)
                fix = Fix(edits=(RepeatedName(credit=credit.uid, name=name),), shown=tr("只留一个“{name}”", name=name))
                yield replace(found, fix=fix)


def unknown(context: Context) -> Iterator[RuleHit]:
    """Yield names of persons that the register lacks, where it has any."""
    people = context.setting.registers.people
    if not any(one.kind is NameKind.PERSON for one in people):
        return
    for credit in filled_credits(context.issue):
        for name in credit.names if credit.kind is NameKind.PERSON else ():
            known = any(
                one.is_named(name.text) or one.uid == name.person or name.person in one.former for one in people
            )
            if name.text.strip() and not known:
                message = tr("人员名录里没有“{name}”", name=name.text)
                near = next((one.name for one in people if _differ(one.name, name.text) == 1), "")
                detail = tr("核对姓名；没有写错就在“人员”里登记。")
                yield _of(credit, message, name.text, _near_words(name.text, near) if near else detail)


def _differ(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=False)) if len(one) == len(other) > 1 else 0


def _near_words(name: str, near: str) -> str:
    return tr("“{name}”与名录里的“{near}”只差一个字，核对姓名。", name=name, near=near)


def retired(context: Context) -> Iterator[RuleHit]:
    """Yield names of persons whom the register says to have left."""
    gone = {one.name for one in context.setting.registers.people if one.retired}
    for credit in filled_credits(context.issue):
        for name in credit.names:
            if name.text in gone:
                yield _of(credit, tr("“{name}”在名录里是已离任的", name=name.text), name.text)


def empty_role(context: Context) -> Iterator[RuleHit]:
    """Yield roles without a name, which print no line."""
    for credit in filled_credits(context.issue):
        if credit.role.strip() and not any(name.text.strip() for name in credit.names):
            yield _of(credit, tr("“{role}”没有名字", role=credit.role), "", tr("付印时这一行不出现。"))


def role_twice(context: Context) -> Iterator[RuleHit]:
    """Yield roles that stand twice."""
    seen: set[str] = set()
    for credit in context.issue.credits:
        role = re.sub(r"\s", "", credit.role)
        if role and role in seen:
            yield _of(credit, tr("“{role}”有两行", role=credit.role), "")
        seen.add(role)


def _of(credit: Credit, message: str, name: str, detail: str = "") -> RuleHit:
    place = FindingLocation(where="credits", field=FindingField.CREDITS, block=credit.uid)
    marks = ((0, len(name)),) if name else ()
    return RuleHit(
        place=place, message=message, detail=detail, evidence=name, marks=marks, subject=f"{credit.role}\n{name}"
    )


RULES = (
    IssueRule(id="credits.twice", title=tr("一人写了两遍"), level=Level.ERROR, check=twice),
    IssueRule(id="credits.unknown", title=tr("名录里没有的人"), level=Level.INFO, check=unknown),
    IssueRule(id="credits.retired", title=tr("已离任的人"), level=Level.WARNING, check=retired),
    IssueRule(id="credits.empty", title=tr("角色没有名字"), level=Level.INFO, check=empty_role),
    IssueRule(id="credits.role-twice", title=tr("角色重复"), level=Level.WARNING, check=role_twice),
)
