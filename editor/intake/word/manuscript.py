"""A Word file as an article: text, headings, lists, tables, pictures, notes, comments, tracked changes."""

from dataclasses import replace

from editor.intake.manuscript import IncomingFile, Manuscript, TrackedChanges
from editor.intake.word.anchoring import anchored
from editor.intake.word.comments import read_comments
from editor.intake.word.composing import Draft, composed
from editor.intake.word.finishing import Reading, finished
from editor.intake.word.furniture import furniture_message, text_measure
from editor.intake.word.losses import Account, Loss
from editor.intake.word.markup import attribute, child, qn
from editor.intake.word.numbering import Numbering
from editor.intake.word.package import BROKEN, Element, TooLargeError, WordPackage, open_zip
from editor.intake.word.revisions import Hand, changes_in, hands_of, revision_message
from editor.intake.word.session import Session
from editor.intake.word.styles import Styles
from editor.intake.word.walker import Walker
from editor.model.article import Article, Contribution, Tracking
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.notes import Note

# an issue of 15 articles has 500, a book 5,000
_MOST_LINES = 30_000


def word_manuscript(file: IncomingFile) -> Manuscript:
    """Return the article in a .docx, or in what only has that ending: a web page, a text, a file of an older Word.

    Raises UserError, naming the file, for one that is damaged, locked, no Word file or far too large.
    """
    from editor.intake.word.kinds import OfficeKind, office_kind, other_manuscript

    kind = office_kind(file)
    if kind is not OfficeKind.DOCX:
        return other_manuscript(kind, file)
    try:
        return _read(*opened(file), file)
    except TooLargeError as error:
        raise too_large(file) from error


def too_large(file: IncomingFile) -> UserError:
    """Return what is said of a file without end."""
    return UserError(tr("“{name}”解开后太大，或者内容多得不像一份文件，没有读。请分成几个文件再导入。", name=file.name))


def count_changes(file: IncomingFile) -> int:
    """Return how many tracked changes a .docx holds, to ask how to read it; 0 for a file that cannot be read."""
    from editor.intake.word.kinds import OfficeKind, office_kind

    if office_kind(file) is not OfficeKind.DOCX:
        return 0
    try:
        return changes_in(opened(file)[1])
    except (UserError, TooLargeError):
        # reading it says what is wrong
        return 0


def opened(file: IncomingFile) -> tuple[WordPackage, Element]:
    """Return the package and the body of a .docx. Raises UserError, and TooLargeError for one without end."""
    try:
        package = WordPackage(open_zip(file.data))
        root = package.body()
    except BROKEN as error:
        raise _damaged(file) from error
    body = child(root, "w:body")
    if body is None:
        raise _damaged(file)
    if sum(1 for _ in body.iter(qn("w:p"), qn("w:br"))) > _MOST_LINES:
        raise TooLargeError
    return package, body


def _damaged(file: IncomingFile) -> UserError:
    return UserError(
        tr("“{name}”已损坏，或者不是 Word 文件，打不开。请用 Word 打开后另存为 .docx 再导入。", name=file.name)
    )


def _read(package: WordPackage, body: Element, file: IncomingFile) -> Manuscript:
    session = session_of(package, body)
    session.watch = file.watch
    hands = hands_of(body)
    rejected = file.changes is TrackedChanges.REJECTED
    draft, notes = _draft(session, body, _accepting(() if rejected else hands))
    account = session.account
    stages = _stages(session, body, hands) if file.changes is TrackedChanges.KEPT and hands else []
    session.account = account
    reading = finished(Reading(draft, notes, stages, tuple(session.pictures.values()), account), file.watch)
    if not (reading.draft.blocks or reading.draft.title.text):
        raise UserError(tr("“{name}”里没有文字，也没有图片。请看一下是不是选错了文件。", name=file.name))
    said = (revision_message(body, file.changes), *reading.said, *account.sentences(), furniture_message(package, body))
    return Manuscript(
        article=_article(reading, hands),
        pictures=reading.pictures,
        guessed=reading.draft.guessed,
        messages=tuple(filter(None, said)),
        changes=changes_in(body),
    )


def session_of(package: WordPackage, body: Element) -> Session:
    """Return what the readers of a file's parts share."""

    def first(kind: str) -> Element | None:
        return next((found for name in package.related(kind) if (found := package.tree(name)) is not None), None)

    return Session(
        package=package,
        styles=Styles(first("styles")),
        numbering=Numbering(first("numbering")),
        footnotes=_notes(first("footnotes")),
        endnotes=_notes(first("endnotes")),
        comments=read_comments(package),
        measure=text_measure(body),
    )


def _notes(root: Element | None) -> dict[str, Element]:
    """Return footnotes or endnotes by identity, without the rules above them."""
    found = () if root is None else root
    return {attribute(one, "w:id"): one for one in found if attribute(one, "w:type") in ("", "normal")}


def _accepting(hands: tuple[Hand, ...]) -> frozenset[str]:
    return frozenset(name for hand in hands for name in hand.names)


def _draft(session: Session, body: Element, accepted: frozenset[str]) -> tuple[Draft, tuple[Note, ...]]:
    """Read the text once. accepted: authors whose changes count as made."""
    session.accepts = accepted.__contains__
    session.account = Account()
    session.numbering.begin()
    session.noted.clear()
    walker = Walker(session, session.package.main)
    walker.read(body)
    draft, anchors = anchored(composed(walker.made, session.account, session.package.saved))
    session.account.note(Loss.DAMAGED, len(session.package.damaged))
    return draft, session.comments.notes(anchors)


def _stages(session: Session, body: Element, hands: tuple[Hand, ...]) -> list[Draft]:
    return [_draft(session, body, _accepting(hands[:at]))[0] for at in range(len(hands))]


def _article(reading: Reading, hands: tuple[Hand, ...]) -> Article:
    article = reading.draft.article()
    contributions = tuple(
        Contribution(author=hand.author, at=hand.at, before=stage.wording())
        for hand, stage in zip(hands, reading.stages, strict=False)
    )
    tracking = Tracking(base=contributions[0].before, hands=contributions) if contributions else None
    return replace(article, archive=replace(article.archive, notes=reading.notes, tracking=tracking))
