"""The folios at which a PDF of this program begins its articles, as its contents panel names them."""

from editor.pages.reading import opened_pdf

_ARTICLE = 1
_MOST = 4_000


def article_folios(pdf: bytes) -> tuple[str, ...]:
    """Return the page label of every article's bookmark, in order. Raises UserError for a damaged PDF."""
    with opened_pdf(pdf) as document:
        places = []
        for at, mark in enumerate(document.get_toc()):
            if at > _MOST:
                break
            place = mark.get_dest()
            if mark.level == _ARTICLE:
                number = place.get_index() if place else None
                places.append(document.get_page_label(number) if number is not None else "")
        return tuple(places)
