"""Whether two articles are the same news, and by what that is seen."""

from dataclasses import dataclass
from enum import StrEnum

from editor.text.links import canonical_link
from editor.text.similar.passages import Common, common
from editor.text.similar.subject import others, same_document, subject_of

NEAR, SAME, WHOLE = 0.10, 0.50, 0.80
"""Shares of a text: from NEAR it is worth a look, from SAME it is the same article; WHOLE: all but some words."""
# letter for letter it is one text, whatever the titles say; of last year's call for entries 98 % are the same
_IDENTICAL = 1.0
# letters in common that are worth a look in a long article, where they are no tenth of it: two sentences
_ENOUGH = 40


class Why(StrEnum):
    """By what an article is seen to have been printed; the values are printed as JSON."""

    LINK = "link"
    SAME = "same"
    PART = "part"
    HOLDS = "holds"
    NEAR = "near"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An article as it is compared. body: its printed strings, joined by line feeds."""

    title: str
    body: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Of two articles. why: the weightiest first, empty for different news; common: what their bodies share."""

    why: tuple[Why, ...]
    common: Common

    def __bool__(self) -> bool:
        """Return whether they are the same news."""
        return bool(self.why)


def likeness(new: Telling, old: Telling) -> Likeness:
    """Return whether an article tells what an older one told. PART: the new one stands in the old; HOLDS: otherwise."""
    shared = common(new.body, old.body)
    one, other = subject_of(new.title, new.body), subject_of(old.title, old.body)
    link = page_link(new.link)
    found = [Why.LINK] if link and link == page_link(old.link) else []
    text = _by_text(shared)
    if text and (not others(one, other) or min(shared.of_first, shared.of_second) >= _IDENTICAL):
        found.append(text)
    if same_document(one, other):
        found.append(Why.DOCUMENT)
    return Likeness(why=tuple(found), common=shared)


def page_link(link: str) -> str:
    """Return the canonical link of a page, empty for none and for a site's first page, which many articles name."""
    if not link.strip():
        return ""
    made = canonical_link(link)
    host, _, rest = made.partition("/")
    return made if rest or not host.endswith("?") else ""


def _by_text(shared: Common) -> Why | None:
    first, second = shared.of_first, shared.of_second
    if max(first, second) < NEAR or sum(match.letters for match in shared.matches) < _ENOUGH:
        return None
    if first >= WHOLE > second:
        return Why.PART
    if second >= WHOLE > first:
        return Why.HOLDS
    return Why.SAME if max(first, second) >= SAME else Why.NEAR
