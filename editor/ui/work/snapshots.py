"""Versions kept on the way to something else."""

from collections.abc import Iterable

from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.revision import Reason
from editor.ui.work.session import Session


def snapshot_before(session: Session, uids: Iterable[str], reason: Reason, *, name: str) -> str:
    """Keep articles as they stand as versions; return what to say where that failed, empty where it did not.

    What is under way goes on: its step can be undone all the same.
    """
    if session.library.read_only:
        return ""
    try:
        session.keep_versions(tuple(uids), reason, name=name)
    except UserError as error:
        return tr("之前的稿子没有记成版本：{error}", error=error)
    return ""
