"""Pictures: missing, without description, too coarse for print."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.checks.context import ArticleTexts, Context, figures
from editor.checks.finding import AltText, FigureWidth, FindingField, FindingLocation, Fix, Level, RuleHit
from editor.checks.rule import ArticleRule, IssueRule
from editor.model.body import Figure
from editor.model.language import tr
from editor.model.picture import Picture

_LEAST_DPI = 150
_POINTS = 72
# half the measure: what would have to be narrower is not mended by that
_NARROWEST = 500
# height by width of a long picture; letters to its width; the smallest type that is read without effort, pt
_TALL, _LETTERS, _LEAST_SIZE = 2.2, 38, 5.0
_LABEL = re.compile(r"^\s*图\s?\d+(?:[-.]\d+)?[\s\u3000：:]*")


def no_picture(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield figures whose picture is still missing."""
    for figure in figures(reading.article):
        if figure.picture is None and not figure.drawn:
            message, detail = tr("图片待补"), tr("版面上只留了空框，请放入图片。")
            yield _of(reading, figure, message, detail)


def lost_picture(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield figures whose bytes are not in the library."""
    for figure in figures(reading.article):
        if figure.picture and figure.picture.sha256 not in reading.setting.pictures:
            message, detail = tr("图片的数据不在刊库里"), tr("请重新放入图片，或导入带图片的期刊包。")
            yield _of(reading, figure, message, detail)


def unclear_chart(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield charts whose figures can't be drawn, or not all of them."""
    for figure in figures(reading.article):
        for fault in _chart_faults(figure) if figure.drawn else ():
            yield _of(reading, figure, tr("统计图的数据有问题"), fault)


def _chart_faults(figure: Figure) -> tuple[str, ...]:
    # imported for the first chart: most issues have none
    from editor.document.charts import chart_faults

    return chart_faults(figure)


def no_alt(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield pictures without a description."""
    for figure in figures(reading.article):
        if figure.picture and not figure.alt.strip():
            message, detail = tr("图没有替代文字"), tr("请用一句话写出图里有什么，供读屏软件朗读。")
            yield replace(_of(reading, figure, message, detail), fix=_by_caption(reading, figure))


def _by_caption(reading: ArticleTexts, figure: Figure) -> Fix | None:
    """Return the fix that describes a figure by its caption without the number, None where it has none."""
    text = _LABEL.sub("", figure.caption).strip()
    made = AltText(article=reading.article.uid, block=figure.uid, text=text)
    return Fix(edits=(made,), shown=tr("替代文字：{text}", text=text)) if text else None


def long_picture(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield tall pictures (of a telephone's screen, a poster) whose lettering would print under 5 pt.

    Taken is lettering of a thirty-eighth of the picture's width, as screens of telephones have it: 28 px of 1,080.
    """
    for figure in figures(reading.article):
        picture = figure.picture
        if picture and picture.height > _TALL * picture.width:
            size = picture.width / _LETTERS * _POINTS / max(print_dpi(figure, reading), 1)
            if size < _LEAST_SIZE:
                message = tr("长图里的字印出来约 {size:.1f} 磅，看不清", size=size)
                yield _of(reading, figure, message, tr("截取要紧的部分，或分成几张图，字不小于 5 磅。"))


def no_caption(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield figures with neither caption nor source."""
    for figure in figures(reading.article):
        if not figure.caption.strip() and not figure.source.strip():
            yield _of(reading, figure, tr("图没有图题和来源"), "")


def coarse(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield figures that print under 150 dpi."""
    for figure in figures(reading.article):
        if figure.picture and (dpi := print_dpi(figure, reading)) < _LEAST_DPI:
            most = max(50, figure.width * dpi // _LEAST_DPI)
            detail = tr("按现在的宽度印出来发虚；换成更大的图，或把宽度减到 {most}% 以下。", most=most // 10)
            hit = _of(reading, figure, tr("图的印刷分辨率只有 {dpi} dpi", dpi=dpi), detail)
            yield replace(hit, fix=_narrower(reading, figure, most // 10 * 10))


def _narrower(reading: ArticleTexts, figure: Figure, width: int) -> Fix | None:
    if not _NARROWEST <= width < figure.width or print_dpi(replace(figure, width=width), reading) < _LEAST_DPI:
        return None
    made = FigureWidth(article=reading.article.uid, block=figure.uid, was=figure.width, width=width)
    return Fix(edits=(made,), shown=tr("宽度减到 {most}%", most=width // 10))


def print_dpi(figure: Figure, reading: ArticleTexts) -> int:
    """Return the resolution in print: a figure takes its share of the measure unless it gets too high."""
    assert figure.picture is not None, "only pictures have pixels"  # noqa: S101
    width = reading.setting.measure * figure.width / 1000
    height = width * figure.picture.height / figure.picture.width
    width = min(width, width * reading.setting.tall / height)
    return int(figure.picture.width * _POINTS / width)


def lost_elsewhere(context: Context) -> Iterator[RuleHit]:
    """Yield pictures outside of articles whose bytes are not in the library."""
    for place, what, picture in _elsewhere(context):
        if picture.sha256 not in context.setting.pictures:
            yield RuleHit(
                place=place,
                message=tr("{what}的图片数据不在刊库里", what=what),
                detail=tr("请重新放入图片。"),
                subject=picture.sha256,
            )


def _elsewhere(context: Context) -> Iterator[tuple[FindingLocation, str, Picture]]:
    issue = context.issue
    for picture, what in ((issue.cover_picture, tr("封面")), (issue.profile.masthead_picture, tr("刊头"))):
        if picture:
            yield FindingLocation(where="cover", field=FindingField.PICTURE), what, picture
    for contact in issue.contacts:
        if contact.picture:
            yield (
                FindingLocation(where="credits", field=FindingField.CONTACT, block=contact.uid),
                f"“{contact.label}”",
                contact.picture,
            )
    for publisher in issue.profile.publishers:
        for logo in filter(None, (publisher.logo, publisher.dark_logo)):
            yield (
                FindingLocation(where="back", field=FindingField.PUBLISHER, block=publisher.uid),
                f"“{publisher.name}”",
                logo,
            )


def _of(reading: ArticleTexts, figure: Figure, message: str, detail: str) -> RuleHit:
    digest = figure.picture.sha256 if figure.picture else ""
    place = reading.place(FindingField.FIGURE, block=figure.uid)
    numbers = " ".join(cell for row in figure.chart for cell in row) if figure.drawn else ""
    subject = f"{digest} {figure.width} {numbers}".rstrip()
    return RuleHit(place=place, message=message, detail=detail, evidence=figure.caption, subject=subject)


RULES = (
    ArticleRule(id="figures.missing", title=tr("图片待补"), level=Level.ERROR, check=no_picture),
    ArticleRule(id="figures.lost", title=tr("图片数据缺失"), level=Level.ERROR, check=lost_picture),
    ArticleRule(id="figures.chart", title=tr("统计图的数据"), level=Level.ERROR, check=unclear_chart),
    ArticleRule(
        id="figures.alt",
        title=tr("没有替代文字"),
        level=Level.WARNING,
        check=no_alt,
        why=tr("GB/T 37668 非文本内容应有文字说明"),
    ),
    ArticleRule(
        id="figures.long",
        title=tr("长图看不清"),
        level=Level.WARNING,
        check=long_picture,
        why=tr("印出来的字不小于 5 磅"),
    ),
    ArticleRule(id="figures.caption", title=tr("没有图题和来源"), level=Level.INFO, check=no_caption),
    ArticleRule(
        id="figures.resolution", title=tr("分辨率低"), level=Level.WARNING, check=coarse, why=tr("印刷不低于 150 dpi")
    ),
    IssueRule(id="figures.lost-elsewhere", title=tr("文章以外的图片缺失"), level=Level.ERROR, check=lost_elsewhere),
)
