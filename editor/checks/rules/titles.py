"""Titles of articles."""

from collections.abc import Iterator

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import FindingField, FindingLocation, Fix, Level, RuleHit, TextEdit
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import edit, many
from editor.document.measure import display_width
from editor.document.title_lines import article_lines
from editor.model.language import tr
from editor.text.characters import fold
from editor.text.quotes import within_title

_MOST_LINES = 2
_NEARLY = 0.8


def long_title(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a title of more than two lines; a line wider than the measure counts as several."""
    width = reading.setting.title_width
    lines = article_lines(reading.article, title_width=width)
    if len(lines) > _MOST_LINES:
        yield _over(reading, tr("标题占 {n} 行", n=len(lines)))
    elif wide := [line for line in lines if display_width(line) > width]:
        message = tr("标题有一行超出版心") if len(lines) > 1 else tr("标题超过一行，没有合适的断处")
        yield _over(reading, message, tr("每行最多 {n} 字：“{wide}”要缩短或换行。", n=int(width), wide=wide[0]))


def contents_differ(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a contents title that differs from the title in blanks and the width of marks only."""
    contents = reading.contents
    if contents.text and contents.text != reading.title.text and fold(contents.text) == fold(reading.title.text):
        span = (0, len(contents.text))
        message = tr("目录标题与标题只差空格或标点宽窄")
        yield many([(contents, span)], [edit(contents, span, "")], message, tr("与标题相同"))


def headline_differs(context: Context) -> Iterator[RuleHit]:
    """Yield a headline that is nearly an article's title: one of them was changed and the other was not."""
    headline = context.issue.headline.text
    articles = tuple(context.issue.articles())
    known = {line for one in articles for line in (one.title.text, one.contents_line)}
    if not headline or headline in known or not articles:
        return
    # imported only where the headline is no article's title
    from rapidfuzz.distance import Indel

    near = max((one.title.text for one in articles), key=lambda title: Indel.normalized_similarity(headline, title))
    if Indel.normalized_similarity(headline, near) >= _NEARLY:
        place = FindingLocation(where="cover", field=FindingField.HEADLINE)
        yield RuleHit(
            place=place,
            fix=Fix(edits=(TextEdit(place=place, was=headline, text=near),), shown=near),
            message=tr("头条标题与《{title}》的标题不一样", title=within_title(near)),
            detail=tr("封面印的是“{headline}”。若是改了文章的标题，封面也要改；有意不同就放行。", headline=headline),
            subject=f"{headline}\n{near}",
        )


def _over(reading: ArticleTexts, message: str, detail: str = "标题不超过两行，请改短。") -> RuleHit:
    return RuleHit(place=reading.title.place, message=message, detail=detail, subject=reading.title.text)


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
    IssueRule(
        id="titles.headline",
        title=tr("头条标题与文章标题不一"),
        level=Level.WARNING,
        check=headline_differs,
        why=tr("头条标题印的是那一篇的标题"),
    ),
)
