"""Cost of tracked changes in an article of 8,000 characters: python -m tests.benchmarks.bench_tracking"""

import datetime as dt
import random
import time
from dataclasses import replace

from editor.model.article import Article, Contribution, Tracking
from editor.model.body import Block
from editor.model.tracking import record_contributor, with_tracking, wording
from editor.model.workspace import Workspace
from editor.text.tracked import ChangeDecision, changes_of, decided, makers_of
from editor.text.tracked.makers import stage_changes
from tests.benchmarks.bench_compare import article, edited, median, one_block, shuffled
from tests.fakes import issue_of

AT = dt.datetime(2025, 1, 6, 8, tzinfo=dt.UTC)
PEOPLE = ("甲", "乙", "丙", "丁")


def main() -> None:
    """Print medians in ms: looking for changes in a pause, who made them, deciding, and what a key costs."""
    first = article(random.Random(1))
    cases = {
        "a word in fifty edited": (first, edited(first, 0.02)),
        "a word in ten edited, a third of the paragraphs moved": (first, shuffled(edited(first, 0.1))),
        "one paragraph of 8,000 characters, a word in fifty edited": (one_block(first), one_block(edited(first, 0.02))),
    }
    for name, (before, after) in cases.items():
        show(name, before, after)


def show(name: str, before: Article, after: Article) -> None:
    """Print the figures of one case."""
    base, words = wording(before), wording(after)
    changes = changes_of(base, words)
    # what each hand found: the base, then more and more of the text
    stages = [replace(base, blocks=mixed(base.blocks, words.blocks, step)) for step in range(len(PEOPLE))]
    found = zip(PEOPLE, stages, strict=True)
    hands = tuple(Contribution(author=who, at=AT + number * dt.timedelta(hours=2), before=stage)
                  for number, (who, stage) in enumerate(found))  # fmt: skip
    tracked = with_tracking(after, Tracking(base=base, hands=hands))
    tracking = tracked.archive.tracking
    assert tracking is not None, "it was just switched on"
    seeking = median(lambda: changes_of(base, words))
    start = time.perf_counter()
    stage_changes.cache_clear()
    makers_of(tracking, changes)
    cold = (time.perf_counter() - start) * 1000
    naming = median(lambda: makers_of(tracking, changes))
    one = {changes[len(changes) // 2]: ChangeDecision.REJECTED}
    deciding = median(lambda: decided(tracked, one))
    every = median(lambda: decided(tracked, dict.fromkeys(changes, ChangeDecision.REJECTED)))
    print(f"{name}: {len(changes)} changes in {seeking:.1f} ms, their makers {naming:.1f} (first {cold:.0f}),", end=" ")
    print(f"one rejected {deciding:.1f}, all {every:.1f}, a key {key(tracked):.3f}")


def mixed(before: tuple[Block, ...], after: tuple[Block, ...], step: int) -> tuple[Block, ...]:
    """Return a body of which the first paragraphs are as they became."""
    at = len(before) * step // len(PEOPLE)
    taken = {block.uid for block in after[:at]}
    return (*after[:at], *(block for block in before if block.uid not in taken))


def key(tracked: Article) -> float:
    """Return the ms that noting whose hand it was costs a key."""
    space = Workspace(issue=issue_of(*(replace(tracked, uid=f"{number:032x}") for number in range(15))))
    changed = replace(tracked, uid=f"{7:032x}", source="新")
    articles = tuple(changed if one.uid == changed.uid else one for one in space.issue.articles())
    after = Workspace(issue=replace(space.issue, sections=(replace(space.issue.sections[0], articles=articles),)))
    last = tracked.archive.tracking.hands[-1] if tracked.archive.tracking else None
    assert last is not None, "somebody is at work"
    return median(lambda: record_contributor(space, after, author=last.author, at=last.at))


if __name__ == "__main__":
    main()
