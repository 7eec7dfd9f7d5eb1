"""Cleaning articles of an issue: what would change first, then the chosen changes as one."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from editor.desk.past_issues import past_issues
from editor.desk.ports import Library
from editor.model.article import Article
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import EDITABLE, STATE_NAMES, IssueState
from editor.model.language import tr, tr_marked
from editor.model.publication import Publication
from editor.model.workspace import Workspace
from editor.system.watching import Watch, unwatched
from editor.text.cleaning import USUAL, Change, CleaningPlan, plan

Choice = tuple[int, int]
"""A change: number of its plan, number in the plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCleaning:
    """What cleaning would change. plans: of the articles in which there is something, in printed order."""

    plans: tuple[CleaningPlan, ...]

    def changes(self) -> Iterator[tuple[Choice, Change]]:
        """Yield every change with what chooses it."""
        for number, one in enumerate(self.plans):
            yield from (((number, place), change) for place, change in enumerate(one.changes))

    def articles(self, chosen: Collection[Choice] | None = None) -> Iterator[Article]:
        """Yield the articles that chosen changes alter, all for None, as they become."""
        for number, one in enumerate(self.plans):
            own = None if chosen is None else [place for plan_number, place in chosen if plan_number == number]
            made = one.cleaned(own)
            if made is not one.article:
                yield made


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedIssue:
    """An issue that was cleaned. checkpoint: name under which it can be taken back, empty where nothing changed."""

    issue: Issue
    cleaning: IssueCleaning
    checkpoint: str = ""


def used_rules(publication: Publication) -> frozenset[str]:
    """Return the ids of the rules that a publication uses; ids that this program does not know are ignored."""
    return USUAL.difference(publication.cleaning_off)


def plan_articles(
    articles: Iterable[Article],
    rules: Collection[str],
    blocks: Mapping[str, Collection[str]] | None = None,
    *,
    watch: Watch = unwatched,
) -> IssueCleaning:
    """Return what the rules would change in articles. blocks: identities by article where only some are looked at.

    watch: told articles looked at, articles in all.
    """
    plans, every = list[CleaningPlan](), tuple(articles)
    for number, one in enumerate(every):
        watch(number, len(every))
        plans.append(plan(one, rules, (blocks or {}).get(one.uid)))
    return IssueCleaning(plans=tuple(one for one in plans if one.changes))


def plan_issue(issue: Issue, rules: Collection[str], *, watch: Watch = unwatched) -> IssueCleaning:
    """Return what the rules would change in an issue. watch: as in `plan_articles`."""
    return plan_articles(issue.articles(), rules, watch=watch)


def cleaned_workspace(space: Workspace, cleaning: IssueCleaning, chosen: Collection[Choice] | None = None) -> Workspace:
    """Return the workspace with the chosen changes; articles that are not as they were planned stay as they are."""
    planned = {one.article.uid: one.article for one in cleaning.plans}
    for article in cleaning.articles(chosen):
        if space.article(article.uid) == planned[article.uid]:
            space = put_article(space, article)
    return space


def why_not_whole(state: IssueState, *, past: bool) -> str:
    """Return why an issue is not cleaned as a whole, empty where it may be: what has been printed stays as it is."""
    if state not in EDITABLE:
        return tr("这一期{state}，不能整理。先退回编辑，再整理。", state=tr_marked(STATE_NAMES[state]))
    if state is IssueState.CORRECTING:
        return tr("这一期已经印发过，正在更正，不能整期整理。要改的地方，打开那一篇单独整理。")
    return tr("这一期是往期，不能整期整理。要改的地方，打开那一篇单独整理。") if past else ""


def clean_issue(library: Library, reference: str, *, author: str, off: Collection[str] = ()) -> CleanedIssue:
    """Clean an issue of a library and write it as one change that can be taken back.

    off: rules besides those that the publication does not use. Raises UserError where the issue may not be changed.
    """
    issue, cleaning = plan_library_issue(library, reference, off=off)
    refusal = why_not_whole(issue.archive.state, past=issue.uid in past_issues(library.issues()))
    if refusal:
        raise UserError(refusal)
    made = _with_articles(issue, {one.uid: one for one in cleaning.articles()})
    if made == issue:
        return CleanedIssue(issue=issue, cleaning=cleaning)
    name = cleaning_name(cleaning)
    library.checkpoints.save_issues(name, [(issue, made)], author=author)
    return CleanedIssue(issue=made, cleaning=cleaning, checkpoint=name)


def plan_library_issue(library: Library, reference: str, *, off: Collection[str] = ()) -> tuple[Issue, IssueCleaning]:
    """Return an issue of a library and what cleaning would change in it. off: rules left out besides."""
    issue = library.issue(library.find(reference).uid)
    rules = used_rules(library.publication(issue.publication)).difference(off)
    return issue, plan_issue(issue, rules)


def cleaning_name(cleaning: IssueCleaning, chosen: Collection[Choice] | None = None) -> str:
    """Return a name for the step, e.g. 整理 12 处."""
    many = sum(len(one.changes) for one in cleaning.plans) if chosen is None else len(chosen)
    return tr("整理 {n} 处", n=many)


def _with_articles(issue: Issue, new: Mapping[str, Article]) -> Issue:
    sections = tuple(
        replace(section, articles=tuple(new.get(one.uid, one) for one in section.articles))
        for section in issue.sections
    )
    return replace(issue, sections=sections)
