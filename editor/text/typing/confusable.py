"""Characters that are typed for each other: by sound (zh and z, n and l, ng and n taken for the same) and by shape."""

from collections import defaultdict
from functools import cache

from editor.text.typing.model import model
from resources import resource

_STARTS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f"))
_ENDS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
_RETROFLEX = ("zh", "ch", "sh")
# characters that texts seldom have are not proposed
_COMMON = 300
# alike, and missing in the list that resources/typing/confusable.tsv was made from
_ALIKE = (
    "己已巳 末未 候侯 戊戌戍 帐账 析折拆 洽恰 晴睛 人入 大太 土士 千干 天夫 王玉 日曰 住往 陪赔 辨辩 拔拨 既即 粟栗"
    " 抡抢 令今 免兔 乌鸟 没设 活话 请情清 评坪 推堆 治冶 冷泠 竞竟 卷券 贷货 历厉 坚竖 受爱 怕柏 挡档 招召 准淮 协胁"
    " 侧测 坏环 沟构 抓抚 渡度 密蜜 辐幅 燥躁 徒徙 揭竭 绿缘 拟似 亳毫 崇祟 施拖 晨辰 纪记 伸申 象像 坐座 做作 刺剌"
)


@cache
def taken_for(char: str) -> str:
    """Return the characters that may be meant by one, without itself; empty where none is known."""
    sounds, shapes = _tables()
    found = set(shapes.get(char, ""))
    for syllable in _syllables().get(char, ()):
        for other in near(syllable):
            found.update(sounds.get(other, ""))
    counts = model()
    return "".join(sorted(one for one in found - {char} if counts.count(one) >= _COMMON))


def near(syllable: str) -> set[str]:
    """Return a syllable of pinyin without its tone, and those that are taken for it."""
    found = {syllable}
    for long, short in _STARTS:
        if syllable.startswith(long):
            found.add(short + syllable.removeprefix(long))
        elif syllable.startswith(short) and not syllable.startswith(_RETROFLEX):
            found.add(long + syllable.removeprefix(short))
    for one in tuple(found):
        for long, short in _ENDS:
            if one.endswith(long):
                found.add(one.removesuffix(long) + short)
            elif one.endswith(short):
                found.add(one.removesuffix(short) + long)
    return found


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Return characters by syllable, and those that look like a character."""
    first, _, second = resource("typing/confusable.tsv").read_text(encoding="utf-8").partition("\n\n")
    sounds = dict(line.split("\t") for line in first.splitlines())
    shapes = dict(line.split("\t") for line in second.splitlines())
    for group in _ALIKE.split():
        for char in group:
            shapes[char] = shapes.get(char, "") + group.replace(char, "")
    return sounds, shapes


@cache
def _syllables() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for syllable, chars in _tables()[0].items():
        for char in chars:
            found[char].append(syllable)
    return found


def are_alike(one: str, other: str) -> bool:
    """Return whether two characters sound or look alike, however common they are; does not read the counts."""
    syllables = _syllables()
    sounds = {near_one for syllable in syllables.get(one, ()) for near_one in near(syllable)}
    return other in _tables()[1].get(one, "") or not sounds.isdisjoint(syllables.get(other, ()))
