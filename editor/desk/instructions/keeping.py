"""Instructions entered, changed and shown. They stand beside an issue: none of them changes what was signed."""

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from editor.desk.files import read_file
from editor.desk.ports import Library
from editor.desk.review.steps import By
from editor.model.errors import UserError
from editor.model.instruction import LONGEST_NAME, LONGEST_WORDS, Instruction
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.signed_scan import ENDINGS, MOST_SCAN_BYTES, ScanKind
from editor.model.uid import new_uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What somebody entered. scan: a new file, None to leave it as it is; day: on which the leader wrote it."""

    article: str
    leader: str
    day: dt.date
    words: str
    post: str = ""
    scan: Path | None = None


def keep_instruction(
    library: Library, issue: Issue, entered: Entered, by: By, before: Instruction | None = None
) -> Instruction:
    """Keep what was entered, in place of `before` where there is one; by: who enters it when.

    To be called in the thread that may use PDFium. Raises UserError for what lacks a leader or words, texts that
    are too long, or a file that is no scan. The issue's state does not matter: past issues were never signed here.
    """
    _check(issue, entered, before)
    file = _scan(entered.scan) if entered.scan else None
    digest = hashlib.sha256(file[1]).hexdigest() if file else ""
    made = Instruction(
        uid=before.uid if before else new_uid(),
        issue=issue.uid,
        article=entered.article,
        leader=entered.leader.strip(),
        post=entered.post.strip(),
        day=entered.day,
        words=entered.words.strip(),
        scan=digest or (before.scan if before else ""),
        name=by.name,
        at=by.at,
    )
    library.instructions.put(made, file)
    return made


def withdraw_instruction(library: Library, one: Instruction, at: dt.datetime) -> None:
    """Count an instruction no more; `put_back` undoes it. at: UTC."""
    library.instructions.withdraw(one.uid, at)


def put_back(library: Library, one: Instruction, at: dt.datetime) -> None:
    """Count a withdrawn instruction again. at: UTC."""
    library.instructions.put(replace(one, at=at))


def scan_of(library: Library, one: Instruction) -> tuple[str, bytes]:
    """Return name and bytes of an instruction's scan. Raises UserError where it is not there or damaged."""
    found = library.files.originals((one.scan,)).get(one.scan) if one.scan else None
    if found is None:
        raise UserError(tr("批示的扫描件已不在刊库里，或已损坏。请重新选择文件。"))
    return found


def _check(issue: Issue, entered: Entered, before: Instruction | None) -> None:
    if entered.article not in {one.uid for one in issue.articles()}:
        raise UserError(tr("这篇文章已不在这一期里，请重新选择文章。"))
    if not entered.leader.strip():
        raise UserError(tr("请填写批示人。"))
    if not entered.words.strip() and entered.scan is None and not (before and before.scan):
        raise UserError(tr("请填写批示内容，或选择批示的扫描件。"))
    if max(len(entered.leader.strip()), len(entered.post.strip())) > LONGEST_NAME:
        raise UserError(tr("批示人和职务各不超过 {n} 个字符，请缩短。", n=LONGEST_NAME))
    if len(entered.words.strip()) > LONGEST_WORDS:
        raise UserError(tr("批示内容不超过 {n} 个字符，请缩短。", n=LONGEST_WORDS))


def _scan(path: Path) -> tuple[str, bytes]:
    # imported only for a new scan
    from editor.intake.signed_scan import take_scan

    kind, data = take_scan(read_file(path, most=MOST_SCAN_BYTES), name=path.name)
    return f"{path.stem}{ENDINGS[ScanKind(kind)]}", data
