"""How a page is called: by its folio, else by where it stands."""

from editor.model.language import tr
from editor.model.page_facts import PageFacts

_NAMES = {"cover": tr("封面"), "credits": tr("版权页"), "contents": tr("要目"), "back": tr("封底")}


def sheet_caption(facts: PageFacts, sheet: int) -> str:
    """Return what stands below a page: its folio, 封面, or nothing. sheet: from 1."""
    folio = facts.folio_of(sheet)
    return f"{folio:02}" if folio else (tr("封面") if sheet == 1 else "")


def sheet_name(facts: PageFacts, sheet: int) -> str:
    """Return what a page is called. sheet: from 1."""
    return sheet_caption(facts, sheet) or _NAMES[facts.part_at(sheet)]


def place_words(facts: PageFacts, sheet: int) -> tuple[str, str]:
    """Return the page in view and, for one with a folio, what the last folio is."""
    last = max((pages.last for pages in facts.articles), default=0)
    return sheet_name(facts, sheet), tr(" / {n} 页", n=last) if facts.folio_of(sheet) else ""
