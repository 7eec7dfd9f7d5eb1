"""Our own HTML, which marks every field of the article."""

from collections.abc import Callable

from editor.intake.html.known import OWN
from editor.intake.html.pasted import Pasted
from editor.intake.html.reading import read_html
from editor.intake.manuscript import Manuscript
from editor.model.article import Article, ArticleArchive, Title

_MARK = f'{OWN}="title"'


def own_manuscript(html: str, find_picture: Callable[[str], bytes | None]) -> Manuscript | None:
    """Return the article that our export wrote as HTML, None for other pages."""
    if _MARK not in html:
        return None
    return manuscript_of_pasted(read_html(html, find_picture))


def manuscript_of_pasted(pasted: Pasted) -> Manuscript:
    """Return the parts of an article as a manuscript."""
    article = Article(
        title=Title(text=pasted.title),
        subtitle=pasted.subtitle,
        blocks=pasted.blocks,
        source=pasted.source,
        link=pasted.link,
        archive=ArticleArchive(published=pasted.published),
    )
    return Manuscript(article=article, pictures=pasted.pictures, messages=pasted.messages)
