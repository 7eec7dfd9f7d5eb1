"""Articles that were read are put into a library: with their pictures and originals, all or nothing."""

from collections.abc import Iterable, Sequence

from editor.desk.intake.outcomes import ReadArticle
from editor.desk.ports import BroughtFiles, Library
from editor.model.article import Article
from editor.model.edits import ArticlePosition, add_articles
from editor.model.language import tr
from editor.model.workspace import Workspace


def take_articles(
    library: Library, before: Workspace, read: Sequence[ReadArticle], place: ArticlePosition, *, author: str
) -> Workspace:
    """Write articles at a place, in one transaction with what belongs to them; return the workspace with them.

    before: the value that the library holds. Raises UserError where nothing can be written; nothing is, then.
    """
    after = add_articles(before, place, (one.article for one in read))
    library.save_workspace(before, after, author=author, files=files_of(read))
    return after


def files_of(read: Iterable[ReadArticle]) -> BroughtFiles:
    """Return what belongs to these articles."""
    known = tuple(read)
    return BroughtFiles(
        pictures=tuple(pair for one in known for pair in one.files.pictures),
        originals=tuple(pair for one in known for pair in one.files.originals),
    )


def known_before(space: Workspace, read: Iterable[ReadArticle]) -> tuple[str, ...]:
    """Return a sentence for each file that an article of the workspace, or one read before, was read from."""
    known, messages = dict(_by_original(space)), list[str]()
    for one in read:
        origin = one.article.archive.origin
        if origin is None:
            continue
        if origin.sha256 in known:
            title = known[origin.sha256].title.text or tr("（无标题）")
            messages.append(tr("“{name}”以前收过，就是《{title}》，现在有两篇。", name=one.path.name, title=title))
        known.setdefault(origin.sha256, one.article)
    return tuple(messages)


def _by_original(space: Workspace) -> Iterable[tuple[str, Article]]:
    gone = (one.article for one in space.drawer.trash)
    for article in (*space.articles(), *gone):
        if article.archive.origin:
            yield article.archive.origin.sha256, article
