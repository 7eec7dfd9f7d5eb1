"""Persons of a text: one name written two ways."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit, Span
from editor.checks.passage import Found, Passage
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, edit, many, told
from editor.model.language import tr
from editor.text.typing.names import DUTY, NAME

_SAYS = (
    "介绍|告诉|表示|坦言|认为|指出|强调|透露|回忆|感慨|谈到|笑着|算了|解释|直言|补充|回答|坦陈|感叹"
    "|说(?!明|服|法|到底)|在接受|向记者|对记者"
)
_ALSO = f"(?:还|也|又|接着|则|曾|高兴地|自豪地|激动地)?(?:{_SAYS})"
_TITLED = re.compile(
    rf"(?:{DUTY}|农户|村民|居民|负责人|创始人|大户|种植户|养殖户|带头人|法人代表|老板|店主|店长|职工|工人|学生|家长|教师|医生|护士|民警|律师|专家|工匠|技术员|司机)({NAME})"
    rf"(?=[，、。（；]|{_ALSO}|正|在|为|是|带|主持|出席|参加|到|率|等|和|的)"
)
_SPEAKS = re.compile(rf"(?:^|(?<=[，。；：”“、]))({NAME})(?={_ALSO})", re.MULTILINE)
_HELD = re.compile(rf"(?<![{HAN}])({NAME})(?=(?:同志|先生|女士|教授|院士|书记|市长|县长|局长|主任|主席|校长|院长))")
# what the patterns take for names
_NO_NAME = re.compile(
    "^(?:于是|方面|高度|金融|和平|时任|双方|同时|项目|张贴|应该|安全|成[员为]|曾经|万元|关于|任何|何时|许多)"
)
_OFFICES = (
    "(?:副?[会局厅处科院校市县区镇乡省州部司署队站行]长|秘书长|副?主任|副?主席|副?书记|副?总经理|董事长|副?总裁"
    "|总工程师|副?理事长)"
)
_OFFICE_BEFORE = re.compile(rf"(?<![、和兼])({_OFFICES})({NAME})(?=[，、。（；]|{_ALSO}|[建主出参到率等和的在为是])")
_OFFICE_BEHIND = re.compile(rf"(?:^|(?<=[，。；：”“、由请据向与和对]))({NAME})({_OFFICES})(?![助级])", re.MULTILINE)
# who else may be meant
_PRONOUN = re.compile("(?<![其])([他她])(?![们人国乡日山])")
_OTHERS = re.compile(
    "丈夫|妻子|爱人|儿子|女儿|父亲|母亲|父母|[爸妈]|老伴|夫[妇妻]|孩子|老人|患者|[兄姐妹弟]|同事|邻居|对方|客户|学员|村民"
)
_LADY = re.compile(rf"(?:女士|大妈|阿姨|奶奶|大姐|大嫂|大娘)(?:还|也|又)?(?:{_SAYS})[，：]“?(他)(?![们人国乡日山])")
_SIR = re.compile(rf"(?:先生|大爷|大伯|大叔|爷爷)(?:还|也|又)?(?:{_SAYS})[，：]“?(她)(?![们的])")


class _Named(NamedTuple):
    name: str
    passage: Passage
    span: Span


def two_spellings(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the rarer of two names that differ in one character which sounds or looks like the other.

    Names of three characters are looked for all over the text, since one of the two mostly stands without its duty.
    """
    named = list(_names(reading))
    counts = Counter({one: reading.whole.masked.count(one) for one in {one.name for one in named}})
    for one in tuple(counts):
        for other in _like(reading, one) if len(one) > _TWO else ():
            counts.setdefault(other, reading.whole.masked.count(other))
    for one, other in combinations(counts, 2):
        if _is_slip(one, other) and not _side_by_side(reading, one, other):
            rare, usual = sorted((one, other), key=lambda name: (counts[name], reading.whole.masked.find(name) * -1))
            yield _told(reading, rare, usual)


