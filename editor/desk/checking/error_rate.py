"""差错率: errors of language in 10,000 characters, against the 2 that the trade allows a periodical.

《报纸期刊质量管理规定》(国新出发〔2020〕10号) 第五条: 期刊编校差错率不超过万分之二为合格.
Counted after its annex 《期刊编校差错率计算方法》: errors of fact and words one each, the same at most three times in
an issue; after the annex of 《图书质量管理规定》 (新闻出版总署令第26号): a mark, a number in the wrong form, a
tenth. The annexes count characters by the area they may fill, which is more than there are: counting those there are
is stricter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from editor.checks.finding import Finding, Level
from editor.desk.overview import article_characters
from editor.model.issue import Issue

LIMIT = 2
_TEN_THOUSAND = 10_000
_MOST = 3
_LANGUAGE = frozenset(("text", "typos", "web", "words", "units", "digits", "sums", "names", "dates", "numbers"))
# of other groups, what is wrong in words that are printed
_ALSO = frozenset(("titles.end", "titles.kind-twice", "sources.place", "contacts.phone", "credits.twice"))
# of marks and forms of numbers, those that are about characters or facts
_WHOLE = frozenset(
    (
        "text.glyph",
        "text.glyph-elsewhere",
        "text.stand-in",
        "text.traditional",
        "text.particle",
        "text.japanese",
        "text.broken",
        "text.de",
        "digits.year-lost",
        "digits.groups",
        "digits.points",
    )
)
_TENTHS = frozenset(("text", "digits", "titles"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRate:
    """errors: as they are counted, in tenths; characters: 字数 of the articles; by_article: errors of each, by uid."""

    errors: Fraction
    characters: int
    by_article: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def rate(self) -> Fraction:
        """Errors in 10,000 characters, 0 where there are none."""
        return self.errors * _TEN_THOUSAND / self.characters if self.characters else Fraction(0)

    @property
    def passes(self) -> bool:
        """Whether the rate is not over what is allowed."""
        return self.rate <= LIMIT


def error_rate(issue: Issue, findings: Iterable[Finding]) -> ErrorRate:
    """Return the rate of an issue. findings: those that stand; hints are no errors, waived ones were found to be none.

    Costs as much as counting characters: 2 ms for 15 articles.
    """
    by_article: dict[str, Fraction] = defaultdict(Fraction)
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for finding in findings:
        if counts(finding):
            same = (finding.rule, finding.meant or finding.message)
            places = min(1 + len(finding.also), _MOST - seen[same])
            seen[same] += places
            by_article[finding.place.where] += places * _weight(finding)
    characters = sum(map(article_characters, issue.articles()))
    return ErrorRate(errors=sum(by_article.values(), Fraction(0)), characters=characters, by_article=by_article)


def counts(finding: Finding) -> bool:
    """Return whether a finding is an error in the sense of the rate."""
    if finding.level is Level.INFO:
        return False
    return finding.rule.partition(".")[0] in _LANGUAGE or finding.rule in _ALSO


def _weight(finding: Finding) -> Fraction:
    tenth = finding.rule.partition(".")[0] in _TENTHS and finding.rule not in _WHOLE
    return Fraction(1, 10) if tenth else Fraction(1)
