"""Versions kept on the way to something else."""

from collections.abc import Iterable

from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.revision import Reason
from editor.ui.work.opened_issue import OpenedIssue


def keep_versions(opened: OpenedIssue, uids: Iterable[str], reason: Reason, *, name: str = "") -> None:
    """Keep articles as they stand now as versions. Raises UserError where that, or saving, fails."""
    if not opened.save():
        raise UserError(tr("这一期还有修改没有存上。{refused}", refused=opened.saving.refused))
    opened.library.versions.keep(uids, reason, author=opened.author(), name=name)


def snapshot_before(opened: OpenedIssue, uids: Iterable[str], reason: Reason, *, name: str) -> str:
    """Keep articles as they stand as versions; return what to say where that failed, empty where it did not.

    What is under way goes on: its step can be undone all the same.
    """
    if opened.library.read_only:
        return ""
    try:
        keep_versions(opened, tuple(uids), reason, name=name)
    except UserError as error:
        return tr("之前的稿子没有记成版本：{error}", error=error)
    return ""
