"""Restores versions of an article, and describes versions in words."""

import datetime as dt
from dataclasses import replace

from editor.desk.starting.keeping import age_words
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.language import tr, tr_marked
from editor.model.revision import Reason, Version

LONGEST_NAME = 30
_REASONS = {
    Reason.FIRST: tr("改动以前"),
    Reason.IMPORTED: tr("导入时"),
    Reason.CREATED: tr("新建"),
    Reason.WRITTEN: tr("自动"),
    Reason.DAILY: tr("当天最后"),
    Reason.REPLACING: tr("替换前"),
    Reason.FIXING: tr("修正前"),
    Reason.HANDED_OVER: tr("交出时"),
    Reason.RESTORING: tr("恢复前"),
    Reason.RESTORED: tr("恢复"),
    Reason.NAMED: tr("记下"),
}


def restored(now: Article, version: Article) -> Article:
    """Return the article with text, facts and tags of a version.

    What tells of the work on it, named here, stays as it is now: steps, notes, tracked changes, where it came from.
    Every other field of the archive comes from the version.
    """
    work = now.archive
    archive = replace(
        version.archive,
        state=work.state,
        proofreader=work.proofreader,
        signoffs=work.signoffs,
        notes=work.notes,
        tracking=work.tracking,
        origin=work.origin,
        receipt=work.receipt,
    )
    return replace(version, archive=archive, uid=now.uid)


def reason_words(version: Version) -> str:
    """Return why a version was kept, with its name or that of the change that followed."""
    words = _REASONS[version.reason]
    return f"{words} · {tr_marked(version.name)}" if version.name and version.reason is not Reason.NAMED else words


def moment_words(at: dt.datetime, now: dt.datetime) -> str:
    """Return when a version last changed, in local time: 今天 12:05, 12月27日 09:40. at, now: UTC."""
    local = at.astimezone()
    words = age_words(local, now.astimezone())
    return words if ":" in words else f"{words} {local:%H:%M}"


def checked_name(text: str) -> str:
    """Return a version's name as it is stored: single blanks. Raises UserError with what is wrong."""
    name = " ".join(text.split())
    if not name:
        raise UserError(tr("请先给这个版本起个名字，例如“交主编前”。"))
    if len(name) > LONGEST_NAME:
        raise UserError(tr("名字最多 {n} 个字，请写短一些。", n=LONGEST_NAME))
    return name
