"""Articles that were read are put into a library: with their pictures and originals, all or nothing."""

from collections.abc import Iterable, Sequence

from editor.desk.intake.outcomes import ReadArticle
from editor.desk.past_issues import past_issues
from editor.desk.ports import Library, joined_files
from editor.model.article import Article
from editor.model.edits import INBOX, PENDING, ArticlePosition, add_articles, pending_and_inbox
from editor.model.issue_state import EDITABLE
from editor.model.language import tr
from editor.model.workspace import Workspace


def take_articles(
    library: Library, before: Workspace, read: Sequence[ReadArticle], place: ArticlePosition, *, author: str
) -> Workspace:
    """Write articles at a place, in one transaction with what belongs to them; return the workspace with them.

    before: the value that the library holds. Raises UserError where nothing can be written; nothing is, then.
    """
    after = add_articles(before, place, (one.article for one in read))
    library.save_workspace(before, after, author=author, files=joined_files(one.files for one in read))
    return after


def editable_issue(library: Library) -> str:
    """Return the uid of the newest issue that is in hand, empty where there is none."""
    entries = library.issues()
    past = past_issues(entries)
    return next((one.uid for one in entries if one.state in EDITABLE and one.uid not in past), "")


def place_in(space: Workspace, wanted: ArticlePosition | None) -> ArticlePosition:
    """Return a place as the workspace has it now: 收件 where none is wanted or its section is gone."""
    sizes = {one.uid: len(one.articles) for one in space.issue.sections}
    sizes[PENDING], sizes[INBOX] = map(len, pending_and_inbox(space.drawer))
    if wanted is None or wanted.section not in sizes:
        return ArticlePosition(section=INBOX, position=sizes[INBOX])
    return ArticlePosition(section=wanted.section, position=min(wanted.position, sizes[wanted.section]))


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


def same_original(space: Workspace, article: Article) -> Article | None:
    """Return the article of a workspace, its trash too, that was read from the same bytes; None where there is none."""
    origin = article.archive.origin
    return dict(_by_original(space)).get(origin.sha256) if origin else None


def _by_original(space: Workspace) -> Iterable[tuple[str, Article]]:
    gone = (one.article for one in space.drawer.trash)
    for article in (*space.articles(), *gone):
        if article.archive.origin:
            yield article.archive.origin.sha256, article
