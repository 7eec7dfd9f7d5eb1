"""Words that say a thing twice, contradict each other or stand doubled."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.passage import Found
from editor.checks.rule import ArticleRule
from editor.checks.tables import listed, sought
from editor.checks.words import HAN, better, hit, told
from editor.model.language import tr
from editor.text.segments import word_ends, words_of

_NUM = "(?:[0-9][0-9.,]*%?|[一二两三四五六七八九十百千]+)"
_LARGE = "[万亿千百十]*"
_UNIT = rf"(?:个百分点|[{HAN}℃]{{0,3}}?)"
_ABOUT = re.compile(
    rf"(?:大约|大概|约(?!定|束|谈)|将近|接近|差不多|近(?<![最附亲邻靠贴临就]近)(?!年|日|期|代|平|视)|逾|超过|突破)\s?{_NUM}{_LARGE}(?:余|多(?!个?方|种形式)|{_UNIT}(?:左右|上下))"
)
# 近40%以上, 约200家以上, 不足50毫米以上: round and a bound, or two bounds; 大约500多人
_COUNTED = "[%％]|个百分点|平方米|立方米|平方公里|公里|公顷|毫米|万?[元亩吨米人户家名个项件次台辆所座天岁倍]"
_BOUND = re.compile(
    rf"\d[\d.,]*(?P<more>[多余])?[万亿千百]*(?:{_COUNTED})(?:(?P<bound>以[上下内])(?![街市线门海]|[{HAN}]{{2,8}}为[^，。]{{0,8}}的))?"
)
_ROUND_BEFORE = re.compile(
    "(?:大约有?|(?<![合预特制条相节大违履签邀契公])约|将近|接近|(?<![最附亲邻靠贴临就较远])近|不足|不到|未满)$"
)
_MANY_BEFORE = re.compile("(?:大约有?|将近|接近)$")
_GIVEN = (
    "(?:可以?|能|要|须|应|补助|补贴|奖励|给予|资助|支持|获|贷|达|到|为|有|领取|申请|享受|召开|开展|检查|安排|组织)*"
)
_MOST_BEFORE = re.compile(f"(?:最高|最多|至多){_GIVEN}$")
_LEAST_BEFORE = re.compile(f"(?:至少|最低|最少){_GIVEN}$")
_SOME_MORE = re.compile("(?:数|几)[十百千万亿]+余(?=[个名家户人项件次元亩吨米公])")
_LOOK_BACK = 8
_ALSO_ABOUT = re.compile(rf"(?<![0-9.]){_NUM}{_LARGE}(?:余|多){_UNIT}左右")
_AT_LEAST = re.compile(
    rf"(?:超过|突破|不少于|不低于|不小于|至少|高于|大于|多于|最低|最少|不得少于|不得低于)(?:有|为|达|达到)?\s?{_NUM}{_LARGE}[{HAN}℃]{{0,4}}?(以上)"
)
_AT_MOST = re.compile(
    rf"(?:不超过|不多于|不高于|不大于|最多|最高|最长|至多|不得超过|不得多于|低于|少于|小于)(?:为|达|达到)?\s?{_NUM}{_LARGE}[{HAN}℃]{{0,4}}?(以下|以内|以上)"
)
_TIMES_LESS = re.compile(
    rf"(?:减少|下降|降低|缩短|缩小|压缩|回落|减轻|节约|节省|削减|减小|降幅|减幅|下调|便宜|(?<![不很至最])少)"
    rf"了?(?:至|到|近|约|超过?|达到?|为)?{_NUM}(?:多|余)?倍"
)
_DOUBLE_NO = re.compile(
    rf"(?:防止|避免|杜绝|以免|谨防)[{HAN}]{{0,10}}?(不)(?:再(?!生)|(?:要|得|被)?(?:发生|出现|泄露|泄漏|流失|扩散|蔓延|反弹|返贫|丢失|损失))"
    r"|(?:禁止|严禁)(不得|不准|不许|不要)|切忌(不要|不能|不可)|(没有无|不再不|毫无没有)|(?:否认|抵赖)[^。，；]{0,6}(没有|不是)"
)
# 一个一个, 方方面面 and 试试 are no slips; 中心中心 and the like may be two names that meet
_DOUBLED = re.compile(rf"(?![一每逐试步点层件条])([{HAN}])(?!\1)([{HAN}])\1\2(?!\1|\2)")
_LONG_DOUBLED = re.compile(rf"([{HAN}]{{3,8}})\1(?!\1)")
_ONE_DOUBLED = re.compile(
    r"和和(?![气睦美平谐])|与与(?!会)|将将(?!军|领)|在在(?![建场校册逃编岗职线押用途学读乎线])|被被(?!告|动|保|执|申|害|征|投|审|评|检|监|考|收|罚|处|诉|救|许|复)|把把(?![握关守])"
    r"|或或|及及(?![时早格])|从从(?![事严业众重属])|并并(?![网入联购轨列发行存])|于于(?!\d)|为为(?![民了主])|对对(?![口方象外内待于应照标接策])|要要(?![求素件点闻害务地员领])|(?<![导方流走取面动意倾趋志])向向(?![上下前后外内])"
    r"|了了(?![解结])|是是(?![否非])|已已|也也|就就(?![业医近地读诊职学餐])|以以(?![人上下及内外])|由由"
)
_FRAMED = re.compile(rf"([{HAN}]{{2,4}})等\1")
_AND_SO_ON = re.compile(rf"等等(?=[{HAN}]{{2}})(?!等)")
_WIDE_RANGE = re.compile(
    r"(?<![\d.])(\d+(?:\.\d+)?)([万亿千百]?[元人户吨年天%个]?)以上(?:至|到)?(\d+(?:\.\d+)?)([万亿千百]?[元人户吨年天%个]?)以下"
)


def about(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 约…左右 and 近…余: a round number said to be round twice."""
    for pattern in (_ABOUT, _ALSO_ABOUT):
        for found in reading.whole.find(pattern):
            yield told(
                found, tr("概数重复：“{found}”", found=found[0]), detail=tr("“约”“近”与“左右”“余”“多”只用一个。")
            )


