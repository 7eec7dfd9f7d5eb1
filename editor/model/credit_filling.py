"""Credits filled automatically: from the editors of the articles, and from a rota."""

import re
from dataclasses import replace

from editor.model.credits import Credit, Filling, Name
from editor.model.front import Front, front_of
from editor.model.issue import Issue

_BETWEEN = re.compile(r"[、，,；;/\n]+|\s{2,}")


def filled_credits(issue: Issue) -> tuple[Credit, ...]:
    """Return the credits as they are printed; those not filled automatically are the issue's own objects."""
    editors = article_editors(issue) if any(one.filling is Filling.ARTICLES for one in issue.credits) else ()
    return tuple(
        replace(credit, names=editors) if editors and credit.filling is Filling.ARTICLES else credit
        for credit in issue.credits
    )


def filled_front(issue: Issue) -> Front:
    """Return the front as it is printed."""
    return replace(front_of(issue), credits=filled_credits(issue))


def article_editors(issue: Issue) -> tuple[Name, ...]:
    """Return who edited the articles, once each, in their order; known persons as the credits have them."""
    known = {name.text: name for credit in issue.credits for name in (*credit.names, *credit.rota)}
    texts = (text.strip() for article in issue.articles() for text in _BETWEEN.split(article.archive.editor))
    return tuple(known.get(text, Name(text=text)) for text in dict.fromkeys(texts) if text)


def turned(credit: Credit) -> Credit:
    """Return the credit for the next issue: a rota moves on to as many people, those after the ones on duty now."""
    rota, many = credit.rota, max(1, len(credit.names))
    if credit.filling is not Filling.ROTA or not rota:
        return credit
    last = credit.names[-1] if credit.names else None
    start = rota.index(last) + 1 if last in rota else 0
    return replace(credit, names=tuple(rota[(start + step) % len(rota)] for step in range(min(many, len(rota)))))
