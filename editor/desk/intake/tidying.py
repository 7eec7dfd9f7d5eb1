"""整理 at intake: what comes in is cleaned by the rules of its publication, and said; the original stays as it came."""

from collections import Counter
from collections.abc import Collection, Iterator

from editor.model.article import Article
from editor.model.language import tr, tr_marked
from editor.text.cleaning import RULES, Change, plan

_SHOWN = 24  # characters of an example


def tidied(article: Article, rules: Collection[str]) -> tuple[Article, tuple[str, ...]]:
    """Return the cleaned article, and a sentence for each rule that changed something.

    An article with tracked changes is left as it is: cleaning would be among them.
    """
    tracking = article.archive.tracking
    if not rules or (tracking and tracking.base):
        return article, ()
    planned = plan(article, rules)
    return planned.cleaned(), tuple(_sentences(planned.changes))


def _sentences(changes: Collection[Change]) -> Iterator[str]:
    counts = Counter(change.rule for change in changes)
    first = {change.rule: change for change in reversed(tuple(changes))}
    for rule in (one for one in RULES if one.id in counts):
        example = first[rule.id]
        yield tr(
            "整理 · {rule}：{n} 处，如“{before}”改为“{after}”",
            rule=tr_marked(rule.name),
            n=counts[rule.id],
            before=_short(example.before),
            after=_short(example.after),
        )


def _short(words: str) -> str:
    words = words.strip()
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
