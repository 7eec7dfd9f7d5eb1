"""Tables: too wide for any page."""

from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import FindingField, Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.document.table_setting import table_setting
from editor.model.block_kinds import as_table
from editor.model.language import tr


def too_wide(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield tables whose columns need more than a page turned sideways has."""
    for table in filter(None, map(as_table, reading.article.blocks)):
        setting = table_setting(table, reading.setting.tables)
        if not setting.fits:
            columns = len(table.head)
            yield RuleHit(
                place=reading.place(FindingField.BODY, block=table.uid),
                message=tr("这张表太宽"),
                detail=tr(
                    "{columns} 列横排在一页上，字要缩到 {size:g} 磅；请减少列、拆成几张表，或把大数改以万、亿为单位。",
                    columns=columns,
                    size=setting.size,
                ),
                evidence=table.caption,
                subject=f"{columns} {setting.size:g}",
            )


RULES = (ArticleRule(id="tables.too-wide", title=tr("表格太宽"), level=Level.ERROR, check=too_wide),)
