"""The series: the next number and date by the publication's rule, and which numbers are taken."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from editor.model.article import Title
from editor.model.credit_filling import turned
from editor.model.issue import Issue, IssueArchive, Section
from editor.model.language import tr
from editor.model.number import IssueKind, Number
from editor.model.publication import NumberingRule, Publication, SectionRule
from editor.model.saying import said_number
from editor.model.uid import new_uid

_LONGEST_GAP = 400


def next_date(rule: NumberingRule, after: dt.date) -> dt.date:
    """Return the first day of publication after the given one. Raises ValueError when the rule leaves none."""
    days = (after + dt.timedelta(days=count) for count in range(1, _LONGEST_GAP))
    day = next((day for day in days if is_publication_day(rule, day)), None)
    if day is None:
        raise ValueError("the rule skips every day of a year")
    return day


def is_publication_day(rule: NumberingRule, day: dt.date) -> bool:
    """Return whether an issue comes out on a day by the rule."""
    return day in rule.extra or (day.isoweekday() == rule.weekday and day not in rule.skipped)


def next_number(previous: Number, date: dt.date) -> Number:
    """Return the number of the regular issue of that date: a new year begins with 1, the total runs on."""
    total = None if previous.total is None else (previous.total_last or previous.total) + 1
    same_year = date.year == previous.year
    return Number(year=date.year, number=_last(previous) + 1 if same_year else 1, total=total)


def next_regular(rule: NumberingRule, previous: Number | None, date: dt.date) -> Number:
    """Return the number of a day's issue by the rule, a double one on the day of a 合刊. previous: None for none."""
    plain = next_number(previous, date) if previous else Number(year=date.year, number=1, total=1)
    return as_combined(plain) if date in rule.combined else plain


def as_combined(number: Number) -> Number:
    """Return the number of a 合刊 that takes this number and the one after it."""
    total_last = None if number.total is None else number.total + 1
    return replace(number, kind=IssueKind.COMBINED, last=(number.number or 0) + 1, total_last=total_last)


def clash(number: Number, others: Iterable[Number]) -> str | None:
    """Return a sentence when a number or total is taken already, None when both are free."""
    for other in others:
        if number.year == other.year and _meet(_numbers(number), _numbers(other)):
            return tr(
                "{year}年{issue}已经有了，请改期号或打开已有的那一期。", year=number.year, issue=said_number(number)[0]
            )
        if _meet(_totals(number), _totals(other)):
            return tr(
                "总第{total}期已经有了（{year}年{issue}），请改总期号或打开已有的那一期。",
                total=number.total,
                year=other.year,
                issue=said_number(other)[0],
            )
    return None


def next_issue(previous: Issue, publication: Publication | None = None, *, series: Number | None = None) -> Issue:
    """Return the issue after the previous one: its credits, contacts, profile, look, sections and steps, no articles.

    Rotas move on to the next people. series: the last number given, where the previous issue is a 增刊 and has none.
    """
    rule = publication.numbering if publication else NumberingRule()
    date = next_date(rule, previous.date)
    return replace(
        previous,
        uid=new_uid(),
        number=next_regular(rule, series or previous.number, date),
        date=date,
        headline=Title(text=""),
        cover_picture=None,
        cover_articles=None,
        credits=tuple(map(turned, previous.credits)),
        sections=tuple(replace(section, uid=new_uid(), articles=()) for section in previous.sections),
        archive=IssueArchive(steps=previous.archive.steps),
    )


def new_sections(rules: Iterable[SectionRule]) -> tuple[Section, ...]:
    """Return an issue's sections, still empty, by the publication's rules."""
    return tuple(Section(name=rule.name, colour=rule.colour, page_start=rule.page_start) for rule in rules)


def _last(number: Number) -> int:
    return number.last or number.number or 0


def _numbers(number: Number) -> range:
    return range(number.number, _last(number) + 1) if number.number is not None else range(0)


def _totals(number: Number) -> range:
    return range(number.total, (number.total_last or number.total) + 1) if number.total is not None else range(0)


def _meet(one: range, other: range) -> bool:
    return bool(set(one) & set(other))
