"""What is asked of files that may be more than an article."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtWidgets import QWidget

from editor.desk.intake.outcomes import ReadArticle, ReadIssue
from editor.intake.manuscript import TrackedChanges
from editor.model.language import tr
from editor.ui.kit.message_dialog import Message, MessageAnswer, MessageDialog, MessageKind

_MOST_NAMED = 4


class Choice(IntEnum):
    """The number of the answer, as `MessageDialog` gives it: nothing, nothing, articles, or what else they may be."""

    LEFT = 0
    NOTHING = 1
    ARTICLES = 2
    OTHERWISE = 3


def issue_question(issues: Sequence[ReadIssue], parent: QWidget) -> MessageDialog:
    """Ask about files that read as whole issues."""
    what = tr("{files}读起来是一期简报", files=_names([one.path for one in issues]))
    found = "\n".join(one.words for one in issues if one.words)
    way = tr("导入：成为刊库里的一期。收作文章：整份成为一篇文章。")
    return _question(what, "\n".join(part for part in (found, way) if part), tr("导入"), parent)


def signed_question(files: Sequence[Path], parent: QWidget) -> MessageDialog:
    """Ask about PDFs and Word files that were signed here, or say that they were."""
    what = tr("{files}像是这里签发过的文件", files=_names(files))
    way = tr("核验：只看是不是签发的那一份、改过没有，刊库不变。收作文章：读成一篇文章。")
    return _question(what, way, tr("核验"), parent)


CHANGES = (TrackedChanges.ACCEPTED, TrackedChanges.REJECTED, TrackedChanges.KEPT)
"""How tracked changes can be read, as the buttons of the question offer it; the first is the second button."""


def changes_question(read: Sequence[ReadArticle], kept: TrackedChanges, parent: QWidget) -> MessageDialog:
    """Ask how tracked changes are read, once for all files. kept: what was answered last time."""
    files = _names([one.path for one in read])
    what = tr("{files}里有 {n} 处修订", files=files, n=sum(one.changes for one in read))
    ways = (
        tr("接受修订：读成改好的样子。"),
        tr("按修订前：读成没有改过的样子。"),
        tr("留作修订：读成改好的样子，每处改动列在“修订”里，可以逐条接受或拒绝。"),
    )
    words = (tr("不收"), tr("接受修订"), tr("按修订前"), tr("留作修订"))
    message = Message(MessageKind.QUESTION, what, "\n".join(ways))
    answers = [MessageAnswer(one) for one in words]
    return MessageDialog(message, parent, answers=answers, default=1 + CHANGES.index(kept))


def _question(what: str, reason: str, otherwise: str, parent: QWidget) -> MessageDialog:
    answers = (MessageAnswer(tr("取消")), MessageAnswer(tr("收作文章")), MessageAnswer(otherwise))
    return MessageDialog(Message(MessageKind.QUESTION, what, reason), parent, answers=answers)


def _names(files: Sequence[Path]) -> str:
    names = tr("、").join(tr("“{name}”", name=one.name) for one in files[:_MOST_NAMED])
    return names if len(files) <= _MOST_NAMED else tr("{names}等 {n} 个文件", names=names, n=len(files))
