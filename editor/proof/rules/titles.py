"""Titles of articles."""

from collections.abc import Iterator

from editor.document.issue_document import article_lines
from editor.document.measure import display_width
from editor.model.language import tr
from editor.proof.context import Reading
from editor.proof.finding import Hit, Level
from editor.proof.rule import ArticleRule
from editor.proof.words import edit, many
from editor.text.characters import fold

_MOST_LINES = 2


def long_title(reading: Reading) -> Iterator[Hit]:
    """Yield a title of more than two lines, those counted that do not fit the measure."""
    width = reading.setting.title_width
    lines = article_lines(reading.article, title_width=width)
    if len(lines) > _MOST_LINES:
        yield _over(reading, tr("标题占 {n} 行", n=len(lines)))
    elif wide := [line for line in lines if display_width(line) > width]:
        message = tr("标题有一行超出版心") if len(lines) > 1 else tr("标题超过一行，没有合适的断处")
        yield _over(reading, message, tr("每行最多 {n} 字：“{wide}”要缩短或换行。", n=int(width), wide=wide[0]))


def contents_differ(reading: Reading) -> Iterator[Hit]:
    """Yield a contents title that differs from the title in blanks and the width of marks only."""
    contents = reading.contents
    if contents.text and contents.text != reading.title.text and fold(contents.text) == fold(reading.title.text):
        span = (0, len(contents.text))
        message = tr("目录标题与标题只差空格或标点宽窄")
        yield many([(contents, span)], [edit(contents, span, "")], message, tr("与标题相同"))


def _over(reading: Reading, message: str, detail: str = "标题不超过两行，请改短。") -> Hit:
    return Hit(place=reading.title.place, message=message, detail=detail, subject=reading.title.text)


RULES = (
    ArticleRule(
        id="titles.lines",
        title=tr("标题超过两行"),
        level=Level.WARNING,
        check=long_title,
        why=tr("标题一行或两行，每行不超出版心"),
    ),
    ArticleRule(
        id="titles.contents",
        title=tr("目录标题与标题不一"),
        level=Level.INFO,
        check=contents_differ,
        why=tr("目录与正文的标题应一致"),
    ),
)
