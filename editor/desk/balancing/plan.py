"""全期匀版: the remedies of a whole issue, found by really setting it until no thin page can be helped any more."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from editor.desk.balancing.remedies import PageRemedy, RemedyKind, apply_remedies, remedies_of, thin_pages
from editor.desk.printable_issue import PrintableIssue
from editor.document.issue_document import issue_document
from editor.document.look import LookTable
from editor.model.issue import Issue
from editor.model.page_facts import PageFacts
from editor.model.workspace import Workspace

SetPages = Callable[[Issue], PageFacts]
# pages shift by what is done, so that others may be thin then
_ROUNDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class BalancePlan:
    """What is proposed. before: pages as they are; after: with the chosen remedies, which are some of those offered."""

    before: PageFacts
    after: PageFacts
    offered: tuple[PageRemedy, ...]
    chosen: tuple[PageRemedy, ...]

    @property
    def won(self) -> int:
        """How many sheets fewer there are."""
        return self.before.sheets - self.after.sheets


def thin_articles(facts: PageFacts) -> tuple[str, ...]:
    """Return the articles whose last page is under a third full before the next one."""
    return tuple(pages.article for pages in thin_pages(facts))


def balance_plan(space: Workspace, look: LookTable, set_issue: SetPages) -> BalancePlan:
    """Return the plan of an issue: tightening where it alone wins the page, else the next article runs on."""
    before = after = set_issue(space.issue)
    offered: tuple[PageRemedy, ...] = ()
    chosen: tuple[PageRemedy, ...] = ()
    for _ in range(_ROUNDS):
        found = remedies_of(apply_remedies(space, chosen).issue, after, look)
        fresh = tuple(one for one in found if _key(one) not in {_key(other) for other in offered})
        first = _one_a_page(fresh)
        if not first:
            break
        offered = (*offered, *fresh)
        chosen, after = _better(space, chosen, first, after, set_issue)
    return BalancePlan(before=before, after=after, offered=_in_order(space, offered), chosen=chosen)


def _better(
    space: Workspace,
    chosen: tuple[PageRemedy, ...],
    more: tuple[PageRemedy, ...],
    after: PageFacts,
    set_issue: SetPages,
) -> tuple[tuple[PageRemedy, ...], PageFacts]:
    """Return the remedies with those more that really help, and the pages then."""
    for remedy in more:
        trial = (*chosen, remedy)
        facts = set_issue(apply_remedies(space, trial).issue)
        if (facts.sheets, len(thin_pages(facts))) < (after.sheets, len(thin_pages(after))):
            chosen, after = trial, facts
    return chosen, after


def _one_a_page(remedies: Collection[PageRemedy]) -> tuple[PageRemedy, ...]:
    """Return the first remedy of each page: tightening, which leaves every article its page, comes before."""
    first: dict[str, PageRemedy] = {}
    for remedy in remedies:
        first.setdefault(remedy.page_of, remedy)
    return tuple(first.values())


def _in_order(space: Workspace, remedies: tuple[PageRemedy, ...]) -> tuple[PageRemedy, ...]:
    order = [article.uid for article in space.issue.articles()]
    return tuple(sorted(remedies, key=lambda one: (order.index(one.page_of), one.kind is RemedyKind.RUN_ON)))


def _key(remedy: PageRemedy) -> tuple[RemedyKind, str]:
    return remedy.kind, remedy.changed


def set_pages(printable: PrintableIssue) -> tuple[SetPages, Callable[[], None]]:
    """Return what sets variants of an issue one after the other, in one thread, and what ends it."""
    # imported where it is used: it loads the typesetter
    from editor.pages.typesetter import Typesetter

    typesetter = Typesetter(printable.fonts)

    def set_issue(issue: Issue) -> PageFacts:
        look = replace(printable, issue=issue).look
        document = issue_document(issue, title_width=look.title_width, edition=printable.edition)
        return typesetter.facts(document, look, printable.pictures)

    return set_issue, typesetter.close
