"""What an article is about: the documents it announces, their year, place and batch.

Two documents of one family share much of their text: this year's call for entries and last year's, a city's rules and
its neighbour's. What tells them apart stands in titles.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.text.characters import fold

_NAME = re.compile(r"《([^《》]{4,80})》")
_ISSUING = r"(?:印发|发布|出台|通过|公布|颁布|制定|推出|实施|施行|下发|联合发文)"
_ISSUED = re.compile(
    rf"{_ISSUING}了?[^，。；《》]{{0,6}}《([^《》]{{4,80}})》|《([^《》]{{4,80}})》[^，。；《》]{{0,16}}{_ISSUING}"
)
_WRAPPER = re.compile(
    r"^(?:[^《》]{2,30})?关于(?:印发|发布|公布|做好|组织开展|开展)[<〈《]?|[>〉》]?的?(?:通知|公告|通告)$"
)
_TRIAL = re.compile(r"[（(](?:试行|暂行|送审稿|征求意见稿|草案|修订|修订稿|\d{4}年?(?:修订|修正)?|\d{4}年版)[)）]")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|[—–\-~至])")
_PLACE = re.compile(
    # 数字城市 is no city, 盐城市 is one
    r"(?:^|[，、：；《 ])([\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{2}(?!城)[\u4e00-\u9fff])"
    r"(?:特别行政区|自治[区州县]|[省市县区港])(?!委|直|政府|长|民|场|域|块)"
)
_COUNTED = re.compile(r"(首|第?[零〇一二三四五六七八九十百\d]+)(批次?|号|条|期|届|次|轮|版|季度|阶段)(?!以上|之)")
_STAGES = re.compile("征求意见|草案|细则|实施办法|修订|修改|修正|废止|周年|中期评估|申报指南|名单公示|答记者问")
_ABOUT = re.compile(r"解读|读懂|看点|问答|落地|成效|首张|首例|依据|根据|贯彻|落实|宣传|培训|座谈")
_LIKE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Of an article. named: cores of the documents in its title; issued: of those it says were issued, lead included.

    years, places: of the title; counted: what it counts, as 批 → 二; stages: 征求意见, 细则 …; about: it tells of
    a document that is known already.
    """

    named: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    years: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    counted: frozenset[tuple[str, str]] = frozenset()
    stages: frozenset[str] = frozenset()
    about: bool = False


def subject_of(title: str, body: str) -> Subject:
    """Return what an article is about, by its title and the first sentences of its body."""
    lead = body[:160].partition("\n")[0]
    issued = [_core(one) for text in (title, lead) for found in _ISSUED.findall(text) for one in found if one]
    named = [_core(one) for one in _NAME.findall(title)]
    return Subject(
        named=tuple(dict.fromkeys(named)),
        issued=tuple(dict.fromkeys(one for one in issued if len(one) > 5)),
        years=frozenset(_YEAR.findall(title)),
        places=_places(title),
        counted=frozenset((unit, _digits(count)) for count, unit in _COUNTED.findall(title)),
        stages=frozenset(_STAGES.findall(title)),
        about=bool(_ABOUT.search(title)),
    )


def others(first: Subject, second: Subject) -> bool:
    """Return whether two articles tell of different things of one family, as far as their titles say."""
    return (
        first.stages != second.stages
        or _disjoint(first.years, second.years)
        or _other_places(first.places, second.places)
        or _other_counts(first.counted, second.counted)
        or (bool(first.named and second.named) and not near_names(first.named, second.named))
    )


def same_document(first: Subject, second: Subject) -> bool:
    """Return whether both announce the same document."""
    return not (first.about or second.about) and not others(first, second) and near_names(first.issued, second.issued)


def alike(first: str, second: str) -> bool:
    """Return whether two cores of names are the same document: a character more or less, never another number."""
    from rapidfuzz import fuzz

    if first == second:
        return True
    near = fuzz.ratio(first, second, score_cutoff=_LIKE) >= _LIKE
    numbers = re.compile(r"\d+")
    return near and numbers.findall(first) == numbers.findall(second) and _place_of(first) == _place_of(second)


def near_names(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Return whether one of these cores of names is the same document as one of those."""
    return any(alike(one, other) for one in first for other in second)


def known_as(asked: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return which of many known cores of names are the same document as the asked one; 10,000 take 3 ms."""
    from rapidfuzz import fuzz, process

    near = process.extract(asked, known, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=None)
    return tuple(name for name, _, _ in near if alike(asked, name))


def _core(name: str) -> str:
    """Return a document's name without what outlets leave out: 关于印发…的通知, （试行）."""
    return _WRAPPER.sub("", _TRIAL.sub("", fold(name)))


def _place_of(name: str) -> str:
    from editor.text.places import first_place

    found = _PLACE.match(name)
    return found[1] if found else first_place(name[:8])


def _places(title: str) -> frozenset[str]:
    from editor.text.places import first_place

    known = first_place(title)
    # of two places of different rank nothing is said: a city's news is its province's as well
    return frozenset(_PLACE.findall(title)) | ({known} if known else frozenset())


def _other_places(first: frozenset[str], second: frozenset[str]) -> bool:
    from editor.text.places import provinces_named

    if not _disjoint(first, second):
        return False
    one, other = (provinces_named(" ".join(places)) for places in (first, second))
    within = one & other and (one & first or other & second)
    return not within


def _other_counts(first: frozenset[tuple[str, str]], second: frozenset[tuple[str, str]]) -> bool:
    """Return whether both count the same thing otherwise; a 第二批 beside none is another one too."""
    of_first, of_second = dict(first), dict(second)
    if any(of_first[unit] != of_second[unit] for unit in of_first.keys() & of_second.keys()):
        return True
    later = {("批", count) for count in ("2", "3", "4", "5", "6", "7", "8")}
    return bool(first & later) != bool(second & later)


def _digits(count: str) -> str:
    plain = count.removeprefix("第")
    small = "零一二三四五六七八九十"
    return "1" if plain == "首" else str(small.index(plain)) if plain in small else plain


def _disjoint(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first and second) and not first & second
