"""Characters typed twice beside a word, and characters left out of set phrases."""

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.tables import rows
from editor.checks.words import HAN, hit, told
from editor.model.language import tr
from editor.text.characters import is_han
from editor.text.segments import way_through, words_of
from editor.text.typing.forms import lies_across

_TWICE = re.compile(rf"([{HAN}])\1(?!\1)")
# characters that stand alone, or that end a word and begin another in many texts
_FREE = frozenset(
    "一二三四五六七八九十的了是在有和与及或为以于从对将把被让使会要能可到上下中前后内外大小多少人天年月日市县区省乡镇村州国家"
    "个件条项层步节种处常刚渐早好看说试想走听等某多每各自来去过得地着不也都还又很最更这那里出起本总分行部长级方面公司局办事水震党组厅零扎灯税房运气取"
    "点名号次场户门期段线位座套台世代子女爸妈哥姐弟妹叔爷奶宝星圆满快慢高低远近轻深浅暖红绿白黑匆纷默悄悠频连欣恰蒸徐"
)
_ALONE = frozenset("要了的地得将把被和与及并等可应须")
_REACH = 6
_MANY, _THIN = 8, 100
# by how much the words around get cheaper without the second character
_CHEAPER = 60


def typed_twice(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 开展展 and 推推进: a character more than a word has, where no word begins or ends at the second one."""
    twice = [found for found in reading.whole.find(_TWICE) if found[1] not in _FREE]
    # where they stand thickly, the text is in no usual language
    for found in twice if len(twice) <= max(_MANY, len(reading.whole.masked) // _THIN) else ():
        if _is_one_too_many(found.passage.masked, found.span()[0]):
            yield told(found, tr("“{char}”多打了一个", char=found[1]), becomes=found[1])


def _is_one_too_many(text: str, at: int) -> bool:
    """Return whether of two like characters just one belongs to a word: in 企业业务 and 饮用水水源 both do."""
    before, behind = text[max(at - 1, 0) : at + 1], text[at + 1 : at + 3]
    ends = _is_word(before)
    begins = _is_word(behind) or _is_word(text[at + 1 : at + 4])
    if ends == begins or (begins and not _is_edge(text[at - 1 : at])):
        return False
    # 保存|存证: the second may begin a word that no list has, unless another word follows at once
    if ends and not (_is_edge(text[at + 2 : at + 3]) or _is_word(text[at + 2 : at + 4])):
        return False
    begin = max(at - _REACH, 0)
    cost = (
        way_through(text[begin : at + 2 + _REACH]).cost
        - way_through(text[begin:at] + text[at + 1 : at + 2 + _REACH]).cost
    )
    return cost >= _CHEAPER


def _is_edge(char: str) -> bool:
    """Return whether no word ends with a character: else 同业|业务 has both, though no list knows the first."""
    return char in _ALONE or not char or not is_han(char)


def _is_word(text: str) -> bool:
    return len(text) > 1 and words_of(text) == (text,)


def left_out(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield set phrases that lack one of their characters, the table's: 以人民为中的发展思想."""
    for wrong, right in _shortened().items():
        if not reading.whole.has(wrong):
            continue
        for passage in reading.passages:
            for found in re.finditer(wrong, passage.masked):
                start, end = found.span()
                if (
                    _is_open(passage.masked, start, end, right)
                    and right not in passage.masked[max(start - 1, 0) : end + 1]
                ):
                    yield hit(passage, (start, end), tr("漏了一个字，应为“{right}”", right=right), becomes=right)


def _is_open(text: str, start: int, end: int, right: str) -> bool:
    """Return whether a phrase may stand there: no word lies across its ends, or the whole phrase reads better."""
    if not lies_across(text, start, end):
        return True
    before, behind = text[max(start - _REACH, 0) : start], text[end : end + _REACH]
    return way_through(before + right + behind).cost < way_through(before + text[start:end] + behind).cost


@cache
def _shortened() -> dict[str, str]:
    """Return set phrases without one inner character, by what they lack; those that are phrases themselves left out."""
    phrases = [row[0] for row in rows("set_phrases")]
    made = {one[:at] + one[at + 1 :]: one for one in phrases for at in range(1, len(one)) if len(one) > _LEAST}
    return {wrong: right for wrong, right in made.items() if not any(wrong in phrase for phrase in phrases)}


_LEAST = 4
RULES = (
    ArticleRule(id="typos.twice", title=tr("多打一个字"), level=Level.INFO, check=typed_twice, why=tr("衍字是差错")),
    ArticleRule(
        id="typos.left-out",
        title=tr("固定说法漏字"),
        level=Level.WARNING,
        check=left_out,
        why=tr("漏字是差错；固定说法照原文"),
    ),
)
