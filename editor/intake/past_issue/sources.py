"""Where articles come from, as bulletins write it without a label: in brackets, behind a dash, under the title."""

import datetime as dt
import re
from dataclasses import dataclass

from editor.text.characters import ends_sentence, is_han
from editor.text.dates import find_date
from editor.text.fact_lines import SOURCE_LABEL

_LONGEST, _LONGEST_BYLINE = 60, 40
_DAY = (
    r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|\d{4}\s*年\s*\d{1,2}\s*月|(?<!\d)\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?"
)
_EDITION = r"(?:(?:\d{4}\s*年\s*)?(?:总?第\s*\d{1,5}(?:\s*[—–\-]\s*\d{1,5})?\s*[期号辑卷版]|[A-Z]?\d{1,3}\s*版)|\d{4}\s*年\s*\d{1,2}\s*月[号刊])"
_WHEN = re.compile(rf"[\s,，、;；]*(?:{_EDITION}|{_DAY})(?:\s*(?:讯|电|报道|{_EDITION}))?")
_BRACKETS = re.compile(
    r"[（(【\[［]\s*([^（()）【】\[\]［］]{2,60}(?:[（(][^（()）]{1,30}[）)][^（()）]{0,20})?)\s*[）)】\]］]\s*$"
)
_WHOLE = re.compile(r"[（(【\[［]\s*(.{2,60}?)\s*[）)】\]］]")
_DASH = re.compile(r"(?:[—–─]{1,3}|-{1,3})\s*(\S.{1,58})")
_FROM = re.compile(
    rf"(?:本文|原文|全文)?(?:{SOURCE_LABEL}|摘编自|摘自|选自|转载自|转引自|转自|引自|原载于?|源自|载于|刊于|作者单位|作者(?:系|为)?|执笔人?|撰稿人?|撰写|撰文"
    r"|整理|报送单位|报送人?|上报单位|提供单位|信息员|(?:本刊|本报|特约|见习)?(?:记者|通讯员|评论员))\s*(?:[:：/／|｜]\s*|(?=[^\s:：]))"
)
_BY = re.compile(
    r"[（(]?(?:[□◇○◎△☆■●▲]\s*)?(?:(?:文|图文)\s*[/／|｜丨:：]|(?:作者|撰稿|撰文|执笔人?|供稿|报送单位?|整理|编译|编写|采写|(?:提案|建议|反映|报告|主讲|讲述|口述|起草|推荐|来稿|发言)(?:人|者|单位))\s*(?:[/／:：|｜丨]|[\s　])"
    r"|(?=(?:本刊|本报|特约|见习)?(?:记者|通讯员|评论员|实习生)[\s　:：]+))|[□◇○◎△☆■●▲]\s*"
)
_AFTER = re.compile(r"据(?=《)|据(?=\S{2,20}?(?:消息|报道|电|讯|网站)$)")
_MADE = re.compile(r"\s*(?:供稿|报送|提供|摘编|编辑整理|整理|编译|综合|上报|供图|消息|报道)$")
_EDITOR = re.compile(
    r"[（(【\[]?\s*(?:本文)?(责任?编辑|责编|编辑|责任校对|校对)\s*[:：/／]\s*([^（()）\s:：][^（()）:：]{1,15}?)\s*[）)】\]]?"
)
_NOTHING = re.compile(
    r"[见如即含占附指共含注约]|其中|下转|上接|完$|略$|未完|单位[:：]|以下|此处|简称|图[为片\d]|左|右|\d+[.\d]*[%％万亿]?$|同比|下同|暂定|试行|征求意见|第.{1,3}批"
)
_SOURCE = re.compile(SOURCE_LABEL)
_DAYS = re.compile(r"(?:发布|发表|刊发|更新|成文|发文)?(?:时间|日期)")
_FACTS = re.compile(
    rf"(?:^|(?<=[\s\u3000|｜,，;；]))({SOURCE_LABEL}|作者|编译|编辑|记者|栏目|版面|阅读|(?:发布|发表|刊发|更新|成文|发文)?(?:时间|日期))"
    rf"\s*[:：]\s*(.+?)(?=$|[\s\u3000|｜,，;；]+(?:{SOURCE_LABEL}|作者|编译|编辑|记者|栏目|版面|阅读|(?:发布|发表|刊发|更新|成文|发文)?(?:时间|日期))\s*[:：])"
)
BODY = re.compile(
    r"(?:局|院|会|司|室|部|中心|大学|学院|学校|公司|委|厅|所|社|馆|网|站|处|办|集团|联盟|基金|政府|党校|工商联|妇联|残联|侨联|文联|社科联"
    r"|[^学百专本文理]科|股室?|支队|大队|总队|[中分支]行|银行|课题组|调研组|专班|管委会|开发区|高新区|新区|园区|街道|[乡镇]|[^小校社灾战景片]区|[^知各全自]县|[日晚早时快周]报|报社|电视台|杂志|研究组|联合体|合作社|小组|智库|报|刊)"
    r"(?:[（(][^（()）]{1,20}[）)])?$"
)
_SURELY = re.compile(
    r"(?:局|办公室|委员会|办|厅|政府|大学|学院|委|公司|银行|中心|[支大总]队|党校|工商联|妇联|管委会|编辑部|课题组|法院|检察院)$"
)
_DOES = re.compile(r"召开|举行|举办|印发|出台|开展|推[进动行]|发布|建[成立设]|走进|成立|设立|探索|打造|加快|做好|来自")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """A source as printed. name: without day and edition; day: None for none; start: where it begins in its text.

    sure: whether words or the name itself say that it is one; left: a day without year or an edition that went.
    """

    name: str
    day: dt.date | None = None
    start: int = 0
    sure: bool = True
    left: str = ""


