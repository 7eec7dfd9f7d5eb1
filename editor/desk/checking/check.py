"""Runs the rules on an open issue, with what they need of its library."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.desk.checking.seen import read_library_on, read_seen
from editor.desk.issue_entry import IssueEntry
from editor.desk.ports import Library
from editor.desk.printable_issue import PrintableIssue
from editor.model.damage import DamageError
from editor.model.house_words import NO_HOUSE_WORDS, HouseWords
from editor.model.issue import Issue
from editor.model.page_facts import PageFacts
from editor.model.waiver import Waiver

if TYPE_CHECKING:
    from editor.checks.context import RuleSetting
    from editor.checks.doubted import Doubted
    from editor.checks.rule import Rule
    from editor.checks.run import Checked
    from editor.checks.seen import SeenBefore

# a figure is never higher than this share of the type area, see resources/typeset/parts/blocks.typ
_TALLEST = 0.55


def check_issue(
    printable: PrintableIssue,
    *,
    facts: PageFacts | None = None,
    previous: Issue | None = None,
    before: "Checked | None" = None,
) -> "Checked":
    """Return all findings. facts: of the latest pages; before: the previous run, to check only changes.

    Of characters that stand badly it says what `read_doubts` found, where before was given that by `with_doubts`.
    """
    # the rules are loaded by the first run: a window is drawn before it
    from editor.checks.run import run

    checked = run(
        printable.issue,
        setting_of(printable, printable.house_words()),
        previous=previous,
        facts=facts,
        before=before,
    )
    return _without_lasting(checked, printable.publication.waivers)


def read_doubts(
    printable: PrintableIssue, *, previous: Issue | None = None, before: "Doubted | None" = None
) -> "Doubted":
    """Return what the reader of typing errors finds: slow when cold (half a second), to be called beside typing.

    previous: the issue before, which shows what is usual here; before: the reading before, to read only changes.
    """
    from editor.checks.doubted import Doubted, doubted

    if not reads_doubts(printable):
        return Doubted()
    printed = (previous,) if previous else ()
    return doubted(printable.issue, setting_of(printable), printed=printed, before=before)


def reads_doubts(printable: PrintableIssue) -> bool:
    """Return whether the publication uses the reader of typing errors."""
    from editor.checks.rules.typos import BESIDE

    return _reads(printable, BESIDE)


def reads_seen(printable: PrintableIssue) -> bool:
    """Return whether the publication wants to be told what was printed before."""
    from editor.checks.rules.archive import RULES

    return _reads(printable, RULES)


def check_whole(
    printable: PrintableIssue, *, facts: PageFacts | None, previous: Issue | None = None, library: Library | None = None
) -> "Checked":
    """Return all findings, those of the reader of typing errors too: half a second, for what is not under edit.

    library: where its articles may have been printed before; None: nobody asks.
    """
    first = check_issue(printable, facts=facts, previous=previous)
    read = with_doubts(first, read_doubts(printable, previous=previous))
    if library and reads_seen(printable):
        read_library_on(library)
        read = with_seen(read, read_seen(library, printable.issue.articles()))
    return check_issue(printable, facts=facts, previous=previous, before=read)


def with_doubts(checked: "Checked", found: "Doubted | None") -> "Checked":
    """Return a run that the next one takes the doubts from."""
    return replace(checked, doubted=found)


def with_seen(checked: "Checked", found: "SeenBefore | None") -> "Checked":
    """Return a run that the next one takes from what was printed before."""
    return replace(checked, seen=found)


def _reads(printable: PrintableIssue, rules: Iterable["Rule"]) -> bool:
    from editor.checks.rule_sets import active_rules

    publication = printable.publication
    active = {rule.id for rule in active_rules(publication.rule_set, publication.rule_levels).beside}
    return any(rule.id in active for rule in rules)


def previous_issue(library: Library, issue: Issue) -> Issue | None:
    """Return the issue of the publication before this one: by total number where it has one, else by date."""
    others = [one for one in library.issues() if one.publication == issue.publication and one.uid != issue.uid]
    earlier = [one for one in others if _is_earlier(one, issue)]
    last = max(earlier, key=lambda one: (one.number.total or 0, one.date), default=None)
    try:
        return library.issue(last.uid) if last else None
    except DamageError:
        # the damage is reported elsewhere; without the issue there is nothing to compare with
        return None


def setting_of(printable: PrintableIssue, house_words: HouseWords = NO_HOUSE_WORDS) -> "RuleSetting":
    """Return what the rules may know of the look, fonts and pictures of an open issue, and of its house words."""
    from editor.checks.context import RuleSetting
    from editor.document.table_setting import table_room

    look = printable.look
    return RuleSetting(
        title_width=look.title_width,
        measure=look.measure,
        tall=_TALLEST * look.count("grid.lines") * look.points("grid.pitch"),
        tables=table_room(look),
        chars=look.count("grid.chars"),
        indent=look.count("style.indent"),
        faces=tuple(one.face for one in look.added),
        pictures=frozenset(printable.pictures),
        date=printable.issue.date,
        numbering=printable.publication.numbering,
        registers=printable.registers,
        house_words=house_words,
        rule_set=printable.publication.rule_set,
        rule_levels=printable.publication.rule_levels,
    )


def _without_lasting(checked: "Checked", waivers: tuple[Waiver, ...]) -> "Checked":
    """Return a run without the findings that were waived for every issue of the publication."""
    from editor.checks.waivers import part

    if not waivers:
        return checked
    standing, waived = part(checked.findings, waivers, lasting=True)
    return replace(checked, findings=standing, waived=(*checked.waived, *waived))


def _is_earlier(one: IssueEntry, issue: Issue) -> bool:
    if one.number.total is not None and issue.number.total is not None:
        return one.number.total < issue.number.total
    return one.date < issue.date
