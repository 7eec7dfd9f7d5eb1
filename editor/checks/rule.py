"""A rule: a small function with a name. The first part of its id is its group."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from editor.checks.context import ArticleTexts, Context, Sheets
from editor.checks.finding import Finding, Level, RuleHit
from editor.model.language import tr

GROUPS = {
    "structure": tr("结构"),
    "titles": tr("标题"),
    "archive": tr("往期"),
    "sources": tr("来源与链接"),
    "figures": tr("图片"),
    "tables": tr("表格"),
    "text": tr("标点与字符"),
    "typos": tr("错别字"),
    "web": tr("网页附带"),
    "words": tr("用词"),
    "publication": tr("内部资料"),
    "credits": tr("角色与名字"),
    "units": tr("量和单位"),
    "digits": tr("数字"),
    "sums": tr("数的核算"),
    "names": tr("文件名与简称"),
    "dates": tr("日期"),
    "numbers": tr("期号与序号"),
    "contacts": tr("联系方式"),
    "pages": tr("版面"),
}
ArticleCheck = Callable[[ArticleTexts], Iterator[RuleHit]]
IssueCheck = Callable[[Context], Iterator[RuleHit]]
PageCheck = Callable[[Sheets], Iterator[RuleHit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declared:
    """id: group and name, kept in waivers and never renamed; title: in a list of rules; why: clause or custom."""

    id: str
    title: str
    level: Level
    why: str = ""

    @property
    def group(self) -> str:
        """The key of its group."""
        return self.id.partition(".")[0]

    def signed(self, hits: Iterable[RuleHit]) -> tuple[Finding, ...]:
        """Return hits as findings of this rule."""
        return tuple(
            Finding(
                rule=self.id,
                level=hit.level or self.level,
                why=hit.why or self.why,
                place=hit.place,
                message=hit.message,
                detail=hit.detail,
                evidence=hit.evidence,
                marks=hit.marks,
                fix=hit.fix,
                also=hit.also,
                subject=hit.subject,
            )
            for hit in hits
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRule(_Declared):
    """Reads one article and the setting: its findings are reused as long as both are the same values."""

    check: ArticleCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRule(_Declared):
    """Reads the whole issue."""

    check: IssueCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule(_Declared):
    """Reads the finished pages; pending while there are none."""

    check: PageCheck


Rule = ArticleRule | IssueRule | PageRule