def source_name(text: str) -> SourceNote:
    """Return a source without the day and the edition behind it."""
    found = [match for match in _WHEN.finditer(text) if not _is_name(text, match)]
    when = " ".join(match[0].strip(" \u3000,，、;；") for match in found)
    rest = text
    for match in reversed(found):
        rest = rest[: match.start()] + (" " if rest[match.end() :].strip() else "") + rest[match.end() :]
    day = find_date(when)
    return SourceNote(name=rest.strip(" \u3000,，、;；:："), day=day, left="" if day and len(found) == 1 else when)


def labelled_source(text: str) -> SourceNote | None:
    """Return the source of a line that has further facts beside it, 来源：X　作者：Y　日期：Z; None for another line."""
    parts = [(match[1], match[2].strip(" \u3000|｜,，;；")) for match in _FACTS.finditer(text.strip("（()） "))]
    names = [value for label, value in parts if _SOURCE.fullmatch(label)]
    if len(parts) < 2 or not names:
        return None
    days = [found for label, value in parts if _DAYS.fullmatch(label) and (found := find_date(value))]
    others = [
        f"{label}：{value}" for label, value in parts if not _SOURCE.fullmatch(label) and not _DAYS.fullmatch(label)
    ]
    note = source_name(names[0])
    return SourceNote(
        name=note.name, day=note.day or next(iter(days), None), left="　".join(filter(None, (note.left, *others)))
    )


def source_in_brackets(text: str) -> SourceNote | None:
    """Return the source in brackets at a text's end, None where the brackets hold something else."""
    bare = text.rstrip()
    match = _BRACKETS.search(bare.removesuffix("。") if bare.endswith(("）。", ")。")) else bare)
    note = _of_words(match[1]) if match else None
    return _at(note, match.start()) if note and match else None


def source_line(text: str) -> SourceNote | None:
    """Return the source that a whole line is at an article's end: in brackets, behind a dash, 摘自 or 供稿."""
    match = _WHOLE.fullmatch(text.strip()) or _DASH.fullmatch(text.strip())
    if match:
        note = _of_words(match[1])
        return note if note and (note.sure or text.strip()[0] in "（([【［") else None
    labelled = _FROM.match(text)
    if text.startswith("据") and is_body(text[1:]):
        return SourceNote(name=text[1:])
    note = _of_words(text) if labelled or _MADE.search(text) else None
    return note if note and note.sure and len(text) <= _LONGEST_BYLINE and not ends_sentence(text) else None


