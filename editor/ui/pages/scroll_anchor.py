"""What is in view stays where it is when the pages are set again: places are known by block, not by page."""

from editor.model.page_facts import PageFacts
from editor.ui.pages.layout import PageLayout

# y in the view's whole by uid of a block, or of an article for its title; in printed order
Places = dict[str, float]


def places_of(layout: PageLayout, facts: PageFacts) -> Places:
    """Return where titles and blocks begin."""
    found: Places = {}
    for pages in facts.articles:
        found[pages.article] = layout.y_of(pages.start)
        for place in pages.blocks:
            found[place.block] = layout.y_of(place.start)
    return found


def steady_top(before: Places, after: Places, top: float, height: float, first: str) -> float | None:
    """Return the upper edge of the view at which what was in view is at its height again.

    top, height: of the view before; first: what is to stay above all, as long as it is in view. None where nothing of
    what was in view has a place any more.
    """
    seen = [uid for uid, y in before.items() if top <= y < top + height]
    above = [uid for uid, y in before.items() if y < top][-1:]
    wanted = [first, *seen] if first in seen else seen
    kept = next((uid for uid in (*wanted, *above) if uid in after), None)
    return None if kept is None else top + after[kept] - before[kept]
