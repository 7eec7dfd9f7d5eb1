"""From a hit to its article: read in its issue, quoted, taken up again as a new draft."""

import datetime as dt
import hashlib
from dataclasses import replace

from editor.desk.archive.values import Hit
from editor.desk.ports import BroughtFiles, Library
from editor.export.text import article_text
from editor.model.article import Article, ArticleArchive
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.origin import Origin
from editor.model.uid import new_uid
from editor.model.workspace import Workspace

# stored, so never translated
_FILE = "原文.txt"
_INNER = str.maketrans({"“": "‘", "”": "’"})


def article_of(library: Library, hit: Hit) -> Article:
    """Return the article of a hit as it stands now. Raises UserError where it is gone or its issue is damaged."""
    if hit.issue:
        found = next((one for one in library.issue(hit.issue).articles() if one.uid == hit.article), None)
    else:
        space = _drawer_of(library, hit.publication)
        pieces = (*space.drawer.pending, *(one.article for one in space.drawer.trash))
        found = next((one for one in pieces if one.uid == hit.article), None)
    if found is None:
        raise UserError(tr("这一篇已经不在原处，再检索一次就能看到它现在在哪里。"))
    return found


def issue_beside(library: Library, publication: str) -> str:
    """Return the issue with which the drawer of a publication opens, the newest. Raises UserError for none."""
    found = next((one for one in library.issues() if one.publication == publication and not one.damage), None)
    if found is None:
        raise UserError(tr("这种刊物还没有能打开的期，待编的稿子要从一期里打开。"))
    return found.uid


def quotation(title: str, masthead: str, *, label: str, folio: int | None) -> str:
    """Return how an article is quoted in the text of another; label: of its issue, empty for one not yet printed."""
    words = title.replace("\n", "").translate(_INNER)
    place = f"{label}，第{folio}页" if label and folio is not None else label or "未刊稿"
    return f"“{words}”（《{masthead}》{place}）"


def reused(article: Article, hit: Hit, *, at: dt.datetime) -> tuple[Article, BroughtFiles]:
    """Return an article as a new draft, and the file that is its origin.

    It keeps the origin that it has; one that has none has its own printed text as origin, named by where that stood.
    What was decided on the old one (notes, sign-offs, tracked changes, its receipt) stays with the old one. at: UTC.
    """
    files, origin = BroughtFiles(), article.archive.origin
    if origin is None:
        data = article_text(article).encode()
        name = " ".join((*_place(hit), _FILE))
        files = BroughtFiles(originals=((name, data),))
        origin = Origin(sha256=hashlib.sha256(data).hexdigest(), name=name, at=at)
    kept = article.archive
    archive = ArticleArchive(published=kept.published, tags=kept.tags, origin=origin)
    return replace(article, uid=new_uid(), archive=archive), files


def _place(hit: Hit) -> tuple[str, ...]:
    where = (hit.label, f"第{hit.folio}页" if hit.folio is not None else "", hit.title.text.replace("\n", ""))
    return tuple(part for part in where if part)


def _drawer_of(library: Library, publication: str) -> Workspace:
    return library.workspace(issue_beside(library, publication))
