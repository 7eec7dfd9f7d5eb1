"""The tables as mapped classes. JSON columns hold what editor.interchange writes; for checksums see db.checks."""

from functools import partial
from typing import Any

from sqlalchemy import Dialect, ForeignKey, LargeBinary, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from db.checks import CHECKS, checks_of
from editor.interchange.codec import check_text


class Bytes(TypeDecorator[bytes]):
    """Bytes, even where damage or tampering left another type; the digest then does not fit."""

    impl = LargeBinary
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:  # noqa: ANN401, ARG002 - as SQLAlchemy's
        """Return a function that makes bytes of a value."""
        return lambda value: value if isinstance(value, bytes) else str(value).encode(errors="replace")


class Base(DeclarativeBase):
    """Base of all tables."""

    type_annotation_map = {bytes: Bytes}  # noqa: RUF012 - SQLAlchemy's


class PublicationRow(Base):
    """A publication; masthead for lists, data: JSON of the whole."""

    __tablename__ = "publications"

    uid: Mapped[str] = mapped_column(primary_key=True)
    masthead: Mapped[str]
    data: Mapped[str]
    checksum: Mapped[int | None]


class IssueRow(Base):
    """An issue without its articles. date: ISO; articles: how many; data: JSON of the issue with empty sections."""

    __tablename__ = "issues"

    uid: Mapped[str] = mapped_column(primary_key=True)
    publication: Mapped[str] = mapped_column(ForeignKey("publications.uid"))
    masthead: Mapped[str]
    date: Mapped[str]
    number: Mapped[str]
    state: Mapped[str]
    articles: Mapped[int | None]
    data: Mapped[str]
    checksum: Mapped[int | None]


class ArticleRow(Base):
    """An article. section: uid; position: from 0; body: {"v":1,"blocks":[…]}; data: the rest.

    plain: its text, from which a damaged body is repaired.
    """

    __tablename__ = "articles"

    issue: Mapped[str] = mapped_column(ForeignKey("issues.uid", ondelete="CASCADE"), primary_key=True)
    uid: Mapped[str] = mapped_column(primary_key=True)
    section: Mapped[str]
    position: Mapped[int]
    title: Mapped[str]
    plain: Mapped[str]
    body: Mapped[str]
    data: Mapped[str]
    place_check: Mapped[int | None]
    words_check: Mapped[int | None]
    facts_check: Mapped[int | None]


class DrawerRow(Base):
    """An article in no issue. discarded: ISO, UTC, empty for 待编; section: name of the one it was discarded from."""

    __tablename__ = "drawer"

    publication: Mapped[str] = mapped_column(ForeignKey("publications.uid"), primary_key=True)
    uid: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    discarded: Mapped[str]
    section: Mapped[str]
    title: Mapped[str]
    plain: Mapped[str]
    body: Mapped[str]
    data: Mapped[str]
    checksum: Mapped[int | None]


class RevisionRow(Base):
    """A revision of an article. parents: hashes joined by blanks; at: ISO, UTC; reason: as in the model.

    content: hash of its kept content, NULL while the article's own row has it.
    """

    __tablename__ = "revisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    article: Mapped[str]
    hash: Mapped[str]
    parents: Mapped[str]
    author: Mapped[str]
    at: Mapped[str]
    reason: Mapped[str]
    name: Mapped[str]
    content: Mapped[str | None]
    checksum: Mapped[int | None]


class ContentRow(Base):
    """An article's canonical JSON, deflated. base: hash of the content used as its dictionary, NULL for none."""

    __tablename__ = "contents"

    hash: Mapped[str] = mapped_column(primary_key=True)
    base: Mapped[str | None]
    data: Mapped[bytes]


class PictureRow(Base):
    """A picture's bytes, stored once; articles and profiles that print it hold its kind and size."""

    __tablename__ = "pictures"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes]


class OriginalRow(Base):
    """An imported file, unchanged. at: ISO, UTC."""

    __tablename__ = "originals"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    at: Mapped[str]
    data: Mapped[bytes]
    checksum: Mapped[int | None]


class FontRow(Base):
    """A font file. name: of the file; about: JSON of its faces, read without the bytes."""

    __tablename__ = "fonts"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    about: Mapped[str]
    data: Mapped[bytes]
    checksum: Mapped[int | None]


class CheckpointRow(Base):
    """A change of several issues. at: ISO, UTC."""

    __tablename__ = "checkpoints"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str]
    name: Mapped[str]
    author: Mapped[str]
    at: Mapped[str]
    checksum: Mapped[int | None]


class CheckpointChangeRow(Base):
    """What a checkpoint changed. article: empty for the issue without its articles; before, after: JSON of either."""

    __tablename__ = "checkpoint_changes"

    checkpoint: Mapped[int] = mapped_column(ForeignKey("checkpoints.id", ondelete="CASCADE"), primary_key=True)
    issue: Mapped[str] = mapped_column(primary_key=True)
    article: Mapped[str] = mapped_column(primary_key=True)
    before: Mapped[str]
    after: Mapped[str]
    checksum: Mapped[int | None]


