"""Looks for damage: reads every row of a library and compares it with its checksums."""

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db import values
from db.archive_values import register_value
from db.checks import Column, spoilt
from db.contents import is_sound
from db.review_values import member_value, scan_value
from db.row_damage import is_whole
from db.rows import columns_of
from db.tables import (
    ApprovalRow,
    ArticleRow,
    Base,
    CheckpointRow,
    ContentRow,
    DrawerRow,
    FontRow,
    GalleyRow,
    IntroductionRow,
    IssueRow,
    MemberRow,
    PictureRow,
    PublicationRow,
    ReadingRow,
    RegisterRow,
    ReleasedFileRow,
    RevisionRow,
    ScanRow,
)
from editor.interchange.codec import has_forbidden
from editor.interchange.statements import digest, read_approval
from editor.model.approval import Signed
from editor.model.damage import Damage, DamageError, Record
from editor.model.errors import UserError
from editor.model.language import mark_tr, tr, tr_marked

_READ: tuple[tuple[type[Base], Callable[[Column], object]], ...] = (
    (PublicationRow, values.publication_value),
    (DrawerRow, values.drawer_value),
    (RegisterRow, register_value),
    (MemberRow, member_value),
    (FontRow, values.font_value),
    (ScanRow, scan_value),
)
_WHOLE = frozenset((PublicationRow, DrawerRow, RegisterRow))
_CHECKED: tuple[tuple[Record, str], ...] = (
    (Record.VERSION, mark_tr("文章版本的一条记录")),
    (Record.CHECKPOINT, mark_tr("替换的一条记录")),
    (Record.READING, mark_tr("一条读稿记录")),
    (Record.GALLEY, mark_tr("一次清样的记录")),
)
_TABLES: Mapping[Record, type[Base]] = {
    Record.VERSION: RevisionRow,
    Record.CHECKPOINT: CheckpointRow,
    Record.READING: ReadingRow,
    Record.GALLEY: GalleyRow,
}
_LOST = "SELECT issue, count(*) FROM articles WHERE issue NOT IN (SELECT uid FROM issues) GROUP BY issue"


def found(session: Session) -> Iterator[Damage]:
    """Yield the damaged records of a library, the most obstructive first."""
    for issue in session.scalars(select(IssueRow).order_by(IssueRow.date.desc(), IssueRow.uid)):
        yield from _of_issue(session, columns_of(issue))
    for uid, many in session.execute(text(_LOST)):
        name = tr("一期的记录不见了，它的 {n} 篇文章还在", n=many)
        yield Damage(record=Record.ISSUE, name=name, uid=str(uid))
    for table, value in _READ:
        # without the bytes of files
        columns = [column for column in table.__table__.columns if column.name != "data" or table in _WHOLE]
        for one in session.execute(select(*columns)):
            yield from _raised(value, columns_of(one))
    for record, name in _CHECKED:
        for row in session.scalars(select(_TABLES[record])):
            if spoilt(record, columns_of(row)):
                yield Damage(record=record, name=tr_marked(name), uid=str(columns_of(row)("id")))


def _signed(session: Session) -> Iterator[Damage]:
    """Yield signed statements that no longer fit the digest of their row; the review still shows and verifies them."""
    # imported for a search of the whole library only: it takes a tenth of a start
    from editor.desk.review.signatures import is_signed

    for row in session.scalars(select(ApprovalRow)):
        signed = Signed(statement=row.statement, key=row.key, signature=row.signature)
        if digest(row.statement) != row.digest or _issue_of(row.statement) != row.issue or not is_signed(signed):
            yield Damage(record=Record.APPROVAL, name=tr("一次签发的签名内容"), uid=row.digest, place=row.issue)
    for made in session.scalars(select(IntroductionRow)):
        signed = Signed(statement=made.statement, key=made.key, signature=made.signature)
        if digest(made.statement + made.key) != made.digest or not is_signed(signed):
            yield Damage(record=Record.INTRODUCTION, name=tr("一份密钥登记"), uid=made.digest)


def _issue_of(statement: str) -> str:
    try:
        return read_approval(statement).issue
    except UserError:
        return ""


def found_in_files(session: Session) -> Iterator[Damage]:
    """Yield records that no longer fit their digest: pictures, fonts, contents of old versions, signed statements."""
    for sha256 in session.scalars(select(PictureRow.sha256)).all():
        if not is_whole(sha256, session.scalar(select(PictureRow.data).where(PictureRow.sha256 == sha256))):
            yield Damage(record=Record.PICTURE, name=picture_name(session, sha256), uid=sha256)
    for sha256, name in session.execute(select(FontRow.sha256, FontRow.name)).all():
        data = session.scalar(select(FontRow.data).where(FontRow.sha256 == sha256))
        if not is_whole(sha256, data):
            yield Damage(record=Record.FONT, name=tr("字体文件“{name}”（请重新添加）", name=name), uid=sha256)
    for sha256 in session.scalars(select(ReleasedFileRow.sha256)).all():
        data = session.scalar(select(ReleasedFileRow.data).where(ReleasedFileRow.sha256 == sha256))
        if not is_whole(sha256, data):
            yield Damage(record=Record.RELEASED_FILE, name=tr("一份存下的签发文件"), uid=sha256)
    for sha256 in session.scalars(select(ContentRow.hash)).all():
        if not is_sound(session, sha256):
            yield Damage(record=Record.CONTENT, name=tr("文章的一个旧版本"), uid=sha256)
    yield from _signed(session)


def picture_name(session: Session, sha256: str) -> str:
    """Return what to call a picture: by the articles that print it."""
    query = select(ArticleRow.title).where(ArticleRow.body.contains(sha256)).distinct()
    titles = [tr("《{title}》", title=title[:40]) for title in session.scalars(query)]
    if titles:
        return tr("{articles}里的一张图片（请重新放入）", articles="".join(titles))
    return tr("封面、刊物资料或旧稿里的一张图片（请重新放入）")


def _of_issue(session: Session, row: Column) -> Iterator[Damage]:
    query = select(ArticleRow).where(ArticleRow.issue == row("uid")).order_by(ArticleRow.section, ArticleRow.position)
    articles = [columns_of(one) for one in session.scalars(query)]
    try:
        values.issue_value(row, articles)
    except DamageError as error:
        yield from error.damages
        if any(one.record is Record.ISSUE for one in error.damages):
            # articles are read one by one: reading the issue would only report the first damaged one
            for one in articles:
                yield from _raised(values.article_value, one)
        return
    if has_forbidden(row("data")):
        yield Damage(record=Record.ISSUE, name=_unprintable(values.issue_name(row)), uid=row("uid"))
    for one in articles:
        if has_forbidden(one("data")) or has_forbidden(one("body")):
            name = _unprintable(values.article_name(one))
            yield Damage(record=Record.ARTICLE, name=name, uid=one("uid"), place=one("issue"))


def _unprintable(name: str) -> str:
    return tr("{name}里有不能印的字符（已不显示）", name=name)


def _raised(value: Callable[[Column], object], row: Column) -> Iterator[Damage]:
    try:
        value(row)
    except DamageError as error:
        yield from error.damages