def byline(text: str) -> SourceNote | None:
    """Return who wrote an article, or its day, of a line under its title; None for another line."""
    bare = text.strip()
    if (
        len(bare) > _LONGEST_BYLINE
        or bare[-1:] in "。；！？：，、"
        or "：" in bare[6:]
        or bare.startswith(("——", "--"))
    ):
        return None
    labelled = _BY.match(bare)
    inner = bare[labelled.end() :] if labelled else bare
    inner = inner.strip("（()）[]【】 \u3000")
    note = source_name(inner)
    if not note.name:
        return note if note.day else None
    if labelled:
        return note
    parts = _people_closed(note.name)
    people = all(map(is_person, parts))
    bodies = is_body(parts[0]) and all(_is_named(part) for part in parts[1:])
    alone = len(parts) == 1 and not note.day
    if people or (bodies and not (alone and (_DOES.search(note.name) or not _SURELY.search(note.name)))):
        return SourceNote(name=note.name, day=note.day, left=note.left, sure=not people)
    return None


def _is_named(part: str) -> bool:
    """Return whether a word behind a body's name may be a person, pen names too, or another body."""
    return is_body(part) or (2 <= len(part) <= 4 and all(map(is_han, part)) and not _DOES.search(part))


def _people_closed(name: str) -> list[str]:
    """Return the words of a name; a person's two letters with blanks between are one."""
    made: list[str] = []
    for part in re.split(r"[\s\u3000、，]+", name):
        if len(part) == 1 and made and len(made[-1]) == 1:
            made[-1] += part
        else:
            made.append(part)
    return made


def editor_line(text: str) -> tuple[str, str]:
    """Return role and name of a line like （责任编辑：X）, empty for another line."""
    match = _EDITOR.fullmatch(text.strip())
    return (match[1], match[2].strip()) if match else ("", "")


def is_body(text: str) -> bool:
    """Return whether words are an organisation's name and nothing else."""
    return 3 <= len(text) <= 24 and bool(BODY.search(text)) and not re.search(r"[，。；：:、！？“”\d]", text)


def is_person(text: str) -> bool:
    """Return whether a word may be a Chinese person's name."""
    return 2 <= len(text) <= 3 and all(map(is_han, text)) and text[0] in _SURNAMES


def _of_words(words: str) -> SourceNote | None:
    if len(words) > _LONGEST or any(mark in words for mark in "。；！？") or editor_line(words)[0]:
        return None
    labelled, made = _FROM.match(words) or _AFTER.match(words), _MADE.search(words)
    if not labelled and _NOTHING.match(words):
        return None
    inner = words[labelled.end() :] if labelled else words
    note = source_name(_MADE.sub("", inner))
    made = made or _MADE.search(note.name)
    name = _MADE.sub("", note.name)
    if not re.search(r"[^\W\d_]", name) or len(name) < 2:
        return None
    sure = bool(labelled or made or note.day or name.startswith("《") or _is_known(name))
    return SourceNote(name=name, day=note.day, sure=sure, left=note.left)


def _is_known(name: str) -> bool:
    first, *rest = re.split(r"[\s\u3000、，,]+", name)
    known = is_body(first) and all(is_person(one) or is_body(one) for one in rest)
    return known and len(name) <= 36 and not _DOES.search(name)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Return whether what looks like an edition is part of a name, as in 云州第3版画院."""
    return (
        match.start() == 0
        and match.end() < len(text)
        and not text[match.end() :][:1].isspace()
        and bool(re.match(r"[^\s,，、（(]", text[match.end() :]))
    )


def _at(note: SourceNote, start: int) -> SourceNote:
    return SourceNote(name=note.name, day=note.day, start=start, sure=note.sure, left=note.left)
