"""What an internal publication has to print: 《内部资料性出版物管理办法》 (2015) 第十四条."""

import re
from collections.abc import Iterator

from editor.checks.context import Context
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.rule import IssueRule
from editor.model.issue import Issue
from editor.model.language import tr

_PERMIT = re.compile(r"准印证[编号字第：:（(\s]*|内资准[字印]")
_PERMIT_NUMBER = re.compile(r"(?:准印证|内资准).{0,12}?\d{2,}")
_FREE = re.compile(r"内部资料[\s，,、·（(]*免费交流")
_WANTED = (
    (tr("编印单位"), re.compile(r"编印")),
    (tr("发送对象"), re.compile(r"发送|报送|印发范围")),
    (tr("印刷单位"), re.compile(r"印刷单位|承印|印制|印刷(?:厂|有限|公司|：|:)")),
    (tr("印数"), re.compile(r"印数|印刷数量|[印共]\s?\d+\s?[份册本]")),
)
_DATE = re.compile(r"印刷日期|日\s?印")
_CREDITS = FindingLocation(where="credits", field=FindingField.NOTICE)


def imprint(context: Context) -> Iterator[RuleHit]:
    """Yield what an issue that names its permit does not print beside it."""
    text = _printed(context.issue)
    if not _PERMIT.search(text):
        return
    if not _PERMIT_NUMBER.search(text):
        yield RuleHit(place=_CREDITS, message=tr("准印证没有编号"), subject="准印证")
    for name, words in ((tr("内部资料，免费交流"), _FREE), *_WANTED):
        if not words.search(text):
            yield _lacks(name, tr("写进刊头、声明或联系方式。"))


def internal(context: Context) -> Iterator[RuleHit]:
    """Yield what an internal publication must print and does not: on the cover, and there or on the credits page."""
    profile, text = context.issue.profile, _printed(context.issue)
    cover = "\n".join((profile.masthead, profile.slogan, profile.strapline))
    on_cover = tr("要印在封面上：写进刊物设置“报头”里刊名下面的一行。")
    if not _PERMIT_NUMBER.search(cover):
        yield _lacks(tr("准印证编号"), on_cover)
    if not _FREE.search(cover):
        yield _lacks(tr("内部资料，免费交流"), on_cover)
    for name, words in (*_WANTED, (tr("印刷日期"), _DATE)):
        if not words.search(text):
            yield _lacks(name, tr("在联系方式里加一行“{name}”，或写进声明。", name=name))


def _lacks(name: str, detail: str) -> RuleHit:
    return RuleHit(place=_CREDITS, message=tr("内部资料要印明“{name}”", name=name), detail=detail, subject=name)


def _printed(issue: Issue) -> str:
    profile = issue.profile
    contacts = (f"{one.label}：{one.value}" for one in issue.contacts if one.value.strip())
    roles = (credit.role for credit in issue.credits)
    publishers = (text for one in profile.publishers for text in (one.name, *one.paragraphs))
    return "\n".join(
        (profile.masthead, profile.slogan, profile.strapline, profile.notice, *contacts, *roles, *publishers)
    )


_WHY = tr("《内部资料性出版物管理办法》第十四条")
RULES = (
    IssueRule(id="publication.imprint", title=tr("内部资料的版记"), level=Level.WARNING, check=imprint, why=_WHY),
    IssueRule(
        id="publication.internal",
        title=tr("内部资料必须印明的内容"),
        level=Level.ERROR,
        check=internal,
        why=_WHY,
    ),
)