def pronouns(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 他 for a woman and 她 for a man: behind 女士, or where a paragraph has both and names one person."""
    for pattern, right in ((_LADY, "她"), (_SIR, "他")):
        for found in reading.whole.find(pattern):
            yield told(found, tr("前面说的人该用“{right}”", right=right), group=1, becomes=right)
    both = [one for one in reading.body if "他" in one.masked and "她" in one.masked]
    named = list(_names(reading)) if both else []
    for passage in both:
        places = list(_PRONOUN.finditer(passage.masked))
        people = {one.name for one in named if one.passage is passage}
        counts = Counter(place[1] for place in places)
        if len(counts) == _TWO and len(people) == 1 and not _OTHERS.search(passage.masked):
            rare = min(counts, key=lambda char: (counts[char], char == places[0][1]))
            spans = [place.span() for place in places if place[1] == rare]
            yield many([(passage, span) for span in spans], (), tr("同一人有“他”有“她”"), "")


def two_offices(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield an office that a person has in one place only, where the others give another one: 许某会长, 许某秘书长."""
    behind, before = defaultdict[str, list[tuple[str, Found]]](list), defaultdict[str, set[str]](set)
    for found in reading.whole.find(_OFFICE_BEHIND):
        behind[found[1]].append((found[2], found))
    for found in reading.whole.find(_OFFICE_BEFORE):
        before[found[2]].add(found[1])
    for name, held in behind.items():
        known = before[name] or {held[0][0]}
        for office, found in held:
            if not any(_goes_with(office, other) for other in known):
                message = tr("{name} 的职务前后不一：“{one}”和“{other}”", name=name, one=office, other=min(known))
                yield told(found, message, group=2)


def _goes_with(one: str, other: str) -> bool:
    """Return whether one office is the other said short, or both are held together."""
    return one.endswith(other) or other.endswith(one) or "书记" in (one, other) or "委员" in (one, other)


def _told(reading: ArticleTexts, rare: str, usual: str) -> RuleHit:
    places, others = _places(reading, rare), _places(reading, usual)
    message = tr("同一人可能写了两个名字：“{rare}”和“{usual}”", rare=rare, usual=usual)
    made = many(places, [edit(passage, span, usual) for passage, span in places], message, usual)
    # nobody can tell which of two is right that stand equally often
    also = tuple(passage.at(*span) for passage, span in others) if len(others) <= len(places) else ()
    return replace(made, also=(*made.also, *also))


def _places(reading: ArticleTexts, name: str) -> list[tuple[Passage, Span]]:
    return [(passage, found.span()) for passage in reading.passages for found in re.finditer(name, passage.masked)]


def _names(reading: ArticleTexts) -> Iterator[_Named]:
    for pattern in (_TITLED, _SPEAKS, _HELD):
        for found in reading.whole.find(pattern):
            if not _NO_NAME.match(found[1]):
                yield _Named(found[1], found.passage, found.span(1))


def _like(reading: ArticleTexts, name: str) -> Iterator[str]:
    """Yield what stands in the text for a name but for one character that may be taken for the name's."""
    first, second, third = tuple(name[:3])
    pattern = re.compile(f"{first}{second}[{HAN}]|{first}[{HAN}]{third}|[{HAN}]{second}{third}")
    for found in pattern.finditer(reading.whole.masked) if len(name) == _TWO + 1 else ():
        if found[0] != name and _is_slip(found[0], name):
            yield found[0]


def _is_slip(one: str, other: str) -> bool:
    """Return whether two names differ in one character, which sounds or looks like the other's."""
    differ = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(differ) != 1:
        return False
    # read for such pairs only: most texts have none
    from editor.text.typing.confusable import are_alike

    return are_alike(*differ[0])


def _side_by_side(reading: ArticleTexts, one: str, other: str) -> bool:
    """Return whether a list has both: two persons then."""
    between = re.compile(
        f"(?:{one}[^。；]{{0,40}}[、和与及][^。；]{{0,12}}{other}|{other}[^。；]{{0,40}}[、和与及][^。；]{{0,12}}{one})"
    )
    return bool(between.search(reading.whole.masked))


_TWO = 2
RULES = (
    ArticleRule(
        id="names.person",
        title=tr("人名前后不一"),
        level=Level.WARNING,
        check=two_spellings,
        why=tr("一篇里同一人的姓名用同样的字"),
    ),
    ArticleRule(
        id="names.office",
        title=tr("职务前后不一"),
        level=Level.INFO,
        check=two_offices,
        why=tr("一篇里同一人的职务前后一致；兼任的在第一次提到时写全"),
    ),
    ArticleRule(
        id="names.pronoun",
        title=tr("“他”“她”用错"),
        level=Level.INFO,
        check=pronouns,
        why=tr("同一人前后用同一个代词"),
    ),
)
