"""Which lines are the title: the declared one as it is shown, or the lines that look like one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from editor.intake.web.days import is_relative_time
from editor.intake.web.lines import Look, PageLine
from editor.intake.web.written import is_medium, read_credit
from editor.text import characters

DOCUMENT_NUMBER = re.compile(
    r"[（(]?[\u4e00-\u9fff]{1,14}[〔\[（【(]\s*(?:19|20)\d\d\s*[〕\]）】)]\s*(?:第\s*)?\d{1,5}\s*号[）)]?|\S{0,12}令\s*第?\s*\d+\s*号|第\s*\d{1,5}\s*号"
)
ADDRESSEES = re.compile(r".{2,120}[:：]")
# what parts a title from the names of section and site, the surest first: the others may stand in a title
_SEPARATORS = (
    re.compile(r"\s*(?:[_|｜»]|::)+\s*"),
    re.compile(r"\s+[-–—]+\s*|\s*[-–—]+\s+|--+"),
    re.compile(
        r"(?<=[\u4e00-\u9fff”》）!！?？])[-–](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff”》）!！?？])—(?=[\u4e00-\u9fff]{2,20}$)"
    ),
)
_SITE = re.compile(r"(?:网|网站|数字报|电子报|门户|平台|首页|频道|论坛|客户端|公众号|[厅局委办]|人民政府)$")
_NAMED = re.compile(r"title|headline|heading|(?<![a-z])(?:tit|bt|ti|biaoti|bti)(?![a-z])|-tit|_tit")
_LOGO = re.compile(r"logo|site-?_?(?:title|name)|brand|masthead|slogan")
_POLICY = re.compile(
    r"(?:通知|意见|办法|规定|方案|决定|公告|通告|公报|条例|细则|规划|批复|函|报告|措施|解读|倡议书|名单)(?:》?)$"
)
_QUOTES = dict.fromkeys(map(ord, "“”‘’\"'「」"))
_SPREAD = re.compile(r"(?:[\u4e00-\u9fff]\s+)+[\u4e00-\u9fff]")
_CUT = re.compile(r"…|\.{3}")
RED_HEAD = re.compile(r"(?:人民政府|办公[厅室]|委员会|[局厅部委])文件$")
_CATEGORY = re.compile(r"^[\[【][^\[\]【】]{1,12}[\]】]\s*")
_BY = re.compile(r"(?:作者|记者|编辑|撰稿|文)[\s\u3000/／|｜]")
_WELCOME = re.compile(r"^欢迎(?:访问|光临|您?来到|进入)?|[!！]$")
_LONGEST_SITE = 12
_MOST_LINES, _LONGEST, _SHORTEST = 6, 120, 4
_ENOUGH = 12.0
_BIG = 18.0


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """Return a title for comparison: also without quotation marks, which pages write in several ways."""
    return characters.fold(text).translate(_QUOTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTitle:
    """Lines of a title, and the places of the lines that show it, repetitions among them; written: how it was found."""

    lines: tuple[str, ...] = ()
    places: frozenset[int] = frozenset()
    end: int = 0
    guessed: bool = True


NOT_FOUND = FoundTitle()


def shown_title(title: str, lines: Sequence[PageLine], until: int) -> FoundTitle | None:
    """Return a known title in the lines as it is shown, its breaks kept; None where it is not shown.

    until: the place before which it stands.
    """
    wanted = fold(title)
    found = [span for at in range(min(until, len(lines))) if (span := _span(wanted, lines, at))]
    if not found:
        return None
    start, end = max(found, key=lambda span: span[1] - span[0])
    places = frozenset(place for one in found for place in range(*one))
    texts = tuple(_closed(line.text) for line in lines[start:end])
    return FoundTitle(lines=texts, places=places, end=max(one[1] for one in found), guessed=False)


def _closed(text: str) -> str:
    """Return a line without the blanks that only spread its few characters: 通　知."""
    return "".join(text.split()) if _SPREAD.fullmatch(text) else text


def _span(wanted: str, lines: Sequence[PageLine], at: int) -> tuple[int, int] | None:
    """Return the lines from a place that are together the title."""
    whole = ""
    for end in range(at, min(at + _MOST_LINES, len(lines))):
        whole += fold(lines[end].text)
        if whole == wanted:
            return at, end + 1
        if not wanted.startswith(whole):
            return None
    return None


def document_title(words: str) -> str:
    """Return a page's title element without the names of site and section."""
    parts = _parts(words)
    if len(parts) < 2:
        return words.strip()
    if _SITE.search(parts[0]) and not _SITE.search(parts[1]) and len(parts[1]) > len(parts[0]):
        return parts[1]
    return parts[0]


