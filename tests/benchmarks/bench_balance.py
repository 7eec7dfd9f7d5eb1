"""Nearly empty pages before and after 全期匀版: python -m tests.benchmarks.bench_balance TEXTS [N]

TEXTS: JSON lines of real texts (see `real_issues`); N issues in each look, half of whose articles begin a page.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

from editor.desk.balancing import balance_plan, set_pages, thin_articles
from editor.desk.printable_issue import PrintableIssue
from editor.document.look import look_table
from editor.model.issue import Issue
from editor.model.publication import PageStart, Publication
from editor.model.workspace import Workspace
from tests.benchmarks.real_issues import read_texts, real_issue

ISSUES = 10


def main() -> None:
    """Print the figures of each look."""
    texts = read_texts(Path(sys.argv[1]))
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else ISSUES
    for name in ("house", "gongwen"):
        sheets = fewer = thin = left = remedies = 0
        begun = time.process_time()
        for seed in range(wanted):
            issue, pictures = real_issue(texts, seed, look=name)
            issue = with_own_pages(issue)
            publication = Publication(profile=issue.profile)
            set_issue, end = set_pages(PrintableIssue(issue=issue, publication=publication, pictures=pictures))
            plan = balance_plan(Workspace(issue=issue), look_table(issue.look), set_issue)
            end()
            sheets, fewer = sheets + plan.before.sheets, fewer + plan.won
            thin, left = thin + len(thin_articles(plan.before)), left + len(thin_articles(plan.after))
            remedies += len(plan.chosen)
        seconds = (time.process_time() - begun) / wanted
        print(
            f"{name}: {wanted} issues of {sheets} pages; under a third full {thin}, balanced {left}; "
            f"{remedies} remedies win {fewer} pages; {seconds:.1f} s an issue"
        )


def with_own_pages(issue: Issue) -> Issue:
    """Return the issue with every second article on a page of its own."""
    return replace(
        issue,
        sections=tuple(
            replace(
                section,
                articles=tuple(
                    replace(one, page_start=PageStart.PAGE if at % 2 else one.page_start)
                    for at, one in enumerate(section.articles)
                ),
            )
            for section in issue.sections
        ),
    )


if __name__ == "__main__":
    main()
