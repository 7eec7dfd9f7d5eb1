"""Articles that were printed before. A library tells it beside typing: see `editor.checks.seen`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.checks.context import ArticleTexts
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.model.language import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An article that told it before. article: its uid; place: 总第213期, 待编; reason: by what it is seen."""

    article: str
    place: str
    title: str
    reason: str


def told_before(_reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield nothing: an article does not know its library."""
    yield from ()


def hits_of(article: str, sightings: Iterable[Sighting]) -> Iterator[RuleHit]:
    """Yield a hit for each article that told it before."""
    for one in sightings:
        yield RuleHit(
            place=FindingLocation(where=article, field=FindingField.TITLE),
            message=tr("似已刊于{place}《{title}》", place=one.place, title=one.title),
            detail=one.reason,
            # a waiver holds for this older article, however the new one is edited
            subject=one.article,
        )


SEEN_BEFORE = ArticleRule(
    id="archive.seen-before",
    title=tr("似已刊"),
    level=Level.WARNING,
    check=told_before,
    why=tr("同一件事不重复刊登；后续报道请写明前情"),
)
RULES = (SEEN_BEFORE,)