def _parts(words: str) -> list[str]:
    """Return the parts of a page's title element, by the surest separator that it has."""
    used = next((one for one in _SEPARATORS if one.search(words.strip())), _SEPARATORS[0])
    return [part for part in used.split(words.strip()) if part]


def names_site(title: str, words: str, site: str) -> bool:
    """Return whether a declared title is only the name of the site or its section, with or without a slogan.

    words: the title element; site: the site's name, empty where unknown.
    """
    headline, bare = fold(document_title(words)), fold(site)
    said = {fold(title), *map(fold, _parts(title)[:1])}
    if headline and headline != bare and headline in fold(title):
        return False
    # a title element that begins with the site, mostly the shorter part, does not tell which part is the headline
    parts = [] if _SITE.search(document_title(words)) else _parts(words)[1:]
    names = [fold(part) for one in parts for part in (one, *_parts(one))]
    return bare in said or any(name.startswith(one) for one in said for name in names if len(one) < len(headline))


def is_site(title: str) -> bool:
    """Return whether a title, which is not shown on its page, reads like the name of a site or a medium."""
    bare = _WELCOME.sub("", title.strip())
    return len(bare) <= _LONGEST_SITE and (bool(_SITE.search(bare)) or is_medium(bare))


def without_category(line: str, words: str) -> str:
    """Return a title without the category in brackets that a forum puts before it; words: the title element."""
    bare = _CATEGORY.sub("", line)
    return bare if bare and fold(words).startswith(fold(bare)) else line


def site_name(words: str, title: str) -> str:
    """Return the site's name from a page's title element, empty where it has none."""
    if len(_parts(words)) < 2:
        return words.strip() if is_site(words) and fold(words) not in fold(title) else _before(words, title)
    rest = [part for part in _parts(words) if fold(part) not in fold(title)]
    named = [part for part in rest if _SITE.search(part)]
    return (named or rest or [""])[-1]


def _before(words: str, title: str) -> str:
    """Return the body whose name stands before section and title with only blanks between: 某局 通知公告 标题."""
    bare = words.strip()
    first = bare.removesuffix(title).split()[:1] if title and bare.endswith(title) else []
    return first[0] if first and is_medium(first[0]) else ""


def likely_title(lines: Sequence[PageLine], until: int, words: str, *, copied: bool) -> FoundTitle:
    """Return the lines that look most like a title. until: place of the first sentence; words: the title element."""
    # what could be no title does not part one from the text
    places = [at for at in range(until) if _may_be(lines[at], copied=copied)]
    scored = [
        (_score(lines, at, words, copied=copied) - min(3 * below, 24), at) for below, at in enumerate(reversed(places))
    ]
    best = max(scored, key=lambda one: (one[0], -one[1]), default=(0.0, 0))
    if best[0] < _ENOUGH:
        return NOT_FOUND
    start, end = _extended(lines, best[1], until, fold(words))
    texts = tuple(_closed(line.text) for line in lines[start:end])
    same = shown_title("".join(texts), lines, until)
    return FoundTitle(lines=texts, places=(same or NOT_FOUND).places | frozenset(range(start, end)), end=end)


