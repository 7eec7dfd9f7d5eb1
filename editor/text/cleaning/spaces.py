"""Blanks: between hanzi, between hanzi and Latin, beside full-width marks, more than one between words."""

import re
from collections.abc import Iterator

from editor.model.language import tr
from editor.text.cleaning.edit import Edit
from editor.text.cleaning.labels import is_label
from editor.text.cleaning.rule import Reading, TextRule
from editor.text.half_marks import HAN

_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}]) +(?=[{HAN}])")
# 3.2.1气象 and 5.组织 begin a paragraph that was joined
_NUMBER = rf"\d{{1,2}}(?:\.\d{{1,2}})+[{HAN}]|\d{{1,2}}[.．、][{HAN}]"
_PHONE = r"(?:0\d{2,3}|400|800)[-－—]\d{3,8}|1[3-9]\d{9}"
_BESIDE_LATIN = re.compile(
    rf"(?<=[{HAN}]) +(?=[0-9A-Za-z$€£¥%‰+±~-])(?!{_NUMBER}|{_PHONE})|(?<=[0-9A-Za-z%‰℃°+]) +(?=[{HAN}])"
)
_INSIDE_MARKS = re.compile(
    rf" +(?=[，。、；：？！”’）》〉】〕…])|(?<=[，。、；？！“‘（《〈【〔…]) +|(?<=：) +(?=[{HAN}0-9A-Za-z“‘（《])"
)
_OUTSIDE_MARKS = re.compile(rf"(?<=[”’）》〉】〕]) +(?=[{HAN}0-9])|(?<=[{HAN}0-9]) +(?=[“‘（《〈【〔])")
_SEVERAL = re.compile(r"(?<=[A-Za-z,.;:!?]) {2,}(?=[A-Za-z(])")
_SENTENCE = re.compile("[，。；！？]")
_WORD = re.compile(rf"[{HAN}]+")
_NUMBERED = re.compile(r"(?:[图表]|附[件录表图]|专栏|Fig\.|Table)?\s?\d{1,3}(?:[-－.]\d{1,2}){0,3}$")
# 住房城乡建设部 财政部关于: offices that issue a document together
_OFFICE = "(?:部|委|委员会|局|厅|署|院|办|行|会|政府|办公室)"
_OFFICE_BEFORE = re.compile(f"[{HAN}]{_OFFICE}$")
_OFFICE_BEHIND = re.compile(rf"[{HAN}]{{1,14}}?{_OFFICE}(?=$| |关于|印发|[》，、])")
_DATE_BLANKS = frozenset("年月日")
_DATE = re.compile(r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日")
_TIME = re.compile(r"\d{1,2}[:：]\d\d")
_LONGEST_NAME = 4
_ROLE = re.compile(
    rf"[{HAN}]{{0,6}}(?:记者|通讯员|作者|编辑|责编|校对|审核|摄影|摄|文|图|撰稿|供稿|整理|采写|实习生|评论员)"
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧司诸上官东"
)


def between_hanzi(reading: Reading) -> Iterator[Edit]:
    """Yield blanks inside sentences and spaced-out words; names, labels and lists of names keep theirs."""
    for start, line in _lines(reading.masked):
        places = [found.span() for found in _BETWEEN_HAN.finditer(line)]
        if places and (_SENTENCE.search(line) or _is_spaced_out(line)):
            yield from (
                Edit(start + first, start + last, "") for first, last in places if not _is_meant(line, first, last)
            )


def beside_latin(reading: Reading) -> Iterator[Edit]:
    """Yield blanks between hanzi and Latin letters or digits.

    Those behind numbers that begin a line are meant, and in lines that are no sentences those that part columns.
    """
    for start, line in _lines(reading.masked):
        sentence = _SENTENCE.search(line)
        for found in _BESIDE_LATIN.finditer(line):
            first, last = found.span()
            kept = _NUMBERED.fullmatch(line, 0, first) or _TIME.match(line, last) or is_label(line, first)
            if not kept and (sentence or not _parts_columns(line, first, last)):
                yield Edit(start + first, start + last, "")


def beside_marks(reading: Reading) -> Iterator[Edit]:
    """Yield blanks before and behind full-width marks; outside brackets and quotes only in sentences."""
    for start, line in _lines(reading.masked):
        forms = (_INSIDE_MARKS, _OUTSIDE_MARKS) if _SENTENCE.search(line) else (_INSIDE_MARKS,)
        for found in (one for form in forms for one in form.finditer(line)):
            if not is_label(line, found.start()) and not _NUMBERED.fullmatch(line, 0, found.start()):
                yield Edit(start + found.start(), start + found.end(), "")


def several(reading: Reading) -> Iterator[Edit]:
    """Yield blanks after the first between Latin words."""
    for found in _SEVERAL.finditer(reading.masked):
        yield Edit(*found.span(), " ")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n") if " " in text else ():
        yield start, line
        start += len(line) + 1


def _is_spaced_out(line: str) -> bool:
    """Return whether single hanzi stand apart: 会 议 纪 要; two of them are a name, 杨 婷."""
    words = line.split()
    return len(words) > _LONGEST_NAME - 1 and all(len(word) == 1 for word in words)


def _parts_columns(line: str, first: int, last: int) -> bool:
    """Return whether a blank in a line without marks parts columns: a wide one, or what follows has no hanzi."""
    return last - first > 1 or not _WORD.search(line, last) or _DATE.fullmatch(line, last) is not None


def _is_meant(line: str, first: int, last: int) -> bool:
    if is_label(line, first) or _parts_offices(line, first, last):
        return True
    before, after = _word_before(line, first), _WORD.match(line, last)
    chain = _chain(line, first).split()
    # 杨 婷, or the blanks of a form: 年 月 日
    if len(before) == 1 and after and len(after[0]) == 1 and (len(chain) == 2 or _DATE_BLANKS.issuperset(chain)):
        return True
    # 张三 李四, 本报记者 张三
    return all(_ROLE.fullmatch(word) or (word[0] in _SURNAMES and 2 <= len(word) <= _LONGEST_NAME) for word in chain)


def _parts_offices(line: str, first: int, last: int) -> bool:
    before = _OFFICE_BEFORE.search(line, max(first - 2, 0), first)
    return before is not None and _OFFICE_BEHIND.match(line, last) is not None


def _word_before(line: str, end: int) -> str:
    start = end
    while start and _WORD.match(line, start - 1, start):
        start -= 1
    return line[start:end]


def _chain(line: str, at: int) -> str:
    """Return the hanzi and blanks around a place."""
    start = end = at
    while start and (line[start - 1] == " " or _WORD.match(line, start - 1, start)):
        start -= 1
    while end < len(line) and (line[end] == " " or _WORD.match(line, end, end + 1)):
        end += 1
    return line[start:end].strip()


RULES = (
    TextRule(
        id="spaces-hanzi",
        name=tr("汉字之间的空格去掉"),
        why=tr("空格隔断词语，妨碍查找和排版；人名、期号、标题序号里的保留"),
        edits=between_hanzi,
    ),
    TextRule(id="spaces-marks", name=tr("全角标点旁的空格去掉"), why=tr("全角标点自带空隙"), edits=beside_marks),
    TextRule(
        id="spaces-latin",
        name=tr("汉字与数字、字母之间不空格"),
        why=tr("本刊不在汉字与数字、字母之间加空格，版面自会留出空隙"),
        edits=beside_latin,
    ),
    TextRule(id="spaces-several", name=tr("连续空格并为一个"), why=tr("外文词之间空一格"), edits=several),
)
