"""签发单: the form on which an issue is signed on paper, and after the approval the record of it."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from itertools import pairwise

from editor.checks.run import Checked
from editor.desk.checking import check_whole, previous_issue
from editor.desk.collating.standing import unchecked
from editor.desk.overview import article_characters
from editor.desk.papers.heading import heading_of, moment
from editor.desk.printable_issue import PrintableIssue, printable_issue
from editor.desk.printing import PrintFiles, Progress, print_files
from editor.desk.review.approvals import current
from editor.desk.review.approved_issues import doubts_of
from editor.desk.review.enrolling import key_in_use
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.obstacles import ObstacleKind, obstacles
from editor.desk.review.office import Office
from editor.document.papers import ApprovalForm, Fact, SignatureBox, TitleGroup, TitleLine
from editor.interchange.canonical import content_hash
from editor.model.approval import Approval, LogAction, LogEvent
from editor.model.article import Article
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED, STATE_NAMES
from editor.model.language import in_chinese, tr
from editor.model.number import date_label
from editor.model.page_facts import PageFacts
from editor.model.review import Role, Step
from editor.text.quotes import within_title

_CODE, _GROUP = 16, 4
_PAPER = "纸上签字的可扫描存档；作数的是电子签名。"


def approval_form_pdf(office: Office, uid: str, made: dt.datetime, *, progress: Progress = lambda _step: None) -> bytes:
    """Set an issue, to know its pages and files; return its form as PDF. Raises UserError where it cannot be set."""
    from editor.pages.papers import set_paper

    printable = printable_issue(office.library, uid)
    one = current(office.review, uid) if printable.issue.archive.state in CLOSED else None
    files = print_files(
        printable.issue,
        pictures=printable.pictures,
        fonts=printable.fonts,
        edition=printable.edition,
        word=one is None,
        progress=progress,
    )
    progress(tr("排版签发单"))
    # papers are in Chinese, findings too, whatever language the window has
    with in_chinese():
        form = approval_form(office, printable, files, made, approval=one.approval if one else None)
    return set_paper(form)


def approval_form(
    office: Office, printable: PrintableIssue, files: PrintFiles, made: dt.datetime, *, approval: Approval | None
) -> ApprovalForm:
    """Return the form of an issue. files: its printed forms, those to be signed where there is no approval yet.

    Where the approval does not count on this machine, the form says why and is not marked as a record of it.
    """
    issue, facts = printable.issue, files.facts
    doubts = tuple(one.words for one in doubts_of(office, issue))
    checked = check_whole(printable, facts=facts, previous=previous_issue(office.library, issue))
    state = approval.name + "已签发" if approval else STATE_NAMES[issue.archive.state]
    state = "签发不作数" if doubts else state
    return ApprovalForm(
        heading=heading_of(issue, "签发单", made, aside=f"{date_label(issue.date)}出刊　{state}", more=_PAPER),
        hands=_hands(None if doubts else approval),
        facts=tuple(_facts(issue, facts)),
        statements=(*_wording(office, issue, approval), *(Fact(label="不作数", text=words) for words in doubts)),
        groups=_groups(issue, facts),
        open=_open(office, printable, checked, facts),
        waived=tuple(_waived(printable, checked)),
        codes=tuple(_codes(office, printable, files, approval)),
    )


def _hands(approval: Approval | None) -> tuple[SignatureBox, ...]:
    signed = SignatureBox(label="签发")
    if approval:
        signed = SignatureBox(label="签发", name=approval.name, date=moment(approval.at), words="电子签名")
    return (signed, SignatureBox(label="会签"), SignatureBox(label="核稿"), SignatureBox(label="拟稿"))


def _facts(issue: Issue, facts: PageFacts | None) -> Iterator[Fact]:
    articles = tuple(issue.articles())
    yield Fact(label="篇数", text=f"{len(articles)} 篇")
    yield Fact(label="页数", text=f"{facts.sheets} 页" if facts else "")
    yield Fact(label="字数", text=f"{sum(map(article_characters, articles))} 字")


def _wording(office: Office, issue: Issue, approval: Approval | None) -> Iterator[Fact]:
    log = [entry.event for entry in office.review.log(issue.uid)]
    rounds = [event for event in log if event.action is LogAction.SUBMITTED]
    if rounds:
        yield Fact(label="送审", text=f"{rounds[-1].name}，{moment(rounds[-1].at)}，第 {len(rounds)} 次送审")
    remark = _remark(log)
    if remark:
        yield Fact(label="附言", text=remark)
    if approval and approval.revision > 1:
        yield Fact(label="版次", text=f"修订版，第 {approval.revision} 版：{approval.reason}")


def _remark(log: list[LogEvent]) -> str:
    """Return the remark of the last submission, empty for none."""
    statements = [
        before.detail
        for before, event in pairwise(log)
        if event.action is LogAction.SUBMITTED and before.action is LogAction.REMARK
    ]
    return statements[-1] if statements else ""


def _groups(issue: Issue, facts: PageFacts | None) -> tuple[TitleGroup, ...]:
    return tuple(
        TitleGroup(name=section.name, entries=tuple(_line(article, facts) for article in section.articles))
        for section in issue.sections
        if section.articles
    )


def _line(article: Article, facts: PageFacts | None) -> TitleLine:
    folio = facts.folio(article.uid) if facts else None
    page = f"{folio:02}" if folio else ""
    return TitleLine(page=page, title=article.title.text, count=str(article_characters(article)))


def _open(office: Office, printable: PrintableIssue, checked: Checked, facts: PageFacts | None) -> tuple[str, ...]:
    corrections = unchecked(office.library, printable.issue)
    found = obstacles(Step.APPROVE, printable, checked, facts, corrections=corrections)
    return tuple(one.words for one in found if one.kind is not ObstacleKind.WAIVED)


def _waived(printable: PrintableIssue, checked: Checked) -> Iterator[str]:
    titles = {article.uid: article.title.text for article in printable.issue.articles()}
    for one in checked.waived:
        title = titles.get(one.finding.place.where, "")
        where = f"《{within_title(title)}》" if title else ""
        who = f"{one.waiver.name}，{date_label(one.waiver.at.astimezone().date())}"
        yield f"{where}{one.finding.message}　理由：{one.waiver.reason}（{who}）"


def _codes(office: Office, printable: PrintableIssue, files: PrintFiles, approval: Approval | None) -> Iterator[Fact]:
    if approval:
        content, pdf, word = approval.content, approval.pdf, approval.word
    else:
        content = content_hash(printable.issue)
        pdf, word = (hashlib.sha256(data or b"").hexdigest() for data in (files.pdf, files.word))
    yield Fact(label="内容码", text=_short(content))
    yield Fact(label="PDF", text=_short(pdf))
    yield Fact(label="Word", text=_short(word))
    if approval:
        yield Fact(label="密钥指纹", text=fingerprint(approval.key))
        return
    for name in _approvers(office, printable):
        key = key_in_use(office, name)
        if key:
            yield Fact(label="密钥指纹", text=f"{name}　{fingerprint(key.key)}")


def _approvers(office: Office, printable: PrintableIssue) -> tuple[str, ...]:
    """Return who may approve: whom the publication names, else every chief editor."""
    members = office.review.members()
    return printable.publication.approvers or tuple(
        one.name for one in members if one.role is Role.CHIEF and not one.retired
    )


def _short(digest: str) -> str:
    """Return the beginning of a digest, in groups to be compared by eye."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, _CODE, _GROUP))