def not_both(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 近40%以上 and 最高补助50万元以上, whose two words contradict each other, and 数千余."""
    for found in reading.whole.find_numbers(_BOUND):
        before = _said_before(found) if found["bound"] or found["more"] else None
        if before:
            passage, (start, end) = found.passage, found.span()
            words = before + found[0]
            yield hit(passage, (start - len(before), end), _said_twice(words), detail=_only_one())
    for found in reading.whole.find(_SOME_MORE) if reading.whole.has("余") else ():
        yield told(found, _said_twice(found[0]), detail=_only_one())


def _said_before(found: Found) -> str | None:
    """Return the words before a number that do not go with those behind it."""
    start = found.span()[0]
    before = found.passage.text[max(start - _LOOK_BACK, 0) : start]
    patterns = {
        "": (_MANY_BEFORE,),
        "以内": (_LEAST_BEFORE,),
        "以上": (_ROUND_BEFORE, _MOST_BEFORE),
        "以下": (_ROUND_BEFORE, _LEAST_BEFORE),
    }[found["bound"]]
    matches = (pattern.search(before) for pattern in patterns)
    return next((match[0] for match in matches if match), None)


def _said_twice(words: str) -> str:
    return tr("“{found}”前后矛盾或重复", found=words)


def _only_one() -> str:
    return tr("两个表示概数的词只用一个。")


def at_least(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 超过…以上."""
    for found in reading.whole.find(_AT_LEAST):
        yield told(found, tr("“{found}”重复", found=found[0]), becomes=found[0].removesuffix("以上"))


def at_most(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 不超过…以内, and 最高…以上, which contradict each other."""
    for found in reading.whole.find(_AT_MOST):
        becomes = None if found[1] == "以上" else found[0][: -len(found[1])]
        yield told(found, tr("“{found}”重复或矛盾", found=found[0]), becomes=becomes)


def times_less(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a decrease by times: nothing can lose more than itself."""
    for found in reading.whole.find(_TIMES_LESS) if reading.whole.has("倍") else ():
        yield told(found, tr("减少不能用倍：“{found}”", found=found[0]), detail=tr("改用百分数或分数，如“下降50%”。"))


def double_negation(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield negations too many: 防止…不发生, 禁止不得."""
    for found in reading.whole.find(_DOUBLE_NO):
        yield told(found, tr("“{found}”多了一层否定", found=found[0]))


def pleonasm(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield expressions that say one thing twice, of the table."""
    for found, entry in listed(reading, sought("phrases")):
        right = entry.right
        if right and not right.startswith("$"):
            yield better(found, right, detail=entry.source)
        else:
            yield told(found, tr("“{found}”重复", found=found[0]), detail=entry.source)


def doubled_word(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield words of two hanzi and longer ones that stand twice."""
    for found in reading.whole.find(_DOUBLED):
        word = found[1] + found[2]
        if _are_words(found):
            yield told(found, tr("“{word}”重复", word=word), becomes=word)
    for found in reading.whole.find(_LONG_DOUBLED):
        yield told(found, tr("“{word}”重复", word=found[1]), becomes=found[1])


def framed_word(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 患者等患者, and 等等 before a word."""
    for found in reading.whole.find(_FRAMED):
        yield told(found, tr("“{word}”重复", word=found[1]), becomes=f"等{found[1]}")
    for found in reading.whole.find(_AND_SO_ON):
        yield better(found, "等")


def doubled_particle(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield particles that stand twice: 和和, 在在."""
    for found in reading.whole.find(_ONE_DOUBLED):
        yield told(found, tr("“{word}”重复", word=found[0][0]), becomes=found[0][0])


def range_order(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 50万元以上5万元以下, whose bounds are the wrong way round."""
    for found in reading.whole.find_numbers(_WIDE_RANGE):
        if (found[2] == found[4] or not found[2]) and float(found[1]) > float(found[3]):
            yield told(found, tr("上下限颠倒：{found}", found=found[0]))


def two_forms(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the less usual form of a word where the article has the other one too."""
    for found, entry in listed(reading, sought("variants")):
        other, usual, *_ = (entry.right, *entry.others)
        if other in reading.whole.masked:
            word = found[0]
            becomes = usual if len(word) == len(usual) else usual + word[len(usual) :]
            yield told(found, tr("一篇里既写“{word}”又写“{other}”", word=word, other=other), becomes=becomes)


def _are_words(found: Found) -> bool:
    """Return whether both halves are words of their own: in 企业创业创新 no word begins at the second 业创."""
    start, end = found.span()
    text = found.passage.text
    begin = max(start - 8, 0)
    ends = word_ends(text[begin : end + 8])
    unit = found[0][: len(found[0]) // 2]
    return (
        (start + end) // 2 - begin in ends
        and len(words_of(unit)) == 1
        and not re.match("总队长|分队长|大队长|中队长|支队长", text[end - 2 : end + 1])
    )


_ONCE = tr("一个意思只说一遍")
RULES = (
    ArticleRule(id="words.about", title=tr("概数重复"), level=Level.WARNING, check=about, why=_ONCE),
    ArticleRule(id="words.not-both", title=tr("概数词前后矛盾"), level=Level.WARNING, check=not_both, why=_ONCE),
    ArticleRule(id="words.at-least", title=tr("“超过”“以上”重复"), level=Level.WARNING, check=at_least, why=_ONCE),
    ArticleRule(id="words.at-most", title=tr("“不超过”“以内”重复"), level=Level.WARNING, check=at_most, why=_ONCE),
    ArticleRule(
        id="words.times-less",
        title=tr("减少几倍"),
        level=Level.WARNING,
        check=times_less,
        why=tr("减少一倍就成了零；《现代汉语词典》“倍”只用于增加"),
    ),
    ArticleRule(id="words.negation", title=tr("否定多余"), level=Level.WARNING, check=double_negation),
    ArticleRule(id="words.pleonasm", title=tr("语义重复"), level=Level.INFO, check=pleonasm, why=_ONCE),
    ArticleRule(id="words.doubled", title=tr("词语重复"), level=Level.WARNING, check=doubled_word),
    ArticleRule(id="words.framed", title=tr("“等”前后重复"), level=Level.INFO, check=framed_word, why=_ONCE),
    ArticleRule(id="words.particle", title=tr("虚词重复"), level=Level.WARNING, check=doubled_particle),
    ArticleRule(id="words.range-order", title=tr("上下限颠倒"), level=Level.ERROR, check=range_order),
    ArticleRule(
        id="words.two-forms",
        title=tr("一词两种写法"),
        level=Level.INFO,
        check=two_forms,
        why=tr("一篇里同一个词用一种写法（GF 1001—2001《第一批异形词整理表》）"),
    ),
)
