"""Adding to a library: issues with all that belongs to them, pictures, originals."""

import datetime as dt
import hashlib

from sqlalchemy.orm import Session

from db import log, queries, rows, versions
from db.engine import rows_of
from db.fronts import note_front_made
from db.reviewing import add_approval, add_introduction, add_released
from db.row_damage import is_whole
from db.scans import add_scan
from db.tables import IssueRow, OriginalRow, PictureRow, PublicationRow
from editor.desk.ports import Arrival, BroughtFiles
from editor.model.approval import LogEvent
from editor.model.errors import TakenError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.numbering import clash
from editor.model.picture import StoredPicture
from editor.model.revision import Reason


def take_in(session: Session, arrival: Arrival, at: dt.datetime) -> None:
    """Add an issue and what belongs to it; a publication that exists already is not changed. at: UTC."""
    if session.get(PublicationRow, arrival.publication.uid) is None:
        session.add(rows.publication_row(arrival.publication))
        if arrival.rules:
            log.write(session, arrival.rules)
    for picture, data in arrival.pictures:
        add_picture(session, picture, data)
    add_issue(session, arrival.issue)
    for name, data in arrival.originals:
        add_original(session, name, data, at)
    if arrival.event:
        _take_in_approvals(session, arrival, arrival.event)
    imported = versions.Occasion(reason=Reason.IMPORTED, author="", at=at)
    for article in arrival.issue.articles():
        versions.note_arrival(session, article, imported)


def make_issue(session: Session, issue: Issue, *, author: str, at: dt.datetime) -> None:
    """Add an issue made here, with its author's revisions. at: UTC. Raises TakenError, see add_issue."""
    add_issue(session, issue)
    if author:
        made = versions.Occasion(reason=Reason.CREATED, author=author, at=at)
        note_front_made(session, issue, made)
        for article in issue.articles():
            versions.note_arrival(session, article, made)


def add_issue(session: Session, issue: Issue) -> None:
    """Add an issue. Raises TakenError when its number is taken or it is there already."""
    for uid, number in queries.near_numbers(rows_of(session), issue.publication, issue.number):
        message = clash(issue.number, (number,))
        if message:
            raise TakenError(message, uid)
    if session.get(IssueRow, issue.uid) is not None:
        raise TakenError(tr("这一期已经在刊库里了，请直接打开。"), issue.uid)
    session.add(rows.issue_row(issue))
    session.flush()
    session.add_all(rows.article_rows(issue))


def _take_in_approvals(session: Session, arrival: Arrival, event: LogEvent) -> None:
    for signed in arrival.introductions:
        add_introduction(session, signed)
    for signed in arrival.approvals:
        add_approval(session, signed)
    for data in arrival.released:
        add_released(session, data)
    for scan, data in arrival.scans:
        add_scan(session, scan, data)
    log.write(session, event)


def add_files(session: Session, files: BroughtFiles, at: dt.datetime) -> None:
    """Store what comes with articles. at: UTC."""
    for picture, data in files.pictures:
        add_picture(session, picture, data)
    for name, data in files.originals:
        add_original(session, name, data, at)


def add_picture(session: Session, picture: StoredPicture, data: bytes) -> None:
    """Store a picture once. Raises ValueError when the bytes are not the picture's."""
    if hashlib.sha256(data).hexdigest() != picture.sha256:
        raise ValueError("the bytes are not those of the picture")
    row = session.get(PictureRow, picture.sha256)
    if row is None:
        session.add(PictureRow(sha256=picture.sha256, data=data))
    elif not is_whole(picture.sha256, row.data):
        # storing a damaged picture again repairs it
        row.data = data


def add_original(session: Session, name: str, data: bytes, at: dt.datetime) -> str:
    """Store an imported file unchanged; return its sha256. at: UTC."""
    digest = hashlib.sha256(data).hexdigest()
    if session.get(OriginalRow, digest) is None:
        session.add(OriginalRow(sha256=digest, name=name, at=at.isoformat(), data=data))
    return digest
