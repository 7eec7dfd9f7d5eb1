"""The issue shown as preview of changed settings, and all issues that a change applies to."""

from collections.abc import Iterable
from dataclasses import replace

from editor.desk.issue_entry import IssueEntry
from editor.desk.ports import Library
from editor.desk.profile.carried_sections import Displaced
from editor.desk.profile.carrying import carried
from editor.desk.renewal import propose_first
from editor.interchange.sample import sample_issue
from editor.model.issue import Issue, IssueArchive, Section
from editor.model.numbering import new_sections
from editor.model.publication import Defaults, Publication
from editor.model.workspace import Workspace


def shown_issue(issue: Issue | None, base: Defaults, now: Publication) -> Issue:
    """Return an issue with the present settings; where it has no articles, with those of the sample.

    base: the settings before; issue: one of the publication, None where it has none yet.
    """
    if issue is None:
        return _filled(_first_issue(now))
    made = carried(Workspace(issue=issue), base, now.defaults).issue
    return made if any(made.articles()) else _filled(made)


def changed_issues(
    library: Library, entries: Iterable[IssueEntry], base: Defaults, now: Defaults
) -> tuple[tuple[Issue, Issue], ...]:
    """Return the issues that the change alters, before and after it; sections with articles stay in them."""
    befores = (library.issue(entry.uid) for entry in entries)
    pairs = (
        (before, carried(Workspace(issue=before), base, now, displaced=Displaced.STAY).issue) for before in befores
    )
    return tuple((before, after) for before, after in pairs if before != after)


def _first_issue(publication: Publication) -> Issue:
    proposal = propose_first(publication)
    return replace(
        sample_issue()[0],
        publication=publication.uid,
        number=proposal.number,
        date=proposal.date,
        profile=publication.profile,
        look=publication.look,
        credits=publication.credits,
        contacts=publication.contacts,
        sections=new_sections(publication.sections),
        archive=IssueArchive(steps=publication.steps),
    )


def _filled(issue: Issue) -> Issue:
    """Return the issue with the sample's articles, section by section; the rest goes into the last section."""
    groups = [section.articles for section in sample_issue()[0].sections]
    sections = issue.sections or (Section(name="栏目"),)
    last = len(sections) - 1
    filled = tuple(
        replace(
            section,
            articles=tuple(one for at, group in enumerate(groups) if min(at, last) == place for one in group),
        )
        for place, section in enumerate(sections)
    )
    return replace(issue, sections=filled)