class RegisterRow(Base):
    """An entry of a register. position: from 0; author, at: of the last change, empty from a migration; data: JSON."""

    __tablename__ = "registers"

    register: Mapped[str] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    author: Mapped[str]
    at: Mapped[str]
    data: Mapped[str]
    checksum: Mapped[int | None]


class CheckpointTagsRow(Base):
    """Tags a checkpoint changed. place: uid of an issue, of a publication for its drawer; before, after: JSON.

    place and article are empty for the registers themselves.
    """

    __tablename__ = "checkpoint_tags"

    checkpoint: Mapped[int] = mapped_column(ForeignKey("checkpoints.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    article: Mapped[str] = mapped_column(primary_key=True)
    before: Mapped[str]
    after: Mapped[str]
    checksum: Mapped[int | None]


class MemberRow(Base):
    """A member of the board."""

    __tablename__ = "members"

    uid: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    retired: Mapped[bool]
    checksum: Mapped[int | None]


class IntroductionRow(Base):
    """The introduction of a key as it was signed. digest: sha256 of statement and signer."""

    __tablename__ = "introductions"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str]
    statement: Mapped[str]
    key: Mapped[str]
    signature: Mapped[str]


class ApprovalRow(Base):
    """An approval as it was signed. digest: sha256 of the statement."""

    __tablename__ = "approvals"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str]
    issue: Mapped[str]
    statement: Mapped[str]
    key: Mapped[str]
    signature: Mapped[str]


class ReleasedFileRow(Base):
    """A file that an approval names."""

    __tablename__ = "released_files"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes]


class SeenPageRow(Base):
    """How a page looked when it was approved. approval: digest of its row; sheet: from 1."""

    __tablename__ = "seen_pages"

    approval: Mapped[str] = mapped_column(primary_key=True)
    sheet: Mapped[int] = mapped_column(primary_key=True)
    rasteriser: Mapped[str]
    data: Mapped[bytes]
    checksum: Mapped[int | None]


class ScanRow(Base):
    """A scan of a form signed on paper. approval: digest of its row; at: ISO, UTC."""

    __tablename__ = "scans"

    id: Mapped[int] = mapped_column(primary_key=True)
    issue: Mapped[str]
    approval: Mapped[str]
    sha256: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str]
    name: Mapped[str]
    at: Mapped[str]
    data: Mapped[bytes]
    checksum: Mapped[int | None]


class LogRow(Base):
    """An entry of the log. at: ISO, UTC; before: hash of the entry before, empty for the first."""

    __tablename__ = "log"

    number: Mapped[int] = mapped_column(primary_key=True)
    action: Mapped[str]
    name: Mapped[str]
    at: Mapped[str]
    issue: Mapped[str]
    detail: Mapped[str]
    before: Mapped[str]
    hash: Mapped[str]


class ReadingRow(Base):
    """A mark that an issue was read. at: ISO, UTC; hash: of the printed content; content: its JSON, deflated."""

    __tablename__ = "readings"

    id: Mapped[int] = mapped_column(primary_key=True)
    issue: Mapped[str]
    reader: Mapped[str]
    at: Mapped[str]
    hash: Mapped[str]
    content: Mapped[bytes]
    checksum: Mapped[int | None]


class InstructionRow(Base):
    """An instruction. day: ISO; scan: sha256 of an original.

    at, withdrawn: ISO, UTC; withdrawn is empty while it counts.
    """

    __tablename__ = "instructions"

    uid: Mapped[str] = mapped_column(primary_key=True)
    issue: Mapped[str]
    article: Mapped[str]
    leader: Mapped[str]
    post: Mapped[str]
    day: Mapped[str]
    words: Mapped[str]
    scan: Mapped[str]
    name: Mapped[str]
    at: Mapped[str]
    withdrawn: Mapped[str]
    checksum: Mapped[int | None]


class GalleyRow(Base):
    """A galley. at: ISO, UTC; hash: of the printed content; content: its JSON, deflated."""

    __tablename__ = "galleys"

    id: Mapped[int] = mapped_column(primary_key=True)
    issue: Mapped[str]
    number: Mapped[int]
    name: Mapped[str]
    at: Mapped[str]
    hash: Mapped[str]
    content: Mapped[bytes]
    checksum: Mapped[int | None]


@event.listens_for(Base, "before_insert", propagate=True)
@event.listens_for(Base, "before_update", propagate=True)
def _stamp(_mapper: object, _connection: object, row: Base) -> None:
    """Set the checksums of a row before it is written. Raises UserError for text that could not be read again."""
    for column in row.__table__.columns:
        value = getattr(row, column.key)
        if isinstance(value, str):
            check_text(value)
    if row.__tablename__ in CHECKS:
        for name, value in checks_of(row.__tablename__, partial(getattr, row)).items():
            setattr(row, name, value)
