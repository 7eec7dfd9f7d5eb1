"""The statistics of one publication in one period, asked of a library."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from editor.desk.issue_entry import IssueEntry
from editor.desk.ports import Library
from editor.desk.statistics.adoption import UnitAdoption, adoptions
from editor.desk.statistics.counting import Grouping, PrintedArticle, issue_order, printed_articles
from editor.desk.statistics.facts import LibraryFacts
from editor.desk.statistics.period import Period
from editor.desk.statistics.tables import StatTable, adoption_table, count_table
from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.publication import Publication

if TYPE_CHECKING:
    from editor.desk.checking.error_rate import ErrorRate

Shares = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """What is counted. issues: those of the period, the oldest first; every: those of the publication."""

    publication: Publication
    period: Period
    facts: LibraryFacts
    every: tuple[IssueEntry, ...]

    @property
    def issues(self) -> tuple[IssueEntry, ...]:
        """The issues of the period, the oldest first."""
        return tuple(one for one in self.every if self.period.holds(one.date))

    @property
    def articles(self) -> tuple[PrintedArticle, ...]:
        """The articles of those issues."""
        return printed_articles(self.facts.articles, self.every, self.period)

    @property
    def units(self) -> tuple[UnitAdoption, ...]:
        """The units that sent something in, or were printed."""
        return adoptions(self.facts.articles, self.every, self.period, self.publication.points)

    def tables(self) -> tuple[StatTable, ...]:
        """Return every table that needs no checks."""
        articles = self.articles
        counted = tuple(count_table(articles, one, self.period) for one in Grouping)
        return (*counted, adoption_table(self.units))


def read_statistics(library: Library, publication: Publication, period: Period) -> Statistics:
    """Return the statistics of a publication."""
    every = sorted((one for one in library.issues() if one.publication == publication.uid), key=issue_order)
    facts = library.article_facts(publication.uid, period)
    return Statistics(publication=publication, period=period, facts=facts, every=tuple(every))


def error_rates(
    library: Library, statistics: Statistics, progress: Shares = lambda _done, _all: None
) -> "tuple[tuple[IssueEntry, ErrorRate], ...]":
    """Check the period's issues, half a second each, and return their rates; damaged ones are left out.

    progress: issues done and in all; what it raises stops the work.
    """
    from editor.desk.checking import check_whole
    from editor.desk.checking.error_rate import error_rate
    from editor.desk.printable_issue import printable_issue

    found, issues = [], statistics.issues
    for at, entry in enumerate(issues):
        progress(at, len(issues))
        if not entry.damage:
            printable = printable_issue(library, entry.uid)
            checked = check_whole(printable, facts=None)
            found.append((entry, error_rate(printable.issue, checked.findings)))
    progress(len(issues), len(issues))
    return tuple(found)


def chosen_publication(library: Library, name: str) -> Publication:
    """Return the publication of a name, without one the only one. Raises UserError that names those there are."""
    known = library.publications()
    if not known or not library.issues():
        raise UserError(tr("刊库里还没有期刊，请先导入一期。"))
    found = [one for one in known if name in (one.profile.masthead, one.uid)] if name else list(known)
    if len(found) == 1:
        return found[0]
    names = tr("、").join(one.profile.masthead for one in known)
    if not found:
        raise UserError(tr("刊库里没有刊物“{name}”。有：{names}。", name=name, names=names))
    if name:
        uids = tr("、").join(one.uid for one in found)
        raise UserError(tr("有几个刊物叫“{name}”，请改用编号：{uids}。", name=name, uids=uids))
    raise UserError(tr("刊库里有几个刊物，请说明是哪一个：{names}。", names=names))