def heading_place(lines: Sequence[PageLine], titles: Sequence[str]) -> int:
    """Return the place of a known title that has a line of source or date below it, 0 where none has."""
    wanted = [fold(title) for title in titles if len(title) >= _SHORTEST]
    for at in range(len(lines)):
        span = next((one for title in wanted if (one := _span(title, lines, at))), None)
        below = [one for one in lines[span[1] : span[1] + 4] if not one.loss] if span else []
        if any(is_credit(one) for one in below[:3]) and not lines[at].loss:
            return at
    return 0


def _may_be(line: PageLine, *, copied: bool) -> bool:
    text = line.text
    if line.loss or not _SHORTEST <= len(line.squeezed) <= _LONGEST or text[-1] in "。；，：:":
        return False
    if DOCUMENT_NUMBER.fullmatch(line.squeezed) or is_credit(line) or _BY.match(text):
        return False
    return copied or line.linked < len(line.squeezed) / 2


def is_credit(line: PageLine) -> bool:
    """Return whether a line names a source or says when it was published."""
    credit = read_credit(line.facts)
    if credit.source or credit.waits or credit.labelled or is_relative_time(line.facts):
        return True
    return credit.date is not None and len(line.squeezed) < 40 and not line.look.rank


def _score(lines: Sequence[PageLine], at: int, words: str, *, copied: bool) -> float:
    line, text = lines[at], fold(lines[at].text)
    score = {0: 0.0, 1: 40.0, 2: 25.0, 3: 15.0}.get(line.look.rank, 8.0)
    names = line.names.lower()
    score += 20 * bool(_NAMED.search(names)) - 80 * bool(_LOGO.search(names))
    score += 10 * line.look.centred + 8 * line.look.bold + min(max(line.look.size - 16, 0) * 1.5, 20)
    title = fold(words)
    if len(text) >= 6 and text in title:
        score += 60 * len(text) / max(len(fold(document_title(words))), len(text)) + 10 * title.startswith(text)
    score += 15 * (len(title) > 1 and fold(document_title(words)) in text)
    score += 20 * any(is_credit(one) for one in lines[at + 1 : at + 3] if not one.loss)
    score -= 15 * (line.linked > 0)
    score += 8 * bool(_POLICY.search(line.squeezed)) - 60 * bool(RED_HEAD.search(line.squeezed))
    return score + 15 * (copied and at == 0)


def _extended(lines: Sequence[PageLine], at: int, until: int, title: str) -> tuple[int, int]:
    """Return the lines around one that belong to the same title: of the same look, or parts of the title element."""
    start, end = at, at + 1
    while start > 0 and end - start < _MOST_LINES and _belongs(lines, start - 1, at, title, lines[start - 1 : end]):
        start -= 1
    while end < until and end - start < _MOST_LINES and _belongs(lines, end, at, title, lines[start : end + 1]):
        end += 1
    return start, end


def _belongs(lines: Sequence[PageLine], place: int, at: int, title: str, joined: Sequence[PageLine]) -> bool:
    line = lines[place]
    if not _may_be_part(line):
        return False
    whole = fold("".join(one.text for one in joined))
    if title and whole in title:
        return True
    if line.look.rank and line.place == lines[at].place:
        return True
    known = fold(lines[at].text) in title if title and not _CUT.search(title) else False
    return not known and line.look == lines[at].look and is_distinct(line.look) and line.names == lines[at].names


def is_distinct(look: Look) -> bool:
    """Return whether a line does not look like body text."""
    return bool(look.rank or look.centred or look.size > _BIG or look.bold)


def _may_be_part(line: PageLine) -> bool:
    if line.loss or DOCUMENT_NUMBER.fullmatch(line.squeezed) or is_credit(line):
        return False
    return line.text[-1] not in "。；：:" and line.squeezed[:2] not in ("——", "一、") and line.squeezed[0] not in "（("
