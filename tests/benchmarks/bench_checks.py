"""All checks of an issue against encoding it as JSON, CPU time in one run: python -m tests.benchmarks.bench_checks"""

import time
from collections.abc import Callable
from dataclasses import replace

from editor.desk.checking import check_issue
from editor.desk.printable_issue import PrintableIssue
from editor.interchange.codec import encode
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue
from editor.model.publication import Publication
from tests.benchmarks.random_issues import random_issue

ROUNDS = 15


def main() -> None:
    """Print CPU ms and their ratios to the peer."""
    issue = random_issue(1, articles=15)
    opened = PrintableIssue(issue=issue, publication=Publication(profile=issue.profile), pictures={})
    before = check_issue(opened)
    typed = replace(opened, issue=typed_in(issue))
    peer = least(lambda: encode(issue))
    whole = least(lambda: check_issue(opened))
    again = least(lambda: check_issue(typed, before=before))
    print(f"issue as canonical JSON (the peer) {peer:.1f} ms")
    print(f"all checks of 15 articles {whole:.1f} ms = {whole / peer:.2f} of the peer (30 ms)")
    print(f"all checks after a keystroke {again:.1f} ms = {again / peer:.2f} of the peer")


def typed_in(issue: Issue) -> Issue:
    """Return the issue with a character typed into its first article."""
    section, *rest = issue.sections
    article, *others = section.articles
    block = Paragraph(runs=text_of("字"))
    changed = replace(section, articles=(replace(article, blocks=(*article.blocks, block)), *others))
    return replace(issue, sections=(changed, *rest))


def least(job: Callable[[], object]) -> float:
    """Return the least CPU ms of a job: other programs only add to it."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        job()
        spent.append((time.process_time() - start) * 1000)
    return min(spent)


if __name__ == "__main__":
    main()
