"""Where a text names people, as far as can be told from what stands beside: their characters are no typing errors."""

import re
from collections import Counter
from functools import cache, lru_cache

# the usual surnames of one character (百家姓 and the lists of the census), and those of two
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟"
    "殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农"
    "司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|南宫|呼延"
NAME = rf"(?:{_DOUBLE}|[{_SURNAMES}])[\u4e00-\u9fff]{{1,2}}"
DUTY = (
    "同志|先生|女士|教授|院士|书记|市长|省长|县长|区长|镇长|乡长|州长|局长|厅长|部长|处长|科长|所长|院长|校长|主任|主席|委员|秘书长|总理"
    "|会长|组长|队长|站长|行长|经理|董事长|总裁|代表|记者|研究员|工程师|司长|署长|巡视员|调研员|检察长|政委|司令员|局党组"
)
_EDGE = r"[、，。；：（）()\s\u3000]"


_OF_A_PLACE = r"(?:[省市县区州在于至赴到对由从和与及]|^|(?<=[、，。；：（）()《》“”\s\u3000]))"
_PLACE = re.compile(
    rf"{_OF_A_PLACE}([\u4e00-\u9fff]{{1,2}}?州|[\u4e00-\u9fff]{{2,3}}?)(?=市|县|镇|乡|村|区|街道|自治|新区)",
    re.MULTILINE,
)
_LEAST_PLACE = 2


@lru_cache(maxsize=8)
def places_named(text: str) -> frozenset[str]:
    """Return what a text names before 市, 县, 镇 and the like more than once: places that no list may know."""
    found = Counter(match[1] for match in _PLACE.finditer(text))
    return frozenset(name for name, count in found.items() if count >= _LEAST_PLACE or text.count(name) > _LEAST_PLACE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"{NAME}(?=(?:副|常务副|党委|党组|原|市|省|区|县)?(?:{DUTY}))"),
        re.compile(
            rf"(?:{DUTY})[、：:\s\u3000]?({NAME})(?={_EDGE}|$|[^\u4e00-\u9fff]|同志|任|为|在|出席|主持|参加|表示)"
        ),
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<={_EDGE})|^)({NAME})(?={_EDGE}|$)", re.MULTILINE)


@lru_cache(maxsize=512)
def name_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return from where to where the text names people: beside a duty, or alone between two marks as others do."""
    alone = [match.span() for match in _alone().finditer(text)]
    beside = [match.span(match.lastindex or 0) for pattern in _patterns() for match in pattern.finditer(text)]
    return (*beside, *(alone if len(alone) > 1 or len(text) < _SHORT else ()))


# a text that names and little else
_SHORT = 30
