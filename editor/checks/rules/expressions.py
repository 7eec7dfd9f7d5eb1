"""Fixed expressions, wording on Hong Kong, Macao, Taiwan and territory, maps. Starter tables, each with its source."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts, figures
from editor.checks.finding import FindingField, Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.tables import listed, sought
from editor.checks.words import HAN, told
from editor.model.language import tr

_THOUGHT = re.compile(
    r"习近平(?:总书记)?新时代(?:中国)?(?:特色)?社会主义[^，。；、（）“”\n]{0,4}思想|习近平新时代[^，。；、（）“”\n]{0,12}思想"
)
_RIGHT_THOUGHT = re.compile(r"习近平新时代中国特色社会主义(?:经济|外交|文化|法治)?思想")
_IDEAS = ("创新", "协调", "绿色", "开放", "共享")
_IDEAS_RUN = re.compile(f"(?:(?:{'|'.join(_IDEAS)})、){{4}}(?:{'|'.join(_IDEAS)})")
_WAY = re.compile("(?:完整|准确|全面)、(?:完整|准确|全面)、(?:完整|准确|全面)贯彻")
_SINCE = re.compile(r"建国(?:以来|以后|初期|后(?!备)|\d+周年|[一二三四五六七八九十]+周年)")
_PLAN = re.compile(
    r"(?<![“\"‘])(?:十[一二三四五])五(?![”\"’一二三四五六七八九十年月日号个人条届部])(?=规划|期间|时期|末|以来)|(?<![“\"‘十])十[一二三四五]五规划"
)
_MAP_NUMBER = re.compile(r"审图号[：:为是]?\s?(?![（(【]|的|等|和|，|。)([^。，；\s]{2,24}号?)")
_MAP_FORM = re.compile(rf"[A-Z]{{0,3}}[{HAN}]{{0,3}}[A-Z]{{0,2}}[（(\[〔](?:19|20)\d\d[）)\]〕]\d+号?")
_MAP = re.compile("地图|区位图|分布图|行政区划图|版图")


def thought(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the name of the guiding thought with words missing or changed."""
    for found in reading.whole.find(_THOUGHT):
        if not _RIGHT_THOUGHT.fullmatch(found[0]):
            yield told(found, tr("应为“习近平新时代中国特色社会主义思想”"), becomes="习近平新时代中国特色社会主义思想")


def fixed(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield fixed expressions in another wording, of the table; and those whose parts stand in another order."""
    for found, entry in listed(reading, sought("formulas")):
        yield told(found, tr("“{found}”应为“{right}”", found=found[0], right=entry.right), detail=entry.source)
    for found in reading.whole.find(_WAY):
        if found[0] != "完整、准确、全面贯彻":
            yield told(found, tr("次序应为“{right}”", right="完整、准确、全面贯彻"), becomes="完整、准确、全面贯彻")


def ideas(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the five parts of the new concept of development in another order."""
    right = "、".join(_IDEAS)
    for found in reading.whole.find(_IDEAS_RUN) if reading.whole.has("协调") else ():
        if found[0] != right and sorted(found[0].split("、")) == sorted(_IDEAS):
            yield told(found, tr("次序应为“{right}”", right=right), becomes=right)


def founding(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 建国以来 and the like."""
    for found in reading.whole.find(_SINCE):
        yield told(found, tr("“{found}”宜写作“新中国成立…”", found=found[0]), becomes=f"新中国成立{found[0][2:]}")


def plan(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the short name of a five-year plan without quotes."""
    for found in reading.whole.find(_PLAN) if reading.whole.has("五") else ():
        name = found[0][:3]
        yield told(found, tr("“{name}”要加引号", name=name), becomes=f"“{name}”{found[0][3:]}")


def territory(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield wording on Hong Kong, Macao, Taiwan and territory that style guides rule out."""
    for found, entry in listed(reading, sought("territory")):
        message = tr("涉港澳台或领土的表述：“{found}”", found=found[0])
        detail = tr("宜用“{right}”。{source}", right=entry.right, source=entry.source) if entry.right else entry.source
        yield told(found, message, detail=detail)


def map_number(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield numbers of approval of maps in another form than GS（2024）0650号."""
    for found in reading.whole.find(_MAP_NUMBER) if "审图号" in reading.whole.text else ():
        if not _MAP_FORM.match(found[1]):
            yield told(found, tr("审图号写得不全：{found}", found=found[1]), group=1, detail=tr("如GS（2024）0650号。"))


def map_without_number(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield figures that are maps by their captions, in an article without any number of approval."""
    if "审图号" in reading.whole.text:
        return
    for figure in figures(reading.article):
        if _MAP.search(figure.caption):
            place = reading.place(FindingField.FIGURE, block=figure.uid)
            yield RuleHit(place=place, message=tr("地图没有审图号"), evidence=figure.caption, subject=figure.caption)


RULES = (
    ArticleRule(
        id="words.thought",
        title=tr("指导思想的名称"),
        level=Level.ERROR,
        check=thought,
        why=tr("《中国共产党章程》总纲"),
    ),
    ArticleRule(
        id="words.fixed", title=tr("固定表述"), level=Level.ERROR, check=fixed, why=tr("固定表述照中央文件原文")
    ),
    ArticleRule(
        id="words.ideas",
        title=tr("新发展理念的次序"),
        level=Level.WARNING,
        check=ideas,
        why=tr("《中国共产党章程》总纲"),
    ),
    ArticleRule(
        id="words.founding",
        title=tr("“建国”"),
        level=Level.INFO,
        check=founding,
        why=tr("新华社《新闻信息报道中的禁用词和慎用词》"),
    ),
    ArticleRule(
        id="words.plan",
        title=tr("“十四五”的引号"),
        level=Level.INFO,
        check=plan,
        why=tr("GB/T 15834 4.8 有特殊含义的词语用引号"),
    ),
    ArticleRule(
        id="words.territory",
        title=tr("涉港澳台与领土的表述"),
        level=Level.ERROR,
        check=territory,
        why=tr("新华社《新闻信息报道中的禁用词和慎用词》"),
    ),
    ArticleRule(
        id="figures.map-number",
        title=tr("审图号的写法"),
        level=Level.WARNING,
        check=map_number,
        why=tr("《地图管理条例》：公开的地图要标注审图号"),
    ),
    ArticleRule(
        id="figures.map",
        title=tr("地图没有审图号"),
        level=Level.INFO,
        check=map_without_number,
        why=tr("《地图管理条例》：公开的地图要标注审图号"),
    ),
)
