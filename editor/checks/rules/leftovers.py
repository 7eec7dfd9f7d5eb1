"""What web pages, WeChat and drafts leave in a text."""

import re
from collections.abc import Iterable, Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import FindingField, Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, hit, told
from editor.model.language import tr
from editor.text.cleaning.leftovers import notices as dropped
from editor.text.cleaning.steps import Drop

_TAG = re.compile(
    r"</?(?:br|p|div|span|b|strong|em|i|a|img|table|tr|td|font|h[1-6]|section)(?:\s[^<>\n]{0,200})?/?>", re.IGNORECASE
)
_FOOTNOTE = re.compile(rf"(?<=[{HAN}，。；：”）》%])\[\d{{1,2}}\](?!\d)")
_INVITATION = re.compile(
    r"(?:点击|戳)(?:上方|下方|文末|左下角)?(?:“|【)?(?:阅读原文|蓝字|关注|查看原文)(?:”|】)?[^。，；\n]{0,12}"
    r"|(?:扫描|长按|识别)(?:上方|下方|文末|以下|图中)?二维码[^。，；\n]{0,12}|[（(]?(?:责任编辑|责编|编辑)[:：][^。，；（）()\n]{2,12}[)）]"
    r"|(?:欢迎)?(?:关注|添加)(?:我们|本公众号|微信公众号)[^。，；\n]{0,10}|(?:转载请注明|未经授权不得转载)[^。，；\n]{0,12}"
)
_SOURCE = re.compile(r"[（(](?:来源|稿源|转自)[：:][^（）()\n]{2,30}[)）]$", re.MULTILINE)
_DRAFT = re.compile(
    r"TODO|[（(【]?(?:此处|这里)(?:插入|补充|填写|待补|加图)[^。，；\n]{0,10}|[（(【](?:待补充?|待核实?|待定|存疑|请核)[)）】]|[？?]{2,}(?=[万亿元个%])"
)
_INVITING = ("点击", "戳", "二维码", "编辑", "责编", "我们", "公众号", "转载")
_DRAFTING = ("TODO", "此处", "这里", "待", "存疑", "请核", "？", "?")
_MASKED = re.compile(rf"(?<=[{HAN}])(?:X{{2,}}|×{{2,}}|＊{{2,}}|\*{{3,}})(?=[{HAN}])")
_ADDRESS = re.compile(
    r"https?(?:://?/?|//)[^\s，。；）]*?[。，][a-z]{2,3}(?![A-Za-z])|https?(?:/|//|:/(?!/)|：//)[\w.-]+|(?<![A-Za-z])htt?tps?s?://(?<!http://)(?<!https://)[\w.-]+"
    r"|www(?:\.\.|，|。)[\w.-]+|www\.[\w-]*\.\.[\w.-]+"
)


def tags(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield tags of HTML."""
    for found in reading.whole.find(_TAG) if "<" in reading.whole.text else ():
        yield told(found, tr("留有网页标签“{found}”", found=found[0][:12]), becomes="")


def footnote_marks(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield [1] behind Chinese, which a page leaves of its footnotes."""
    for found in reading.whole.find(_FOOTNOTE) if "[" in reading.whole.text else ():
        yield told(found, tr("留有脚注号“{found}”", found=found[0]), becomes="")


def invitations(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield what invites readers of a page or of WeChat, within a paragraph."""
    for found in reading.whole.find(_INVITATION) if _has(reading, _INVITING) else ():
        yield told(found, tr("“{found}”是网页或公众号的附带文字", found=found[0][:14]), becomes="")


def notices(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield paragraphs that cleaning would drop, since they belong to a page and not to the article."""
    steps = dropped(reading.article)
    gone = {uid for step in steps if isinstance(step, Drop) for uid in step.blocks}
    for block, passage in zip(reading.article.blocks, reading.body, strict=True):
        if block.uid in gone:
            yield hit(
                passage,
                (0, len(passage.text)),
                tr("这一段是网页或公众号的附带文字"),
                detail=tr("不是文章内容，请删去。"),
            )


def doubled_source(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a source at the end of a paragraph, where the article's field prints one."""
    for found in reading.whole.find(_SOURCE) if reading.article.source.strip() else ():
        if found.passage.place.field is FindingField.BODY and "图" not in found.passage.text[:2]:
            yield told(found, tr("正文里又写了来源"), detail=tr("来源由来源一栏印出，正文里的删去。"), becomes="")


def drafts(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield remarks that authors leave for themselves."""
    for found in reading.whole.find(_DRAFT) if _has(reading, _DRAFTING) else ():
        yield told(found, tr("“{found}”是待补的记号", found=found[0]), detail=tr("补上内容，或删去。"))


def placeholders(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield XX and ×× in the middle of Chinese."""
    for found in reading.whole.find(_MASKED) if _has(reading, "X×＊*") else ():
        yield told(found, tr("“{found}”可能是没有填的内容", found=found[0]))


def addresses(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield addresses of pages that no browser opens."""
    text = reading.whole.text
    for match in _ADDRESS.finditer(text) if "www" in text or "htt" in text else ():
        passage, shift = reading.whole.at(match.start())
        span = (match.start() - shift, match.end() - shift)
        yield hit(passage, span, tr("网址写得不对：{found}", found=match[0]), detail=tr("对照原网页改正。"))


def _has(reading: ArticleTexts, words: Iterable[str]) -> bool:
    """Return whether an article has one of these words: a search for plain words is much faster than a pattern."""
    return any(word in reading.whole.masked for word in words)


RULES = (
    ArticleRule(id="web.tags", title=tr("网页标签"), level=Level.ERROR, check=tags, why=tr("网页标签不该印出来")),
    ArticleRule(
        id="web.footnotes",
        title=tr("网页脚注号"),
        level=Level.WARNING,
        check=footnote_marks,
        why=tr("脚注没有带过来，号也不留；本刊的脚注用“插入脚注”"),
    ),
    ArticleRule(
        id="web.invitations",
        title=tr("网页附带文字"),
        level=Level.WARNING,
        check=invitations,
        why=tr("“点击阅读原文”“责任编辑”等不是文章内容"),
    ),
    ArticleRule(
        id="web.notices",
        title=tr("网页附带段落"),
        level=Level.WARNING,
        check=notices,
        why=tr("“点击阅读原文”“责任编辑”等不是文章内容"),
    ),
    ArticleRule(id="web.source", title=tr("正文里的来源"), level=Level.WARNING, check=doubled_source),
    ArticleRule(id="web.drafts", title=tr("待补的记号"), level=Level.ERROR, check=drafts),
    ArticleRule(id="web.placeholders", title=tr("没有填的内容"), level=Level.INFO, check=placeholders),
    ArticleRule(
        id="web.address",
        title=tr("正文里的网址"),
        level=Level.WARNING,
        check=addresses,
        why=tr("网址要打得开"),
    ),
)
