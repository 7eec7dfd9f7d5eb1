"""`intake`: files of contributors become articles of a library."""

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from editor.cli.command import Command, OpenLibrary
from editor.cli.commands import named
from editor.cli.output import progress, show_json, show_message, warn
from editor.desk.intake.outcomes import Outcome, ReadArticle, ReadIssue, RefusedFile, SignedFile
from editor.intake.manuscript import TrackedChanges
from editor.model.edits import INBOX, ArticlePosition
from editor.model.errors import UserError
from editor.model.guesses import open_guesses
from editor.model.issue_state import EDITABLE

if TYPE_CHECKING:
    from editor.desk.ports import Library
    from editor.model.workspace import Workspace

_FIELDS = {
    "title": "标题", "subtitle": "副题", "source": "来源", "link": "链接", "published": "发布日期", "tags": "标签",
    "editor": "责任编辑",
}  # fmt: skip


def take_files(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Read every file and put in what reads as an article, in one transaction. Raises UserError where one is left."""
    from editor.desk.intake.options import reading_options
    from editor.desk.intake.reading import read_manuscripts
    from editor.desk.intake.taking import known_before, take_articles

    with open_library(call.library) as library:
        space = library.workspace(_issue(call, library))
        place = _place(space, call.section)
        outcomes = []
        with progress("收来稿") as step:
            options = reading_options(
                library,
                space.issue.publication,
                author=named(call),
                as_articles=call.article,
                changes=TrackedChanges(call.changes),
            )
            for outcome in read_manuscripts(call.files, at=dt.datetime.now(tz=dt.UTC), options=options):
                step(outcome.path.name)
                outcomes.append(outcome)
        read = [one for one in outcomes if isinstance(one, ReadArticle)]
        repeated = known_before(space, read)
        if read:
            take_articles(library, space, read, place, author=named(call))
    if call.json:
        show_json([_row(one) for one in outcomes])
    else:
        for one in outcomes:
            _say(one, call.section)
        for words in repeated:
            warn(words)
    if len(read) < len(outcomes):
        raise UserError(f"{len(outcomes)} 个文件收下 {len(read)} 个，其余的没有收，原因见上。")


def _issue(call: argparse.Namespace, library: "Library") -> str:
    """Return the issue named, else the newest that is being edited; for 收件 any of them will do."""
    if call.issue:
        return library.find(call.issue).uid
    entries = library.issues()
    if not entries:
        raise UserError("刊库里还没有一期，来稿无处可放。请先用 bulletin-desk open 新建刊物，或用 import 导入一期。")
    edited = next((one for one in entries if one.state in EDITABLE), None)
    if edited is None and call.section:
        raise UserError("没有还在编辑的一期。请先用 new 新建一期，或不写 --section，先放进收件。")
    return (edited or entries[0]).uid


def _place(space: "Workspace", section: str) -> ArticlePosition:
    if not section:
        return ArticlePosition(section=INBOX, position=len(space.drawer.pending))
    for one in space.issue.sections:
        if one.name == section:
            return ArticlePosition(section=one.uid, position=len(one.articles))
    names = "、".join(one.name for one in space.issue.sections)
    raise UserError(f"这一期没有“{section}”这个栏目，有的是：{names}。")


def _say(outcome: Outcome, section: str) -> None:
    match outcome:
        case ReadArticle(path=path, article=article, messages=messages, cleaned=cleaned):
            where = f"“{section}”" if section else "收件"
            show_message(f"已收下 {path.name}：《{article.title.text or '（无标题）'}》，放进{where}")
            if guesses := open_guesses(article):
                warn(f"{path.name}：{'、'.join(_FIELDS[one] for one in guesses)}是猜的，请核对。")
            for words in (*messages, *cleaned):
                warn(f"{path.name}：{words}")
        case ReadIssue(path=path):
            warn(f"{path.name}：{_issue_words(outcome)}")
        case SignedFile(path=path):
            warn(_signed_words(path))
        case RefusedFile(message=message):
            warn(message)
        case _:
            assert_never(outcome)


def _issue_words(one: ReadIssue) -> str:
    if not one.switchable:
        return "这是一期简报，请用 import 导入。"
    return f"读起来是一期简报（{one.words}），没有当作一篇文章收：请用 import 导入；确实是一篇文章，加 --article。"


def _signed_words(path: Path) -> str:
    return f"{path.name} 像是这里签发过的文件：请用 verify 核验；确实要收作一篇文章，加 --article。"


def _row(outcome: Outcome) -> dict[str, object]:
    file = str(outcome.path)
    match outcome:
        case ReadArticle(article=article, messages=messages, cleaned=cleaned):
            guesses = list(open_guesses(article))
            title = article.title.text
            return {
                "file": file,
                "article": article.uid,
                "title": title,
                "guessed": guesses,
                "messages": list(messages),
                "cleaned": list(cleaned),
            }
        case ReadIssue():
            return {"file": file, "article": None, "messages": [_issue_words(outcome)]}
        case SignedFile(path=path):
            return {"file": file, "article": None, "messages": [_signed_words(path)]}
        case RefusedFile(message=message):
            return {"file": file, "article": None, "messages": [message]}
        case _:
            assert_never(outcome)


INTAKE_COMMANDS: dict[str, Command] = {"intake": take_files}
