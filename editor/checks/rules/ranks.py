"""Persons of the office's register in texts and credits: their order, reviews by one person."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import hit
from editor.model.credit_filling import filled_credits
from editor.model.language import tr

_BETWEEN = re.compile(r"[^。；：！？]{0,16}[、，和与及]?[^。；：！？、，]{0,16}")
_REVIEWS = ("初审", "复审", "终审")
_NEAR = 24


def order(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield two persons of the register, one behind the other in a list, who stand against its order."""
    ranks = {one.name: one.rank for one in reading.setting.registers.people if one.rank}
    known = [name for name in ranks if name in reading.whole.masked]
    if len(known) < 2:
        return
    pattern = re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)))
    for passage in reading.passages:
        for one, other in pairwise(pattern.finditer(passage.masked)):
            between = passage.masked[one.end() : other.start()]
            listed = len(between) <= _NEAR and re.search("[、和与及]", between) and _BETWEEN.fullmatch(between)
            if listed and ranks[one[0]] > ranks[other[0]]:
                message = tr("名录里{other}排在{one}前面", one=one[0], other=other[0])
                yield hit(passage, (one.start(), other.end()), message, detail=tr("按“人员”名录的排序核对次序。"))


def one_reviewer(context: Context) -> Iterator[RuleHit]:
    """Yield a person who is named for two of the three reviews."""
    reviews = [one for one in filled_credits(context.issue) if any(word in one.role for word in _REVIEWS)]
    for one, other in combinations(reviews, 2):
        both = {name.text for name in one.names} & {name.text for name in other.names} - {""}
        if one.role != other.role:
            for name in sorted(both):
                message = tr("{name}既是{one}又是{other}", name=name, one=one.role, other=other.role)
                yield _of(other.uid, message, name, f"{one.role}\n{other.role}\n{name}")


def _of(credit: str, message: str, name: str, subject: str) -> RuleHit:
    place = FindingLocation(where="credits", field=FindingField.CREDITS, block=credit)
    return RuleHit(place=place, message=message, evidence=name, marks=((0, len(name)),), subject=subject)


RULES = (
    ArticleRule(
        id="names.order", title=tr("人员排序"), level=Level.WARNING, check=order, why=tr("排序以本单位的人员名录为准")
    ),
    IssueRule(
        id="credits.reviewer",
        title=tr("一人担任两审"),
        level=Level.WARNING,
        check=one_reviewer,
        why=tr("《图书质量保障体系》三审责任制度：三个环节由不同的人担任"),
    ),
)
